// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import StridedNotation

/// The explanation of a program that imports NumPy as `np`, without that line and the totals.
private func explained(_ program: String) -> [String] {
  let interpreter = Interpreter { _ in }
  let source = Source("import numpy as np\n" + program)
  let (text, error) = interpreter.explanation(of: source)
  if let error { Issue.record("\(error)") }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  return lines.dropFirst().prefix { !$0.isEmpty }.map { line in
    // The number and the statement, which the tests know.
    let parts = line.split(separator: " ", omittingEmptySubsequences: true)
    let kinds: Set<Substring> = ["NEW", "VIEW", "COPY", "WRITE", "SAME", "FREE", "raises"]
    guard let start = parts.firstIndex(where: { kinds.contains($0) || $0.hasPrefix("×") }) else {
      return line.contains("│") ? line.trimmingCharacters(in: .whitespaces) : ""
    }
    return parts[start...].joined(separator: " ")
  }
}

@Suite struct ExplainTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test(arguments: ["1_views", "2_copies", "3_when", "4_sharing", "5_layout", "6_strides"])
  func theLessonIsExplained(_ name: String) throws {
    let path = "Tests/StridedNotationTests/Lesson/\(name)"
    let source = Source(try ExplainTests.text(path + ".py"))
    let (text, error) = Interpreter { _ in }.explanation(of: source)
    #expect(error == nil)
    #expect(text == (try ExplainTests.text(path + ".explained")))
  }

  @Test func theReadmeShowsWhatIsPrinted() throws {
    let source = Source(try ExplainTests.text("Examples/album.py"))
    let (text, _) = Interpreter { _ in }.explanation(of: source)
    #expect(try ExplainTests.text("README.md").contains("<!-- explain -->\n```\n\(text)```\n"))
  }

  @Test func namesWhatWasMade() {
    #expect(
      explained(
        """
        a = np.zeros((2, 3), np.float32)
        f = np.zeros((2, 3), order='F')
        m = np.arange(6).reshape(2, 3)
        c = (a + 1) * 2
        print(a + a)
        s = a.sum()
        """) == [
          "NEW a: 24 B, float32 (2, 3)", "NEW f: 48 B, float64 (2, 3), strides (8, 16)",
          "NEW 48 B, int64 (6,) (arange); VIEW m of it: all 48 B, offset 0, strides (24, 8)",
          "NEW c: 24 B, float32 (2, 3); NEW 24 B, float32 (2, 3), temporary (add)",
          "NEW 24 B, float32 (2, 3) (add)", "│ [[0. 0. 0.]", "│  [0. 0. 0.]]", "",
        ])
  }

  @Test func namesWhatChanged() {
    #expect(
      explained(
        """
        a = np.arange(12).reshape(3, 4)
        b = a
        t = a.T
        v = [a[0], a[1, ::2]]
        a[1] = 5
        t[0, [0, 2]] = -1
        a[a == 5] = 5
        b[:, 1] = [1, 2, 3]
        v[1][:] = 0
        np.add(a, 1, out=t.T)
        """
      ).dropFirst(4) == [
        "WRITE 32 B through a[1, :]; changes t[[0, 2, 3], 1] and all of v[1]; also named b; "
          + "3 of 4 values changed",
        "WRITE 16 B through t[0, [0, 2]]; changes a[[0, 2], 0] (also named b) and v[0][0]",
        "WRITE 0 B through a; also named b; no value changed; NEW 12 B, bool (3, 4), temporary (equal)",
        "WRITE 24 B through b[:, 1]; changes t[1, 1:]; also named a; 2 of 3 values changed",
        "WRITE 16 B through all of v[1]; changes a[1, [0, 2]] (also named b) and t[[0, 2], 1]",
        "WRITE 96 B through all of t; changes all of a (also named b), all of v[0] and all of v[1]",
      ])
  }

  @Test func sumsUpLoopsAndFunctions() {
    #expect(
      explained(
        """
        a = np.zeros(6)
        half = a[:3]
        def mark(x, i):
            x[i] = i + 1
        for i in range(0, 6, 2):
            mark(a, i)
            if i > 2:
                c = a.copy()
        while a.max() > 3:
            a -= 1
        """
      ).dropFirst(3) == [
        "×3", "×3", "×3", "COPY c of a: 48 B because the program asked for a copy",
        "×3 WRITE 24 B to x[::2]; changes half[[0, 2]]; also named a",
        "×2", "×2 WRITE 96 B to all of a; changes all of half",
      ])
  }

  @Test func tellsWhoKeepsMemory() {
    #expect(
      explained(
        """
        big = np.zeros(1000)
        part = big[:2]
        del big
        del part
        a = b = np.ones(2)
        b.shape = (2, 1)
        c = np.asarray(b)
        try:
            a[7] = 1
        except IndexError:
            pass
        """
      ).dropFirst(2) == [
        "FREE nothing: part holds its 8.0 kB", "FREE 8.0 kB",
        "NEW a: 16 B, float64 (2,)", "SAME b: now float64 (2, 1), strides (8, 8)",
        "SAME c is b (asarray)", "",
        "raises IndexError: index 7 is out of bounds for axis 0 with size 2", "",
      ])
  }

  @Test func tellsOfOverlap() {
    let lines = explained(
      """
      a = np.arange(6)
      a[[1, 2]] = a[[2, 1]]
      a[1:] += a[:-1]
      np.concatenate([a[3:], a[:3]], out=a)
      """)
    let picked = "indices or a mask picked the elements"
    #expect(lines[1] == "WRITE 16 B to a[1:3]; COPY of a: 16 B because \(picked)")
    #expect(lines[2] == "WRITE 40 B to a[1:]; 4 of 5 values changed")
    #expect(lines[3].hasSuffix("24 B copied first because an input shares memory with the result"))
  }

  @Test func totalsAndWaysOut() {
    let interpreter = Interpreter { _ in }
    let source = Source(
      """
      import numpy as np
      a = np.arange(12)
      kept = a.copy()
      twin = a[[3, 2, 1]]
      flat = a.reshape(3, 4)[:, :2].flatten()
      turned = a.reshape(3, 4).T.ravel()
      same = np.array(a)
      cast = a.astype(np.int64)
      kept[0] = 7
      """)
    let (totals, error) = interpreter.explain(source) { _ in }
    #expect(error == nil)
    #expect(totals.copyCount == 6 && totals.copiedBytes == 5 * 96 + 24 - 48)
    #expect(totals.allocatedBytes >= totals.copiedBytes + 96)
    #expect(totals.peakBytes >= totals.copiedBytes + 96)
    #expect(
      totals.savable.map { $0.wayOut } == [
        "a[3:0:-1] is a view of the same elements",
        "reshape before slicing, which is a view", "reshape before transposing, which is a view",
        "np.asarray(a) is a itself", "astype(…, copy=False) gives a itself",
      ])
    #expect(totals.savable.map { $0.byteCount } == [24, 48, 96, 96, 96])
  }

  @Test func aWriteToTheOriginNeedsTheCopy() {
    let source = Source(
      "import numpy as np\na = np.arange(3)\nb = a.copy()\na[0] = 9\nc = a[[0, 1]]\ndel c\na[1] = 2"
    )
    let (totals, _) = Interpreter { _ in }.explain(source) { _ in }
    #expect(totals.copyCount == 2 && totals.savable.isEmpty)
  }

  @Test func errorsEndTheExplanation() {
    let source = Source("import numpy as np\na = np.arange(3)\na[9]\nprint(1)")
    let (text, error) = Interpreter { _ in }.explanation(of: source)
    #expect(error?.type == .indexError)
    #expect(text.contains("raises IndexError") && !text.contains("│ 1"))
    #expect(text.contains("allocated 24 B in 1 block, copied nothing, peak 24 B"))
  }

  @Test func variablesStayAndAreKnown() {
    var printed = ""
    let interpreter = Interpreter { printed += $0 }
    try? interpreter.run("import numpy as np\na = np.arange(3)\nb = a[1:]")
    let (text, _) = interpreter.explanation(of: Source("a[1] = 7"))
    #expect(text.contains("WRITE  8 B to a[1]; changes b[0]"))
    try? interpreter.run("print(b)")
    #expect(printed == "[7 2]\n")
  }

  @Test func jsonHasPlacesAndElements() throws {
    let source = Source(
      "import numpy as np\na = np.arange(4)\nb = a[\n  1:]\nb[0] = 9\nprint('é\"')")
    var units: [ExplainedUnit] = []
    let (totals, error) = Interpreter { _ in }.explain(source) { units.append($0) }
    let text = ExplanationJSON.text(units, totals, error)
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let statements = json?["statements"] as? [[String: Any]] ?? []
    #expect(statements.count == 5)
    let lines = statements.compactMap { ($0["lines"] as? [[String: Any]])?.first }
    let place = lines[2]["place"] as? [String: Any]
    #expect(place?["line"] as? Int == 3 && place?["endLine"] as? Int == 4)
    let act = (lines[3]["acts"] as? [[String: Any]])?.first
    let change = (act?["changes"] as? [[String: Any]])?.first
    #expect(change?["name"] as? String == "a" && change?["indices"] as? [[Int]] == [[1]])
    #expect(statements[4]["output"] as? String == "é\"\n")
    #expect(json?["peakBytes"] as? Int == 32)
  }

  @Test func variablesAsJSON() throws {
    let interpreter = Interpreter { _ in }
    try interpreter.run(
      "import numpy as np\na = np.arange(4.0)\na[0] = np.nan\nb = a[::-2]\nc = 3\nd = np.float32(0.5)\ne = a.copy()"
    )
    let data = Data(interpreter.variablesAsJSON(listing: 3).utf8)
    let json = try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]]
    #expect(json?.keys.sorted() == ["a", "b", "c", "d", "e"])
    #expect(json?["a"]?["owner"] as? Int == json?["b"]?["owner"] as? Int)
    #expect(json?["a"]?["owner"] as? Int != json?["e"]?["owner"] as? Int)
    #expect(json?["b"]?["strides"] as? [Int] == [-16] && json?["b"]?["offset"] as? Int == 24)
    #expect(json?["b"]?["isView"] as? Bool == true && json?["a"]?["isView"] as? Bool == false)
    #expect(json?["b"]?["values"] as? [Double] == [3, 1] && json?["a"]?["values"] == nil)
    #expect(json?["d"]?["value"] as? Double == 0.5)
  }
}

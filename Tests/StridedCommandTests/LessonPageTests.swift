// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import StridedCommand

@Suite struct LessonPageTests {
  /// What the programs of the lesson print, as NumPy does.
  private static func expected(_ name: String) throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("StridedNotationTests/Lesson")
    let file = folder.appendingPathComponent("\(name).expected")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: zip(0..<6, ["1_views", "2_copies", "3_when", "4_sharing", "5_layout", "6_strides"]))
  func chaptersPrintWhatNumPyPrints(_ chapter: Int, _ name: String) throws {
    let page = Chapters.all[chapter]
    let text = page.text(isASCII: true)
    #expect(!text.contains("Error") && text.hasPrefix("Chapter \(chapter + 1): "))
    #expect(text.utf8.allSatisfy { $0 < 128 } || chapter == 2, "chapter 3 has a table of its own")
    let printed = text.split(separator: "\n").filter { $0.hasPrefix("    | ") }
      .map { $0.dropFirst(6) }.joined(separator: " ")
    #expect(!printed.isEmpty)
    // The pages lay the programs' lines out otherwise, but say the same.
    let words = printed.split(separator: " ")
    for line in try Self.expected(name) where name != "3_when" {
      for word in line.split(separator: " ") { #expect(words.contains(word), "\(word)") }
    }
  }

  @Test func everyPictureHasItsArrays() {
    for page in Chapters.all {
      for case .picture(let names) in page.parts {
        let text = page.text()
        for name in names { #expect(text.contains(name)) }
      }
    }
  }

  @Test func everyRowOfTheCheatSheetRuns() {
    let text = CheatSheet.text()
    #expect(!text.contains("Error"))
    for section in CheatSheet.sections {
      #expect(text.contains(section.title))
      for row in section.rows {
        #expect(text.contains("  \(row)  "), "\(row)")
        #expect(!CheatSheet.result(of: row, after: section.setup).isEmpty)
      }
    }
  }

  @Test(arguments: [
    (
      "a[1:, ::2]", "a = np.arange(12).reshape(3, 4)",
      "VIEW  shape (2, 2), strides (32, 16), 32 bytes in"
    ),
    ("a.T.ravel()", "a = np.arange(12).reshape(3, 4)", "COPY  shape (12,), 96 bytes of its own"),
    ("np.asarray(a)", "a = np.arange(6)", "SAME  the array itself"),
    (
      "np.broadcast_to(a[0], (3, 4))", "a = np.arange(12).reshape(3, 4)",
      "VIEW  shape (3, 4), strides (0, 8), read-only"
    ),
    ("b[0] = 99", "a = np.arange(6); b = a[1:4]; c = a.copy()", "changes a[1] and b[0]"),
    (
      "b = b + 10", "a = np.arange(6); b = a[1:4]; c = a.copy()",
      "changes nothing; b is another array now"
    ),
    ("a[[0, 2]][0] = 5", "a = np.arange(6); b = a[1:4]; c = a.copy()", "changes nothing"),
    ("c.base is None", "a = np.arange(6); b = a[1:4]; c = a.copy()", "True"),
    ("nothing", "a = np.arange(6)", "NameError: name 'nothing' is not defined"),
  ])
  func rowsSayWhatHasHappened(_ row: String, _ setup: String, _ result: String) {
    #expect(CheatSheet.result(of: row, after: setup) == result)
  }

  @Test func thePagesCanBeAskedForOneByOne() throws {
    #expect(try Program.run(["learn", "2"]).output == Chapters.copies.text())
    #expect(try Program.run(["learn", "--cheatsheet"]).output == CheatSheet.text())
    let all = try Program.run(["learn"]).output
    for page in Chapters.all { #expect(all.contains(page.text())) }
    #expect(all.contains(Chapters.takeaways.title) && all.hasSuffix(CheatSheet.text()))
    #expect(Learn.contents(.plain).contains("  6  Strides\n"))
  }

  @Test func wrapsText() {
    #expect(Page.wrapped("one two three", width: 8) == "one two\nthree")
    #expect(Page.wrapped("one two", width: 6, indent: "  ") == "  one\n  two")
    #expect(Page.wrapped("", width: 6) == "")
  }
}

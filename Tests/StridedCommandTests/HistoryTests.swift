// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import StridedCommand

@Suite struct HistoryTests {
  @Test func staysFromSessionToSession() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("history").path
    var first = History(path: path)
    first.add("a = 1")
    first.add("a = 1")
    first.add("  ")
    first.add("for i in a:\n    i")
    #expect(first.lines == ["a = 1", "for i in a:", "    i"])
    var second = History(path: path)
    #expect(second.lines == first.lines)
    second.add("b")
    first.add("c")
    #expect(History(path: path).lines == ["a = 1", "for i in a:", "    i", "b", "c"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func isCutWhenItIsLong() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<3000).map { "x\($0)" }
    let path = try folder.write(lines.joined(separator: "\n") + "\n", to: "history")
    #expect(History(path: path).lines == Array(lines.suffix(History.longest)))
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    #expect(kept.split(separator: "\n").count == History.longest)
    var history = History()
    for line in lines { history.add(line) }
    #expect(history.lines.count == History.longest)
  }

  @Test func worksWithoutAFile() {
    var history = History(path: "/nowhere/at/all")
    history.add("a")
    #expect(history.lines == ["a"])
    #expect(History.usualPath([:]) == nil)
    #expect(History.usualPath(["HOME": "/h"]) == "/h/.strided_history")
    #expect(History.usualPath(["HOME": "/h", "STRIDED_HISTORY": ""]) == nil)
    #expect(History.usualPath(["STRIDED_HISTORY": "/x"]) == "/x")
  }
}

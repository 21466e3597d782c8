// SPDX-License-Identifier: Apache-2.0

import Foundation
import StridedNotation
import Testing

@Suite struct LessonTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Lesson")

  @Test(arguments: ["1_views", "2_copies", "3_when", "4_sharing", "5_layout", "6_strides"])
  func runsAsWritten(_ name: String) throws {
    func text(_ suffix: String) throws -> String {
      try String(
        contentsOf: LessonTests.folder.appendingPathComponent("\(name).\(suffix)"),
        encoding: .utf8)
    }
    var printed = ""
    let interpreter = Interpreter { printed += $0 }
    try interpreter.run(try text("py"))
    #expect(printed == (try text("expected")))
  }
}

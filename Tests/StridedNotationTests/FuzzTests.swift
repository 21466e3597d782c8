// SPDX-License-Identifier: Apache-2.0

import Foundation
import StridedNotation
import TestSupport
import Testing

/// Broken programs neither trap nor hang. `Scripts/fuzz-notation` does the same at length.
@Suite struct FuzzTests {
  static let pieces = [
    "(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "+", "-", "*", "**", "//", "%", "@", "\n",
    "\n    ", "if ", "for ",
    " in ", "def f(", "return ", "lambda ", "np.", "a", "a[", "f'{", "'", "\"",
    "9223372036854775807", "1e308", "-1",
    "2**62", "None", "...", "np.zeros(", "np.inf", "range(", "[0] * ", "not ", "try:", "except:",
    "while 1: pass", "\\",
    "\u{0}", "é", "0x", "1_", "a.shape = ", "a.strides = ", "del a", "import numpy as np\n",
  ]

  @Test func brokenProgramsOnlyFail() throws {
    var programs: [String] = []
    for name in ["1_views", "3_when", "4_sharing", "5_layout"] {
      let file = LessonTests.folder.appendingPathComponent("\(name).py")
      programs.append(try String(contentsOf: file, encoding: .utf8))
    }
    programs += try RecordedProgramTests.records().prefix(60).map(\.program)
    var generator = SeededGenerator(seed: 42)
    let limits = Limits(steps: 20_000, bytes: 1 << 22)
    for _ in 0..<400 {
      var bytes = Array((programs.randomElement(using: &generator) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...8, using: &generator))
        let piece = FuzzTests.pieces.randomElement(using: &generator) ?? ""
        bytes.replaceSubrange(start..<end, with: Array(piece.utf8))
      }
      let interpreter = Interpreter(limits: limits) { _ in }
      do throws(NotationError) {
        try interpreter.run(String(decoding: bytes, as: UTF8.self))
      } catch { #expect(!error.summary.isEmpty) }
    }
  }
}

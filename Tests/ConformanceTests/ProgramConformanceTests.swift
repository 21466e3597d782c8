// SPDX-License-Identifier: Apache-2.0

import StridedNotation
import Testing

@Suite struct ProgramConformanceTests {
  @Test func programs() throws {
    try replay("programs") { record in
      var printed = ""
      let interpreter = Interpreter { printed += $0 }
      var fault = ""
      let program = try record.string("program")
      do throws(NotationError) {
        try interpreter.run(program)
      } catch { fault = "\(error)" }
      try expectEqual("fault", expected: "", got: fault)
      let want = try record.required("want").string("stdout")
      try expectEqual("output", expected: want, got: printed)
    }
  }
}

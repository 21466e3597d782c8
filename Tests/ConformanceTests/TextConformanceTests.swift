// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

@Suite struct TextConformanceTests {
  @Test func text() throws {
    try replay("text") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      let want = try record.required("want")
      try expectText("str", try want.string("str"), a.description)
      try expectText("repr", try want.string("repr"), a.repr())
      try memory.expectUnchanged()
    }
  }
}

private func expectText(_ name: String, _ expected: String, _ got: String) throws {
  if expected != got { throw Mismatch(expected: "\(name)\n\(expected)", got: "\(name)\n\(got)") }
}

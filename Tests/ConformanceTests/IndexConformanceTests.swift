// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

@Suite struct IndexConformanceTests {
  @Test func advancedIndex() throws {
    try replay("advanced_index") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      let index = try ConformanceTests.advancedIndex(record)
      try expectOutcome(record, memory, a) {
        let result = try a.gathered(at: index)
        // Without an ellipsis NumPy turns an array of rank 0 into a scalar.
        let hasEllipsis = index.contains { if case .basic(.ellipsis) = $0 { true } else { false } }
        return result.rank == 0 && !hasEllipsis ? .scalar(result) : .array(result)
      }
    }
  }

  @Test func fancyAssign() throws {
    try replay("fancy_assign") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      let index = try ConformanceTests.advancedIndex(record)
      let description = try record.required("value")
      let value = try caseArray(
        description.array("values"), of: description, memory.owner.dtype)
      let want = try record.required("want")
      do {
        try a.scatter(value, at: index)
      } catch let error as ArrayError {
        guard let name = want["error"]?.asString, name == exceptionName(error.kind) else {
          throw Mismatch(
            expected: "\(want)", got: "\(exceptionName(error.kind)): \(error.message)")
        }
        return try memory.expectUnchanged()
      }
      try expectValues(try want.array("after"), memory.owner)
    }
  }
}

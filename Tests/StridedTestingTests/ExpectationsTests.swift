// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedTesting
import Testing

@Suite struct ExpectationsTests {
  private static func matrix() -> NDArray<Int> { NDArray(0..<12).reshaped(3, 4) }

  @Test func viewsAndResultsAreNoCopies() async {
    let sum = expectNoCopies { (Self.matrix().transposed() + 1).sum() }
    #expect(sum == 78)
    let same = await expectNoCopies { () async in Self.matrix()[0, 1] }
    #expect(same == 1)
  }

  @Test func aCopyFailsWithTheLedgersLines() {
    withKnownIssue {
      expectNoCopies { _ = Self.matrix().transposed().reshaped(12) }
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined()
      return text.contains("expected no copies") && text.contains("copy 96 B by reshaped")
    }
  }

  @Test func theBudgetIsABound() {
    expectCopies(atMost: 96) { _ = Self.matrix().copy() }
    withKnownIssue { expectCopies(atMost: 95) { _ = Self.matrix().copy() } }
  }
}

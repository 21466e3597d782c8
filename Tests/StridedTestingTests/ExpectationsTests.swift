// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
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

  @Test func asynchronousCopiesFailWithTheLedgersLines() async {
    await withKnownIssue {
      await expectCopies(atMost: 100) {
        _ = Self.matrix().copy()
        await Task.yield()
        await withTaskGroup(of: Void.self) { group in
          group.addTask { _ = Self.matrix().flattened() }
        }
      }
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined()
      return text.contains("expected copies of at most 100 B") && text.contains("copy 96 B by copy")
        && text.contains("copy 96 B by flattened")
    }
  }

  @Test func theBudgetIsABound() async {
    expectCopies(atMost: 96) { _ = Self.matrix().copy() }
    withKnownIssue { expectCopies(atMost: 95) { _ = Self.matrix().copy() } }
    await expectCopies(atMost: 96) { () async in _ = Self.matrix().copy() }
    await withKnownIssue {
      await expectCopies(atMost: 95) { () async in _ = Self.matrix().copy() }
    }
  }

  @Test func errorsPassThroughTyped() async {
    let square = Self.matrix().transposed()
    do throws(ArrayError) {
      try expectNoCopies { () throws(ArrayError) in _ = try square.reshaped(12, copying: .never) }
      Issue.record("nothing was thrown")
    } catch { #expect(error.obstacle?.byteCount == 96) }
    do throws(ArrayError) {
      try await expectNoCopies { () async throws(ArrayError) in
        _ = try Self.matrix().transposed().reshaped(12, copying: .never)
      }
      Issue.record("nothing was thrown")
    } catch { #expect(error.obstacle?.byteCount == 96) }
  }
}

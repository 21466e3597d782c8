// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct ReceiptTests {
  private func receipts<Result>(_ body: () throws -> Result) -> [String] {
    let (outcome, ledger) = withLedger { () -> Swift.Result<Result, any Error> in
      Swift.Result { try body() }
    }
    if case .failure(let error) = outcome { Issue.record(error) }
    return ledger.receipts.map(\.description)
  }

  @Test func listsAreCopiedBothWays() {
    let array = NDArray([1, 2, 3])
    #expect(
      receipts { NDArray([1, 2, 3]) } == [
        "adopted 24 B by init: copied, writable, freed by the library"
      ])
    #expect(
      receipts { Array(array) } == [
        "handed over 24 B by Array: copied, writable, freed by the receiver"
      ])
    #expect(array.receipt.isShared == false && array.receipt.freedBy == .library)
  }

  @Test(arguments: [true, false])
  func borrowedMemoryIsSharedAndFreedByTheLender(isWritable: Bool) throws {
    let counter = ReleaseCounter()
    let buffer = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 6)
    buffer.initialize(repeating: 7)
    defer { buffer.deallocate() }
    let rights = isWritable ? "writable" : "read-only"
    #expect(
      receipts {
        try NDArray.borrowing(buffer, shape: [2, 3], isWritable: isWritable) { counter.add() }
      } == ["adopted 24 B by borrowing: shared, \(rights), freed by the lender"])
    #expect(counter.value == 1)
    let lent = try NDArray.borrowing(buffer, shape: [2, 3], isWritable: isWritable) {}
    #expect(lent.receipt.isShared && lent.receipt.freedBy == .lender)
    #expect(lent.transposed().receipt.isWritable == isWritable)
    // A read-only view of writable memory can't be written either.
    #expect(!lent.broadcast(to: [4, 2, 3]).receipt.isWritable)
  }

  @Test func freezingSaysWhetherItCopied() {
    #expect(
      receipts { (NDArray(0..<4) * 2).frozen() }.last
        == "handed over 32 B by frozen: shared, read-only, freed by the library")
    let other = NDArray(0..<4)
    #expect(
      receipts { other.frozen() } == [
        "handed over 32 B by frozen: copied, read-only, freed by the library"
      ])
    let fixed = other.frozen()
    #expect(
      receipts { fixed.thawed() } == [
        "handed over 32 B by thawed: copied, writable, freed by the library"
      ])
    #expect(!fixed.receipt.isWritable)
  }

  @Test func closuresBorrow() throws {
    let array = NDArray([1, 2, 3])
    #expect(
      receipts { array.withSpan { $0.count } } == [
        "handed over 24 B by withUnsafeBufferPointer: shared, read-only, freed by the library"
      ])
    #expect(
      receipts { array.withMutableSpan { $0[0] = 9 } } == [
        "handed over 24 B by withUnsafeMutableBufferPointer: shared, writable, freed by the library"
      ])
    // With gaps, the bytes that the elements span.
    #expect(
      receipts { array[.every(2)].withUnsafeMemory { bytes, _ in bytes.count } } == [
        "handed over 24 B by withUnsafeMemory: shared, read-only, freed by the library"
      ])
    #expect(receipts { array.withUnsafeMutableMemory { _, _ in } }.count == 1)
    #expect(receipts { try array.erased.withUnsafeMutableMemory { _, _ in } }.count == 1)
    #expect(
      receipts { (NDArray([1, 2]) * 2).detached() }.last
        == "handed over 16 B by detached: shared, writable, freed by the library")
  }

  @Test func theReportHasALineForEach() {
    let ledger = withLedger { _ = NDArray([1.5]) }.ledger
    #expect(
      ledger.report.hasSuffix("\n  adopted 8 B by init: copied, writable, freed by the library"))
  }

  @Test func whatOperationsDoInsideIsNoReceipt() {
    let matrix = NDArray(0..<12).reshaped(3, 4)
    #expect(receipts { matrix.transposed().reshaped(12) + 1 }.isEmpty)
  }
}

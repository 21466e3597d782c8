// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

/// Each reason for a copy, provoked by the operation that has it.
@Suite struct LedgerReasonTests {
  private let matrix = NDArray(0..<12).reshaped(3, 4)

  private func copies<Result>(_ body: () throws -> Result) -> [Ledger.Entry] {
    let outcome = withLedger { () -> Swift.Result<Result, any Error> in
      Swift.Result { try body() }
    }
    if case .failure(let error) = outcome.result { Issue.record(error) }
    return outcome.ledger.copies
  }

  private func copy(_ bytes: Int, _ operation: String, _ reason: CopyReason) -> [Ledger.Entry] {
    [Ledger.Entry(.copy, byteCount: bytes, operation: operation, reason: reason)]
  }

  @Test func theExampleOfTheDesign() {
    let (sum, ledger) = withLedger { (matrix.transposed() + matrix.transposed()).sum() }
    #expect(sum == 132)
    #expect(ledger.description == "1 allocation 96 B, 0 copies")
    #expect(ledger.entries.map(\.operation) == ["add", "add"])
    #expect(ledger.peakLiveBytes == 96)
  }

  @Test func viewsAllocateNothing() {
    let ledger = withLedger {
      let view = matrix.transposed()[1..<3, .every(2)].flipped().expanded(axes: [0])
      _ = view.broadcast(to: [5, 2, 2]).squeezed()
      _ = matrix.reshaped(2, 6).raveled()
    }.ledger
    #expect(ledger.entries.isEmpty)
  }

  @Test func explicit() {
    #expect(copies { matrix.copy() } == copy(96, "copy", .explicit))
    #expect(copies { matrix.flattened() } == copy(96, "flattened", .explicit))
    #expect(
      copies { try matrix.reshaped(4, 3, copying: .always) } == copy(96, "reshaped", .explicit))
    #expect(copies { try matrix.erased.cast(to: .int64) } == copy(96, "cast", .explicit))
  }

  @Test func order() {
    #expect(copies { matrix.contiguous(.columnMajor) } == copy(96, "contiguous", .order))
    #expect(copies { matrix.contiguous() }.isEmpty)
    #expect(
      copies { try matrix.erased.cast(to: .int64, order: .columnMajor, copying: .ifNeeded) }
        == copy(96, "cast", .order))
  }

  @Test func notViewable() throws {
    let entries = copies { matrix.transposed().reshaped(12) }
    #expect(entries.count == 1)
    guard case .notViewable(let obstacle) = entries.first?.reason else {
      Issue.record("the reason is \(String(describing: entries.first?.reason))")
      return
    }
    #expect(obstacle.reason == .permuted)
    #expect(obstacle.byteCount == 96)
    #expect(entries.first?.operation == "reshaped")
    // What asking ahead and `copying: .never` say is the same.
    #expect(
      try matrix.transposed().copyReason(reshapingTo: [12]) == .notViewable(obstacle))
    #expect {
      try matrix.transposed().reshaped(12, copying: .never)
    } throws: { ($0 as? ArrayError)?.obstacle == obstacle }

    let raveled = copies { matrix[.all, .every(2)].raveled() }
    #expect(raveled.map(\.operation) == ["raveled"])
    #expect(raveled.map(\.byteCount) == [48])
  }

  @Test func castAndByteOrder() throws {
    #expect(copies { matrix.cast(to: Float.self) } == copy(48, "cast", .cast))
    #expect(
      copies { try matrix.erased.cast(to: DType.int64.swapped) } == copy(96, "cast", .byteOrder))
    #expect(matrix.copyReason(castingTo: .float32) == .cast)
    #expect(matrix.copyReason(castingTo: .int64) == nil)
  }

  @Test func overlap() {
    // No walk saves a neighbour that is transposed and shifted: it is copied aside once.
    let square = NDArray(0..<20).reshaped(5, 4)
    let entries = copies { square[1...].assign(from: square[..<4].transposed()) }
    #expect(entries == copy(128, "assign", .overlap))
    #expect(square[1, 1] == 4 && square[2, 0] == 1)
    // One that only is transposed passes a buffer, in blocks that trade places.
    #expect(copies { square[1...].assign(from: square[1...].transposed()) }.isEmpty)
    #expect(square[1, 1] == 1 && square[2, 0] == 4)
    // A shifted one is walked in the right direction, either way, and only passes a buffer.
    let line = NDArray(0..<10)
    #expect(copies { line[1...] = line[..<9] }.isEmpty)
    #expect(copies { line[..<9] = line[1...] }.isEmpty)
  }

  @Test func unaligned() throws {
    let bytes = NDArray<UInt8>.zeros([17])
    let shifted = try bytes.erased[1...].view(as: .int64)
    #expect(!shifted.isAligned)
    #expect(copies { try shifted.required(.aligned) } == copy(16, "required", .unaligned))
    #expect(copies { matrix.required([.aligned, .writable]) }.isEmpty)
  }

  @Test func readOnly() {
    let fixed = matrix.copy().frozen()
    #expect(copies { fixed.thawed() } == copy(96, "thawed", .readOnly))
    #expect(fixed.thawed().isWritable)
    #expect(copies { fixed.reader.required(.writable) } == copy(96, "required", .readOnly))
  }

  @Test func shared() {
    let other = matrix
    #expect(copies { other.frozen() } == copy(96, "frozen", .shared))
  }

  @Test func gather() {
    let picked = copies { try matrix.erased.take(NDArray([2, 0]).erased, axis: 0) }
    #expect(picked.last == copy(64, "gathered", .gather).first)
  }
}

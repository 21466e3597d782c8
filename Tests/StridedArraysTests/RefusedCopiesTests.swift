// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

/// Asking about any operation, and refusing copies to any operation.
@Suite struct RefusedCopiesTests {
  private typealias Writing = @Sendable (AnyNDArray) throws(ArrayError) -> Void

  private func line() -> AnyNDArray { NDArray(0..<12).erased }

  /// Operations that write into a line of twelve, and why they copy.
  private static let writes: [(String, CopyReason?, Writing)] = [
    (
      "assign elsewhere", nil,
      { a throws(ArrayError) in try a.assign(from: NDArray(12..<24).erased) }
    ),
    ("assign cast", nil, { a throws(ArrayError) in try a.assign(from: NDArray([1.5]).erased) }),
    ("shift", nil, { a throws(ArrayError) in try a[1...].assign(from: a[..<11]) }),
    (
      "transpose in place", nil,
      { a throws(ArrayError) in
        let square = try a[..<9].reshaped([3, 3])
        try square.assign(from: square.transposed())
      }
    ),
    ("add", nil, { a throws(ArrayError) in try AnyNDArray.apply(.add, a, a, into: a) }),
    (
      "add turned", nil,
      { a throws(ArrayError) in
        let square = try a[..<9].reshaped([3, 3])
        try AnyNDArray.apply(.add, square, square.transposed(), into: square)
      }
    ),
    (
      "concatenate elsewhere", nil,
      { a throws(ArrayError) in
        try AnyNDArray.concatenate([NDArray(0..<6).erased, NDArray(0..<6).erased], into: a)
      }
    ),
    (
      "swap halves", .overlap,
      { a throws(ArrayError) in try AnyNDArray.concatenate([a[6...], a[..<6]], into: a) }
    ),
    ("roll", .overlap, { a throws(ArrayError) in try a.roll(by: 3, axis: 0) }),
    (
      "put", nil,
      { a throws(ArrayError) in try a.put(NDArray([7, 8]).erased, at: NDArray([3, 4]).erased) }
    ),
    (
      "scatter of itself", .overlap,
      { a throws(ArrayError) in try a.scatter(a[..<2], at: [.array(NDArray([3, 4]).erased)]) }
    ),
    (
      "take", .gather,
      { a throws(ArrayError) in try a[..<2].assign(from: a.take(NDArray([3, 4]).erased)) }
    ),
    (
      "cast on the way", .cast,
      { a throws(ArrayError) in try a.assign(from: a.cast(to: .float32)) }
    ),
  ]

  @Test(arguments: writes.indices) func askingStopsBeforeAnythingHappens(_ i: Int) throws {
    let (name, reason, write) = Self.writes[i]
    let array = line()
    let (asked, ledger) = try withLedger { () throws(ArrayError) in
      try array.copyReason(writing: write)
    }
    #expect(asked == reason, "\(name)")
    #expect(ledger.entries.isEmpty)
    #expect(try Array(NDArray<Int>(array)) == Array(0..<12), "\(name) wrote")
    // The answer is what happens.
    let done = try withLedger { () throws(ArrayError) in try write(array) }.ledger
    #expect(done.copies.first?.reason == reason, "\(name)")
  }

  @Test(arguments: writes.indices) func refusedCopiesThrowTheReason(_ i: Int) throws {
    let (name, reason, write) = Self.writes[i]
    let array = line()
    do throws(ArrayError) {
      try withoutCopies { () throws(ArrayError) in try write(array) }
      #expect(reason == nil, "\(name)")
    } catch {
      #expect(error.copyReason == reason && reason != nil, "\(name): \(error)")
    }
  }

  @Test func resultsAreNoCopiesAndOthersAreNamed() throws {
    let matrix = NDArray(0..<12).reshaped(3, 4).erased
    let (sum, ledger) = try withLedger { () throws(ArrayError) in
      try withoutCopies { () throws(ArrayError) in
        try AnyNDArray.apply(.add, matrix.transposed(), matrix.transposed())
      }
    }
    #expect(sum.shape == [4, 3] && ledger.allocationCount == 1)
    #expect {
      try withoutCopies { () throws(ArrayError) in try matrix.transposed().raveled() }
    } throws: {
      guard let error = $0 as? ArrayError, case .notViewable = error.copyReason else {
        return false
      }
      return error.message.hasPrefix("raveled needs a copy of 96 bytes, and none is allowed: ")
    }
    // Afterwards copies are allowed again.
    #expect(try matrix.transposed().raveled().count == 12)
  }

  @Test func errorsOfTheOperationPassThrough() {
    #expect {
      try line().copyReason { a throws(ArrayError) in
        try a.assign(from: NDArray([1, 2, 3, 4, 5]).erased)
      }
    } throws: {
      ($0 as? ArrayError)?.operand == "source"
    }
  }
}

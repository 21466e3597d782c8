// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

/// Each answer given ahead is what the ledger then sees, over random views of one array.
@Suite struct AskingAheadTests {
  private let square = NDArray(0..<16).reshaped(4, 4)

  @Test func assigningAnswersAsTheLedgerDoes() throws {
    var copying = 0
    for (target, source) in try pairs() {
      let asked = try target.copyReason(assigning: source)
      if let asked {
        let before = Array(target)
        #expect {
          try target.assign(from: source, copying: .never)
        } throws: {
          ($0 as? ArrayError)?.copyReason == asked
        }
        #expect(Array(target) == before)
      }
      let ledger = withLedger { target.assign(from: source) }.ledger
      #expect(ledger.copies.first?.reason == asked, "\(target.layout) = \(source.layout)")
      if asked != nil { copying += 1 }
    }
    #expect(copying > 20)
  }

  @Test func neverThrowsTheReasonAndWritesNothing() throws {
    let before = Array(square)
    #expect {
      try square[..<3, ..<3].assign(from: square[1..., 1...].transposed(), copying: .never)
    } throws: {
      ($0 as? ArrayError)?.copyReason == .overlap
    }
    #expect(Array(square) == before)
    try square.assign(from: square.flipped(axis: 0)[..<1], copying: .ifNeeded)
    #expect(Array(square[0, ...]) == Array(12..<16))
    let ledger = try withLedger { () throws(ArrayError) in
      try square.assign(from: NDArray([7]), copying: .always)
    }.ledger
    #expect(ledger.copies.map(\.reason) == [.explicit])
    #expect(square.max() == 7)
  }

  @Test func computingAnswersAsTheLedgerDoes() throws {
    var copying = 0
    for (target, source) in try pairs() {
      let asked = try target.copyReason(computingFrom: target, source)
      let ledger = withLedger { target += source }.ledger
      #expect(ledger.copies.first?.reason == asked, "\(target.layout) += \(source.layout)")
      if asked != nil { copying += 1 }
    }
    #expect(copying > 20)
  }

  /// Views of equal shape over one array, fresh for each pair.
  private func pairs() throws -> [(NDArray<Int>, NDArray<Int>)] {
    var generator = SeededGenerator(seed: 11)
    var pairs: [(NDArray<Int>, NDArray<Int>)] = []
    for _ in 0..<200 {
      let whole = NDArray(0..<64).reshaped(8, 8)
      pairs.append((view(of: whole, &generator), view(of: whole, &generator)))
    }
    return pairs
  }

  private func view(
    of whole: NDArray<Int>, _ generator: inout SeededGenerator
  ) -> NDArray<Int> {
    let i = Int.random(in: 0...3, using: &generator)
    let j = Int.random(in: 0...3, using: &generator)
    let part: NDArray<Int> = whole[i..<(i + 4), j..<(j + 4)]
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return part.transposed()
    case 1: return part.flipped(axis: 0)
    case 2: return part.flipped(axis: 1)
    default: return part
    }
  }

  @Test func contiguousAndRequiredThrowWhatTheySay() throws {
    let turned = square.transposed()
    #expect(turned.copyReason(contiguousIn: .rowMajor) == .order)
    #expect { try turned.contiguous(copying: .never) } throws: {
      ($0 as? ArrayError)?.copyReason == .order
    }
    #expect(try turned.contiguous(.columnMajor, copying: .never).isView(of: square))
    #expect(try square.contiguous(copying: .always).storage !== square.storage)
    let shifted = try NDArray<UInt8>.zeros([17]).erased[1...].view(as: .int64)
    #expect { try shifted.required(.aligned, copying: .never) } throws: {
      ($0 as? ArrayError)?.copyReason == .unaligned
    }
    let fixed = square.copy().frozen()
    #expect { try fixed.reader.required(.writable, copying: .never) } throws: {
      ($0 as? ArrayError)?.copyReason == .readOnly
    }
    #expect { try square.erased.cast(to: DType.int64.swapped, copying: .never) } throws: {
      ($0 as? ArrayError)?.copyReason == .byteOrder
    }
    #expect { try square.erased.cast(to: .float32, copying: .never) } throws: {
      ($0 as? ArrayError)?.copyReason == .cast
    }
  }

  @Test func errorsOfTypesNameTheOperand() throws {
    struct Point: Storable { var x, y: Double }
    let (numbers, points) = (NDArray([1, 2]).erased, NDArray([Point(x: 1, y: 2)]).erased)
    func operand(_ body: () throws(ArrayError) -> Void) -> String? {
      do throws(ArrayError) { try body() } catch { return "\(error.kind) \(error.operand ?? "?")" }
      return nil
    }
    #expect(
      operand { () throws(ArrayError) in try numbers.assign(from: points) } == "type source")
    #expect(
      operand { () throws(ArrayError) in _ = try AnyNDArray.apply(.add, numbers, points) }
        == "type operand 1")
    #expect(
      operand { () throws(ArrayError) in
        try AnyNDArray.apply(.add, numbers, NDArray([1.5]).erased, into: numbers)
      } == "type target")
    #expect(
      operand { () throws(ArrayError) in
        try numbers.copy(to: numbers, where: numbers)
      } == "type mask")
    #expect(
      operand { () throws(ArrayError) in
        try numbers.scatter(NDArray([1, 2, 3]).erased, at: [.array(NDArray([0, 1]).erased)])
      } == "value values")
    #expect(
      operand { () throws(ArrayError) in
        _ = try AnyNDArray.concatenate(
          [numbers, NDArray([1.5]).erased], into: NDArray([1, 2, 3]).erased)
      } == "type part 1")
  }

  @Test func errorsNameTheOperandAndCarryShapes() {
    let (a, b) = (NDArray([1, 2]).erased, NDArray([1, 2, 3]).erased)
    let sum = fault { () throws(ArrayError) in _ = try AnyNDArray.apply(.add, a, b) }
    #expect(sum?.operand == "operand 1")
    #expect(sum?.shapes == [[2], [3]])
    #expect(sum?.axis == 0)
    #expect(sum?.index == 3)
    #expect(sum?.bound == 2)
    let assigned = fault { () throws(ArrayError) in try a.assign(from: b) }
    #expect(assigned?.operand == "source")
    #expect(assigned?.shapes == [[3], [2]])
    let fixed = fault { () throws(ArrayError) in
      try NDArray([1]).erased.broadcast(to: [3]).assign(from: b)
    }
    #expect(fixed?.kind == .readOnly)
    #expect(fixed?.operand == "target")
    #expect(fixed?.shapes == [[3]])
  }

  private func fault(_ body: () throws(ArrayError) -> Void) -> ArrayError? {
    do throws(ArrayError) { try body() } catch { return error }
    return nil
  }
}

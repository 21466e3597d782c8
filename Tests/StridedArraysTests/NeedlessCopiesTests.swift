// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

/// Where NumPy 2.4.6 copies a whole operand because operands overlap, and what is copied here: nothing,
/// or the small operand. Every result is compared with that of copied operands.
@Suite struct NeedlessCopiesTests {
  private typealias Change = (NDArray<Double>) -> Void

  /// Runs `body` on a matrix, and on another one what it gives with copied operands, and compares
  /// matrices and the bytes copied.
  private func expect(
    copied wanted: Int, side: Int = 100, _ body: Change, sameAs right: Change,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let x = NDArray((0..<(side * side)).map { Double($0 % 977) }).reshaped(side, side)
    let y = x.copy()
    let bytes = withLedger { body(x) }.ledger.copiedBytes
    right(y)
    #expect(Array(x) == Array(y), sourceLocation: location)
    #expect(bytes == wanted, sourceLocation: location)
  }

  /// Assigns a view of a matrix to another one; no order of walking may need a copy.
  private func expectNoCopy(
    _ target: (NDArray<Double>) -> NDArray<Double>, _ source: (NDArray<Double>) -> NDArray<Double>,
    side: Int = 100, _ location: SourceLocation = #_sourceLocation
  ) {
    expect(
      copied: 0, side: side, { target($0).assign(from: source($0)) },
      sameAs: { target($0).assign(from: source($0).copy()) }, location)
  }

  @Test func interleavedColumns() {
    expectNoCopy({ $0[.all, .every(2)] }, { $0[.all, .slice(1, nil, 2)] })
  }

  @Test func shiftedRowsAndColumns() {
    expectNoCopy({ $0[1...] }, { $0[..<(-1)] })
    expectNoCopy({ $0[..<(-1)] }, { $0[1...] })
    expectNoCopy({ $0[.all, 1...] }, { $0[.all, ..<(-1)] })
    expectNoCopy({ $0[.all, ..<(-1)] }, { $0[.all, 1...] })
  }

  /// A first row or column is read until the last element; one in the middle is copied, and only it.
  @Test func aRowOrColumnOfTheTarget() {
    expect(copied: 0, { $0 *= $0[0, ...] }, sameAs: { $0 *= $0[0, ...].copy() })
    expect(copied: 0, { $0 -= $0[.all, ..<1] }, sameAs: { $0 -= $0[.all, ..<1].copy() })
    expect(copied: 800, { $0 *= $0[50, ...] }, sameAs: { $0 *= $0[50, ...].copy() })
    expect(copied: 800, { $0 -= $0[.all, 50..<51] }, sameAs: { $0 -= $0[.all, 50..<51].copy() })
  }

  @Test func sumsOfShiftedElements() {
    expect(
      copied: 0,
      {
        let flat = $0.raveled()
        NDArray.sum(flat[..<(-1)], 1, into: flat[1...])
      },
      sameAs: {
        let flat = $0.raveled()
        flat[1...] = flat[..<(-1)].copy() + 1
      })
  }

  /// Blocks that trade places are read together; memory for a few blocks is all that it takes.
  @Test(arguments: [1, 2, 3, 63, 64, 65, 100, 200])
  func aMatrixAndItsTranspose(side: Int) {
    expectNoCopy({ $0 }, { $0.transposed() }, side: side)
    expectNoCopy({ $0 }, { $0.flipped() }, side: side)
    expectNoCopy({ $0 }, { $0.rotated90() }, side: side)
    expect(
      copied: 0, side: side, { $0 += $0.transposed() }, sameAs: { $0 += $0.transposed().copy() })
    expect(
      copied: 0, side: side, { $0 -= $0.flipped(axis: 1).transposed() },
      sameAs: { $0 -= $0.flipped(axis: 1).transposed().copy() })
  }

  @Test func turningTakesMemoryForAFewBlocks() {
    let x = NDArray<Double>.zeros([1000, 1000])
    let ledger = withLedger { x[...] = x.transposed() }.ledger
    #expect(ledger.copiedBytes == 0)
    #expect(ledger.peakLiveBytes <= 1 << 17)
  }

  @Test func intermediatesCanBeWrittenInPlace() throws {
    let x = NDArray((0..<10_000).map(Double.init)).reshaped(100, 100)
    let (result, ledger) = withLedger {
      let double = x * 2
      NDArray.difference(1, double, into: double)
      return double
    }
    let wanted = (0..<10_000).map { (i: Int) -> Double in 1.0 - 2.0 * Double(i) }
    #expect(Array(result) == wanted)
    // One array, and the number 1 as another.
    #expect(ledger.peakLiveBytes < 80_000 + 1000 && ledger.copiedBytes == 0)
  }
}

extension NDArray where Item: Scalar {
  fileprivate static func sum(_ a: NDArray, _ b: Item, into target: NDArray) {
    attempt { () throws(ArrayError) in
      try AnyNDArray.apply(.add, a.erased, NDArray(scalar: b).erased, into: target.erased)
    }
  }

  fileprivate static func difference(_ a: Item, _ b: NDArray, into target: NDArray) {
    attempt { () throws(ArrayError) in
      try AnyNDArray.apply(.subtract, NDArray(scalar: a).erased, b.erased, into: target.erased)
    }
  }
}

/// Arrays that are permutations of themselves, of any rank, type and order, against copied ones.
@Suite struct OrbitTests {
  @Test(arguments: [UInt64(1), 20_261_123, .random(in: 0...UInt64.max)])
  func permutationsOfTheTarget(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    var spared = 0
    for round in 0..<120 {
      let side = [2, 3, 5, 17, 40][Int.random(in: 0..<5, using: &random)]
      let rank = side > 10 ? 2 : Int.random(in: 1...4, using: &random)
      var shape = Array(repeating: side, count: rank)
      if Bool.random(using: &random) { shape.append(Int.random(in: 1...70, using: &random)) }
      let types: [DType] = [.uint8, .int16, .float32, .float64, .complex128, .int32.swapped]
      let dtype = types[Int.random(in: 0..<types.count, using: &random)]
      let count = shape.reduce(1, *)
      let order = MemoryOrder.allCases[Int.random(in: 0..<2, using: &random)]
      let x = try NDArray((0..<count).map { $0 % 251 }, shape: shape, order: order).erased
        .cast(to: dtype)
      let axes = Array(0..<rank).shuffled(using: &random) + Array(rank..<shape.count)
      let flips = shape.indices.filter { _ in Bool.random(using: &random) }
      let source = try x.permuted(axes).flipped(axes: flips)
      let wanted = try x.copy()
      let adds = Bool.random(using: &random)
      let ledger = try withLedgerOfErrors {
        if adds {
          let copy = try source.copy()
          try AnyNDArray.apply(.add, wanted, copy, into: wanted)
          try AnyNDArray.apply(.add, x, source, into: x)
        } else {
          try wanted.assign(from: source.copy())
          try x.assign(from: source)
        }
      }
      if ledger.copies.allSatisfy({ $0.reason != .overlap }) { spared += 1 }
      #expect(x.description == wanted.description, "seed \(seed), round \(round): \(axes) \(flips)")
      let same = try NDArray<Bool>(AnyNDArray.apply(.equal, x, wanted))
      #expect(same.min(), "seed \(seed), round \(round): \(shape) \(axes) \(flips) \(dtype)")
    }
    #expect(spared > 100)
  }

  private func withLedgerOfErrors(_ body: () throws -> Void) throws -> Ledger {
    let outcome = withLedger { Swift.Result { try body() } }
    try outcome.result.get()
    return outcome.ledger
  }
}

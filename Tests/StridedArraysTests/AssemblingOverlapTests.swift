// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct AssemblingOverlapTests {
  /// The worst case of NumPy's: `concatenate([a[3:], a[:3]], out=a)` gives `[3 4 5 3 4 5]` there.
  @Test func halvesChangePlaces() {
    let a = NDArray(0..<6)
    NDArray.concatenate([a[3...], a[..<3]], into: a)
    #expect(Array(a) == [3, 4, 5, 0, 1, 2])
    NDArray.stack([a[3...], a[..<3]], into: a.reshaped(2, 3))
    #expect(Array(a) == [0, 1, 2, 3, 4, 5])
    NDArray.concatenate([a[1...], a[..<1]], axis: nil, into: a.flipped())
    #expect(Array(a) == [0, 5, 4, 3, 2, 1])
    a.rolled(by: 2, into: a)
    #expect(Array(a) == [2, 1, 0, 5, 4, 3])
  }

  @Test func manyPiecesChangePlaces() {
    let a = NDArray(0..<200)
    NDArray.concatenate(
      (0..<200).map {
        let i = 199 - $0; return a[i..<(i + 1)]
      }, into: a)
    #expect(Array(a) == Array((0..<200).reversed()))
  }

  /// Every operation on views of one buffer, written to another view of it, gives what it gives on
  /// copies.
  @Test(arguments: [1, 2, 3]) func targetsMayOverlapInputs(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var overlapping = 0
    let tables = [
      AssemblingJoiningTests.table, AssemblingRepeatingTests.table, AssemblingEditingTests.table,
      AssemblingPaddingTests.table,
    ]
    for row in try tables.flatMap(assemblingRows) where row.wanted[0] != "error" {
      if ["diagflat", "fill_diagonal"].contains(row.operation) { continue }
      let buffer = NDArray(0..<80)
      let sources = try row.sources.map { try view($0.shape, of: buffer, &random) }
      let wanted = try row.result(sources.map { $0.copy(order: .rowMajor) })
      let target = try view(wanted.shape, of: buffer, &random)
      if target.overlapsItself { continue }
      if sources.contains(where: { $0.sharesMemory(with: target) }) { overlapping += 1 }
      let before = Array(buffer)
      let result = try row.result(sources, into: target)
      #expect(result.layout == target.layout)
      #expect(
        Array(target) == Array(wanted),
        "seed \(seed), \(sources.map(\.layout)) to \(target.layout): \(row.text)")
      // Nothing but the target was written.
      buffer.assign(from: NDArray(before))
      target.assign(from: wanted)
      let expected = Array(buffer)
      buffer.assign(from: NDArray(before))
      _ = try row.result(sources.map(\.erased), into: target.erased)
      #expect(Array(buffer) == expected, "seed \(seed): \(row.text)")
    }
    #expect(overlapping > 100)
  }

  /// A dense view of random place, axis order and directions.
  private func view(
    _ shape: [Int], of buffer: NDArray<Int>, _ random: inout SeededGenerator
  ) throws -> NDArray<Int> {
    let dense = try Layout.dense(
      shape: shape, itemSize: 8, axisOrder: Array(0..<shape.count).shuffled(using: &random))
    let count = dense.count
    let step = count * 2 <= buffer.count && Bool.random(using: &random) ? 2 : 1
    let first = Int.random(in: 0...Swift.max(0, buffer.count - count * step), using: &random)
    let view = buffer.strided(
      shape: shape, strides: dense.strides.map { $0 * step }, offset: 8 * first)
    return view.flipped(axes: (0..<shape.count).filter { _ in Bool.random(using: &random) })
  }

  @Test func nothingIsWrittenOnErrors() throws {
    let a = NDArray(0..<6).erased
    let cases: [() throws -> Void] = [
      { try AnyNDArray.concatenate([a, a], into: a) },
      { try AnyNDArray.concatenate([try a.cast(to: .float64)], into: a) },
      { try AnyNDArray.concatenate([a.reshaped([2, 3]), a], into: a) },
      { try AnyNDArray.concatenate([a], axis: 1, into: a) },
      { try a.rolled(by: 1, into: try a.broadcast(to: [6])) },
      { try a.tiled([-1], into: a) },
    ]
    for body in cases { #expect(throws: ArrayError.self) { try body() } }
    #expect(a.description == "[0 1 2 3 4 5]")
  }

  @Test func typesArePromotedTogether() throws {
    func joined(_ types: [DType]) throws -> DType {
      try AnyNDArray.concatenate(types.map { try AnyNDArray.zeros([1], $0) }).dtype
    }
    #expect(try joined([.int16, .uint16, .float32]) == .float32)
    #expect(try joined([.int8, .uint8]) == .int16)
    #expect(try joined([.int64, .uint64]) == .float64)
    #expect(try joined([.bool, .int8, .complex64]) == .complex64)
    #expect(try joined([.int32.swapped]) == .int32)
    let target = try AnyNDArray.zeros([2], .float32)
    try AnyNDArray.concatenate([NDArray([1]).erased, NDArray([2]).erased], into: target)
    #expect(target.description == "[1. 2.]")
  }
}

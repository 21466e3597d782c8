// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

/// Every pair of small views of one buffer, assigned and combined in place, against the oracle.
@Suite struct ExhaustiveAssignmentTests {
  /// Views of `shape` over `cells` cells with every start and every stride in -2...2.
  static func layouts(_ shape: [Int], cells: Int) -> [[Int]] {
    let strides = shape.reduce([[]]) { heads, _ in heads.flatMap { h in (-2...2).map { h + [$0] } }
    }
    return strides.flatMap { strides in
      (0..<cells).compactMap { start -> [Int]? in
        var (low, high) = (start, start)
        for (length, stride) in zip(shape, strides) where length > 0 {
          if stride < 0 { low += (length - 1) * stride } else { high += (length - 1) * stride }
        }
        return low >= 0 && high < cells ? [start] + strides : nil
      }
    }
  }

  private func check(
    _ shape: [Int], _ sourceShape: [Int], cells: Int, every: Int, _ dtype: DType
  ) throws {
    let targets = Self.layouts(shape, cells: cells)
    let sources = Self.layouts(sourceShape, cells: cells)
    let size = dtype.itemSize
    let initial = try NDArray(0..<cells).erased.cast(to: dtype)
    var pair = 0
    for target in targets {
      for source in sources {
        pair += 1
        guard pair % every == 0 else { continue }
        let buffer = try initial.copy()
        func view(_ shape: [Int], _ v: [Int]) throws -> AnyNDArray {
          try buffer.strided(
            shape: shape, strides: v.dropFirst().map { $0 * size }, offset: v[0] * size)
        }
        let memory = Model.Memory(Array(0..<cells))
        func model(_ shape: [Int], _ v: [Int]) -> Model {
          let cells = Model.indices(shape).map { index in
            zip(index, v.dropFirst()).reduce(v[0]) { $0 + $1.0 * $1.1 }
          }
          return Model(memory: memory, shape: shape, cells: cells)
        }
        let (to, from) = (try view(shape, target), try view(sourceShape, source))
        let (toModel, fromModel) = (model(shape, target), model(sourceShape, source))
        if pair.isMultiple(of: 2) {
          try to.assign(from: from)
          toModel.assign(fromModel)
        } else {
          try AnyNDArray.apply(.add, to, from, into: to)
          toModel.update(fromModel, +)
        }
        let values = Array(try NDArray<Int64>(buffer.cast(to: .int64)))
        try #require(
          values == memory.values.map(Int64.init), "\(dtype) \(shape) \(target) from \(source)")
      }
    }
  }

  @Test(arguments: [DType.int64, .float32, .int8, .complex64])
  func ofOneAxis(dtype: DType) throws {
    for length in 0...4 {
      try check([length], [length], cells: 9, every: 1, dtype)
      try check([length], [], cells: 9, every: 1, dtype)
    }
  }

  @Test(arguments: [DType.int16, .float64])
  func ofTwoAxes(dtype: DType) throws {
    try check([2, 3], [2, 3], cells: 9, every: 7, dtype)
    try check([3, 2], [2], cells: 9, every: 1, dtype)
    try check([3, 3], [3, 1], cells: 9, every: 3, dtype)
  }

  @Test func ofThreeAxes() throws {
    try check([2, 2, 2], [2, 2, 2], cells: 9, every: 101, .int32)
    try check([2, 2, 2], [2, 1, 2], cells: 9, every: 53, .float16)
  }
}

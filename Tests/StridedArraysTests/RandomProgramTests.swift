// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

/// Random programs of views and writes, run on the library and on the oracle side by side.
@Suite struct RandomProgramTests {
  @Test(arguments: [UInt64(1), 20_261_123, .random(in: 0...UInt64.max)])
  func everyTypeAgreesWithTheOracle(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for dtype in DType.numbers where dtype.kind != .bool {
      for swapped in [false, true] {
        try Program(swapped ? dtype.swapped : dtype, seed, &random).run(steps: 60, &random)
      }
    }
  }
}

private final class Program {
  let seed: UInt64
  let dtype: DType
  var arrays: [(real: AnyNDArray, model: Model)] = []

  init(_ dtype: DType, _ seed: UInt64, _ random: inout SeededGenerator) throws {
    self.seed = seed
    self.dtype = dtype
    for shape in [[12], [3, 4], [2, 3, 2], []] {
      let values = (0..<shape.reduce(1, *)).map { _ in Int.random(in: 0..<100, using: &random) }
      let order = MemoryOrder.allCases[Int.random(in: 0..<2, using: &random)]
      let real = try NDArray(values, shape: shape, order: order).erased.cast(to: dtype)
      arrays.append((real, Model(values, shape: shape)))
    }
  }

  func run(steps: Int, _ random: inout SeededGenerator) throws {
    for _ in 0..<steps {
      let i = Int.random(in: 0..<arrays.count, using: &random)
      let (real, model) = arrays[i]
      if Bool.random(using: &random) {
        let j = Int.random(in: 0..<arrays.count, using: &random)
        try write(real, model, arrays[j], &random)
        for (real, model) in arrays { try compare(real, model) }
      } else if let view = try view(real, model, &random) {
        try compare(view.0, view.1)
        arrays.append(view)
        if arrays.count > 14 { arrays.remove(at: 4) }
      }
    }
  }

  func compare(_ real: AnyNDArray, _ model: Model) throws {
    try #require(real.shape == model.shape, "seed \(seed) \(dtype)")
    let values = Array(try NDArray<Double>(real.cast(to: .float64)))
    try #require(values == model.values.map(Double.init), "seed \(seed) \(dtype)")
  }

  func write(
    _ real: AnyNDArray, _ model: Model, _ source: (real: AnyNDArray, model: Model),
    _ random: inout SeededGenerator
  ) throws {
    guard real.isWritable, model.shape.count >= source.model.shape.count,
      fits(source.model.shape, model.shape)
    else { return }
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      try real.assign(from: source.real)
      model.assign(source.model)
    case 1 where !dtype.isSwapped:
      try AnyNDArray.apply(.maximum, real, source.real, into: real)
      model.update(source.model, max)
    default:
      try AnyNDArray.apply(.minimum, source.real, real, into: real)
      model.update(source.model, min)
    }
  }

  private func fits(_ inner: [Int], _ outer: [Int]) -> Bool {
    zip(inner.reversed(), outer.reversed()).allSatisfy { $0 == 1 || $0 == $1 }
  }

  func view(
    _ real: AnyNDArray, _ model: Model, _ random: inout SeededGenerator
  ) throws -> (AnyNDArray, Model)? {
    let rank = model.shape.count
    let axis = rank == 0 ? 0 : Int.random(in: 0..<rank, using: &random)
    var terms = Array(repeating: AxisIndex.slice(Slice(nil, nil, 1)), count: axis)
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      let axes = Array(0..<rank).shuffled(using: &random)
      return (try real.permuted(axes), model.permuted(axes))
    case 1 where rank > 0: return (try real.flipped(axis: axis), model.flipped(axis))
    case 2 where rank > 0 && model.shape[axis] > 0:
      let position = Int.random(in: 0..<model.shape[axis], using: &random)
      terms.append(.index(position - (Bool.random(using: &random) ? model.shape[axis] : 0)))
      return (try real.view(at: terms), model.dropping(axis: axis, at: position))
    case 3 where rank > 0 && model.shape[axis] > 0:
      let start = Int.random(in: 0..<model.shape[axis], using: &random)
      let step = [1, 2, -1, -2][Int.random(in: 0..<4, using: &random)]
      let end = step > 0 ? model.shape[axis] : -1
      terms.append(.slice(Slice(start, nil, step)))
      let positions = Array(stride(from: start, to: end, by: step))
      return (try real.view(at: terms), model.picking(positions, axis: axis))
    case 4 where rank < 5:
      return (try real.expanded(axes: [axis]), model.adding(axis: axis))
    case 5 where rank < 5 && model.cells.count < 200:
      let shape = [2] + model.shape
      return (try real.broadcast(to: shape), model.broadcast(to: shape))
    case 6:
      let flat = try real.reshaped([-1, 1], order: .rowMajor)
      let shape = [model.cells.count, 1]
      let same = flat.storage === real.storage
      return (flat, same ? model.reshaped(shape) : model.copy().reshaped(shape))
    case 7: return (try real.copy(order: .keep), model.copy())
    default: return nil
    }
  }
}

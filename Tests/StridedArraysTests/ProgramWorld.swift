// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport

/// Elements of a type somewhere in a world's memory.
struct Spot: CustomStringConvertible {
  var layout: Layout
  var dtype: DType

  var shape: [Int] { layout.shape }

  var description: String {
    "\(dtype) of shape \(shape), strides \(layout.strides), at \(layout.offset)"
  }

  func view(in memory: AnyNDArray) throws -> AnyNDArray {
    try AnyNDArray(storage: memory.storage, layout: layout, dtype: dtype)
  }
}

/// Two memories of equal content: programs run in one on live views, in the other on copies.
struct ProgramWorld {
  /// A stretch of memory that holds small numbers of one type.
  struct Segment {
    var start: Int
    var dtype: DType

    func holds(_ spot: Spot) -> Bool {
      spot.layout.offset >= start
        && spot.layout.offset < start + ProgramWorld.count * dtype.itemSize
    }
  }

  static let count = 48
  let live: AnyNDArray
  let shadow: AnyNDArray
  let integers: Segment
  let truths: Segment
  let doubles: Segment
  let others: Segment
  /// The integers' bytes as elements of a smaller type.
  let pieces: Segment

  init(_ random: inout SeededGenerator) throws {
    var types = DType.numbers
    types += types.map(\.swapped)
    integers = Segment(start: 0, dtype: .int64)
    truths = Segment(start: 384, dtype: .bool)
    doubles = Segment(start: 448, dtype: .float64)
    others = Segment(start: 832, dtype: types[Int.random(in: 0..<types.count, using: &random)])
    pieces = Segment(start: 0, dtype: Bool.random(using: &random) ? .int32 : .uint8)
    live = try .zeros([1600], .uint8)
    shadow = try .zeros([1600], .uint8)
    try fill(&random)
  }

  /// Writes fresh small numbers, so that sums stay exact in every type and many are valid indices.
  func fill(_ random: inout SeededGenerator) throws {
    for (segment, range) in [
      (integers, -2...4), (truths, 0...1), (doubles, -3...8), (others, 0...5),
    ] {
      let values = (0..<Self.count).map { _ in Int.random(in: range, using: &random) }
      for memory in [live, shadow] {
        try all(segment).view(in: memory).assign(from: NDArray(values).erased)
      }
    }
  }

  func all(_ segment: Segment) throws -> Spot {
    Spot(
      layout: try .dense(shape: [Self.count], itemSize: segment.dtype.itemSize)
        .advanced(by: segment.start), dtype: segment.dtype)
  }

  /// The bytes of an array that is contiguous.
  static func bytes(_ array: AnyNDArray) -> [UInt8] {
    let first = UnsafeRawPointer(array.storage.address) + array.byteOffset
    return withExtendedLifetime(array.storage) {
      [UInt8](UnsafeRawBufferPointer(start: first, count: array.byteCount))
    }
  }
}

/// What draws the parts of random operations.
struct Draw {
  var random: SeededGenerator
  let world: ProgramWorld

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ oneIn: Int) -> Bool { int(1...oneIn) == 1 }
  mutating func pick<Item>(_ items: [Item]) -> Item { items[int(0...(items.count - 1))] }

  mutating func shape(_ ranks: ClosedRange<Int> = 0...3) -> [Int] {
    (0..<int(ranks)).map { _ in pick([0, 1, 1, 2, 2, 2, 3, 3, 3, 4]) }
  }

  /// A shape that broadcasts to another one.
  mutating func narrower(_ shape: [Int]) -> [Int] {
    let kept = shape.suffix(chance(4) ? int(0...shape.count) : shape.count)
    return kept.map { chance(4) ? 1 : $0 }
  }

  mutating func segment() -> ProgramWorld.Segment {
    pick([
      world.integers, world.integers, world.doubles, world.others, world.others, world.truths,
      world.pieces,
    ])
  }

  /// Elements of a shape anywhere in a segment: dense in any order, with gaps, backwards, or with any
  /// strides at all. Nil if the segment is too small.
  mutating func spot(_ shape: [Int], in segment: ProgramWorld.Segment) throws -> Spot? {
    let size = segment.dtype.itemSize
    let order = Array(0..<shape.count).shuffled(using: &random)
    var steps = try Layout.dense(shape: shape, itemSize: 1, axisOrder: order).strides
    if chance(4) {
      steps = shape.map { _ in int(-7...7) }
    } else {
      let gap = chance(3) ? 2 : 1
      steps = steps.map { (chance(4) ? -1 : 1) * gap * $0 }
    }
    var (low, high) = (0, 0)
    for (length, step) in zip(shape, steps) where length > 0 {
      if step < 0 { low += (length - 1) * step } else { high += (length - 1) * step }
    }
    guard high - low < ProgramWorld.count else { return nil }
    let start = int(-low...(ProgramWorld.count - 1 - high))
    let layout = try Layout(
      axes: AxisList(zip(shape, steps).map { Axis(length: $0, stride: $1 * size) }),
      offset: segment.start + start * size)
    return Spot(layout: layout, dtype: segment.dtype)
  }

  /// Some elements of any segment.
  mutating func anySpot(_ ranks: ClosedRange<Int> = 0...3) throws -> Spot? {
    try spot(shape(ranks), in: segment())
  }
}

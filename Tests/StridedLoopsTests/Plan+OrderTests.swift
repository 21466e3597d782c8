// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

/// Copies and operations whose operands disagree on the order of their axes.
@Suite struct PlanOrderTests {
  /// The bytes after copying `source` to `target`, element by element.
  func copied(
    _ before: [UInt8], _ target: Layout, _ source: Layout, itemSize: Int
  ) -> [UInt8] {
    var bytes = before
    for (o, a) in zip(Oracle.offsets(target), Oracle.offsets(source)) {
      for i in 0..<itemSize { bytes[o + i] = before[a + i] }
    }
    return bytes
  }

  /// A layout of `shape` whose axes lie in `order`, each with a gap of `gap` bytes.
  func layout(
    _ shape: [Int], order: [Int], itemSize: Int, gap: Int, offset: Int
  ) throws -> (Layout, end: Int) {
    var strides = shape
    var step = itemSize
    for axis in order.reversed() {
      strides[axis] = step
      step = step * shape[axis] + gap
    }
    return (try Layout(shape: shape, strides: strides, offset: offset), offset + step)
  }

  @Test(arguments: [1, 2, 3, 4, 8, 12, 16, 24])
  func permutedCopies(itemSize: Int) throws {
    var dice = Dice()
    let dtype = DType.record(size: itemSize, alignment: 1)
    for round in 0..<60 {
      let shape = [[40, 70], [3, 200], [150, 4], [17, 5, 33], [9, 64, 3], [2, 130]][round % 6]
      let axes = Array(shape.indices)
      let size = round % 4 == 0 ? 1 : itemSize
      let (target, middle) = try layout(
        shape, order: dice.roll(0...1) == 0 ? axes : axes.shuffled(using: &dice),
        itemSize: itemSize, gap: dice.roll(0...1) * dice.roll(0...2) * size,
        offset: dice.roll(0...3) * size)
      let (source, end) = try layout(
        shape, order: axes.shuffled(using: &dice), itemSize: itemSize,
        gap: dice.roll(0...1) * dice.roll(0...70) * size, offset: middle + dice.roll(0...5))
      let before = (0..<end).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
      let arena = Arena(before)
      // Some axes the other way, in one operand or both.
      let flipped = try dice.roll(0...2) == 0 ? source.flipped(axes: [dice.roll(0...1)]) : source
      try Loops.assign(arena.operand(target, dtype), from: arena.operand(flipped, dtype))
      #expect(
        arena.bytes == copied(before, target, flipped, itemSize: itemSize),
        "seed \(dice.seed) round \(round) \(target) \(flipped)")
    }
  }

  @Test(arguments: [1, 2, 4, 8, 16])
  func storesPastTheCache(itemSize: Int) throws {
    var dice = Dice()
    let stage = try #require(Stage.stream(size: itemSize))
    for round in 0..<40 {
      let (rows, row) = [(5, 700), (33, 400), (130, 150), (1, 3000), (3, 90)][round % 5]
      let isTransposed = dice.roll(0...1) == 0
      // Rows at cache lines, side by side, or anywhere.
      let rowBytes = row * itemSize
      let distance = [(rowBytes + 63) & ~63, rowBytes, rowBytes + dice.roll(0...9) * itemSize][
        dice.roll(0...2)]
      let offset = dice.roll(0...2) * dice.roll(0...8)
      let step = isTransposed ? rows * itemSize : itemSize * dice.roll(1...3)
      let outer = isTransposed ? itemSize : row * step
      let start = offset + rows * distance + 64
      let end = start + (rows - 1) * outer + row * step + itemSize
      let before = (0..<end).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
      let arena = Arena(before)
      let first = arena.address.assumingMemoryBound(to: CChar.self)
      invoke(
        stage.near, rows, row, [first + offset, first + start], [distance, outer],
        [itemSize, step])
      let target = try Layout(
        shape: [rows, row], strides: [distance, itemSize], offset: offset)
      let source = try Layout(shape: [rows, row], strides: [outer, step], offset: start)
      #expect(
        arena.bytes == copied(before, target, source, itemSize: itemSize),
        "seed \(dice.seed) round \(round)")
    }
  }

  @Test func addsArraysOfDifferentOrders() throws {
    var dice = Dice()
    for round in 0..<24 {
      let shape = [[80, 90], [100, 70], [20, 30, 40], [5, 64, 65]][round % 4]
      let axes = Array(shape.indices)
      let dtype: DType = round % 3 == 0 ? .float64.swapped : .float64
      var end = 0
      var layouts: [Layout] = []
      for k in 0..<3 {
        let made = try layout(
          shape, order: k == 0 ? axes : axes.shuffled(using: &dice), itemSize: 8,
          gap: 8 * dice.roll(0...2), offset: end)
        layouts.append(dice.roll(0...3) == 0 ? try made.0.flipped(axes: [0]) : made.0)
        end = made.end
      }
      let arena = Arena([UInt8](repeating: 0, count: end))
      for k in 1...2 {
        for (i, offset) in Oracle.offsets(layouts[k]).enumerated() {
          let bits = Double(i * k % 1000).bitPattern
          arena.address.storeBytes(
            of: k == 1 && dtype.isSwapped ? bits.byteSwapped : bits, toByteOffset: offset,
            as: UInt64.self)
        }
      }
      try Loops.apply(
        try BinaryOperation.add.signature(.float64, .float64),
        into: arena.operand(layouts[0], .float64), arena.operand(layouts[1], dtype),
        arena.operand(layouts[2], .float64))
      let wrong = Oracle.offsets(layouts[0]).enumerated().filter { i, offset in
        arena.address.load(fromByteOffset: offset, as: Double.self)
          != Double(i % 1000 + i * 2 % 1000)
      }
      #expect(wrong.isEmpty, "seed \(dice.seed) round \(round) \(layouts)")
    }
  }

  @Test func longRowsReplaceTinyOnes() throws {
    let arena = Arena([UInt8](repeating: 0, count: 4000))
    let target = try Layout(shape: [100, 3], strides: [3, 1])
    let source = try Layout(shape: [100, 3], strides: [1, 100], offset: 1000)
    var plan = Plan<2>(target: arena.operand(target, .uint8))
    try plan.attach(1, arena.operand(source, .uint8))
    plan.lengthenRows()
    #expect(plan[1].count == 100 && plan[1].steps[0] == 3 && plan[0].count == 3)
  }

  @Test func theDensestAxisComesNext() throws {
    let arena = Arena([UInt8](repeating: 0, count: 9000))
    let target = try Layout(shape: [8, 9, 10], strides: [90, 10, 1])
    let source = try Layout(shape: [8, 9, 10], strides: [1, 80, 8], offset: 1000)
    var plan = Plan<2>(target: arena.operand(target, .uint8))
    try plan.attach(1, arena.operand(source, .uint8))
    let isAcross = plan.bringAcross(results: 1)
    #expect(isAcross[1] && plan[0].count == 9 && plan[1].count == 8 && plan[2].count == 10)
  }
}

// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

/// Results that are stored past the cache, and those that several threads compute.
@Suite struct LargeTests {
  /// Memory for `operands` arrays of `shape`, of which the first is the result.
  struct Arrays {
    let arena: Arena
    let layouts: [Layout]
    let dtype: DType

    init(_ shape: [Int], _ dtype: DType, transposed: Int) throws {
      self.dtype = dtype
      let bytes = shape.reduce(dtype.itemSize, *)
      arena = Arena([UInt8](repeating: 0, count: 3 * bytes + 64))
      // The result starts inside a cache line.
      layouts = try (0..<3).map { k in
        let dense = try Layout.dense(
          shape: k == transposed ? shape.reversed() : shape, itemSize: dtype.itemSize)
        let turned = k == transposed ? dense.transposed() : dense
        return try turned.advanced(by: k == 0 ? 2 * dtype.itemSize : k * bytes + 64)
      }
      for k in 1...2 {
        let start = arena.address + (k * bytes + 64)
        for i in 0..<(bytes / 8) {
          start.storeBytes(
            of: UInt64(truncatingIfNeeded: i &* (2 * k + 1)) & 0x0f0f_0f0f_0f0f_0f0f,
            toByteOffset: 8 * i, as: UInt64.self)
        }
      }
    }

    func operand(_ k: Int) -> Operand { arena.operand(layouts[k], dtype) }

    func byte(_ k: Int, _ index: [Int], _ part: Int) -> UInt8 {
      var offset = layouts[k].offset + part
      for (i, axis) in zip(index, layouts[k].axes) { offset += i * axis.stride }
      return arena.address.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// Whether bytes at random indices, and at the first and last, are as `expected` says.
    func holds(_ expected: (_ a: UInt8, _ b: UInt8) -> UInt8) -> Bool {
      var dice = Dice(7)
      let shape = layouts[0].axes.map(\.length)
      return (0..<20_000).allSatisfy { round in
        let index = shape.map {
          round % 50 == 0 ? $0 - 1 : round % 51 == 0 ? 0 : dice.roll(0...($0 - 1))
        }
        let part = dice.roll(0...(dtype.itemSize - 1))
        return byte(0, index, part) == expected(byte(1, index, part), byte(2, index, part))
      }
    }
  }

  static let cases: [(DType, [Int], Int)] = [
    (.uint8, [9_000_000], 0), (.int64, [3000, 401], 3), (.int64, [1024, 1088], 1),
    (.int32, [1101, 2003], 1), (.uint8, [2048, 4160], 2), (.int16, [300, 150, 101], 2),
  ]

  @Test(arguments: [1, 3], cases.indices)
  func copiesAndAdds(threads: Int, number: Int) throws {
    let (dtype, shape, transposed) = Self.cases[number]
    let arrays = try Arrays(shape, dtype, transposed: transposed)
    try withParallelism(threads) {
      try Loops.assign(arrays.operand(0), from: arrays.operand(1))
    }
    #expect(arrays.holds { a, _ in a })
    // No byte carries into the next.
    try withParallelism(threads) {
      try Loops.apply(
        try BinaryOperation.add.signature(dtype, dtype), into: arrays.operand(0),
        arrays.operand(1), arrays.operand(2))
    }
    #expect(arrays.holds { $0 + $1 })
  }

  @Test func largeInPlaceAndFill() throws {
    let arrays = try Arrays([1_200_000], .int64, transposed: 3)
    try Loops.assign(arrays.operand(0), from: arrays.operand(1))
    try withParallelism(2) {
      try Loops.apply(
        try BinaryOperation.add.signature(.int64, .int64), into: arrays.operand(0),
        arrays.operand(0), arrays.operand(2))
    }
    #expect(arrays.holds { $0 + $1 })
    Loops.fill(arrays.operand(0), with: arrays.arena.address + arrays.layouts[1].offset)
    let first = arrays.byte(1, [0], 0)
    #expect(arrays.holds { _, _ in first })
  }

  @Test func threadsNeedAScope() {
    var parts: [Int] = []
    _ = Parallelism.run(bytes: 1 << 30, most: 8) { part, count in
      parts.append(count)
      return true
    }
    #expect(parts == [1])
    withParallelism(8) {
      _ = Parallelism.run(bytes: 100, most: 8) { part, count in
        parts.append(count)
        return true
      }
    }
    #expect(parts == [1, 1])
  }

  @Test func aPartThatFailsIsTold() {
    let isDone = withParallelism(2) {
      Parallelism.run(bytes: 1 << 30, most: 2) { part, parts in part < parts - 1 }
    }
    #expect(!isDone)
  }
}

// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

@Suite struct AssignTests {
  static let swappedToo: [DType] =
    DType.numbers + [.int16.swapped, .float32.swapped, .complex128.swapped]

  @Test func overlappingViews() throws {
    for dtype in [
      DType.uint8, .int32, .float64.swapped, .complex128, .record(size: 3, alignment: 1),
    ] {
      try overlapping(dtype, dtype, rounds: 400)
    }
  }

  @Test func overlappingCasts() throws {
    let pairs: [(DType, DType)] = [
      (.int32, .uint8), (.uint8, .int32), (.int16, .int16.swapped), (.float32, .int64.swapped),
      (.int64.swapped, .complex64.swapped), (.bool, .uint16),
    ]
    for (to, from) in pairs { try overlapping(to, from, rounds: 300) }
  }

  /// Views of one arena: whatever they share, the source counts as copied first.
  func overlapping(_ to: DType, _ from: DType, rounds: Int) throws {
    var dice = Dice()
    for round in 0..<rounds {
      let byteCount = dice.roll(0...3) == 0 ? 160 : 700
      let shape = (0..<dice.roll(0...3)).map { _ in dice.roll(0...5) }
      let before = (0..<byteCount).map { _ in UInt8(dice.roll(0...120)) }
      let target = try dice.layout(shape, itemSize: to.itemSize, byteCount: byteCount)
      let source = try dice.layout(
        dice.source(of: shape), itemSize: from.itemSize, byteCount: byteCount)
      let arena = Arena(before)
      try Loops.assign(arena.operand(target, to), from: arena.operand(source, from))

      var expected = before
      let places = zip(
        Oracle.offsets(target), Oracle.offsets(try Oracle.broadcast(source, shape)))
      for (o, a) in places {
        let item =
          to == from
          ? Array(before[a..<(a + to.itemSize)])
          : Oracle.encode(Oracle.load(before, a, from), to)
        expected.replaceSubrange(o..<(o + item.count), with: item)
      }
      #expect(
        arena.bytes == expected,
        "seed \(dice.seed) round \(round) \(to) \(from) \(target) \(source)")
      if arena.bytes != expected { return }
    }
  }

  /// Rows of the result that overlap are written one after another, from any order of the source.
  @Test(arguments: [DType.uint8, .uint16, .int32, .float64, .complex128])
  func rowsThatOverlap(dtype: DType) throws {
    let size = dtype.itemSize
    for (rows, count) in (2...5).flatMap({ n in (1...6).map { (n, $0) } }) {
      for step in -count - 1...count + 1 {
        for strides in [[1, rows], [count, 1], [1, 8], [8, 1]] {
          let before = (0..<140 * size).map { UInt8(($0 * 7 + 3) % 121) }
          let target = try Layout(
            axes: AxisList([
              Axis(length: rows, stride: step * size), Axis(length: count, stride: size),
            ]),
            offset: 40 * size)
          let source = try Layout(
            axes: AxisList([
              Axis(length: rows, stride: strides[0] * size),
              Axis(length: count, stride: strides[1] * size),
            ]), offset: 80 * size)
          let arena = Arena(before)
          try Loops.assign(arena.operand(target, dtype), from: arena.operand(source, dtype))
          var expected = before
          for (o, a) in zip(Oracle.offsets(target), Oracle.offsets(source)) {
            expected.replaceSubrange(o..<(o + size), with: before[a..<(a + size)])
          }
          #expect(arena.bytes == expected, "\(rows) rows of \(count), \(step) apart, \(strides)")
        }
      }
    }
  }

  @Test func longShifts() throws {
    var dice = Dice()
    let dtypes: [DType] = [.uint8, .int32]
    for dtype in dtypes {
      let size = dtype.itemSize
      let n = 4500
      let before = (0..<((n + 50) * size)).map { _ in UInt8(dice.roll(0...63)) }
      for shift in [-7, -1, 0, 1, 40] {
        for shape in [[n], [45, 100], [1500, 3]] {
          let gap = dice.roll(0...1) == 0 || shape.count == 1 ? 0 : 1
          let rows = shape.count == 1 ? [size] : [(shape[1]) * size, size]
          let lengths = gap == 1 ? [shape[0], shape[1] - 1] : shape
          for to in [dtype, dtype.swapped] {
            let target = try Layout(shape: lengths, strides: rows, offset: 8 * size)
            let source = try Layout(shape: lengths, strides: rows, offset: (8 + shift) * size)
            let arena = Arena(before)
            try Loops.assign(arena.operand(target, to), from: arena.operand(source, dtype))
            var expected = before
            for (o, a) in zip(Oracle.offsets(target), Oracle.offsets(source)) {
              let item = Oracle.encode(Oracle.load(before, a, dtype), to)
              expected.replaceSubrange(o..<(o + size), with: item)
            }
            #expect(arena.bytes == expected, "\(to) \(shift) \(lengths) seed \(dice.seed)")
          }
        }
      }
    }
  }

  @Test func castsOfAllPairs() throws {
    let values: [Value] = [
      .integer(0), .integer(1), .integer(-1), .integer(200), .integer(70000), .integer(1 << 40),
      .integer(Int128(Int64.min)), .integer(Int128(UInt64.max)), .number(0.5, 0), .number(-1.75, 2),
      .number(.nan, 0), .number(.infinity, 0), .number(-.infinity, 1), .number(3e9, 0),
      .number(-3e9, 0), .number(1e19, 0), .number(3e19, 0), .number(1e300, 0), .number(-0.0, 0),
      .number(2147483647.5, 0), .number(-2147483648.5, 0), .number(0, 1), .number(65519, 0),
    ]
    for from in Self.swappedToo {
      for to in Self.swappedToo {
        let items = values.map { Oracle.encode($0, from) }
        let bytes = items.flatMap { $0 }
        // Long enough for whole vectors, and one element at a time.
        for repeats in [1, 3] {
          let all = (0..<repeats).flatMap { _ in bytes }
          let n = values.count * repeats
          let source = Arena(all)
          let target = Arena([UInt8](repeating: 0, count: n * to.itemSize))
          for stride in [1, 2] {
            let shape = [(n + stride - 1) / stride]
            let into = try Layout(shape: shape, strides: [to.itemSize * stride])
            try Loops.assign(
              target.operand(into, to),
              from: source.operand(
                try Layout(shape: shape, strides: [from.itemSize * stride]), from))
            let results = target.bytes
            for i in Swift.stride(from: 0, to: n, by: stride) {
              let expected = Oracle.encode(Oracle.load(all, i * from.itemSize, from), to)
              let got = results[(i * to.itemSize)..<((i + 1) * to.itemSize)]
              #expect(
                Oracle.same(got, expected[...], to),
                "\(from.name) to \(to.name): \(values[i % values.count]) gave \(Array(got)), not \(expected)"
              )
            }
          }
        }
      }
    }
  }

  @Test func fillsWithAnElementOfTheTarget() throws {
    for dtype in [DType.int16, .complex128, .record(size: 24, alignment: 8)] {
      let size = dtype.itemSize
      let before = (0..<(12 * size)).map { UInt8($0 % 251) }
      let arena = Arena(before)
      let layout = try Layout(shape: [3, 4], strides: [4 * size, size])
      Loops.fill(arena.operand(layout, dtype), with: arena.address + 5 * size)
      let item = Array(before[(5 * size)..<(6 * size)])
      #expect(arena.bytes == (0..<12).flatMap { _ in item })
    }
  }

  @Test func manyAxes() throws {
    let arena = Arena((0..<128).map { UInt8($0) })
    let target = Arena([UInt8](repeating: 0, count: 128))
    let shape = [Int](repeating: 2, count: 7) + [Int](repeating: 1, count: 57)
    let up = (0..<64).map { $0 < 7 ? 1 << $0 : 5 }
    let down = (0..<64).map { $0 < 7 ? 64 >> $0 : 5 }
    let source = try Layout(shape: shape, strides: up)
    let into = try Layout(shape: shape, strides: down)
    try Loops.assign(target.operand(into, .uint8), from: arena.operand(source, .uint8))
    for (o, a) in zip(Oracle.offsets(into), Oracle.offsets(source)) {
      #expect(target.bytes[o] == UInt8(a))
    }
  }

  @Test func refusesWhatDoesNotFit() throws {
    let arena = Arena([1, 2, 3, 4])
    let two = try Layout(shape: [2], strides: [1])
    let three = try Layout(shape: [3], strides: [1])
    #expect(throws: ArrayError.self) {
      try Loops.assign(arena.operand(three, .uint8), from: arena.operand(two, .uint8))
    }
    #expect(throws: ArrayError.self) {
      try Loops.assign(
        arena.operand(two, .uint8), from: arena.operand(two, .record(size: 1, alignment: 1)))
    }
    #expect(arena.bytes == [1, 2, 3, 4])
  }
}

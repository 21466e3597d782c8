// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

@Suite struct ReduceTests {
  @Test(arguments: Reduction.allCases)
  func randomViews(_ op: Reduction) throws {
    var dice = Dice()
    let kinds =
      DType.numbers + [.int32.swapped, .float64.swapped, .complex64.swapped, .float16.swapped]
    for round in 0..<200 {
      let dtype = kinds[dice.roll(0...(kinds.count - 1))]
      let wide: [DType] = [dtype.native, dtype, op == .sum ? .float64 : dtype]
      let result = op.oracleType ?? wide[dice.roll(0...(dtype.isComplex ? 1 : 2))]
      let shape = (0..<dice.roll(0...3)).map { _ in dice.roll(1...70) }.map {
        $0 > 40 ? $0 : $0 % 4 + 1
      }
      let axes = shape.indices.filter { _ in dice.roll(0...1) == 0 }
      let kept = shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
      guard shape.reduce(1, *) * max(1, kept.reduce(1, *)) < 20000 else { continue }
      // Longer products leave the range of floats; only floats have no numbers among them.
      if op == .product || op == .productOfNumbers, shape.reduce(1, *) > 60 { continue }
      if op == .countOfNumbers, !dtype.isFloat, !dtype.isComplex { continue }
      let byteCount = max(3000, shape.reduce(dtype.itemSize * 3, *) * 4)
      // Small whole numbers, exact in every kind and order of addition.
      var before: [UInt8] = []
      while before.count < byteCount {
        before += Oracle.encode(.integer(Int128(dice.roll(0...2))), dtype)
      }
      var a = try dice.layout(shape, itemSize: dtype.itemSize, byteCount: byteCount)
      // Keep to element boundaries, where the numbers are.
      a = try Layout(
        shape: shape, strides: a.strides.map { $0 / dtype.itemSize * dtype.itemSize },
        offset: (before.count / 2) / dtype.itemSize * dtype.itemSize)
      let reach = zip(shape, a.strides).reduce(0) { $0 + abs(($1.0 - 1) * $1.1) }
      guard reach + 16 < before.count / 2 else { continue }
      var strides: [Int] = []
      var step = result.itemSize
      for n in kept.reversed() {
        strides.insert(step, at: 0)
        step *= n
      }
      let overlaps = dice.roll(0...3) == 0
      let o = try Layout(shape: kept, strides: strides, offset: overlaps ? before.count / 3 : 0)
      guard !overlaps || o.offset + step <= before.count else { continue }
      let arena = Arena(before)
      let other = overlaps ? arena : Arena([UInt8](repeating: 0, count: step))
      try Loops.reduce(
        op, into: other.operand(o, result), arena.operand(a, dtype), axes: axes)

      let results = other.bytes
      let order = Oracle.offsets(o)
      for (position, place) in order.enumerated() {
        var values: [Int128] = []
        for (i, from) in Oracle.offsets(a).enumerated() {
          var rest = i
          var index = [Int](repeating: 0, count: shape.count)
          for d in shape.indices.reversed() {
            index[d] = rest % shape[d]
            rest /= shape[d]
          }
          var at = 0
          for d in shape.indices where !axes.contains(d) { at = at * shape[d] + index[d] }
          guard at == position else { continue }
          switch Oracle.load(before, from, dtype) {
          case .integer(let x): values.append(x)
          case .number(let x, _): values.append(Int128(x))
          }
        }
        let got = Oracle.load(results, place, result)
        let value = op.oracle(values)
        let expected = Oracle.fitted(.integer(value), result)
        let equal: Bool
        switch (got, expected) {
        case (.integer(let x), .integer(let y)): equal = x == y
        case (.number(let x, let u), .number(let y, let v)): equal = x == y && u == v
        default: equal = false
        }
        #expect(
          equal,
          "\(op) seed \(dice.seed) round \(round) \(dtype.name) \(result.name) \(a) \(axes) \(got) \(expected)"
        )
        if !equal { return }
      }
    }
  }

  @Test func nanWins() throws {
    for dtype in [DType.float16, .float32, .float64, .complex64, .complex128] {
      for n in [1, 5, 200] {
        for place in [0, n / 2, n - 1] {
          for step in [1, 2] {
            let bytes = (0..<(n * step)).flatMap {
              Oracle.encode(.number($0 == place * step ? .nan : Double($0), 0), dtype)
            }
            let arena = Arena(bytes)
            let result = Arena([UInt8](repeating: 0, count: 16))
            let row = try Layout(shape: [n], strides: [dtype.itemSize * step])
            for op in [Reduction.sum, .product, .minimum, .maximum] {
              try Loops.reduce(
                op, into: result.operand(try Layout(shape: [], strides: []), dtype),
                arena.operand(row, dtype), axes: [0])
              guard case .number(let x, _) = Oracle.load(result.bytes, 0, dtype) else { continue }
              #expect(x.isNaN, "\(op) \(dtype.name) \(n) \(place) \(step)")
            }
          }
        }
      }
    }
  }

  @Test func longSumsStayAccurate() throws {
    let n = 1_000_003
    let values = (0..<n).map { _ in Float(0.1) }
    let bytes = values.withUnsafeBytes { Array($0) }
    let arena = Arena(bytes)
    let result = Arena([0, 0, 0, 0])
    try Loops.reduce(
      .sum, into: result.operand(try Layout(shape: [], strides: []), .float32),
      arena.operand(try Layout(shape: [n], strides: [4]), .float32), axes: [0])
    guard case .number(let x, _) = Oracle.load(result.bytes, 0, .float32) else { return }
    #expect(abs(x - Double(Float(0.1)) * Double(n)) < 0.02)

    // float16 collects in float32: 3000 ones are 3000, though float16 alone stops at 2048.
    let ones = Arena((0..<3000).flatMap { _ in Oracle.encode(.integer(1), .float16) })
    let rows = try Layout(shape: [1500, 2], strides: [4, 2])
    let sums = Arena([0, 0, 0, 0])
    try Loops.reduce(
      .sum, into: sums.operand(try Layout(shape: [2], strides: [2]), .float16),
      ones.operand(rows, .float16), axes: [0])
    #expect(
      sums.bytes == Oracle.encode(.integer(1500), .float16)
        + Oracle.encode(.integer(1500), .float16))
  }

  @Test func nothingToReduce() throws {
    let arena = Arena([7, 7])
    let empty = arena.operand(try Layout(shape: [0, 2], strides: [2, 1]), .uint8)
    let two = arena.operand(try Layout(shape: [2], strides: [1]), .uint8)
    let none = arena.operand(try Layout(shape: [0], strides: [1]), .uint8)
    #expect(throws: ArrayError.self) { try Loops.reduce(.minimum, into: two, empty, axes: [0]) }
    #expect(throws: ArrayError.self) { try Loops.reduce(.sum, into: two, empty, axes: [5]) }
    #expect(throws: ArrayError.self) { try Loops.reduce(.sum, into: none, empty, axes: [0]) }
    try Loops.reduce(.maximum, into: none, empty, axes: [1])
    try Loops.reduce(.sum, into: two, empty, axes: [0])
    #expect(arena.bytes == [0, 0])
  }
}

extension Reduction {
  /// The type of results that don't have that of the elements.
  var oracleType: DType? {
    switch self {
    case .any, .all: .bool
    case .count, .countOfNumbers: .int64
    default: nil
    }
  }

  func oracle(_ values: [Int128]) -> Int128 {
    switch self {
    case .sum, .sumOfNumbers: values.reduce(0, &+)
    case .product, .productOfNumbers: values.reduce(1, &*)
    case .minimum, .minimumNumber: values.min() ?? 0
    case .maximum, .maximumNumber: values.max() ?? 0
    case .any: values.contains { $0 != 0 } ? 1 : 0
    case .all: values.allSatisfy { $0 != 0 } ? 1 : 0
    case .count: Int128(values.filter { $0 != 0 }.count)
    case .countOfNumbers: Int128(values.count)
    }
  }
}

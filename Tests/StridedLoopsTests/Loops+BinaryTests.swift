// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

@Suite struct BinaryTests {
  /// Three views of one arena, with conversions on the way.
  @Test(arguments: BinaryOperation.allCases)
  func overlappingViews(_ op: BinaryOperation) throws {
    var dice = Dice()
    let kinds: [DType] = [
      .uint8, .int16, .int32, .uint64, .int64, .bool, .int32.swapped, .float64.swapped, .complex64,
    ]
    for round in 0..<500 {
      let computing: DType =
        op == .divide
        ? .float64 : [.int32, .uint8, .float64, .int64][dice.roll(0...3)]
      var dtypes = (0..<3).map { _ in kinds[dice.roll(0...(kinds.count - 1))] }
      if dice.roll(0...1) == 0 {
        dtypes = [op.isComparison ? .bool : computing, computing, computing]
      }
      let byteCount = dice.roll(0...3) == 0 ? 200 : 900
      let shape = (0..<dice.roll(0...3)).map { _ in dice.roll(0...5) }
      let before = (0..<byteCount).map { _ in UInt8(dice.roll(0...30)) }
      let target = try dice.layout(shape, itemSize: dtypes[0].itemSize, byteCount: byteCount)
      let a = try dice.layout(
        dice.source(of: shape), itemSize: dtypes[1].itemSize, byteCount: byteCount)
      let b =
        dice.roll(0...4) == 0 && dtypes[2] == dtypes[0]
        ? target
        : try dice.layout(
          dice.source(of: shape), itemSize: dtypes[2].itemSize, byteCount: byteCount)
      let arena = Arena(before)
      try Loops.binary(
        op, into: arena.operand(target, dtypes[0]), arena.operand(a, dtypes[1]),
        arena.operand(b, dtypes[2]), computing: computing)

      var expected = before
      let x = Oracle.offsets(try Oracle.broadcast(a, shape))
      let y = Oracle.offsets(try Oracle.broadcast(b, shape))
      for (i, o) in Oracle.offsets(target).enumerated() {
        let value = Oracle.binary(
          op, Oracle.load(before, x[i], dtypes[1]), Oracle.load(before, y[i], dtypes[2]), computing)
        let result = op.isComparison ? value : Oracle.fitted(value, computing)
        let item = Oracle.encode(result, dtypes[0])
        expected.replaceSubrange(o..<(o + item.count), with: item)
      }
      #expect(
        arena.bytes == expected,
        "\(op) seed \(dice.seed) round \(round) \(computing.name) \(dtypes.map(\.name)) \(target) \(a) \(b)"
      )
      if arena.bytes != expected { return }
    }
  }

  /// Every kind, in the loops for contiguous rows, single elements and any steps.
  @Test(arguments: BinaryOperation.allCases)
  func allKinds(_ op: BinaryOperation) throws {
    var dice = Dice()
    let special: [Double] = [0, -0.0, 1, -1.5, 3, .nan, .infinity, -.infinity, 2]
    for dtype in DType.numbers {
      if op == .subtract, dtype.kind == .bool { continue }
      if op == .divide, !dtype.isFloat, !dtype.isComplex { continue }
      let result = op.isComparison ? DType.bool : dtype
      let exact = [.multiply, .divide].contains(op) && dtype.isComplex
      let n = 101
      var inputs: [[UInt8]] = []
      for _ in 0..<2 {
        inputs.append(
          (0..<n).flatMap { _ -> [UInt8] in
            if dtype.isFloat || dtype.isComplex {
              let pool = exact ? [1, -1.5, 3, 2] : special
              let re = pool[dice.roll(0...(pool.count - 1))]
              let im = dtype.isComplex ? pool[dice.roll(0...(pool.count - 1))] : 0
              return Oracle.encode(.number(re, im), dtype)
            }
            return (0..<dtype.itemSize).map { _ in UInt8(dice.roll(0...255)) }
          })
      }
      let (a, b) = (Arena(inputs[0]), Arena(inputs[1]))
      for (so, sa, sb) in [(1, 1, 1), (1, 1, 0), (1, 0, 1), (2, 1, -1)] {
        let o = Arena([UInt8](repeating: 0, count: n * 2 * result.itemSize))
        func layout(_ step: Int, _ size: Int) throws -> Layout {
          try Layout(
            shape: [n], strides: [step * size], offset: step < 0 ? -(n - 1) * step * size : 0)
        }
        let (u, v) = (try layout(sa, dtype.itemSize), try layout(sb, dtype.itemSize))
        let w = try layout(so, result.itemSize)
        try Loops.binary(
          op, into: o.operand(w, result), a.operand(u, dtype), b.operand(v, dtype),
          computing: dtype)
        let (x, y, z) = (Oracle.offsets(u), Oracle.offsets(v), Oracle.offsets(w))
        let results = o.bytes
        for i in 0..<n {
          let (p, q) = (Oracle.load(inputs[0], x[i], dtype), Oracle.load(inputs[1], y[i], dtype))
          let expected = Oracle.encode(Oracle.binary(op, p, q, dtype), result)
          let got = results[z[i]..<(z[i] + result.itemSize)]
          let close = exact && isClose(Array(got), expected, result)
          #expect(
            close || Oracle.same(got, expected[...], result),
            "\(op) \(dtype.name) \(p) \(q) seed \(dice.seed) steps \(so) \(sa) \(sb)")
        }
      }
    }
  }

  func isClose(_ a: [UInt8], _ b: [UInt8], _ dtype: DType) -> Bool {
    guard case .number(let x, let u) = Oracle.load(a, 0, dtype),
      case .number(let y, let v) = Oracle.load(b, 0, dtype)
    else { return false }
    return abs(x - y) < 1e-5 && abs(u - v) < 1e-5
  }

  @Test func refusesUndefinedOperations() throws {
    let arena = Arena([1, 0, 1, 1])
    let row = arena.operand(try Layout(shape: [4], strides: [1]), .bool)
    #expect(throws: ArrayError.self) {
      try Loops.binary(.subtract, into: row, row, row, computing: .bool)
    }
    #expect(throws: ArrayError.self) {
      try Loops.binary(.divide, into: row, row, row, computing: .int32)
    }
  }
}

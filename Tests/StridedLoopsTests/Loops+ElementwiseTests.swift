// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

@Suite struct ElementwiseTests {
  /// Every kind, in the loops for contiguous rows, single elements and any steps.
  @Test(arguments: BinaryOperation.allCases.filter(Oracle.knows))
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
        try Loops.apply(
          op.signature(dtype, dtype), into: o.operand(w, result), a.operand(u, dtype),
          b.operand(v, dtype))
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
    #expect(throws: ArrayError.self) { try BinaryOperation.subtract.signature(.bool, .bool) }
    #expect(throws: ArrayError.self) { try UnaryOperation.negative.signature(.bool) }
    #expect(throws: ArrayError.self) { try BinaryOperation.ldexp.signature(.float32, .float32) }
    #expect(throws: ArrayError.self) {
      try UnaryOperation.absolute.signature(.record(size: 4, alignment: 1))
    }
  }

  /// The kernels' lists and the cases of the enums name the same operations in the same order.
  @Test func casesAreThoseOfTheKernels() {
    func expect<Operation>(_ operation: Operation, _ name: String) {
      let plain = name.replacing("_", with: "")
      #expect("\(operation)".lowercased() == plain)
    }
    for operation in UnaryOperation.allCases { expect(operation, operation.name) }
    for operation in BinaryOperation.allCases { expect(operation, operation.name) }
    for operation in TernaryOperation.allCases { expect(operation, operation.name) }
    for operation in SplitOperation.allCases { expect(operation, operation.name) }
    for operation in DivisionOperation.allCases { expect(operation, operation.name) }
  }
}

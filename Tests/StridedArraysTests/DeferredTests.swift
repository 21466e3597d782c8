// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

/// Formulas give what the operations one by one give, bit by bit.
@Suite struct DeferredTests {
  /// Some numbers of a type, in one of the layouts of the same shape.
  static func array(_ dtype: DType, _ arrangement: Int, start: Int) throws(ArrayError) -> AnyNDArray
  {
    let numbers = NDArray<Int>.arange(start, start + 2 * 48 * 31).erased
    let small = try AnyNDArray.apply(
      .remainder, numbers, NDArray<Int>(scalar: 23).erased
    ).cast(to: dtype)
    let half = try small.view(at: [.slice(nil, 48 * 31, 1)])
    return switch arrangement {
    case 0: try half.reshaped([48, 31])
    case 1: try small.view(at: [.slice(nil, nil, 2)]).reshaped([48, 31])
    case 2: try half.reshaped([48, 31]).flipped()
    case 3: try half.reshaped([31, 48]).transposed()
    case 4: try half.view(at: [.slice(nil, 31, 1)]).broadcast(to: [48, 31])
    default: try half.view(at: [.slice(nil, 48, 1)]).reshaped([48, 1])
    }
  }

  static func expect(
    _ formula: Formula, equals expected: AnyNDArray, _ comment: String
  ) throws {
    let result = try formula.evaluated()
    #expect(result.dtype == expected.dtype && result.shape == expected.shape, "\(comment)")
    #expect(result.bytes() == expected.bytes(), "\(comment)")
    let target = try AnyNDArray.zeros(expected.shape.reversed(), expected.dtype).transposed()
    try formula.evaluate(into: target)
    #expect(target.bytes() == expected.bytes(), "\(comment), into")
  }

  @Test(arguments: DType.numbers, 0..<6)
  func sumsOfProductsOfEveryType(dtype: DType, arrangement: Int) throws {
    let a = try Self.array(dtype, arrangement, start: 3)
    let b = try Self.array(dtype, (arrangement + 1) % 5, start: 11)
    let c = try Self.array(dtype, 0, start: 5)
    let formula = try Formula(a).applying(.multiply, Formula(b)).applying(.add, Formula(c))
    let expected = try AnyNDArray.apply(.add, AnyNDArray.apply(.multiply, a, b), c)
    try Self.expect(formula, equals: expected, "\(dtype) \(arrangement)")
  }

  @Test(arguments: DType.numbers)
  func mixedTypesPromote(dtype: DType) throws {
    for other in [DType.uint8, .int32, .float32.swapped, .complex128] {
      let a = try Self.array(dtype, 3, start: 1)
      let b = try Self.array(other, 1, start: 2)
      let formula = try Formula(a).applying(.add, Formula(b)).applying(.maximum, Formula(a))
      let expected = try AnyNDArray.apply(.maximum, AnyNDArray.apply(.add, a, b), a)
      try Self.expect(formula, equals: expected, "\(dtype) \(other)")
      let isLess = try Formula(a).applying(.less, Formula(b)).applying(.logicalNot)
      let known = try AnyNDArray.apply(.logicalNot, AnyNDArray.apply(.less, a, b))
      try Self.expect(isLess, equals: known, "\(dtype) < \(other)")
    }
  }

  @Test(arguments: [0, 1, 31, 512, 5000])
  func functionsAndNumbers(count: Int) {
    let a = NDArray<Double>.arange(Double(count)) * 0.001
    let (b, c) = (a + 1, 2 - a)
    let fused = (exp(-a.deferred * a / 2) * b + c).evaluated()
    let plain = exp((0 - a) * a / 2) * b + c
    #expect(fused.erased.bytes() == plain.erased.bytes())
    let backwards = (1 / (3 - b.deferred) - c.flipped()).evaluated()
    #expect(backwards.erased.bytes() == (1 / (3 - b) - c.flipped()).erased.bytes())
    let functions = (sin(a.deferred) * cos(b.deferred) + tanh(log(b.deferred))).evaluated()
    #expect(functions.erased.bytes() == (sin(a) * cos(b) + tanh(log(b))).erased.bytes())
  }

  @Test func whatIsRightWhereTheTargetIsAnInput() {
    for step in [-7, -1, 0, 1, 7] {
      let line = NDArray<Int>.arange(5000)
      let expected = line[100 + step..<4900 + step] * line[100..<4900] + 3
      (line[100 + step..<4900 + step].deferred * line[100..<4900] + 3)
        .evaluate(into: line[100..<4900])
      #expect(line[100..<4900].erased.bytes() == expected.erased.bytes(), "\(step)")
    }
    let square = NDArray(0..<3600, shape: [60, 60])
    let expected = square - square.transposed() * 2
    (square.deferred - square.transposed().deferred * 2).evaluate(into: square)
    #expect(square.erased.bytes() == expected.erased.bytes())
  }

  @Test func takesMemoryForTheResultsOnly() {
    let a = NDArray<Double>.arange(3000)
    let (sum, ledger) = withLedger { (a.deferred * a + 1 - a).evaluated() }
    #expect(ledger.allocationCount == 1 && ledger.copyCount == 0)
    #expect(sum[10] == 91)
  }

  @Test func aFormulaOfManyArraysIsComputedInParts() {
    let arrays = (1...7).map { NDArray<Int>.arange(1000) * $0 }
    var formula = arrays[0].deferred
    for array in arrays.dropFirst() { formula = formula + array }
    formula = formula * formula + arrays[1].copy().frozen()
    let sum = NDArray<Int>.arange(1000) * 28
    #expect(formula.evaluated().erased.bytes() == (sum * sum + arrays[1]).erased.bytes())
  }

  @Test func integerPowersCheckTheirExponents() throws {
    let (a, b) = (NDArray([2, 3]).erased, NDArray([2, -1]).erased)
    #expect(throws: ArrayError.self) { try Formula(a).applying(.power, Formula(b)) }
    let squares = try Formula(a).applying(.power, Formula(a)).evaluated()
    #expect(try Array(NDArray<Int>(squares)) == [4, 27])
  }

  @Test func wrongShapesAndTargetsThrow() throws {
    let (a, b) = (NDArray([1.0, 2]).erased, NDArray([1.0, 2, 3]).erased)
    let formula = try Formula(a).applying(.add, Formula(b))
    #expect(throws: ArrayError.self) { try formula.evaluated() }
    #expect(throws: ArrayError.self) { try Formula(a).evaluate(into: b) }
    let integers = NDArray([1, 2]).erased
    #expect(throws: ArrayError.self) { try Formula(a).evaluate(into: integers) }
  }
}

extension AnyNDArray {
  /// The bytes of the elements in row-major order, so that NaNs and signs of zeros count.
  fileprivate func bytes() -> [UInt8] {
    let dense = (try? copy()) ?? self
    let first = dense.storage.address + dense.layout.offset
    return withExtendedLifetime(dense) {
      Array(UnsafeRawBufferPointer(start: first, count: dense.byteCount))
    }
  }
}

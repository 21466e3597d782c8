// SPDX-License-Identifier: Apache-2.0
import Strided
import TestSupport
import Testing

/// A function must not see how its operands lie in memory, nor what stands beside an element.
@Suite struct FunctionLayoutTests {
  /// More than two blocks of a row, with everything odd in the middle of the second.
  static func inputs<T: RealScalar & BinaryFloatingPoint>(_ type: T.Type) -> [T] {
    var generator = SeededGenerator(seed: 20_260_101)
    var items = (0..<1300).map { _ in T(Double.random(in: -0.99...3, using: &generator)) }
    let odd: [T] = [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1, -1, 60_000]
    for (k, x) in odd.enumerated() { items[700 + 7 * k] = x }
    return items
  }

  @Test(arguments: FunctionNames.inexact + FunctionNames.real)
  func unary(_ name: String) throws {
    try check(Double.self) { try callReal(name, $0, into: $1) }
    try check(Float.self) { try callReal(name, $0, into: $1) }
    try check(Float16.self) { try callReal(name, $0, into: $1) }
  }

  @Test(arguments: FunctionNames.binary)
  func binary(_ name: String) throws {
    try check(Double.self) { try call(name, $0, $0.flipped(axis: 0), into: $1) }
    try check(Float.self) { try call(name, $0, $0.flipped(axis: 0), into: $1) }
    try check(Float16.self) { try call(name, $0, $0.flipped(axis: 0), into: $1) }
  }

  private func check<T: RealScalar & BinaryFloatingPoint>(
    _ type: T.Type, _ function: (NDArray<T>, NDArray<T>?) throws -> NDArray<T>
  ) throws {
    let inputs = Self.inputs(type)
    let a = NDArray(inputs, shape: [inputs.count])
    let wanted = items(try function(a, nil))
    // Element by element.
    for i in [0, 511, 512, 700, 707, 714, 721, 728, 735, 742, 749, 756, 1299] {
      let pair = [inputs[i], inputs[inputs.count - 1 - i]]
      #expect(
        isSame([try function(NDArray(pair, shape: [2]), nil)[0]], [wanted[i]]), "\(inputs[i])")
    }
    // Reversed, strided, of rank 2 and its transpose, and rows of three.
    let double = NDArray<T>.zeros([2600])[.every(2)]
    double.assign(from: a)
    #expect(isSame(items(try function(double, nil)), wanted))
    let back = a.flipped(axis: 0).copy().flipped(axis: 0)
    #expect(isSame(items(try function(back, nil)), wanted))
    for columns in [3, 50] {
      let n = 1300 / columns * columns
      let square = a[0..<n].reshaped(n / columns, columns)
      let columnMajor = square.copy(order: .columnMajor)
      #expect(
        isSame(items(try function(columnMajor, nil)), items(try function(square, nil))))
      let target = NDArray<T>.zeros([columns, n / columns]).transposed()
      #expect(isSame(items(try function(square, target)), items(try function(square, nil))))
    }
    // In place, and over itself by one.
    let c = a.copy()
    #expect(isSame(items(try function(c, c)), wanted))
    let d = NDArray([0.5] + inputs, shape: [1301])
    #expect(isSame(items(try function(d[1...], d[..<1300])), wanted))
    // None, one and a scalar.
    #expect(try function(NDArray<T>.zeros([0]), nil).count == 0)
    let one = a[..<1]
    #expect(isSame(items(try function(one, nil)), items(try function(one.copy(), nil))))
  }

  /// What is odd about one number must not change those beside it.
  @Test(arguments: FunctionNames.inexact)
  func complex(_ name: String) throws {
    let parts = Self.inputs(Double.self)
    let numbers = zip(parts, parts.reversed()).map { Complex($0, $1) }
    let a = NDArray(numbers, shape: [numbers.count])
    let wanted = items(try call(name, a))
    for i in [0, 500, 511, 512, 599, 600, 700, 707, 714, 721, 728, 1299] {
      let alone = items(try call(name, NDArray([numbers[i]], shape: [1])))
      #expect(isSameNumber(alone[0], wanted[i]), "\(numbers[i])")
    }
    let back = a.flipped(axis: 0).copy().flipped(axis: 0)
    for (x, y) in zip(items(try call(name, back)), wanted) { #expect(isSameNumber(x, y)) }
    let c = a.copy()
    for (x, y) in zip(items(try call(name, c, into: c)), wanted) { #expect(isSameNumber(x, y)) }
    let narrow = a.cast(to: Complex<Float>.self)
    let singles = items(try call(name, narrow))
    let reversed = narrow.flipped(axis: 0)
    for (x, y) in zip(items(try call(name, reversed)).reversed(), singles) {
      #expect(isSame([x.rawStorage.x, x.rawStorage.y], [y.rawStorage.x, y.rawStorage.y]))
    }
  }

  private func isSameNumber(_ a: Complex<Double>, _ b: Complex<Double>) -> Bool {
    isSame([a.rawStorage.x, a.rawStorage.y], [b.rawStorage.x, b.rawStorage.y])
  }

  @Test func broadcastsBothInputs() {
    let y = NDArray([1.0, -2, 3]).reshaped(3, 1), x = NDArray([1.0, 2, -3, 4])
    let table = atan2(y, x)
    #expect(table.shape == [3, 4])
    for i in 0..<3 {
      for j in 0..<4 { #expect(table[i, j] == atan2(y[i, ...], x[j..<(j + 1)])[0]) }
    }
  }

  @Test func masksKeepWhatTheyHide() {
    let a = NDArray([1.0, 4, 9]), mask = NDArray([true, false, true])
    let target = NDArray([7.0, 7, 7])
    log2(a, into: target, where: mask)
    #expect(Array(target) == [0, 7, Array(log2(a))[2]])
    #expect(Array(log2(a, where: mask))[1] == 0)
  }

  @Test func scalarsStandForArrays() {
    let a = NDArray([1.0, 2, 3])
    #expect(Array(pow(a, 2)) == [1, 4, 9])
    #expect(Array(pow(2, a)) == [2, 4, 8])
    #expect(Array(atan2(a, 1.0)) == Array(atan(a)))
  }
}

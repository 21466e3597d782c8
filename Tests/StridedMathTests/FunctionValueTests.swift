// SPDX-License-Identifier: Apache-2.0
import Foundation
import Strided
import Testing

/// What a function gives for inputs of one element type, as bit patterns.
struct FunctionCase: Sendable, CustomTestStringConvertible {
  var name: String
  var type: String
  var words: [Substring]

  var testDescription: String { "\(name) \(type)" }
  var inputCount: Int { FunctionNames.binary.contains(name) ? 2 : 1 }

  static let all: [FunctionCase] = {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let path = here.appendingPathComponent("Cases/functions.txt")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return FunctionCase(
        name: String(words[0]), type: String(words[1]), words: Array(words.dropFirst(2)))
    }
  }()

  /// Column `k` of the table: the inputs, then the results.
  func column<T>(_ k: Int, _ make: (Substring) throws -> T) rethrows -> [T] {
    let width = inputCount + 1
    return try stride(from: k, to: words.count, by: width).map { try make(words[$0]) }
  }
}

@Suite struct FunctionValueTests {
  @Test func casesAreThere() { #expect(FunctionCase.all.count == 120) }

  @Test(arguments: FunctionCase.all)
  func givesWhatIsRecorded(_ one: FunctionCase) throws {
    switch one.type {
    case "float16":
      try checkReal(one, 1) { Float16(bitPattern: try #require(UInt16($0, radix: 16))) }
    case "float32":
      try checkReal(one, 3) { Float(bitPattern: try #require(UInt32($0, radix: 16))) }
    case "float64":
      try checkReal(one, 3) { Double(bitPattern: try #require(UInt64($0, radix: 16))) }
    case "complex64":
      let part = { (word: Substring) throws -> Float in
        Float(bitPattern: try #require(UInt32(word, radix: 16)))
      }
      try checkComplex(one, digits: 23) { (word) throws -> Complex<Float> in
        let parts = word.split(separator: ":")
        return Complex(try part(parts[0]), try part(parts[1]))
      } parts: {
        (Double($0.rawStorage.x), Double($0.rawStorage.y))
      }
    case "complex128":
      let part = { (word: Substring) throws -> Double in
        Double(bitPattern: try #require(UInt64(word, radix: 16)))
      }
      try checkComplex(one, digits: 52) { (word) throws -> Complex<Double> in
        let parts = word.split(separator: ":")
        return Complex(try part(parts[0]), try part(parts[1]))
      } parts: {
        ($0.rawStorage.x, $0.rawStorage.y)
      }
    default: Issue.record("no type \(one.type)")
    }
  }

  private func checkReal<T: RealScalar & BinaryFloatingPoint>(
    _ one: FunctionCase, _ units: T, _ make: (Substring) throws -> T
  ) throws {
    let inputs: [T] = try one.column(0, make),
      others: [T] = try one.column(one.inputCount - 1, make)
    let a = NDArray(inputs, shape: [inputs.count]), b = NDArray(others, shape: [others.count])
    let wanted: [T] = try one.column(one.inputCount, make)
    let isBinary = one.inputCount == 2
    let typed = isBinary ? try call(one.name, a, b) : try callReal(one.name, a)
    let erased =
      isBinary ? try call(one.name, a.erased, b.erased) : try callReal(one.name, a.erased)
    #expect(isSame(items(typed), items(try NDArray<T>(erased))))
    for (i, (got, want)) in zip(typed.elements, wanted).enumerated() where !close(got, want, units)
    {
      Issue.record("\(one.name)(\(a[i])\(isBinary ? ", \(b[i])" : "")) is \(want), not \(got)")
    }
  }

  /// Equal, or both NaN, or finite and not far; zeros have the same sign.
  private func close<T: BinaryFloatingPoint>(_ a: T, _ b: T, _ units: T) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    if a == b { return a.sign == b.sign }
    guard a.isFinite, b.isFinite else { return false }
    return (a - b).magnitude <= units * Swift.max(b.ulp, T.leastNonzeroMagnitude)
  }

  private func checkComplex<Z: InexactScalar>(
    _ one: FunctionCase, digits: Int, _ make: (Substring) throws -> Z,
    parts: (Z) -> (Double, Double)
  ) throws {
    let a: [Z] = try one.column(0, make)
    let b: [Z] = try one.column(one.inputCount - 1, make)
    let wanted: [Z] = try one.column(one.inputCount, make)
    let left = NDArray(a, shape: [a.count]), right = NDArray(b, shape: [b.count])
    let results: NDArray<Z>
    switch one.name {
    case "power": results = pow(left, right)
    case "sqrt": results = try NDArray<Z>(AnyNDArray.apply(.sqrt, left.erased))
    default: results = try call(one.name, left)
    }
    for (i, (got, want)) in zip(results.elements, wanted).enumerated() {
      let x = parts(got), y = parts(want)
      let finite = [y.0.magnitude, y.1.magnitude].filter(\.isFinite)
      let size = finite.max() ?? 0
      // The errors of both parts count by the size of the number.
      let step = Double(sign: .plus, exponent: -digits, significand: size)
      let units: Double = one.name == "power" ? 60 : 12
      let isClose = { (a: Double, b: Double) in
        a.isNaN || b.isNaN || a == b ? close(a, b, 0) : (a - b).magnitude <= units * step
      }
      if !(isClose(x.0, y.0) && isClose(x.1, y.1)) {
        Issue.record("\(one.name)(\(parts(a[i]))) is \(y), not \(x)")
      }
    }
  }
}

/// Whether two runs of floats have the same bits, apart from those of NaN.
func isSame<T: BinaryFloatingPoint>(_ a: [T], _ b: [T]) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy { $0.isNaN ? $1.isNaN : $0 == $1 && $0.sign == $1.sign }
}

/// The elements in row-major order.
func items<T: Storable>(_ a: NDArray<T>) -> [T] { Array(a.elements) }

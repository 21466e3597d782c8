// SPDX-License-Identifier: Apache-2.0

import Strided

extension Work {
  /// `unary NAME TYPE COUNT ARRANGEMENT`, into an existing array.
  func unary() throws -> Body {
    let name = try word(1)
    guard let operation = UnaryOperation.allCases.first(where: { $0.name == name }) else {
      throw lacking("no operation '\(name)'")
    }
    let a = try arrangement(4).operand(pool.array(try word(2)), number(3))
    let target = try AnyNDArray.apply(operation, a).copy()
    return { calls in for _ in 0..<calls { try AnyNDArray.apply(operation, a, into: target) } }
  }

  /// `binary NAME TYPE COUNT ARRANGEMENT`, into an existing array.
  func binary() throws -> Body {
    let operation = try binaryOperation(word(1))
    let (a, b) = try arrangement(4).operands(pool.array(try word(2)), number(3))
    let target = try AnyNDArray.apply(operation, a, b).copy()
    return { calls in for _ in 0..<calls { try AnyNDArray.apply(operation, a, b, into: target) } }
  }

  func binaryOperation(_ name: String) throws -> BinaryOperation {
    guard let operation = BinaryOperation.allCases.first(where: { $0.name == name }) else {
      throw lacking("no operation '\(name)'")
    }
    return operation
  }

  /// `operator NAME TYPE COUNT`: an operator on typed arrays, which makes its result.
  func small() throws -> Body {
    let count = try number(3)
    switch try word(2) {
    case "u8": return try small(UInt8.self, count)
    case "i64": return try small(Int.self, count)
    case "f32": return try small(Float.self, count)
    default: return try small(Double.self, count)
    }
  }

  private func small<Item: Scalar & Comparable & AnyBitPattern>(
    _ type: Item.Type, _ count: Int
  ) throws -> Body {
    let whole = try pool.array(try word(2))
    let a = try NDArray<Item>(whole.cut(0, count))
    let b = try NDArray<Item>(whole.cut(count, count))
    switch try word(1) {
    case "add": return { calls in for _ in 0..<calls { keep(a + b) } }
    case "subtract": return { calls in for _ in 0..<calls { keep(a - b) } }
    case "multiply": return { calls in for _ in 0..<calls { keep(a * b) } }
    case "less": return { calls in for _ in 0..<calls { keep(a .< b) } }
    case "copy": return { calls in for _ in 0..<calls { keep(a.copy()) } }
    case "zeros":
      return { calls in for _ in 0..<calls { keep(NDArray<Item>.zeros([count])) } }
    default: throw lacking("no operator '\(try word(1))'")
    }
  }

  /// `mixed NAME TYPE SIDE`: an operation on a square array and its transpose.
  func mixedOrder() throws -> Body {
    let operation = try binaryOperation(word(1))
    let side = try number(3)
    let a = try pool.array(try word(2)).cut(0, side * side).reshaped([side, side])
    let b = a.transposed()
    let target = try AnyNDArray.empty([side, side], a.dtype)
    return { calls in for _ in 0..<calls { try AnyNDArray.apply(operation, a, b, into: target) } }
  }
}

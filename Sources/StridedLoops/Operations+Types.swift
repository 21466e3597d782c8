// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
public import StridedMemory

// The rules of the types, and how an operation finds its kernel for them.

extension UnaryOperation {
  var row: OperationRow {
    let rule: OperationRow.Rule =
      switch self {
      case .negative, .positive, .sign: .numbers
      case .logicalNot, .isNaN, .isInf, .isFinite, .signBit: .truth
      case .absolute: .part
      case .bitwiseCount: .count
      default: .same
      }
    return OperationRow(family: STRIDED_UNARY, index: rawValue, rule: rule)
  }

  /// NumPy's name of the operation.
  public var name: String { row.name }

  /// What the operation computes with for an input of type `a`.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation doesn't take the type.
  public func signature(_ a: DType) throws(ArrayError) -> Signature {
    try Signature(row, a, a, a)
  }
}

extension BinaryOperation {
  var row: OperationRow {
    let rule: OperationRow.Rule =
      switch self {
      case .subtract, .gcd, .lcm: .numbers
      case .divide: .quotient
      case .equal, .notEqual, .less, .lessEqual: .comparison(exchanged: false)
      case .greater, .greaterEqual: .comparison(exchanged: true)
      case .logicalAnd, .logicalOr, .logicalXor: .truth
      case .ldexp: .exponent
      default: .same
      }
    return OperationRow(family: STRIDED_BINARY, index: rawValue, rule: rule)
  }

  /// NumPy's name of the operation.
  public var name: String { row.name }

  /// The comparison that holds of `b` and `a` where this one holds of `a` and `b`.
  var exchanged: BinaryOperation {
    switch self {
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    default: self
    }
  }

  /// What the operation computes with for inputs of types `a` and `b`.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation doesn't take the types.
  public func signature(_ a: DType, _ b: DType) throws(ArrayError) -> Signature {
    if a.kind != b.kind, let mixed = Signature(mixing: row, a, b) { return mixed }
    guard self == .ldexp else { return try Signature(row, a, b, b) }
    guard b.kind == .bool || b.isInteger, b.kind != .uint64 else {
      throw ArrayError(
        .type, "ufunc 'ldexp' not supported for exponents of type \(b.name); cast them to int64",
        operand: "operand 1")
    }
    return try Signature(row, a, a, a)
  }
}

extension TernaryOperation {
  var row: OperationRow { OperationRow(family: STRIDED_TERNARY, index: rawValue, rule: .same) }

  /// NumPy's name of the operation.
  public var name: String { row.name }

  /// What the operation computes with for inputs of types `a`, `b` and `c`.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation doesn't take the types.
  public func signature(_ a: DType, _ b: DType, _ c: DType) throws(ArrayError) -> Signature {
    try Signature(row, a, b, c)
  }
}

extension SplitOperation {
  var row: OperationRow {
    OperationRow(
      family: STRIDED_SPLIT, index: rawValue, rule: self == .frexp ? .exponents : .same)
  }

  /// NumPy's name of the operation.
  public var name: String { row.name }

  /// What the operation computes with for an input of type `a`.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation doesn't take the type.
  public func signature(_ a: DType) throws(ArrayError) -> Signature {
    try Signature(row, a, a, a)
  }
}

extension DivisionOperation {
  var row: OperationRow { OperationRow(family: STRIDED_DIVISION, index: rawValue, rule: .same) }

  /// NumPy's name of the operation.
  public var name: String { row.name }

  /// What the operation computes with for inputs of types `a` and `b`.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation doesn't take the types.
  public func signature(_ a: DType, _ b: DType) throws(ArrayError) -> Signature {
    try Signature(row, a, b, b)
  }
}

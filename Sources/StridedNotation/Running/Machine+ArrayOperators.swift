// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
import StridedLayouts
import StridedLoops
internal import StridedMemory

/// What operators do with arrays and NumPy scalars.
extension Machine {
  func arrayBinary(
    _ operation: BinaryOperator, _ a: Value, _ b: Value
  ) throws(Fault) -> Value {
    guard isOperand(a), isOperand(b) else { throw unsupported(operation.rawValue, a, b) }
    return try Ufuncs.apply(Ufuncs.operation(operation), a, b, self)
  }

  /// Whether NumPy's operators take a value.
  private func isOperand(_ value: Value) -> Bool {
    switch value {
    case .array, .scalar, .int, .float, .bool, .complex, .list, .tuple, .range: true
    default: false
    }
  }

  func arrayAugmented(
    _ operation: BinaryOperator, _ a: ArrayObject, _ b: Value
  ) throws(Fault) -> Value {
    guard isOperand(b) else { throw unsupported(operation.rawValue + "=", .array(a), b) }
    try Ufuncs.apply(Ufuncs.operation(operation), .array(a), b, into: a, self)
    return .array(a)
  }

  func arrayUnary(_ operation: UnaryOperator, _ value: Value) throws(Fault) -> Value {
    switch operation {
    case .minus: return try Ufuncs.unary("negative", value, self)
    case .plus: return try Ufuncs.unary("positive", value, self)
    case .invert: return try Ufuncs.unary("invert", value, self)
    }
  }

  func arrayCompare(
    _ operation: ComparisonOperator, _ a: Value, _ b: Value
  ) throws(Fault) -> Value {
    guard isOperand(a), isOperand(b) else {
      switch operation {
      case .equal, .notEqual:
        // Nothing but a number equals an element.
        let other = isOperand(a) ? a : b
        guard case .array(let object) = other else { return .bool(operation == .notEqual) }
        try admit(object.array.shape, .bool)
        let mask = try lifted { () throws(ArrayError) in
          try AnyNDArray.full(object.array.shape, operation == .notEqual, .bool)
        }
        return result(mask, by: operation.rawValue)
      default:
        throw Fault(
          .typeError,
          "'\(operation.rawValue)' not supported between instances of '\(a.typeName)' and "
            + "'\(b.typeName)'")
      }
    }
    let name: String
    switch operation {
    case .equal: name = "equal"
    case .notEqual: name = "not_equal"
    case .less: name = "less"
    case .lessEqual: name = "less_equal"
    case .greater: name = "greater"
    default: name = "greater_equal"
    }
    return try Ufuncs.apply(name, a, b, self)
  }

  func arrayContains(_ object: ArrayObject, _ part: Value) throws(Fault) -> Bool {
    let equal = try arrayCompare(.equal, .array(object), part)
    let mask = try array(equal)
    guard mask.count > 0 else { return false }
    return try lifted { () throws(ArrayError) in try mask.max().truthOfOnly() }
  }
}

/// Equality of arrays and scalars inside containers.
enum ArrayComparison {
  static func isEqual(_ a: Value, _ b: Value) throws(Fault) -> Bool {
    switch (a, b) {
    case (.scalar(let x), _):
      guard let y = number(b) else { return false }
      return try lifted { () throws(ArrayError) in
        try AnyNDArray.apply(.equal, x.array, y).truthOfOnly()
      }
    case (_, .scalar): return try isEqual(b, a)
    case (.array(let x), .array(let y)) where x === y && x.array.count == 1: return true
    default:
      throw Fault(
        .valueError,
        "The truth value of an array with more than one element is ambiguous. Use a.any() or "
          + "a.all()")
    }
  }

  private static func number(_ value: Value) -> AnyNDArray? {
    switch value {
    case .scalar(let scalar): scalar.array
    case .bool(let flag): NDArray(scalar: flag).erased
    case .int(let number): NDArray(scalar: number).erased
    case .float(let number): NDArray(scalar: number).erased
    case .complex(let object): NDArray(scalar: object.number).erased
    default: nil
    }
  }
}

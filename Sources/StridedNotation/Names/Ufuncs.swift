// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
import StridedLoops
internal import StridedMemory

/// Elementwise operations under NumPy's names, which are the library's own.
enum Ufuncs {
  static let unary = Dictionary(
    UnaryOperation.allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  static let binary = Dictionary(
    BinaryOperation.allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  static let split = Dictionary(
    SplitOperation.allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The name of the operation that an operator stands for.
  static func operation(_ operation: BinaryOperator) -> String {
    switch operation {
    case .add: "add"
    case .subtract: "subtract"
    case .multiply: "multiply"
    case .divide: "divide"
    case .floorDivide: "floor_divide"
    case .remainder: "remainder"
    case .power: "power"
    case .matrixMultiply: "matmul"
    case .and: "bitwise_and"
    case .or: "bitwise_or"
    case .xor: "bitwise_xor"
    case .leftShift: "left_shift"
    case .rightShift: "right_shift"
    }
  }

  private static func found(_ name: String) throws(Fault) -> BinaryOperation {
    guard let operation = binary[name] else {
      throw Fault(.notImplementedError, "Strided has no '\(name)'")
    }
    return operation
  }

  /// Applies an operation to two values.
  static func apply(
    _ name: String, _ a: Value, _ b: Value, _ machine: Machine, where mask: AnyNDArray? = nil
  ) throws(Fault) -> Value {
    if name == "matmul" { return try machine.matrixProduct(a, b) }
    let operation = try found(name)
    let operands = try Operands(a, b, isComparison: operation.isComparison, machine)
    try check(name, operands, b)
    try admit([operands.a, operands.b] + (mask.map { [$0] } ?? []), machine)
    do throws(ArrayError) {
      return machine.result(
        try AnyNDArray.apply(operation, operands.a, operands.b, where: mask), by: name)
    } catch { throw fault(error, [operands.a, operands.b], name) }
  }

  /// Applies an operation to two values and writes the results to an array.
  static func apply(
    _ name: String, _ a: Value, _ b: Value, into target: ArrayObject, _ machine: Machine,
    where mask: AnyNDArray? = nil
  ) throws(Fault) {
    if name == "matmul" {
      try machine.assign(try machine.matrixProduct(a, b), to: target.array)
      machine.observer?.wrote(through: target, target.array, by: name, picked: mask != nil)
      return
    }
    let operation = try found(name)
    let operands = try Operands(a, b, isComparison: operation.isComparison, machine)
    guard target.array.isWritable else {
      throw Fault(.valueError, "output array is read-only")
    }
    try check(name, operands, b)
    do throws(ArrayError) {
      try AnyNDArray.apply(operation, operands.a, operands.b, into: target.array, where: mask)
    } catch { throw fault(error, [operands.a, operands.b], name, target: target.array) }
    machine.observer?.wrote(through: target, target.array, by: name, picked: mask != nil)
  }

  /// Applies an operation to one value.
  static func unary(
    _ name: String, _ value: Value, _ machine: Machine, where mask: AnyNDArray? = nil
  ) throws(Fault) -> Value {
    guard let operation = unary[name] else {
      if name == "invert" { return try inverted(value, machine) }
      throw Fault(.notImplementedError, "Strided has no '\(name)'")
    }
    let array = try machine.array(value)
    try checkSign(name, array)
    try admit([array], machine)
    do throws(ArrayError) {
      return machine.result(try AnyNDArray.apply(operation, array, where: mask), by: name)
    } catch { throw fault(error, [array], name) }
  }

  /// Applies an operation to one value and writes the results to an array.
  static func unary(
    _ name: String, _ value: Value, into target: ArrayObject, _ machine: Machine,
    where mask: AnyNDArray? = nil
  ) throws(Fault) {
    guard let operation = unary[name] else {
      throw Fault(.notImplementedError, "Strided has no '\(name)'")
    }
    let array = try machine.array(value)
    guard target.array.isWritable else {
      throw Fault(.valueError, "output array is read-only")
    }
    try checkSign(name, array)
    do throws(ArrayError) {
      try AnyNDArray.apply(operation, array, into: target.array, where: mask)
    } catch { throw fault(error, [array], name, target: target.array) }
    machine.observer?.wrote(through: target, target.array, by: name, picked: mask != nil)
  }

  private static func inverted(_ value: Value, _ machine: Machine) throws(Fault) -> Value {
    let array = try machine.array(value)
    if array.dtype == .bool { return try apply("equal", value, .bool(false), machine) }
    return try apply("subtract", .int(Int64(-1)), value, machine)
  }

  // MARK: Checks

  static func admit(_ arrays: [AnyNDArray], _ machine: Machine) throws(Fault) {
    guard arrays.contains(where: { $0.rank > 0 }),
      let shape = try? Layout.broadcastShape(arrays.map(\.shape))
    else { return }
    try machine.admit(shape, .float64)
  }

  private static func checkSign(_ name: String, _ array: AnyNDArray) throws(Fault) {
    guard name == "negative", array.dtype == .bool else { return }
    throw Fault(
      .typeError,
      "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the "
        + "logical_not function instead.")
  }

  private static func check(
    _ name: String, _ operands: Operands, _ exponent: Value
  ) throws(Fault) {
    let (a, b) = (operands.a.dtype, operands.b.dtype)
    if name == "subtract", a == .bool, b == .bool {
      throw Fault(
        .typeError,
        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
          + "operator, or the logical_xor function instead.")
    }
    if name == "power", a.isInteger || a == .bool, b.isSigned, operands.b.count > 0 {
      let least = try lifted { () throws(ArrayError) in
        try operands.b.min().item(as: Int64.self)
      }
      if least < 0 {
        throw Fault(
          .valueError, "Integers to negative integer powers are not allowed.")
      }
    }
  }

  /// The exception that NumPy raises where the library refuses an operation.
  static func fault(
    _ error: ArrayError, _ operands: [AnyNDArray], _ name: String, target: AnyNDArray? = nil
  ) -> Fault {
    let shapes = operands.map(\.shape)
    guard let shape = try? Layout.broadcastShape(shapes) else {
      if error.kind == .value {
        let text = (shapes + (target.map { [$0.shape] } ?? [])).map { shapeText($0) }
          .joined(separator: " ")
        return Fault(
          .valueError, "operands could not be broadcast together with shapes \(text) ")
      }
      return Fault(error)
    }
    if let target, error.kind == .value, shape != target.shape {
      if shape.count <= target.rank,
        (try? Layout.broadcastShape([shape, target.shape])) == nil
      {
        let text = (shapes + [target.shape]).map { shapeText($0) }.joined(separator: " ")
        return Fault(
          .valueError, "operands could not be broadcast together with shapes \(text) ")
      }
      return Fault(
        .valueError,
        "non-broadcastable output operand with shape \(shapeText(target.shape)) doesn't match the "
          + "broadcast shape \(shapeText(shape))")
    }
    guard error.kind == .type else { return Fault(error) }
    if error.message.hasPrefix("Cannot cast ufunc") {
      return Fault(.ufuncTypeError, castNames(error.message))
    }
    return Fault(
      .typeError,
      "ufunc '\(name)' not supported for the input types, and the inputs could not be safely coerced "
        + "to any supported types according to the casting rule ''safe''")
  }

  /// Puts the types' names in NumPy's form.
  private static func castNames(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (i, word) in words.enumerated() where i > 0 {
      if words[i - 1] == "from" || words[i - 1] == "to" { words[i] = "dtype('\(word)')" }
    }
    return words.joined(separator: " ")
  }

  /// A shape as errors about broadcasting write it.
  static func shapeText(_ shape: [Int]) -> String {
    Printer.repr(.shape(shape)).replacing(", ", with: ",")
  }
}

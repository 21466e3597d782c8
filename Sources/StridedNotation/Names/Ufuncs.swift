// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
import StridedLoops
internal import StridedMemory

/// Elementwise operations under NumPy's names.
enum Ufuncs {
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

  static let binary: [String: BinaryOperation] = [
    "add": .add, "subtract": .subtract, "multiply": .multiply, "divide": .divide,
    "true_divide": .divide, "minimum": .minimum, "maximum": .maximum, "equal": .equal,
    "not_equal": .notEqual, "less": .less, "less_equal": .lessEqual, "greater": .greater,
    "greater_equal": .greaterEqual,
  ]

  private static func found(_ name: String) throws(Fault) -> BinaryOperation {
    guard let operation = binary[name] else {
      throw Fault(.notImplementedError, "Strided has no '\(name)' yet")
    }
    return operation
  }

  /// Applies an operation to two values.
  static func apply(
    _ name: String, _ a: Value, _ b: Value, _ machine: Machine
  ) throws(Fault) -> Value {
    let operation = try found(name)
    let operands = try Operands(a, b, isComparison: operation.isComparison, machine)
    try admit(operands, machine)
    do throws(ArrayError) {
      return machine.result(try AnyNDArray.apply(operation, operands.a, operands.b), by: name)
    } catch { throw fault(error, operands, name) }
  }

  /// Applies an operation to two values and writes the results to an array.
  static func apply(
    _ name: String, _ a: Value, _ b: Value, into target: ArrayObject, _ machine: Machine
  ) throws(Fault) {
    let operation = try found(name)
    let operands = try Operands(a, b, isComparison: operation.isComparison, machine)
    guard target.array.isWritable else {
      throw Fault(.valueError, "output array is read-only")
    }
    do throws(ArrayError) {
      try AnyNDArray.apply(operation, operands.a, operands.b, into: target.array)
    } catch { throw fault(error, operands, name, target: target.array) }
    machine.observer?.wrote(through: target, target.array, by: name)
  }

  private static func admit(_ operands: Operands, _ machine: Machine) throws(Fault) {
    guard operands.a.rank > 0, operands.b.rank > 0,
      let shape = try? Layout.broadcastShape([operands.a.shape, operands.b.shape])
    else { return }
    try machine.admit(shape, .float64)
  }

  /// The exception that NumPy raises where the library refuses an operation.
  static func fault(
    _ error: ArrayError, _ operands: Operands, _ name: String, target: AnyNDArray? = nil
  ) -> Fault {
    let shapes = [operands.a.shape, operands.b.shape]
    if error.kind == .value, (try? Layout.broadcastShape(shapes)) == nil {
      let text = (shapes + (target.map { [$0.shape] } ?? []))
        .map { Printer.repr(.shape($0)).replacing(", ", with: ",") }.joined(separator: " ")
      return Fault(
        .valueError, "operands could not be broadcast together with shapes \(text) ")
    }
    if let target, error.kind == .value, let shape = try? Layout.broadcastShape(shapes) {
      return Fault(
        .valueError,
        "non-broadcastable output operand with shape \(shapeText(target.shape)) doesn't match the "
          + "broadcast shape \(shapeText(shape))")
    }
    if error.kind == .type, error.message.hasPrefix("Cannot cast ufunc") {
      let rest = error.message.dropFirst("Cannot cast ufunc output".count)
      return Fault(.castingError, "Cannot cast ufunc '\(name)' output" + castNames(rest))
    }
    return Fault(error)
  }

  /// Puts the types' names in NumPy's form.
  private static func castNames(_ text: Substring) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (i, word) in words.enumerated() where i > 0 {
      if words[i - 1] == "from" || words[i - 1] == "to" { words[i] = "dtype('\(word)')" }
    }
    return words.joined(separator: " ")
  }

  static func shapeText(_ shape: [Int]) -> String {
    Printer.repr(.shape(shape)).replacing(", ", with: ",")
  }

  /// Applies an operation to one value.
  static func unary(_ name: String, _ value: Value, _ machine: Machine) throws(Fault) -> Value {
    let array = try machine.array(value)
    switch name {
    case "positive":
      return machine.result(
        try lifted { () throws(ArrayError) in try array.copy(order: .keep) }, by: name)
    case "negative":
      guard array.dtype != .bool else {
        throw Fault(
          .typeError,
          "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or "
            + "the logical_not function instead.")
      }
      return try apply("multiply", value, .int(Int64(-1)), machine)
    case "invert":
      if array.dtype == .bool { return try apply("equal", value, .bool(false), machine) }
      return try apply("subtract", .int(Int64(-1)), value, machine)
    default: throw Fault(.notImplementedError, "Strided has no '\(name)' yet")
    }
  }
}

extension String {
  /// The string with each `old` replaced.
  func replacing(_ old: String, with new: String) -> String {
    let (bytes, pattern) = (Array(utf8), Array(old.utf8))
    guard !pattern.isEmpty else { return self }
    var result: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if i + pattern.count <= bytes.count, bytes[i..<i + pattern.count].elementsEqual(pattern) {
        result += Array(new.utf8)
        i += pattern.count
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

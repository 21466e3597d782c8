// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
import StridedMemory

/// Operations on arrays that are computed when asked for: block by block, so that what lies between
/// them stays in the processor's cache and takes no memory.
///
/// Broadcasting, the types' promotion and every bit of the results are those of the operations one by
/// one. Worth it from some ten thousand elements on; up to the size of the cache it saves little.
/// Arrays are read when the formula is computed, except that of a formula of more than four arrays
/// (one that is used twice counts once) parts are computed as it grows.
///
/// NumPy: what `numexpr.evaluate` is to it.
public struct Formula {
  // Invariant: `program` has an input for each array, at most `Program.mostInputs`.
  private var inputs: [AnyNDArray]
  private var program: Program

  /// Creates the formula of an array as it is. Copies nothing.
  ///
  /// - Throws: `ArrayError` of kind `type` for users' structs.
  public init(_ array: AnyNDArray) throws(ArrayError) {
    guard array.dtype.isNumber else {
      throw ArrayError(.type, "records have no arithmetic; compute with their fields")
    }
    inputs = [array]
    program = Program(input: 0, array.dtype)
  }

  /// The type of the results.
  public var dtype: DType { program.result }

  /// Returns the formula of an operation on the results. Computes nothing.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation does not take the type.
  public func applying(_ operation: UnaryOperation) throws(ArrayError) -> Formula {
    var result = self
    try result.program.append(operation)
    return result
  }

  /// Returns the formula of an operation on the results and those of another formula.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation does not take the types; as `evaluated()`
  ///   where a part is computed.
  public func applying(
    _ operation: BinaryOperation, _ other: Formula
  ) throws(ArrayError) -> Formula {
    if operation == .power, try operation.signature(dtype, other.dtype).result.isInteger {
      // Whether the exponents are allowed is known from their values only.
      return try Formula(try AnyNDArray.apply(operation, evaluated(), other.evaluated()))
    }
    var result = self
    var numbers: [Int] = []
    for input in other.inputs {
      let known = result.inputs.firstIndex {
        $0.storage === input.storage && $0.layout == input.layout && $0.dtype == input.dtype
      }
      if known == nil { result.inputs.append(input) }
      numbers.append(known ?? result.inputs.count - 1)
    }
    guard result.inputs.count <= Program.mostInputs else {
      return inputs.count >= other.inputs.count
        ? try Formula(evaluated()).applying(operation, other)
        : try applying(operation, Formula(other.evaluated()))
    }
    try result.program.append(operation, other.program, inputs: numbers)
    return result
  }

  /// Returns the formula of an operation on the results and one number of type `dtype`, which comes
  /// first if so.
  func applying(
    _ operation: BinaryOperation, item: ItemBytes, _ dtype: DType, isExchanged: Bool
  ) throws(ArrayError) -> Formula {
    var result = self
    try result.program.append(operation, item: item.bytes, dtype, isExchanged: isExchanged)
    return result
  }

  /// Computes the results into fresh memory, with their axes in the order in which the arrays' lie in
  /// memory. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes do not broadcast.
  public func evaluated() throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("evaluated") { () throws(ArrayError) in
      let layout = try AnyNDArray.elementwiseLayout(inputs, nil, dtype.itemSize)
      let target = try AnyNDArray.allocate(layout, dtype)
      defer { withExtendedLifetime((target, inputs)) {} }
      try Loops.run(program, into: target.operand, inputs.map { $0.operand })
      return target
    }
  }

  /// Computes the results into an array, which may share memory with the arrays of the formula. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if the arrays do not broadcast to the target's shape, `type`
  ///   if the results can't become elements of the target within their kind, `readOnly`.
  public func evaluate(into target: AnyNDArray) throws(ArrayError) {
    try target.checkTarget(of: "evaluate", dtype, nil)
    try LedgerReport.naming("evaluate") { () throws(ArrayError) in
      var inputs = inputs
      for i in inputs.indices { inputs[i] = try inputs[i].apart(from: target) }
      defer { withExtendedLifetime((target, inputs)) {} }
      try Loops.run(program, into: target.operand, inputs.map { $0.operand })
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedLoops
import StridedMemory

// Operations with two results.
extension AnyNDArray {
  /// Applies an operation that makes two results of each element.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation does not take the type.
  ///
  /// NumPy: `numpy.frexp(a)` and the like. Copies.
  public static func apply(
    _ operation: SplitOperation, _ a: AnyNDArray, where mask: AnyNDArray? = nil
  ) throws(ArrayError) -> (AnyNDArray, AnyNDArray) {
    let types = try operation.signature(a.dtype)
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let (first, second) = try fresh(types, [a], mask)
      defer { withExtendedLifetime((first, second, a, mask)) {} }
      try Loops.apply(
        types, into: first.operand, and: second.operand, a.operand, where: mask?.operand)
      return (first, second)
    }
  }

  /// Applies an operation that makes two results of each element and writes them to two arrays.
  ///
  /// Both are of one shape. Where they share memory, the second is written last.
  ///
  /// - Throws: `ArrayError` of kind `type` for the types, `value` for the shapes, `readOnly`.
  ///
  /// NumPy: `numpy.frexp(a, out=(first, second))` and the like. Writes in place.
  public static func apply(
    _ operation: SplitOperation, _ a: AnyNDArray, into first: AnyNDArray, and second: AnyNDArray,
    where mask: AnyNDArray? = nil
  ) throws(ArrayError) {
    let types = try operation.signature(a.dtype)
    try checkTargets(of: operation.name, types, first, second, mask)
    try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let a = try a.apart(from: first).apart(from: second)
      let mask = try mask?.apart(from: first).apart(from: second)
      defer { withExtendedLifetime((first, second, a, mask)) {} }
      try Loops.apply(
        types, into: first.operand, and: second.operand, a.operand, where: mask?.operand)
    }
  }

  /// Applies an operation that makes two results of each pair of elements.
  ///
  /// - Throws: `ArrayError` of kind `value` for the shapes, of kind `type` for the types.
  ///
  /// NumPy: `numpy.divmod(a, b)`. Copies.
  public static func apply(
    _ operation: DivisionOperation, _ a: AnyNDArray, _ b: AnyNDArray,
    where mask: AnyNDArray? = nil
  ) throws(ArrayError) -> (AnyNDArray, AnyNDArray) {
    let types = try operation.signature(a.dtype, b.dtype)
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let (first, second) = try fresh(types, [a, b], mask)
      defer { withExtendedLifetime((first, second, a, b, mask)) {} }
      try Loops.apply(
        types, into: first.operand, and: second.operand, a.operand, b.operand,
        where: mask?.operand)
      return (first, second)
    }
  }

  /// Applies an operation that makes two results of each pair of elements and writes them to two
  /// arrays.
  ///
  /// Both are of one shape. Where they share memory, the second is written last.
  ///
  /// - Throws: `ArrayError` of kind `type` for the types, `value` for the shapes, `readOnly`.
  ///
  /// NumPy: `numpy.divmod(a, b, out=(first, second))`. Writes in place.
  public static func apply(
    _ operation: DivisionOperation, _ a: AnyNDArray, _ b: AnyNDArray, into first: AnyNDArray,
    and second: AnyNDArray, where mask: AnyNDArray? = nil
  ) throws(ArrayError) {
    let types = try operation.signature(a.dtype, b.dtype)
    try checkTargets(of: operation.name, types, first, second, mask)
    try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let a = try a.apart(from: first).apart(from: second)
      let b = try b.apart(from: first).apart(from: second)
      let mask = try mask?.apart(from: first).apart(from: second)
      defer { withExtendedLifetime((first, second, a, b, mask)) {} }
      try Loops.apply(
        types, into: first.operand, and: second.operand, a.operand, b.operand,
        where: mask?.operand)
    }
  }

  private static func fresh(
    _ types: Signature, _ operands: [AnyNDArray], _ mask: AnyNDArray?
  ) throws(ArrayError) -> (AnyNDArray, AnyNDArray) {
    let (x, y) = (types.result, types.secondResult)
    let isMasked = mask != nil
    return (
      try allocate(elementwiseLayout(operands, mask, x.itemSize), x, zeroed: isMasked),
      try allocate(elementwiseLayout(operands, mask, y.itemSize), y, zeroed: isMasked)
    )
  }

  private static func checkTargets(
    of name: String, _ types: Signature, _ first: AnyNDArray, _ second: AnyNDArray,
    _ mask: AnyNDArray?
  ) throws(ArrayError) {
    try first.checkTarget(of: name, types.result, mask)
    try second.checkTarget(of: name, types.secondResult, mask)
    guard first.shape == second.shape else {
      throw ArrayError(
        .value, "the two results need targets of one shape, not \(first.shape) and \(second.shape)",
        operand: "target", shapes: [first.shape, second.shape])
    }
  }
}

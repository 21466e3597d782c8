// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
public import StridedMemory

extension Loops {
  /// Writes `a op b`, element by element, into `target`.
  ///
  /// The inputs broadcast to the target's shape. Both are converted to `computing`, a type in this
  /// machine's byte order; the results (of that type, or truth values of a comparison) are
  /// converted to the target's type. The result is that of copying the inputs first, whatever the
  /// operands share. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if an input doesn't broadcast to the target's shape,
  ///   `type` if the operation isn't defined for `computing`, `memory` if there is none for a
  ///   temporary. Nothing is written then.
  ///
  /// NumPy: `numpy.ufunc.__call__` with `out=`.
  public static func binary(
    _ operation: BinaryOperation, into target: Operand, _ a: Operand, _ b: Operand,
    computing: DType
  ) throws(ArrayError) {
    // Greater is less with the inputs exchanged.
    if operation == .greater { return try binary(.less, into: target, b, a, computing: computing) }
    if operation == .greaterEqual {
      return try binary(.lessEqual, into: target, b, a, computing: computing)
    }
    let kernel = try kernel(operation, computing)
    try requireNumbers(target, a, b)
    let result = operation.isComparison ? DType.bool : computing.native

    let isNative = target.dtype == result && a.dtype == computing && b.dtype == computing
    if isNative, !computing.isSwapped, let count = target.flatCount,
      a.isFlat(like: target, count), b.isFlat(like: target, count)
    {
      invoke(
        kernel, 1, count, [target.first, a.first, b.first], [0, 0, 0],
        [result.itemSize, computing.itemSize, computing.itemSize])
      return
    }

    var plan = Plan<3>(target: target)
    try plan.attach(1, a)
    try plan.attach(2, b)
    guard !plan.isEmpty else { return }
    let sizes: InlineArray<3, Int> = [
      target.dtype.itemSize, a.dtype.itemSize, b.dtype.itemSize,
    ]
    let safety = try plan.order(itemSizes: sizes)
    defer { safety.release() }
    try plan.run(
      kernel,
      stages: [
        Stage.result(target.dtype, from: result.kind),
        Stage.input(a.dtype, as: computing.kind, isHazardous: safety.isHazardous[1]),
        Stage.input(b.dtype, as: computing.kind, isHazardous: safety.isHazardous[2]),
      ],
      backward: safety.backward)
  }

  private static func kernel(
    _ operation: BinaryOperation, _ computing: DType
  ) throws(ArrayError) -> strided_kernel {
    let code = operation.rawValue
    let kernel =
      operation.isComparison
      ? strided_compare_kernel(CInt(code - BinaryOperation.equal.rawValue), computing.kind.code)
      : strided_binary_kernel(CInt(code), computing.kind.code)
    if let kernel { return kernel }
    if operation == .subtract, computing.kind == .bool {
      throw ArrayError(
        .type, "truth values have no difference; use notEqual, or convert to an integer type")
    }
    throw ArrayError(
      .type, "the operation \(operation.name) is not defined for elements of type \(computing.name)"
    )
  }

  private static func requireNumbers(
    _ target: Operand, _ a: Operand, _ b: Operand
  ) throws(ArrayError) {
    if target.dtype.kind == .record || a.dtype.kind == .record || b.dtype.kind == .record {
      throw ArrayError(.type, "records have no arithmetic; compute with their fields")
    }
  }
}

extension BinaryOperation {
  /// The operation's name, as it is written in code.
  public var name: String {
    switch self {
    case .add: "add"
    case .subtract: "subtract"
    case .multiply: "multiply"
    case .divide: "divide"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .equal: "equal"
    case .notEqual: "notEqual"
    case .less: "less"
    case .lessEqual: "lessEqual"
    case .greater: "greater"
    case .greaterEqual: "greaterEqual"
    }
  }
}

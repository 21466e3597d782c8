// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedLoops
import StridedMemory

extension BinaryOperation {
  /// The type that both operands are converted to, and the type of the result.
  func types(_ a: DType, _ b: DType) throws(ArrayError) -> (computing: DType, result: DType) {
    let common = try DType.promoted(a, b)
    switch self {
    case .add, .multiply, .minimum, .maximum: return (common, common)
    case .subtract:
      guard common.kind != .bool else {
        throw ArrayError(
          .type, "numpy boolean subtract, the `-` operator, is not supported; use a comparison")
      }
      return (common, common)
    case .divide: return (common.quotient, common.quotient)
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: return (common, .bool)
    }
  }
}

extension AnyNDArray {
  /// Applies an operation element by element, after broadcasting both and promoting their types.
  ///
  /// The result is fresh, with its axes in the order in which the operands' lie in memory.
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes do not broadcast, of kind `type` if the
  ///   operation does not take the types.
  ///
  /// NumPy: `numpy.add(a, b)` and the like. Copies.
  public static func apply(
    _ operation: BinaryOperation, _ a: AnyNDArray, _ b: AnyNDArray
  ) throws(ArrayError) -> AnyNDArray {
    let result = try operation.types(a.dtype, b.dtype).result
    let layout = try elementwiseLayout(a.layout, b.layout, a.itemSize, b.itemSize, result.itemSize)
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let target = try allocate(layout, result)
      try apply(operation, a, b, into: target)
      return target
    }
  }

  /// Applies an operation element by element and writes the results to `target`.
  ///
  /// The operands broadcast to the target's shape. Whatever memory the three share, the result is
  /// what copying the operands first would give.
  ///
  /// NumPy: `numpy.add(a, b, out=target)` and the like. Writes in place.
  public static func apply(
    _ operation: BinaryOperation, _ a: AnyNDArray, _ b: AnyNDArray, into target: AnyNDArray
  ) throws(ArrayError) {
    try target.checkWritable()
    let types = try operation.types(a.dtype, b.dtype)
    guard types.result.isSameKindCast(to: target.dtype) else {
      throw ArrayError(
        .type,
        "Cannot cast ufunc output from \(types.result) to \(target.dtype) "
          + "with casting rule 'same_kind'")
    }
    defer { withExtendedLifetime((target, a, b)) {} }
    try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let (a, b) = (try a.apart(from: target), try b.apart(from: target))
      defer { withExtendedLifetime((a, b)) {} }
      try Loops.binary(
        operation, into: target.operand, a.operand, b.operand, computing: types.computing)
    }
  }

  /// The dense layout of an elementwise result: NumPy's K order of both operands.
  static func elementwiseLayout(
    _ a: Layout, _ b: Layout, _ sizeA: Int, _ sizeB: Int, _ resultSize: Int
  ) throws(ArrayError) -> Layout {
    if a.axes.count == b.axes.count, a.isContiguous(.rowMajor, itemSize: sizeA),
      b.isContiguous(.rowMajor, itemSize: sizeB), a.hasLengths(of: b)
    {
      return try .dense(shape: a.shape, itemSize: resultSize)
    }
    let shape = try Layout.broadcastShape([a.shape, b.shape])
    let order = Layout.memoryOrder(of: [try a.broadcast(to: shape), try b.broadcast(to: shape)])
    return try .dense(shape: shape, itemSize: resultSize, axisOrder: order)
  }

  /// Reduces axes by an operation: all of them, or the named ones.
  ///
  /// Small integers sum in the machine's word. The remaining axes keep their order in memory.
  ///
  /// - Parameters:
  ///   - axes: The axes to reduce; nil for all.
  ///   - keepingAxes: Whether reduced axes stay, with length 1.
  ///
  /// NumPy: `numpy.sum(a, axis, keepdims)` and the like. Copies.
  public func reduced(
    _ operation: Reduction, axes: [Int]? = nil, keepingAxes: Bool = false
  ) throws(ArrayError) -> AnyNDArray {
    guard dtype.isNumber else { throw ArrayError(.type, "\(dtype) has no sum, minimum or maximum") }
    var reduced = Array(repeating: axes == nil, count: rank)
    for axis in axes ?? [] {
      let axis = try layout.normalizedAxis(axis)
      guard !reduced[axis] else {
        throw ArrayError(.value, "duplicate value in 'axis': \(axis) is named twice", axis: axis)
      }
      reduced[axis] = true
    }
    let resultType = operation == .sum ? dtype.sum : dtype.native
    let reducedAxes = (0..<rank).filter { reduced[$0] }
    let withAxes = try Layout.dense(
      shape: (0..<rank).map { reduced[$0] ? 1 : layout.axes[$0].length },
      itemSize: resultType.itemSize, axisOrder: Layout.memoryOrder(of: [layout]))
    let withoutAxes = try withAxes.squeezed(axes: reducedAxes)
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let result = try AnyNDArray.allocate(keepingAxes ? withAxes : withoutAxes, resultType)
      defer { withExtendedLifetime((self, result)) {} }
      try Loops.reduce(
        operation, into: Operand(storage: result.storage, layout: withoutAxes, dtype: resultType),
        operand, axes: reducedAxes)
      return result
    }
  }

  /// The sum of all elements, or along axes. NumPy: `numpy.sum`. Copies.
  public func sum(axes: [Int]? = nil, keepingAxes: Bool = false) throws(ArrayError) -> AnyNDArray {
    try reduced(.sum, axes: axes, keepingAxes: keepingAxes)
  }

  /// The smallest elements; NaN wins. NumPy: `numpy.min`. Copies.
  public func min(axes: [Int]? = nil, keepingAxes: Bool = false) throws(ArrayError) -> AnyNDArray {
    try reduced(.minimum, axes: axes, keepingAxes: keepingAxes)
  }

  /// The largest elements; NaN wins. NumPy: `numpy.max`. Copies.
  public func max(axes: [Int]? = nil, keepingAxes: Bool = false) throws(ArrayError) -> AnyNDArray {
    try reduced(.maximum, axes: axes, keepingAxes: keepingAxes)
  }
}

extension Layout {
  /// Whether the lengths of all axes are equal.
  func hasLengths(of other: Layout) -> Bool {
    for i in 0..<axes.count where axes[i].length != other.axes[i].length { return false }
    return true
  }
}

extension DType {
  /// Whether NumPy's `same_kind` rule lets results of this type be written as `other`.
  func isSameKindCast(to other: DType) -> Bool {
    func family(_ type: DType) -> Int {
      type.kind == .bool ? 0 : type.isUnsigned ? 1 : type.isSigned ? 2 : type.isFloat ? 3 : 4
    }
    return isNumber && other.isNumber && family(self) <= family(other)
  }
}

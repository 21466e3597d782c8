// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedLoops
import StridedMemory

// Common to all: the operands are broadcast and their types promoted as NumPy does; whatever memory
// they share with the target, the result is what copying them first would give. With a mask only
// elements where it is true are computed: others of a target keep their value, others of a fresh
// result are zero. Fresh results have their axes in the order in which the operands' lie in memory.
// Errors are of kind `value` where shapes do not broadcast, of kind `type` where the operation does
// not take the types (or their result can't become the target's within its kind), of kind
// `readOnly` for the target.
extension AnyNDArray {
  /// Applies an operation element by element.
  ///
  /// Types are promoted. Where a mask is given and false, the result is zero.
  ///
  /// - Throws: `ArrayError` of kind `type` if the operation does not take the type.
  ///
  /// NumPy: `numpy.sqrt(a)` and the like. Copies.
  public static func apply(
    _ operation: UnaryOperation, _ a: AnyNDArray, where mask: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    let types = try operation.signature(a.dtype)
    if mask == nil, let result = try line(types, a) { return result }
    let size = types.result.itemSize
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let layout =
        mask == nil
        ? try a.copyLayout(.keep, itemSize: size) : try elementwiseLayout([a], mask, size)
      let target = try allocate(layout, types.result, zeroed: mask != nil)
      defer { withExtendedLifetime((target, a, mask)) {} }
      try Loops.apply(types, into: target.operand, a.operand, where: mask?.operand)
      return target
    }
  }

  /// Applies an operation element by element and writes the results to `target`.
  ///
  /// The operand may share memory with the target. Where a mask is false, the target keeps its
  /// elements.
  ///
  /// - Throws: `ArrayError` of kind `type` for the types, `value` for the shapes, `readOnly`.
  ///
  /// NumPy: `numpy.sqrt(a, out=target, where=mask)` and the like. Writes in place.
  public static func apply(
    _ operation: UnaryOperation, _ a: AnyNDArray, into target: AnyNDArray,
    where mask: AnyNDArray? = nil
  ) throws(ArrayError) {
    let types = try operation.signature(a.dtype)
    if mask == nil, target.takeLine(types, a) { return }
    try target.checkTarget(of: operation.name, types.result, mask)
    try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let a = try a.apart(from: target)
      let mask = try mask?.apart(from: target)
      defer { withExtendedLifetime((target, a, mask)) {} }
      try Loops.apply(types, into: target.operand, a.operand, where: mask?.operand)
    }
  }

  /// Applies an operation element by element, after broadcasting both and promoting their types.
  ///
  /// The result is fresh, with its axes in the order in which the operands' lie in memory. Where a
  /// mask is given and false, it is zero.
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes do not broadcast, of kind `type` if the
  ///   operation does not take the types.
  ///
  /// NumPy: `numpy.add(a, b)` and the like. Copies.
  public static func apply(
    _ operation: BinaryOperation, _ a: AnyNDArray, _ b: AnyNDArray, where mask: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    let types = try operation.signature(a.dtype, b.dtype)
    if operation == .power { try checkExponents(b, of: a, types, mask) }
    if mask == nil, let result = try line(types, a, b) { return result }
    let size = types.result.itemSize
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let layout =
        mask == nil && a.isDense(like: b)
        ? try a.layout.compact(itemSize: size)
        : try elementwiseLayout([a, b], mask, size)
      let target = try allocate(layout, types.result, zeroed: mask != nil)
      defer { withExtendedLifetime((target, a, b, mask)) {} }
      try Loops.apply(types, into: target.operand, a.operand, b.operand, where: mask?.operand)
      return target
    }
  }

  /// Applies an operation element by element and writes the results to `target`.
  ///
  /// The operands broadcast to the target's shape. Whatever memory the three share, the result is
  /// what copying the operands first would give. Where a mask is false, the target keeps its
  /// elements.
  ///
  /// - Throws: `ArrayError` of kind `type` for the types, `value` for the shapes, `readOnly`.
  ///
  /// NumPy: `numpy.add(a, b, out=target, where=mask)` and the like. Writes in place.
  public static func apply(
    _ operation: BinaryOperation, _ a: AnyNDArray, _ b: AnyNDArray, into target: AnyNDArray,
    where mask: AnyNDArray? = nil
  ) throws(ArrayError) {
    let types = try operation.signature(a.dtype, b.dtype)
    if operation == .power { try checkExponents(b, of: a, types, mask) }
    if mask == nil, target.takeLine(types, a, b) { return }
    try target.checkTarget(of: operation.name, types.result, mask)
    try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let a = try a.apart(from: target)
      let b = try b.apart(from: target)
      let mask = try mask?.apart(from: target)
      defer { withExtendedLifetime((target, a, b, mask)) {} }
      try Loops.apply(types, into: target.operand, a.operand, b.operand, where: mask?.operand)
    }
  }

  /// Applies an operation on three arrays element by element.
  ///
  /// - Throws: `ArrayError` of kind `value` for the shapes, of kind `type` for the types.
  ///
  /// NumPy: `numpy.clip(a, low, high)`. Copies.
  public static func apply(
    _ operation: TernaryOperation, _ a: AnyNDArray, _ b: AnyNDArray, _ c: AnyNDArray,
    where mask: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    let types = try operation.signature(a.dtype, b.dtype, c.dtype)
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let layout = try elementwiseLayout([a, b, c], mask, types.result.itemSize)
      let target = try allocate(layout, types.result, zeroed: mask != nil)
      defer { withExtendedLifetime((target, a, b, c, mask)) {} }
      try Loops.apply(
        types, into: target.operand, a.operand, b.operand, c.operand, where: mask?.operand)
      return target
    }
  }

  /// Applies an operation on three arrays element by element and writes the results to `target`.
  ///
  /// - Throws: `ArrayError` of kind `type` for the types, `value` for the shapes, `readOnly`.
  ///
  /// NumPy: `numpy.clip(a, low, high, out=target, where=mask)`. Writes in place.
  public static func apply(
    _ operation: TernaryOperation, _ a: AnyNDArray, _ b: AnyNDArray, _ c: AnyNDArray,
    into target: AnyNDArray, where mask: AnyNDArray? = nil
  ) throws(ArrayError) {
    let types = try operation.signature(a.dtype, b.dtype, c.dtype)
    try target.checkTarget(of: operation.name, types.result, mask)
    try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let a = try a.apart(from: target)
      let b = try b.apart(from: target)
      let c = try c.apart(from: target)
      let mask = try mask?.apart(from: target)
      defer { withExtendedLifetime((target, a, b, c, mask)) {} }
      try Loops.apply(
        types, into: target.operand, a.operand, b.operand, c.operand, where: mask?.operand)
    }
  }
}

// MARK: Targets

extension AnyNDArray {
  /// Throws unless results of type `result` may be written here where `mask` is true.
  func checkTarget(
    of name: @autoclosure () -> String, _ result: DType, _ mask: AnyNDArray?
  ) throws(ArrayError) {
    try checkWritable()
    try mask?.checkMask()
    guard result.isSameKindCast(to: dtype) else {
      throw ArrayError(
        .type,
        "Cannot cast ufunc '\(name())' output from \(result) to \(dtype) "
          + "with casting rule 'same_kind'",
        operand: "target", shapes: [shape])
    }
  }

  /// Throws where an integer would be raised to a negative power.
  private static func checkExponents(
    _ exponents: AnyNDArray, of bases: AnyNDArray, _ types: Signature, _ mask: AnyNDArray?
  ) throws(ArrayError) {
    guard types.result.isInteger, exponents.dtype.isSigned, !exponents.layout.isEmpty,
      !bases.layout.isEmpty
    else { return }
    var chosen = exponents
    if let mask { chosen = try AnyNDArray.where(mask, exponents, NDArray<Int8>([0]).erased) }
    let least = try chosen.reduced(.minimum).cast(to: .int64)
    defer { withExtendedLifetime(least) {} }
    guard Int64.load(from: least.storage.address) < 0 else { return }
    throw ArrayError(
      .value,
      "Integers to negative integer powers are not allowed; raise floating-point numbers instead",
      operand: "operand 1")
  }

  /// Whether both arrays are row-major and of one shape.
  @inline(__always)
  func isDense(like other: AnyNDArray) -> Bool {
    layout.axes.count == other.layout.axes.count && isContiguous(.rowMajor)
      && other.isContiguous(.rowMajor) && layout.hasLengths(of: other.layout)
  }

  /// The dense layout of an elementwise result: NumPy's K order of all operands.
  static func elementwiseLayout(
    _ operands: [AnyNDArray], _ mask: AnyNDArray?, _ itemSize: Int
  ) throws(ArrayError) -> Layout {
    try mask?.checkMask()
    let all = mask.map { operands + [$0] } ?? operands
    let shape = try Layout.broadcastShape(all.map { $0.layout.shape })
    var layouts: [Layout] = []
    for operand in all { layouts.append(try operand.layout.broadcast(to: shape)) }
    return try .dense(shape: shape, itemSize: itemSize, axisOrder: Layout.memoryOrder(of: layouts))
  }
}

extension DType {
  /// Whether NumPy's `same_kind` rule lets results of this type be written as `other`.
  package func isSameKindCast(to other: DType) -> Bool {
    func family(_ type: DType) -> Int {
      type.kind == .bool ? 0 : type.isUnsigned ? 1 : type.isSigned ? 2 : type.isFloat ? 3 : 4
    }
    return isNumber && other.isNumber && family(self) <= family(other)
  }
}

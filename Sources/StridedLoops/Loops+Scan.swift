// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
import StridedMemory

extension Loops {
  /// Writes into `target` the running results of an operation along `axis` of `a`.
  ///
  /// Elements are converted to the target's type first, and the results have it at every step:
  /// integers wrap. The result is that of copying the input first, whatever memory they share. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes differ, `type` for records and for
  ///   operations that have no running result, `memory` if there is none for a temporary.
  ///
  /// NumPy: `numpy.ufunc.accumulate`.
  public static func scan(
    _ operation: Reduction, into target: Operand, _ a: Operand, axis: Int
  ) throws(ArrayError) {
    let hasNaN = target.dtype.isFloat || target.dtype.isComplex
    let code = CInt((hasNaN ? operation : operation.withNaN).rawValue)
    guard
      a.dtype.kind != .record, target.dtype.kind != .record,
      let kernel = strided_scan_kernel(code, target.dtype.kind.code)
    else {
      throw ArrayError(.type, "\(operation.name) of \(a.dtype) has no running results")
    }
    let shape = target.layout.shape
    guard shape == a.layout.shape, shape.indices.contains(axis) else {
      throw ArrayError(
        .value,
        "running results along axis \(axis) of \(tuple(a.layout.shape)) have its shape, "
          + "not \(tuple(shape))", axis: axis)
    }
    guard !target.layout.isEmpty else { return }

    guard !target.dtype.isSwapped, !overlapsItself(target) else {
      let dtype = target.dtype.native
      let scratch = try Scratch(count: target.layout.count, itemSize: dtype.itemSize)
      defer { scratch.release() }
      let compact = Operand(
        base: scratch.address, layout: try .dense(shape: shape, itemSize: dtype.itemSize),
        dtype: dtype)
      try scan(operation, into: compact, a, axis: axis)
      return try assign(target, from: compact)
    }
    var source = a
    let isSame = a.first == target.first && a.layout.axes == target.layout.axes
    if a.dtype != target.dtype || !(isSame || isApart(target, a)) {
      // The target takes the elements; it is then its own input.
      try assign(target, from: a)
      source = target
    }
    try LedgerReport.writing(to: target.first)
    var plan = Plan<2>([target.first, source.first])
    for i in shape.indices where i != axis {
      plan.append(
        Plan<2>.Axis(
          count: shape[i], steps: [target.layout.axes[i].stride, source.layout.axes[i].stride]))
    }
    plan.simplify(leader: 0)
    plan.append(
      Plan<2>.Axis(
        count: shape[axis],
        steps: [target.layout.axes[axis].stride, source.layout.axes[axis].stride]))
    plan.run(kernel)
  }
}

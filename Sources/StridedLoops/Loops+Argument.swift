// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
import StridedMemory

extension Loops {
  /// Writes into `target` where along `axis` the smallest or largest elements of `a` lie.
  ///
  /// Of equal elements the first counts. A NaN wins, or loses for the operations on numbers; where
  /// those find none the result is -1. The target has the other axes of `a`, in order. The result
  /// is that of copying the input first, whatever memory they share. O(n), no axis is moved.
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes don't fit or the axis has no element,
  ///   `type` for records, for numbers in swapped order and for other operations, `memory` if there
  ///   is none for a temporary.
  ///
  /// NumPy: `numpy.argmin`, `numpy.argmax`.
  public static func argument(
    _ operation: Reduction, into target: Operand, _ a: Operand, axis: Int
  ) throws(ArrayError) {
    let kept = try keptAxes(target, a, [axis])
    let hasNaN = a.dtype.isFloat || a.dtype.isComplex
    let code = (hasNaN ? operation : operation.withNaN).rawValue
    guard
      a.dtype.kind != .record, target.dtype.isNumber, !a.dtype.isSwapped,
      let kernel = strided_argument_kernel(CInt(code), a.dtype.kind.code)
    else {
      throw ArrayError(.type, "\(operation.name) of \(a.dtype) has no position")
    }
    guard !target.layout.isEmpty else { return }
    guard a.layout.axes[axis].length > 0 else {
      let name = operation.withNaN == .minimum ? "argmin" : "argmax"
      throw ArrayError(.value, "attempt to get \(name) of an empty sequence", axis: axis)
    }

    let isDirect = target.dtype == .int64 && isApart(target, a) && !overlapsItself(target)
    guard isDirect else {
      if !isApart(target, a) {
        try LedgerReport.copying(
          target.layout.count * 8, .overlap, operation: operation.name)
      }
      let scratch = try Scratch(count: target.layout.count, itemSize: 8)
      defer { scratch.release() }
      let compact = Operand(
        base: scratch.address, layout: try .dense(shape: target.layout.shape, itemSize: 8),
        dtype: .int64)
      try argument(operation, into: compact, a, axis: axis)
      return try assign(target, from: compact)
    }
    try LedgerReport.writing(to: target.first)
    var plan = Plan<2>([target.first, a.first])
    var next = 0
    for i in kept.indices where kept[i] {
      let axis = a.layout.axes[i]
      plan.append(
        Plan<2>.Axis(count: axis.length, steps: [target.layout.axes[next].stride, axis.stride]))
      next += 1
    }
    plan.simplify(leader: 1)
    let run = a.layout.axes[axis]
    plan.append(Plan<2>.Axis(count: run.length, steps: [0, run.stride]))
    plan.run(kernel)
  }
}

// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
package import StridedLayouts
import StridedMemory

extension Loops {
  /// Writes the matrix products of the last two axes of `a` and `b` into `target`.
  ///
  /// All three have one element type, in this machine's byte order, and the same axes before the
  /// last two; the rows of the target are contiguous and it shares nothing with the inputs: it is
  /// fresh. Integers wrap, truth values multiply by "and" and add by "or", float16 collects in
  /// float32. O(rows · columns · inner).
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes don't fit, `type`, `memory`.
  ///
  /// NumPy: `numpy.matmul`.
  package static func multiply(
    into target: Operand, _ a: Operand, _ b: Operand
  ) throws(ArrayError) {
    let rank = target.layout.rank
    guard
      a.dtype == target.dtype, b.dtype == target.dtype, !a.dtype.isSwapped,
      let kernel = strided_matrix_kernel(a.dtype.kind.code)
    else { throw ArrayError(.type, "matrices of \(a.dtype) and \(b.dtype) don't multiply") }
    guard rank >= 2, a.layout.rank == rank, b.layout.rank == rank else {
      throw ArrayError(.value, "matrix products need operands of one rank, 2 at least")
    }
    let (to, left, right) = (target.layout.axes, a.layout.axes, b.layout.axes)
    let (row, column) = (rank - 2, rank - 1)
    let inner = left[column].length
    guard
      right[row].length == inner, to[row].length == left[row].length,
      to[column].length == right[column].length
    else {
      throw ArrayError(
        .value,
        "matrices of shapes \(tuple(a.layout.shape)) and \(tuple(b.layout.shape)) don't "
          + "multiply into \(tuple(target.layout.shape))")
    }
    guard !target.layout.isEmpty else { return }
    let room = try Scratch(
      count: strided_matrix_room(a.dtype.kind.code, to[column].length), itemSize: 1)
    defer { room.release() }
    var plan = Plan<3>([target.first, a.first, b.first])
    for i in 0..<row {
      guard to[i].length == left[i].length, to[i].length == right[i].length else {
        throw ArrayError(.value, "the operands of a matrix product differ along axis \(i)", axis: i)
      }
      plan.append(
        Plan<3>.Axis(count: to[i].length, steps: [to[i].stride, left[i].stride, right[i].stride]))
    }
    plan.dropUnitAxes()
    let last = room.address.assumingMemoryBound(to: CChar.self)
    plan.walk(outer: plan.rank) { p in
      invoke(
        kernel, to[row].length, to[column].length, [p[0], p[1], p[2], last],
        [to[row].stride, left[row].stride, right[row].stride, inner],
        [to[column].stride, left[column].stride, right[column].stride, 0])
    }
  }
}

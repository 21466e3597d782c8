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
  /// float32. Large products of floats and complex numbers go to a BLAS where the program finds one.
  /// O(rows · columns · inner).
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes don't fit, `type`, `memory`.
  ///
  /// NumPy: `numpy.matmul`.
  package static func multiply(
    into target: Operand, _ a: Operand, _ b: Operand
  ) throws(ArrayError) {
    let rank = target.layout.rank
    guard
      a.dtype == target.dtype, b.dtype == target.dtype, !a.dtype.isSwapped, a.dtype.isNumber
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
    var plan = Plan<3>([target.first, a.first, b.first])
    for i in 0..<row {
      guard to[i].length == left[i].length, to[i].length == right[i].length else {
        throw ArrayError(.value, "the operands of a matrix product differ along axis \(i)", axis: i)
      }
      plan.append(
        Plan<3>.Axis(count: to[i].length, steps: [to[i].stride, left[i].stride, right[i].stride]))
    }
    plan.dropUnitAxes()
    let rows = plan.joinRows(
      Plan<3>.Axis(
        count: to[row].length, steps: [to[row].stride, left[row].stride, right[row].stride]))
    let (height, width) = (rows.count, to[column].length)
    let kind = a.dtype.kind
    if try multiplyByBLAS(plan, kind, rows, left[column], right[row], right[column]) { return }

    guard let kernel = strided_matrix_kernel(kind.code, height, width) else { return }
    let room = try Scratch(
      count: strided_matrix_room(kind.code, height, width, inner), itemSize: 1)
    defer { room.release() }
    let last = room.address.assumingMemoryBound(to: CChar.self)
    plan.walk(outer: plan.rank) { p in
      invoke(
        kernel, height, width, [p[0], p[1], p[2], last],
        [rows.steps[0], rows.steps[1], rows.steps[2], inner],
        [to[column].stride, left[column].stride, right[column].stride, 0])
    }
  }

  /// Whether a BLAS has computed the products: large ones of matrices that it takes.
  private static func multiplyByBLAS(
    _ plan: Plan<3>, _ kind: DType.Kind, _ rows: Plan<3>.Axis, _ inner: Axis, _ right: Axis,
    _ columns: Axis
  ) throws(ArrayError) -> Bool {
    #if $Embedded
      return false
    #else
      let size = DType.size(of: kind)
      guard
        kind == .float32 || kind == .float64 || kind == .complex64 || kind == .complex128,
        inner.length > 0, inner.length <= Int32.max, rows.count <= Int32.max,
        columns.length <= Int32.max, rows.count > 1, columns.length > 1,
        Double(rows.count) * Double(columns.length) * Double(inner.length)
          >= Thresholds.blasMultiplications,
        rows.steps[0] % size == 0, let blas = BLAS.found
      else { return false }
      func matrices(_ p: Plan<3>.Pointers) -> (BLAS.Matrix, BLAS.Matrix)? {
        let rows = Axis(length: rows.count, stride: rows.steps[1])
        guard let a = BLAS.Matrix(p[1], rows: rows, columns: inner, itemSize: size),
          let b = BLAS.Matrix(p[2], rows: right, columns: columns, itemSize: size)
        else { return nil }
        return (a, b)
      }
      var fits = true
      plan.walk(outer: plan.rank) { p in fits = fits && matrices(p) != nil }
      guard fits else { return false }
      plan.walk(outer: plan.rank) { p in
        guard let (a, b) = matrices(p) else { return }
        _ = blas.multiply(
          kind, into: p[0], distance: rows.steps[0] / size, rows: rows.count,
          columns: columns.length, inner: inner.length, a, b)
      }
      return true
    #endif
  }
}

extension Plan where N == 3 {
  /// Takes the innermost axis into the rows of a product where all its matrices have one right side.
  fileprivate mutating func joinRows(_ rows: Axis) -> Axis {
    var rows = rows
    while rank > 0, case let axis = self[rank - 1], axis.steps[2] == 0,
      rows.count == 1
        || axis.steps[0] == rows.steps[0] * rows.count
          && axis.steps[1] == rows.steps[1] * rows.count
    {
      rows = Axis(
        count: axis.count * rows.count,
        steps: rows.count == 1 ? [axis.steps[0], axis.steps[1], rows.steps[2]] : rows.steps)
      removeLast()
    }
    return rows
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
public import StridedMemory

extension AnyNDArray {
  /// The matrix products of the last two axes; the axes before them broadcast.
  ///
  /// An operand of one axis is a row on the left, a column on the right, and its axis is left out
  /// of the result. Types are promoted; integers wrap; truth values multiply by "and" and add by
  /// "or". A fresh result is row-major. O(rows · columns · inner).
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes don't fit, of kind `type`.
  ///
  /// NumPy: `numpy.matmul`. Copies.
  @discardableResult public func matmul(
    _ other: AnyNDArray, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    guard rank > 0, other.rank > 0 else {
      throw ArrayError(.value, "a matrix product needs operands with axes; use * for scalars")
    }
    let left = rank == 1 ? try expanded(axes: [0]) : self
    let right = other.rank == 1 ? try other.expanded(axes: [1]) : other
    let inner = left.shape[left.rank - 1]
    guard right.shape[right.rank - 2] == inner else {
      throw ArrayError(
        .value,
        "matmul: the shapes \(shape) and \(other.shape) don't fit: the last axis of the left "
          + "operand has \(inner) elements, \(other.rank == 1 ? "the" : "the last but one") axis of "
          + "the right one \(right.shape[right.rank - 2])")
    }
    let common = try DType.promoted(dtype, other.dtype)
    guard common.isNumber else { throw ArrayError(.type, "records have no products") }
    return try LedgerReport.naming("matmul") { () throws(ArrayError) in
      if common.kind == .float16, count > Thresholds.float16Elements {
        // Sums collect in float32, in which products of panels are many times faster.
        let wide = try cast(to: .float32).matmul(other.cast(to: .float32))
        return try wide.cast(to: .float16).delivered(into: target)
      }
      let outer = try Layout.broadcastShape([
        Array(left.shape.dropLast(2)), Array(right.shape.dropLast(2)),
      ])
      let (rows, columns) = (left.shape[left.rank - 2], right.shape[right.rank - 1])
      let a = try left.cast(to: common, copying: .ifNeeded).broadcast(to: outer + [rows, inner])
      let b = try right.cast(to: common, copying: .ifNeeded).broadcast(
        to: outer + [inner, columns])
      let result = try AnyNDArray.empty(outer + [rows, columns], common)
      defer { withExtendedLifetime((a, b, result)) {} }
      try Loops.multiply(into: result.operand, a.operand, b.operand)
      var dropped: [Int] = []
      if rank == 1 { dropped.append(-2) }
      if other.rank == 1 { dropped.append(-1) }
      let product =
        dropped.isEmpty
        ? result
        : try result.reshaped(
          outer + (rank == 1 ? [] : [rows]) + (other.rank == 1 ? [] : [columns]))
      return try product.delivered(into: target)
    }
  }

  /// The sums of products over the last axis of this and the last but one axis of the other array.
  ///
  /// The result has the other axes of this array, then those of the other. Scalars multiply.
  ///
  /// - Throws: as `matmul`.
  ///
  /// NumPy: `numpy.dot`. Copies.
  @discardableResult public func dot(
    _ other: AnyNDArray, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    if rank == 0 || other.rank == 0 {
      return try AnyNDArray.apply(.multiply, self, other).delivered(into: target)
    }
    if rank <= 2, other.rank <= 2 { return try matmul(other, into: target) }
    return try tensordot(other, axes: ([-1], [other.rank == 1 ? -1 : -2])).delivered(into: target)
  }

  /// The sums of products over the last axes of both. NumPy: `numpy.inner`. Copies.
  public func inner(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    if rank == 0 || other.rank == 0 { return try .apply(.multiply, self, other) }
    return try tensordot(other, axes: ([-1], [-1]))
  }

  /// All products of an element of this with one of the other, both raveled. NumPy: `numpy.outer`.
  /// Copies.
  @discardableResult public func outer(
    _ other: AnyNDArray, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try AnyNDArray.apply(.multiply, raveled().expanded(axes: [1]), other.raveled())
      .delivered(into: target)
  }

  /// The sums of products over pairs of axes: one of each array.
  ///
  /// The result has the other axes of this array, then those of the other.
  ///
  /// - Throws: `ArrayError` of kind `value` if the lists or the lengths differ, of kind `axis`.
  ///
  /// NumPy: `numpy.tensordot`. Copies.
  public func tensordot(
    _ other: AnyNDArray, axes: ([Int], [Int])
  ) throws(ArrayError) -> AnyNDArray {
    let mine = try layout.normalizedAxes(axes.0)
    let theirs = try other.layout.normalizedAxes(axes.1)
    guard mine.map({ shape[$0] }) == theirs.map({ other.shape[$0] }) else {
      throw ArrayError(
        .value,
        "axes \(axes.0) of \(shape) and \(axes.1) of \(other.shape) don't have the same "
          + "lengths")
    }
    let kept = (0..<rank).filter { !mine.contains($0) }
    let rest = (0..<other.rank).filter { !theirs.contains($0) }
    let inner = mine.reduce(1) { $0 * shape[$1] }
    let rows = kept.map { shape[$0] }
    let columns = rest.map { other.shape[$0] }
    let a = try permuted(kept + mine).reshaped([rows.reduce(1, *), inner])
    let b = try other.permuted(theirs + rest).reshaped([inner, columns.reduce(1, *)])
    return try a.matmul(b).reshaped(rows + columns)
  }

  /// The sums of products over the last axes of this and the first ones of the other array.
  ///
  /// NumPy: `numpy.tensordot(a, b, axes=count)`. Copies.
  public func tensordot(_ other: AnyNDArray, axes count: Int = 2) throws(ArrayError) -> AnyNDArray {
    guard count >= 0, count <= Swift.min(rank, other.rank) else {
      throw ArrayError(.value, "\(count) axes are not those of \(shape) and \(other.shape)")
    }
    return try tensordot(other, axes: (Array((rank - count)..<rank), Array(0..<count)))
  }

  /// The sum of a diagonal. NumPy: `numpy.trace`. Copies.
  @discardableResult public func trace(
    offset: Int = 0, axes: (Int, Int) = (0, 1), dtype: DType? = nil,
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try diagonal(offset: offset, axes: axes).sum(axes: [-1], dtype: dtype, into: target)
  }
}

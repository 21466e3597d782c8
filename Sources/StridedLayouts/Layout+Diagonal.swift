// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layout whose last axis walks the diagonal of two axes, which disappear.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.diagonal`.
  ///
  /// - Parameter diagonal: How far the diagonal is from the main one, positive along the second
  ///   axis; beyond the corner the result is empty.
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis, of kind `value` if both are
  ///   the same or there are less than two.
  public func diagonal(
    offset diagonal: Int = 0, axes plane: (Int, Int) = (0, 1)
  ) throws(ArrayError) -> Layout {
    guard rank >= 2 else {
      throw ArrayError(
        .value, "diag requires an array of at least two dimensions", index: rank, bound: 2)
    }
    let first = try Self.normalizedAxis(plane.0, rank: rank, name: "axis1")
    let second = try Self.normalizedAxis(plane.1, rank: rank, name: "axis2")
    guard first != second else {
      throw ArrayError(.value, "axis1 and axis2 cannot be the same", axis: first)
    }
    let rows = axes[first]
    let columns = axes[second]
    // `magnitude` holds that of Int.min too.
    let skipped = Int(exactly: diagonal.magnitude) ?? Int.max
    let length = max(
      0,
      diagonal >= 0
        ? min(rows.length, columns.length - skipped) : min(rows.length - skipped, columns.length))
    var result = Layout(unchecked: AxisList(), offset: offset)
    for i in 0..<rank where i != first && i != second { result.axes.append(axes[i]) }
    // Wraps only where no two elements lie a step apart: the span of elements fits.
    result.axes.append(Axis(length: length, stride: rows.stride &+ columns.stride))
    if !result.isEmpty {
      result.offset &+= skipped &* (diagonal >= 0 ? columns.stride : rows.stride)
    }
    return result
  }
}

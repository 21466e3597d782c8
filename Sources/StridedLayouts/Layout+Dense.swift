// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Creates the layout of a fresh array without gaps, at offset 0, in O(rank).
  ///
  /// Column-major order makes the first axis the innermost; all other orders make it the last.
  ///
  /// - Throws: `ArrayError` of kind `value` if a length is negative, there are more than 64 axes,
  ///   or the bytes don't fit `Int`, lengths of zero counted as 1.
  public static func dense(
    shape: [Int], itemSize: Int, order: MemoryOrder = .rowMajor
  ) throws(ArrayError) -> Layout {
    guard shape.count <= maximumRank else { throw tooManyAxes(shape.count) }
    var axes = AxisList(repeating: Axis(length: 1, stride: 0), count: shape.count)
    var stride = itemSize
    for i in shape.indices {
      let position = order == .columnMajor ? i : shape.count - 1 - i
      let length = shape[position]
      axes[position] = Axis(length: length, stride: stride)
      stride = try next(stride, length, axis: position)
    }
    return Layout(unchecked: axes, offset: 0)
  }

  /// Creates the layout of a fresh array without gaps whose axes lie in `axisOrder`, in O(rank).
  ///
  /// - Parameter axisOrder: The axes of the result, the outermost in memory first.
  /// - Throws: as `dense(shape:itemSize:order:)`, and if `axisOrder` does not name each axis once.
  public static func dense(
    shape: [Int], itemSize: Int, axisOrder: [Int]
  ) throws(ArrayError) -> Layout {
    guard shape.count <= maximumRank else { throw tooManyAxes(shape.count) }
    guard axisOrder.count == shape.count else {
      throw ArrayError(
        .value,
        "the order of \(shape.count) axes needs as many entries, but there are \(axisOrder.count)")
    }
    let order = try normalizedAxes(axisOrder, rank: shape.count, repeated: "repeated axis")
    var axes = AxisList(repeating: Axis(length: 1, stride: 0), count: shape.count)
    var stride = itemSize
    for position in order.reversed() {
      axes[position] = Axis(length: shape[position], stride: stride)
      stride = try next(stride, shape[position], axis: position)
    }
    return Layout(unchecked: axes, offset: 0)
  }

  /// The stride outside an axis of `length` whose own stride is `stride`.
  static func next(_ stride: Int, _ length: Int, axis: Int) throws(ArrayError) -> Int {
    guard length >= 0 else {
      throw ArrayError(.value, "negative dimensions are not allowed", axis: axis, index: length)
    }
    let (product, isTooBig) = stride.multipliedReportingOverflow(by: max(length, 1))
    guard !isTooBig else {
      throw ArrayError(
        .value,
        "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible"
          + " size.", axis: axis, index: length)
    }
    return product
  }
}

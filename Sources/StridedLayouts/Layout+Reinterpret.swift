// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layout of the same bytes read as elements of another size.
  ///
  /// The last axis becomes longer or shorter; its elements must lie without gaps, unless the sizes
  /// are equal. Makes a view. O(rank). NumPy: `numpy.ndarray.view`.
  ///
  /// - Throws: `ArrayError` of kind `value` if there is no last axis, it has gaps, or the sizes
  ///   don't divide.
  public func reinterpreted(
    from itemSize: Int, to newItemSize: Int
  ) throws(ArrayError) -> Layout {
    guard newItemSize != itemSize else { return self }
    guard itemSize > 0, newItemSize > 0 else {
      throw ArrayError(.value, "elements of \(itemSize) and \(newItemSize) bytes don't divide")
    }
    guard rank > 0 else {
      throw ArrayError(
        .value, "Changing the dtype of a 0d array is only supported if the itemsize is unchanged")
    }
    let axis = rank - 1
    let last = axes[axis]
    guard last.length == 1 || last.stride == itemSize || isEmpty else {
      throw ArrayError(
        .value,
        "To change to a dtype of a different size, the last axis must be contiguous: its stride is"
          + " \(last.stride), its elements have \(itemSize) bytes", axis: axis)
    }
    var length: Int
    if newItemSize < itemSize {
      guard itemSize % newItemSize == 0 else {
        throw ArrayError(
          .value,
          "When changing to a smaller dtype, its size must be a divisor of the size of original"
            + " dtype: \(newItemSize) does not divide \(itemSize)", axis: axis)
      }
      length = try product(last.length, itemSize / newItemSize)
    } else {
      let bytes = try product(last.length, itemSize)
      guard bytes % newItemSize == 0 else {
        throw ArrayError(
          .value,
          "When changing to a larger dtype, its size must be a divisor of the total size in bytes"
            + " of the last axis of the array: \(newItemSize) does not divide \(bytes)", axis: axis)
      }
      length = bytes / newItemSize
    }
    var result = self
    result.axes[axis] = Axis(length: length, stride: newItemSize)
    return try result.validated()
  }

  private func product(_ left: Int, _ right: Int) throws(ArrayError) -> Int {
    let (product, isTooBig) = left.multipliedReportingOverflow(by: right)
    guard !isTooBig else {
      throw ArrayError(.value, "the last axis would be longer than the address space")
    }
    return product
  }
}

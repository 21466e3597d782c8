// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns a layout of any lengths and strides whose elements all lie within `bounds`.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.lib.stride_tricks.as_strided`, which does not check.
  ///
  /// - Parameter offset: Where the first element starts, in bytes from the start of the storage;
  ///   nil for where this layout's starts.
  /// - Parameter bounds: The bytes of the storage that may be touched.
  /// - Throws: `ArrayError` of kind `value` if `shape` and `strides` differ in count, a length is
  ///   negative, or an element would lie outside `bounds`.
  public func strided(
    shape: [Int], strides: [Int], offset: Int? = nil, within bounds: Range<Int>, itemSize: Int
  ) throws(ArrayError) -> Layout {
    guard shape.count == strides.count else {
      throw ArrayError(
        .value, "mismatch in length of strides and shape", index: strides.count, bound: shape.count)
    }
    let result = try Layout(shape: shape, strides: strides, offset: offset ?? self.offset)
    let needed = result.byteBounds(itemSize: itemSize)
    guard needed.lowerBound >= bounds.lowerBound, needed.upperBound <= bounds.upperBound else {
      throw ArrayError(
        .value,
        "strides is incompatible with shape of requested array and size of buffer: shape"
          + " \(Self.text(shape)), strides \(Self.text(strides)) and offset \(result.offset) touch"
          + " bytes \(needed), the buffer has \(bounds)")
    }
    return result
  }
}

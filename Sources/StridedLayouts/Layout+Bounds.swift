// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the bytes from the lowest to the highest that an element touches, in O(rank).
  ///
  /// Counted from the start of the storage; empty, at the offset, if there are no elements. There
  /// may be gaps in between. NumPy: `numpy.lib.array_utils.byte_bounds`.
  public func byteBounds(itemSize: Int) -> Range<Int> {
    guard !isEmpty else { return offset..<offset }
    var low = offset
    var high = offset
    for i in 0..<rank where axes[i].length > 1 {
      // Can't overflow: invariant 3.
      let reach = axes[i].stride &* (axes[i].length - 1)
      if reach < 0 { low &+= reach } else { high &+= reach }
    }
    let (end, isTooFar) = high.addingReportingOverflow(itemSize)
    return low..<(isTooFar ? Int.max : max(end, low))
  }

  /// Returns where the element at `indices` starts, in bytes from the start of the storage.
  ///
  /// Negative indices count from the end of their axis. O(rank).
  ///
  /// - Throws: `ArrayError` of kind `index` if an index is out of range or `indices` are not as
  ///   many as the axes.
  public func elementOffset(at indices: [Int]) throws(ArrayError) -> Int {
    guard indices.count == rank else {
      if indices.count > rank { throw tooManyIndices(indices.count) }
      throw ArrayError(
        .index, "an element of \(rank) axes needs as many indices, but \(indices.count) were given")
    }
    var result = offset
    for i in 0..<rank {
      result &+= try position(indices[i], axis: i) &* axes[i].stride
    }
    return result
  }

  /// Returns the same axes, `bytes` further on: the layout of a part of each element.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.ndarray.getfield`, `numpy.ndarray.imag`.
  ///
  /// - Throws: `ArrayError` of kind `value` if an element would lie beyond the address space.
  public func advanced(by bytes: Int) throws(ArrayError) -> Layout {
    // Nothing is read through a layout without elements, so it need not move out of its bounds.
    guard !isEmpty else { return self }
    let (sum, isTooFar) = offset.addingReportingOverflow(bytes)
    guard !isTooFar else {
      throw ArrayError(
        .value, "offset \(offset) and \(bytes) more bytes reach beyond the address space")
    }
    return try Layout(unchecked: axes, offset: sum).validated()
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layout of all windows: where a window starts first, the place inside it last.
  ///
  /// Makes a view in which elements stand many times. O(rank). NumPy:
  /// `numpy.lib.stride_tricks.sliding_window_view`.
  ///
  /// - Parameter shape: The lengths of a window.
  /// - Parameter axes: The axes that a window spans, which may name one more than once; nil for all.
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis, of kind `value` if a window is
  ///   longer than its axis or negative, the counts differ, or the result is too big.
  public func slidingWindows(
    shape window: [Int], axes windowed: [Int]? = nil
  ) throws(ArrayError) -> Layout {
    for i in window.indices where window[i] < 0 {
      throw ArrayError(
        .value, "`window_shape` cannot contain negative values", axis: i, index: window[i])
    }
    var positions: [Int] = []
    if let windowed {
      for axis in windowed { positions.append(try normalizedAxis(axis)) }
      guard window.count == positions.count else {
        throw ArrayError(
          .value,
          "Must provide matching length window_shape and axis; got \(window.count) window_shape"
            + " elements and \(positions.count) axes elements.",
          index: window.count, bound: positions.count)
      }
    } else {
      positions = Array(0..<rank)
      guard window.count == rank else {
        throw ArrayError(
          .value,
          "Since axis is `None`, must provide window_shape for all dimensions of `x`; got"
            + " \(window.count) window_shape elements and `x.ndim` is \(rank).",
          index: window.count, bound: rank)
      }
    }
    var result = self
    for i in window.indices {
      let axis = positions[i]
      let length = result.axes[axis].length
      guard length >= window[i] else {
        throw ArrayError(
          .value, "window shape cannot be larger than input array shape",
          axis: axis, index: window[i], bound: length)
      }
      // A window of length 0 fits once more than there are positions.
      let (starts, isTooBig) = (length - window[i]).addingReportingOverflow(1)
      guard !isTooBig else { throw ArrayError(.value, "the windows are too many", axis: axis) }
      result.axes[axis].length = starts
      guard result.rank < Self.maximumRank else {
        throw ArrayError(
          .value,
          "number of dimensions must be within [0, 64], got \(rank + window.count)",
          index: rank + window.count, bound: Self.maximumRank)
      }
      result.axes.append(Axis(length: window[i], stride: axes[axis].stride))
    }
    return try result.validated()
  }
}

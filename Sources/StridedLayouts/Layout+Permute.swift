// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layout with its axes in reverse order.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.ndarray.T`.
  public func transposed() -> Layout {
    var result = self
    var (i, j) = (0, rank - 1)
    while i < j {
      (result.axes[i], result.axes[j]) = (axes[j], axes[i])
      i += 1
      j -= 1
    }
    return result
  }

  /// Returns the layout with its two innermost axes swapped.
  ///
  /// Makes a view. O(1). NumPy: `numpy.ndarray.mT`.
  ///
  /// - Throws: `ArrayError` of kind `value` if there are less than two axes.
  public func matrixTransposed() throws(ArrayError) -> Layout {
    guard rank >= 2 else {
      throw ArrayError(.value, "matrix transpose with ndim < 2 is undefined", bound: rank)
    }
    return try swappingAxes(-1, -2)
  }

  /// Returns the layout with its axes in a given order.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.transpose`.
  ///
  /// - Parameter order: For each axis of the result, the axis of this layout it is.
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis, of kind `value` if `order`
  ///   does not name each axis once.
  public func permuted(_ order: [Int]) throws(ArrayError) -> Layout {
    guard order.count == rank else {
      throw ArrayError(.value, "axes don't match array", index: order.count, bound: rank)
    }
    let order = try Self.normalizedAxes(
      order, rank: rank, repeated: "repeated axis in transpose")
    return permuted(normalized: order)
  }

  /// The layout with its axes in an order that is known to be right.
  func permuted(normalized order: [Int]) -> Layout {
    var result = self
    for i in 0..<rank { result.axes[i] = axes[order[i]] }
    return result
  }

  /// Returns the layout with two axes swapped.
  ///
  /// Makes a view. O(1). NumPy: `numpy.swapaxes`.
  ///
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis.
  public func swappingAxes(_ first: Int, _ second: Int) throws(ArrayError) -> Layout {
    let first = try Self.normalizedAxis(first, rank: rank, name: "axis1")
    let second = try Self.normalizedAxis(second, rank: rank, name: "axis2")
    var result = self
    result.axes[first] = axes[second]
    result.axes[second] = axes[first]
    return result
  }

  /// Returns the layout with some axes moved and the others in their order.
  ///
  /// Makes a view. O(rank²). NumPy: `numpy.moveaxis`.
  ///
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis, of kind `value` if an axis is
  ///   named twice or the two lists differ in count.
  public func movingAxes(
    _ sources: [Int], to destinations: [Int]
  ) throws(ArrayError) -> Layout {
    let sources = try Self.normalizedAxes(
      sources, rank: rank, name: "source", repeated: "repeated axis in `source` argument")
    let destinations = try Self.normalizedAxes(
      destinations, rank: rank, name: "destination",
      repeated: "repeated axis in `destination` argument")
    guard sources.count == destinations.count else {
      throw ArrayError(
        .value,
        "`source` and `destination` arguments must have the same number of elements",
        index: sources.count, bound: destinations.count)
    }
    var order = Array(repeating: -1, count: rank)
    for i in sources.indices { order[destinations[i]] = sources[i] }
    var rest = 0
    for i in order.indices where order[i] < 0 {
      while sources.contains(rest) { rest += 1 }
      order[i] = rest
      rest += 1
    }
    return permuted(normalized: order)
  }

  /// Returns the layout with one axis moved to just before the axis `start`.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.rollaxis`.
  ///
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis; `start` may be the rank.
  public func rollingAxis(_ axis: Int, to start: Int = 0) throws(ArrayError) -> Layout {
    let axis = try normalizedAxis(axis)
    guard start >= -rank, start <= rank else {
      throw ArrayError(
        .axis,
        "'start' arg requires \(-rank) <= start < \(rank + 1), but \(start) was passed in",
        axis: start, index: start, bound: rank + 1)
    }
    let before = start < 0 ? start + rank : start
    let target = axis < before ? before - 1 : before
    var order = Array(0..<rank)
    order.remove(at: axis)
    order.insert(axis, at: target)
    return permuted(normalized: order)
  }
}

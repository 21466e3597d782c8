// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layout with new axes of length 1.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.expand_dims`.
  ///
  /// - Parameter axes: Where the new axes are in the result.
  /// - Throws: `ArrayError` of kind `axis` if the result has no such axis, of kind `value` if one
  ///   is named twice or there would be more than 64.
  public func expanded(axes newAxes: [Int]) throws(ArrayError) -> Layout {
    let resultRank = rank + newAxes.count
    let positions = try Self.normalizedAxes(
      newAxes, rank: resultRank, repeated: "repeated axis")
    guard resultRank <= Self.maximumRank else { throw Self.tooManyAxes(resultRank) }
    var result = Layout(unchecked: AxisList(), offset: offset)
    var next = 0
    for i in 0..<resultRank {
      if positions.contains(i) {
        // As a reshape leaves it: the step to where the next axis would end. It addresses nothing.
        let stride =
          next < rank
          ? axes[next].stride &* axes[next].length : rank > 0 ? axes[rank - 1].stride : 0
        result.axes.append(Axis(length: 1, stride: stride))
      } else {
        result.axes.append(axes[next])
        next += 1
      }
    }
    return result
  }

  /// Returns the layout without axes of length 1: without `axes`, or without all of them.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.squeeze`.
  ///
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis, of kind `value` if its length
  ///   is not 1 or it is named twice.
  public func squeezed(axes dropped: [Int]? = nil) throws(ArrayError) -> Layout {
    guard let dropped else { return droppingUnitAxes() }
    let positions = try Self.normalizedAxes(
      dropped, rank: rank, repeated: "duplicate value in 'axis'")
    for position in positions where axes[position].length != 1 {
      throw ArrayError(
        .value,
        "cannot select an axis to squeeze out which has size not equal to one",
        axis: position, index: axes[position].length, bound: 1)
    }
    var result = Layout(unchecked: AxisList(), offset: offset)
    for i in 0..<rank where !positions.contains(i) { result.axes.append(axes[i]) }
    return result
  }

  /// Returns the layout without one axis of length 1.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.squeeze` with an integer, which lets the axes 0 and -1 of
  /// a single element pass, though there are none.
  ///
  /// - Throws: as `squeezed(axes:)`.
  public func squeezed(axis: Int) throws(ArrayError) -> Layout {
    if rank == 0, axis == 0 || axis == -1 { return self }
    return try squeezed(axes: [axis])
  }

  /// The layout without its axes of length 1.
  func droppingUnitAxes() -> Layout {
    var result = Layout(unchecked: AxisList(), offset: offset)
    for i in 0..<rank where axes[i].length != 1 { result.axes.append(axes[i]) }
    return result
  }

  /// Returns the layout with at least `minimumRank` axes.
  ///
  /// New axes come first, except that the third of two goes last, and one of three is the middle.
  /// Makes a view. O(rank). NumPy: `numpy.atleast_1d`, `numpy.atleast_2d`, `numpy.atleast_3d`.
  ///
  /// - Throws: `ArrayError` of kind `value` if there would be more than 64 axes.
  public func expanded(toRank minimumRank: Int) throws(ArrayError) -> Layout {
    guard rank < minimumRank else { return self }
    guard minimumRank <= Self.maximumRank else { throw Self.tooManyAxes(minimumRank) }
    if minimumRank == 3, rank > 0 { return try expanded(axes: rank == 1 ? [0, 2] : [2]) }
    return try expanded(axes: Array(0..<(minimumRank - rank)))
  }
}

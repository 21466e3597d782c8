// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layout with some axes walked backwards, or all of them.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.flip`.
  ///
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis, of kind `value` if one is
  ///   named twice.
  public func flipped(axes flippedAxes: [Int]? = nil) throws(ArrayError) -> Layout {
    var result = self
    if let flippedAxes {
      for axis in try normalizedAxes(flippedAxes) { result.flip(axis) }
    } else {
      for axis in 0..<rank { result.flip(axis) }
    }
    return result
  }

  /// Walks an existing axis backwards.
  mutating func flip(_ axis: Int) {
    let old = axes[axis]
    guard old.length > 0 else { return }
    if !isEmpty { offset &+= (old.length - 1) &* old.stride }
    // Wraps only for the stride of an axis that addresses nothing.
    axes[axis].stride = 0 &- old.stride
  }

  /// Returns the layout turned by quarter turns, from the first of two axes towards the second.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.rot90`.
  ///
  /// - Throws: `ArrayError` of kind `value` if an axis does not exist or both are the same.
  public func rotated90(times: Int = 1, axes plane: (Int, Int) = (0, 1)) throws(ArrayError)
    -> Layout
  {
    let isSame = plane.0 == plane.1
    let (distance, isFar) = plane.0.subtractingReportingOverflow(plane.1)
    guard !isSame, isFar || distance.magnitude != rank.magnitude else {
      throw ArrayError(.value, "Axes must be different.", axis: plane.0)
    }
    for axis in [plane.0, plane.1] where axis < -rank || axis >= rank {
      throw ArrayError(
        .value, "Axes=(\(plane.0), \(plane.1)) out of range for array of ndim=\(rank).",
        axis: axis, index: axis, bound: rank)
    }
    let first = try normalizedAxis(plane.0)
    let second = try normalizedAxis(plane.1)
    var result = self
    switch times & 3 {  // The remainder by 4 that is not negative.
    case 1:
      result.flip(second)
      return try result.swappingAxes(first, second)
    case 2:
      result.flip(first)
      result.flip(second)
    case 3:
      result = try swappingAxes(first, second)
      result.flip(second)
    default: break
    }
    return result
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layout with one axis, if the elements lie without gaps in `order`.
  ///
  /// Makes a view, or throws where a copy is needed. Stricter than `reshaped(to: [-1])`, which
  /// keeps regular gaps. O(rank²). NumPy: `numpy.ravel`.
  ///
  /// - Parameter order: `keep` takes the elements in the order in which they lie in memory.
  /// - Throws: `ArrayError` of kind `value` with an `obstacle` if a copy is needed.
  public func raveled(
    order: MemoryOrder = .rowMajor, itemSize: Int
  ) throws(ArrayError) -> Layout {
    var wanted = resolved(order, itemSize: itemSize)
    if wanted == .keep {
      if isContiguous(.rowMajor, itemSize: itemSize) {
        wanted = .rowMajor
      } else if isContiguous(.columnMajor, itemSize: itemSize) {
        wanted = .columnMajor
      }
    }
    if wanted != .keep, isContiguous(wanted, itemSize: itemSize) {
      // One axis stays as it is, whatever its stride.
      let axis = Axis(length: count, stride: itemSize)
      return rank == 1 ? self : Layout(unchecked: AxisList(axis), offset: offset)
    }
    if wanted != .keep {
      // If it can be one axis at all, that axis has gaps.
      _ = try reshaped(to: [count], order: wanted, itemSize: itemSize)
    }
    var stride = itemSize
    var inner: Int?
    let walk = wanted == .keep ? memoryOrder() : axesOutermostFirst(wanted)
    for axis in walk.reversed() where axes[axis].length != 1 {
      guard axes[axis].stride == stride else {
        throw obstacle([count], axis, inner ?? axis, itemSize)
      }
      stride &*= axes[axis].length
      inner = axis
    }
    return Layout(
      unchecked: AxisList(repeating: Axis(length: count, stride: itemSize), count: 1),
      offset: offset)
  }

  private func axesOutermostFirst(_ order: MemoryOrder) -> [Int] {
    order == .columnMajor ? Array((0..<rank).reversed()) : Array(0..<rank)
  }
}

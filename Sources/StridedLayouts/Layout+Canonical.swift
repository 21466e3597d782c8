// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// The layout with the fewest axes that walks the same elements in the same order.
  ///
  /// Without axes of length 1, and neighbouring axes merged where the outer one steps to where the
  /// inner one ends. All layouts without elements have the same canonical form: one axis of length
  /// 0 at offset 0. Two layouts have equal canonical forms exactly if their elements in row-major
  /// order lie at the same offsets. O(rank).
  public var canonical: Layout {
    guard !isEmpty else {
      return Layout(
        unchecked: AxisList(repeating: Axis(length: 0, stride: 0), count: 1), offset: 0)
    }
    var result = Layout(unchecked: AxisList(), offset: offset)
    for i in 0..<rank {
      let axis = axes[i]
      if axis.length == 1 { continue }
      let last = result.rank - 1
      if last >= 0, result.axes[last].continues(axis) {
        result.axes[last] = Axis(
          length: result.axes[last].length * axis.length, stride: axis.stride)
      } else {
        result.axes.append(axis)
      }
    }
    return result
  }

  /// Returns whether both have the same shape and the same element at every index.
  ///
  /// Unlike `==` it does not ask for the strides of axes that address nothing. O(rank).
  public func addressesSameElements(as other: Layout) -> Bool {
    guard rank == other.rank else { return false }
    for i in 0..<rank where axes[i].length != other.axes[i].length { return false }
    if isEmpty { return true }
    guard offset == other.offset else { return false }
    for i in 0..<rank where axes[i].length > 1 && axes[i].stride != other.axes[i].stride {
      return false
    }
    return true
  }
}

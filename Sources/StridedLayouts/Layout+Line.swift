// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// The number of elements and the distance of neighbours in bytes, if all of them, in the order of
  /// their indices, are equally far apart; nil otherwise, and where there are none.
  ///
  /// The distance of a single element is 0. O(rank), without heap memory.
  public var line: (count: Int, step: Int)? {
    var (count, step) = (1, 0)
    var i = axes.count - 1
    while i >= 0 {
      let axis = axes[i]
      i -= 1
      if axis.length == 1 { continue }
      guard axis.length > 0 else { return nil }
      if count == 1 {
        (count, step) = (axis.length, axis.stride)
      } else {
        guard axis.stride == step &* count else { return nil }
        count &*= axis.length
      }
    }
    return (count, step)
  }

  /// Whether the lengths of all axes are equal. O(rank).
  public func hasLengths(of other: Layout) -> Bool {
    guard axes.count == other.axes.count else { return false }
    for i in 0..<axes.count where axes[i].length != other.axes[i].length { return false }
    return true
  }

  /// Returns the layout of a fresh row-major array of the same shape with elements of `itemSize`
  /// bytes. O(rank), without heap memory up to four axes.
  ///
  /// - Throws: `ArrayError` of kind `value` if the bytes don't fit `Int`.
  public func compact(itemSize: Int) throws(ArrayError) -> Layout {
    var axes = axes
    var stride = itemSize
    var i = axes.count - 1
    while i >= 0 {
      let length = axes[i].length
      axes[i] = Axis(length: length, stride: stride)
      stride = try Layout.next(stride, length, axis: i)
      i -= 1
    }
    return Layout(unchecked: axes, offset: 0)
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// The number of elements if both layouts have one shape, and each has them in row-major order
  /// without gaps; nil otherwise, and where there are none. O(rank), without heap memory.
  public func flatCount(with other: Layout, itemSize: Int) -> Int? {
    guard axes.count == other.axes.count else { return nil }
    var count = 1
    var i = axes.count - 1
    while i >= 0 {
      let (a, b) = (axes[i], other.axes[i])
      guard a.length == b.length, a.length > 0 else { return nil }
      if a.length != 1 {
        let stride = count &* itemSize
        guard a.stride == stride, b.stride == stride else { return nil }
        count &*= a.length
      }
      i -= 1
    }
    return count
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

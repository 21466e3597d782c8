// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory

// Operands of one shape whose elements follow each other in the order of their indices need no
// plan: a kernel walks them as one row.
extension Operand {
  /// The number of elements if they follow each other in memory, and there is one at least.
  var flatCount: Int? {
    var count = 1
    let itemSize = dtype.itemSize
    for i in stride(from: layout.axes.count - 1, through: 0, by: -1) {
      let axis = layout.axes[i]
      guard axis.length > 0, axis.length == 1 || axis.stride == count &* itemSize else {
        return nil
      }
      count &*= axis.length
    }
    return count
  }

  /// The flat count of a result that is too small for threads and for stores past the cache.
  var cachedCount: Int? {
    guard let count = flatCount, count < Thresholds.flatBytes / dtype.itemSize else { return nil }
    return count
  }

  /// Whether the elements follow each other as the `count` ones of `target` do, and share nothing
  /// with them but, element by element, their places.
  func isFlat(like target: Operand, _ count: Int) -> Bool {
    guard layout.axes.count == target.layout.axes.count, flatCount == count else { return false }
    for i in 0..<layout.axes.count where layout.axes[i].length != target.layout.axes[i].length {
      return false
    }
    let x = Int(bitPattern: target.first)
    let y = Int(bitPattern: first)
    if x == y { return target.dtype.itemSize == dtype.itemSize }
    return x + count * target.dtype.itemSize <= y || y + count * dtype.itemSize <= x
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// Walks up to three layouts of one shape in step, row by row, in row-major order.
///
/// Loops with closures are compiled in the user's module, so this is all that they see.
@usableFromInline struct RowWalk {
  // Invariant: `axes` has the rows' places in the shape, outermost first; lengths are not 0.

  private var axes: [(length: Int, steps: InlineArray<3, Int>)]
  private var index: [Int]
  /// The number of elements of a row.
  @usableFromInline let length: Int
  /// How far neighbours in a row are apart in each layout, in bytes.
  @usableFromInline let steps: InlineArray<3, Int>
  /// Where the row starts in each layout, in bytes from the start of its storage.
  @usableFromInline private(set) var starts: InlineArray<3, Int>

  /// Starts at the first row; nil if there are no elements. Layouts that are left out stand still.
  @usableFromInline init?(_ first: Layout, _ second: Layout? = nil, _ third: Layout? = nil) {
    guard !first.isEmpty else { return nil }
    starts = [first.offset, second?.offset ?? 0, third?.offset ?? 0]
    axes = []
    for i in 0..<first.rank where first.axes[i].length != 1 {
      let length = first.axes[i].length
      let steps: InlineArray<3, Int> = [
        first.axes[i].stride, second?.axes[i].stride ?? 0, third?.axes[i].stride ?? 0,
      ]
      // Axes that all layouts walk as one are one.
      if let outer = axes.last, (0..<3).allSatisfy({ outer.steps[$0] == steps[$0] &* length }) {
        axes[axes.count - 1] = (outer.length &* length, steps)
      } else {
        axes.append((length, steps))
      }
    }
    let row = axes.popLast()
    length = row?.length ?? 1
    steps = row?.steps ?? [0, 0, 0]
    index = Array(repeating: 0, count: axes.count)
  }

  /// Goes to the next row; false after the last one.
  @usableFromInline mutating func advance() -> Bool {
    var axis = axes.count - 1
    while axis >= 0 {
      let (length, steps) = axes[axis]
      index[axis] += 1
      let isWrapped = index[axis] == length
      let distance = isWrapped ? 1 &- length : 1
      for k in 0..<3 { starts[k] &+= distance &* steps[k] }
      if !isWrapped { return true }
      index[axis] = 0
      axis -= 1
    }
    return false
  }
}

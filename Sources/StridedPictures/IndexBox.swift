// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// A range of indices along each axis.
struct IndexBox {
  var start: [Int]
  var counts: [Int]

  /// The elements of `layout` in the box.
  func part(of layout: Layout) -> Layout? {
    var offset = layout.offset
    var axes = AxisList()
    for i in start.indices {
      offset += start[i] * layout.axes[i].stride
      axes.append(Axis(length: counts[i], stride: layout.axes[i].stride))
    }
    return try? Layout(axes: axes, offset: offset)
  }
}

/// Finds the elements of a layout that touch a range of bytes, as few boxes of indices.
///
/// Along each axis, the largest stride first, the positions whose elements all lie in the range
/// become one box, those whose elements all lie outside are skipped, and only the positions at the
/// borders are looked into. For slices and transposes of dense arrays that takes O(rank²),
/// whatever their size; layouts that overlap themselves can use up the budget.
struct BoxSearch {
  private let layout: Layout
  /// The axes that move, the largest stride first.
  private var order: [Int] = []
  /// The bytes from the lowest of the elements that the axes from `order[i]` on reach to the end.
  private var reach: [Int]
  /// The offset of the lowest element.
  private let lowest: Int

  init(_ layout: Layout, itemSize: Int) {
    self.layout = layout
    lowest = layout.byteBounds(itemSize: itemSize).lowerBound
    for i in layout.memoryOrder() where layout.axes[i].length > 1 && layout.axes[i].stride != 0 {
      order.append(i)
    }
    reach = [itemSize]
    for i in order.reversed() {
      let distance = (layout.axes[i].length - 1) * Int(layout.axes[i].stride.magnitude)
      reach.insert((reach.first ?? 0) + distance, at: 0)
    }
  }

  /// Calls `body` with boxes of elements and whether all their bytes lie in `window`; those that
  /// don't are of one element, apart from axes of stride 0.
  ///
  /// - Returns: Whether all elements were found before `budget` steps were done.
  func forEachBox(
    in window: Range<Int>, budget: Int = 4096, _ body: (IndexBox, _ isInside: Bool) -> Void
  ) -> Bool {
    guard !layout.isEmpty, !window.isEmpty else { return true }
    var left = budget
    var box = IndexBox(
      start: [Int](repeating: 0, count: layout.rank), counts: layout.shape)
    visit(0, lowest, window, &box, &left, body)
    return left > 0
  }

  private func visit(
    _ level: Int, _ base: Int, _ window: Range<Int>, _ box: inout IndexBox, _ left: inout Int,
    _ body: (IndexBox, Bool) -> Void
  ) {
    guard left > 0, base < window.upperBound, base + reach[level] > window.lowerBound else {
      return
    }
    left -= 1
    let isInside = base >= window.lowerBound && base + reach[level] <= window.upperBound
    if isInside || level == order.count { return body(box, isInside) }

    let i = order[level]
    let axis = layout.axes[i]
    let step = Int(axis.stride.magnitude)
    let inner = reach[level + 1]
    let low = (window.lowerBound - base - inner).floored(by: step) + 1
    let high = (window.upperBound - 1 - base).floored(by: step) + 1
    let first = -(base - window.lowerBound).floored(by: step)
    let last = (window.upperBound - base - inner).floored(by: step)
    let (from, to) = (max(0, low), min(axis.length, high))
    let inside = max(from, first)..<max(max(from, first), min(to, last + 1))

    func enter(_ positions: Range<Int>) {
      // Backward axes were turned, so their positions are counted from the other end.
      box.start[i] = axis.stride < 0 ? axis.length - positions.upperBound : positions.lowerBound
      box.counts[i] = positions.count
    }
    var position = from
    while position < to, left > 0 {
      if position == inside.lowerBound, !inside.isEmpty {
        enter(inside)
        left -= 1
        body(box, true)
        position = inside.upperBound
      } else {
        enter(position..<(position + 1))
        visit(level + 1, base + position * step, window, &box, &left, body)
        position += 1
      }
    }
    enter(0..<axis.length)
  }
}

extension Int {
  /// The quotient, rounded down.
  func floored(by divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}

// SPDX-License-Identifier: Apache-2.0
import StridedLayouts

// The stages that choose the order of a walk. All but the last two keep the result right whatever
// the operands share; those two need a plan that may be walked in any order.
extension Plan {
  /// Brings the axes in the order of the result's memory, in as few axes as can be.
  ///
  /// A result that overlaps itself keeps the order of its indices, so that the last write wins;
  /// whether it does is the answer.
  @discardableResult mutating func order(targetItemSize: Int) -> Bool {
    dropUnitAxes()
    let asGiven = self
    reverse(leader: 0)
    sort(leader: 0)
    var isOrdered = false
    if !isNested(itemSize: targetItemSize), targetOverlapsItself(itemSize: targetItemSize) {
      self = asGiven
      isOrdered = true
    }
    merge()
    return isOrdered
  }

  /// Brings the axes in the best order that is right whatever the operands share.
  ///
  /// - Throws: as `resolveHazards`.
  mutating func order(itemSizes: Steps, results: Int = 1) throws(ArrayError) -> Safety<N> {
    let isOrdered = order(targetItemSize: itemSizes[0])
    return try resolveHazards(itemSizes: itemSizes, results: results, isOrdered: isOrdered)
  }

  /// Makes a longer axis the innermost where that one is tiny: a row costs a few elements' time.
  mutating func lengthenRows() {
    guard rank > 1, self[rank - 1].count < Thresholds.shortRow else { return }
    let tiny = self[rank - 1]
    var i = rank - 2
    while i >= 0, self[i].count < Thresholds.shortRow { i -= 1 }
    guard i >= 0 else { return }
    // The others keep their order, the tiny axis outside of the new innermost one.
    let long = self[i]
    for j in i..<(rank - 2) { self[j] = self[j + 1] }
    self[rank - 2] = tiny
    self[rank - 1] = long
  }

  /// Moves the axis along which inputs lie densest next to the innermost where it is another, so
  /// that both can be walked in tiles. Returns for which inputs it is.
  mutating func bringAcross(results: Int) -> InlineArray<N, Bool> {
    var isAcross = InlineArray<N, Bool>(repeating: false)
    guard rank > 1 else { return isAcross }
    var axis: Int?
    for k in results..<N {
      guard let dense = densestAxis(k) else { continue }
      isAcross[k] = true
      if let found = axis, self[found].count >= self[dense].count { continue }
      axis = dense
    }
    guard let axis else { return isAcross }
    let moved = self[axis]
    for j in axis..<(rank - 2) { self[j] = self[j + 1] }
    self[rank - 2] = moved
    // Kernels transpose what runs forwards.
    for k in results..<N where isAcross[k] && moved.steps[k] < 0 {
      reverse(axis: rank - 2)
      break
    }
    return isAcross
  }

  /// The axis along which operand `k` lies denser than along the innermost; nil if there is none
  /// that is worth a tile.
  private func densestAxis(_ k: Int) -> Int? {
    let inside = self[rank - 1].steps[k].magnitude
    guard inside != 0, self[rank - 1].count >= Thresholds.narrowTile else { return nil }
    var least = inside
    var axis: Int?
    for i in 0..<(rank - 1) where self[i].count >= Thresholds.narrowTile {
      let step = self[i].steps[k].magnitude
      if step != 0, step < least { (least, axis) = (step, i) }
    }
    return axis
  }
}

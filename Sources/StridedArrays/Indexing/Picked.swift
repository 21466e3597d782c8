// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

/// What an index with arrays picks out of a layout: a list of distances, and the axes it leaves.
///
/// The element at `(outer…, picked…, inner…)` starts at byte `offset`, plus what the outer and inner
/// axes say, plus the distance that the list holds at `picked`.
struct Picked {
  /// The axes before those of the list.
  var outer: [Axis]
  /// The distances, of the shape that takes the place of the indexed axes.
  var list: OffsetList
  /// The axes after those of the list.
  var inner: [Axis]
  /// Where the distances are counted from, in bytes from the start of the storage.
  var offset: Int

  /// The shape of the result.
  var shape: [Int] { outer.map { $0.length } + list.shape + inner.map { $0.length } }

  init(outer: [Axis] = [], list: OffsetList, inner: [Axis] = [], offset: Int) {
    self.outer = outer
    self.list = list
    self.inner = inner
    self.offset = offset
  }

  /// Resolves an index: every position is checked, and all arrays are read.
  ///
  /// The axes of the list stand where the first array of the index stood, or first of all where
  /// the arrays are separated by a slice, a new axis or an ellipsis. O(n) of the indices.
  ///
  /// - Throws: `ArrayError` of kind `index` if a position is out of range, a mask does not fit, the
  ///   arrays do not broadcast, or there are too many terms; of kind `value` if a step is zero.
  init(_ index: [AdvancedIndex], of layout: Layout) throws(ArrayError) {
    let hidden = try Picked.checkedEllipsis(index, of: layout)
    var axes: [Axis] = []
    var lists: [OffsetList] = []
    var (offset, axis) = (layout.offset, 0)
    var (place, isClosed, isApart) = (Int?.none, false, false)

    for term in index {
      if term.isArray {
        if isClosed { isApart = true }
        if place == nil { place = axes.count }
      } else if place != nil {
        isClosed = true
      }
      switch term {
      case .basic(.index(let position)):
        offset &+= try layout.distance(to: position, axis: axis)
      case .basic(.slice(let slice)):
        let old = layout.axes[axis]
        let chosen = try slice.positions(length: old.length)
        axes.append(Axis(length: chosen.count, stride: old.stride &* chosen.step))
        offset &+= chosen.start &* old.stride
      case .basic(.newAxis): axes.append(Axis(length: 1, stride: 0))
      case .basic(.ellipsis):
        for i in axis..<axis + hidden { axes.append(layout.axes[i]) }
        axis += hidden
      case .array(let mask) where mask.dtype.kind == .bool:
        lists.append(try OffsetList(mask: mask, strides: try layout.strides(under: mask, axis)))
      case .array(let positions):
        lists.append(try OffsetList(positions, along: layout.axes[axis], number: axis))
      }
      axis += term.axisCount
    }
    for i in axis..<layout.rank { axes.append(layout.axes[i]) }

    let split = isApart ? 0 : place ?? 0
    self.init(
      outer: Array(axes[..<split]), list: try OffsetList.sum(lists), inner: Array(axes[split...]),
      offset: offset)
    guard shape.count <= Layout.maximumRank else {
      throw ArrayError(
        .index,
        "number of dimensions must be within [0, 64], indexing result would have \(shape.count)",
        index: shape.count, bound: Layout.maximumRank)
    }
  }

  /// The number of axes that an ellipsis stands for.
  private static func checkedEllipsis(
    _ index: [AdvancedIndex], of layout: Layout
  ) throws(ArrayError) -> Int {
    var (used, ellipses) = (0, 0)
    for term in index {
      used += term.axisCount
      if case .basic(.ellipsis) = term { ellipses += 1 }
    }
    guard ellipses < 2 else {
      throw ArrayError(.index, "an index can only have a single ellipsis ('...')")
    }
    guard used <= layout.rank else {
      throw ArrayError(
        .index,
        "too many indices for array: array is \(layout.rank)-dimensional, but \(used) were indexed",
        index: used, bound: layout.rank)
    }
    return layout.rank - used
  }
}

extension Layout {
  /// How far a position of an axis is from position 0, in bytes.
  fileprivate func distance(to index: Int, axis: Int) throws(ArrayError) -> Int {
    let (length, stride) = (axes[axis].length, axes[axis].stride)
    guard index >= -length, index < length else {
      throw ArrayError(
        .index, "index \(index) is out of bounds for axis \(axis) with size \(length)",
        axis: axis, index: index, bound: length)
    }
    return (index < 0 ? index + length : index) &* stride
  }

  /// The strides of the axes that a mask lies over, whose lengths must be its own.
  fileprivate func strides(under mask: AnyNDArray, _ axis: Int) throws(ArrayError) -> [Int] {
    for (i, length) in mask.shape.enumerated() where axes[axis + i].length != length {
      throw ArrayError(
        .index,
        "boolean index did not match indexed array along axis \(axis + i); size of axis is "
          + "\(axes[axis + i].length) but size of corresponding boolean axis is \(length)",
        axis: axis + i, index: length, bound: axes[axis + i].length)
    }
    return mask.layout.axes.indices.map { axes[axis + $0].stride }
  }
}

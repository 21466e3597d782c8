// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

/// An array that is put together from parts of others: its form, and what goes where.
///
/// Concatenating, tiling, rolling, inserting and the like differ only in their parts. Writing the
/// parts, and all care about shared memory, stands here once.
struct Assembly {
  /// Elements to write, and the part of the result that they go to.
  struct Part {
    var source: AnyNDArray
    /// Turns the result's layout into that of the part; the source broadcasts to it.
    var place: (Layout) throws(ArrayError) -> Layout
  }

  // Invariant: the places of two parts share no element of the result.

  /// The layout of a fresh result.
  var layout: Layout
  var dtype: DType
  var parts: [Part] = []

  init(layout: Layout, dtype: DType) {
    self.layout = layout
    self.dtype = dtype
  }

  /// Creates an assembly without parts, of a result in row- or column-major order.
  init(shape: [Int], _ dtype: DType, order: MemoryOrder = .rowMajor) throws(ArrayError) {
    layout = try .dense(
      shape: shape, itemSize: dtype.itemSize,
      order: order == .columnMajor ? order : .rowMajor)
    self.dtype = dtype
  }

  mutating func add(
    _ source: AnyNDArray, _ place: @escaping (Layout) throws(ArrayError) -> Layout
  ) {
    parts.append(Part(source: source, place: place))
  }

  /// Adds a part that fills `range` of one axis of the result and all of the others.
  mutating func add(_ source: AnyNDArray, axis: Int, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    add(source) { (layout) throws(ArrayError) in try layout.part(axis, range) }
  }

  /// Writes all parts to `target`, or to a fresh array, and returns it.
  ///
  /// Whatever memory target and sources share, the result is what copying all sources first would
  /// give. All shapes and types are checked before anything is written.
  func written(to target: AnyNDArray?) throws(ArrayError) -> AnyNDArray {
    guard let target else {
      let result = try AnyNDArray.allocate(layout, dtype)
      try write(to: result)
      return result
    }
    try target.checkReceives(layout.shape)
    for (number, part) in parts.enumerated() {
      try target.checkReceives(
        part.source.dtype, of: part.source.shape, operand: "part \(number)")
    }
    if target.overlapsItself {
      // One assignment of the whole decides which of two elements at one place wins.
      try target.assign(from: written(to: nil))
    } else {
      try write(to: target)
    }
    return target
  }

  private func write(to target: AnyNDArray) throws(ArrayError) {
    var moves: [Transfer] = []
    moves.reserveCapacity(parts.count)
    for part in parts {
      let place = target.view(try part.place(target.layout))
      guard !place.layout.isEmpty else { continue }
      _ = try part.source.layout.broadcast(to: place.shape)
      let isThere =
        part.source.storage.isSame(as: place.storage) && part.source.layout == place.layout
        && part.source.dtype == place.dtype
      if !isThere { moves.append(Transfer(place: place, source: part.source)) }
    }
    let ordered = try Transfer.ordered(moves, target)
    try Transfer.announce(ordered)
    for move in ordered { try move.place.assign(from: move.source) }
  }
}

extension Layout {
  /// The layout of `range` of one axis and all of the others.
  func part(_ axis: Int, _ range: Range<Int>) throws(ArrayError) -> Layout {
    var terms = [AxisIndex](repeating: .slice(Slice()), count: axis)
    terms.append(.slice(Slice(range.lowerBound, range.upperBound)))
    return try indexed(by: terms)
  }
}

extension AnyNDArray {
  /// A view of `range` of one axis and all of the others.
  func part(_ axis: Int, _ range: Range<Int>) throws(ArrayError) -> AnyNDArray {
    view(try layout.part(axis, range))
  }
}

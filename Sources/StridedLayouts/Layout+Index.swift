// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the part that `terms` choose, as NumPy's basic indexing does.
  ///
  /// Makes a view. O(rank). Axes that no term names stay whole. NumPy: `numpy.ndarray.__getitem__`.
  ///
  /// - Throws: `ArrayError` of kind `index` if an index is out of range, there are too many terms,
  ///   two ellipses, or a result of more than 64 axes; of kind `value` if a step is zero.
  public func indexed(by terms: [AxisIndex]) throws(ArrayError) -> Layout {
    try indexed(by: terms.span)
  }

  /// Returns the part that `terms` choose, without an allocation for up to four axes.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.ndarray.__getitem__`.
  ///
  /// - Throws: as `indexed(by:)` of a list.
  public func indexed(by terms: borrowing Span<AxisIndex>) throws(ArrayError) -> Layout {
    var used = 0
    var kept = 0
    var added = 0
    var hasEllipsis = false
    for i in terms.indices {
      switch terms[i] {
      case .index: used += 1
      case .slice:
        used += 1
        kept += 1
      case .newAxis: added += 1
      case .ellipsis:
        guard !hasEllipsis else {
          throw ArrayError(.index, "an index can only have a single ellipsis ('...')")
        }
        hasEllipsis = true
      }
    }
    guard used <= rank else { throw tooManyIndices(used) }
    let resultRank = rank - used + kept + added
    guard resultRank <= Self.maximumRank else { throw Self.tooManyResultAxes(resultRank) }

    let isFixed = isEmpty
    var result = Layout(unchecked: AxisList(), offset: offset)
    var axis = 0
    for i in terms.indices {
      switch terms[i] {
      case .index(let index):
        let position = try position(index, axis: axis)
        // Nothing is read through a layout without elements, so its offset need not move.
        if !isFixed { result.offset &+= position &* axes[axis].stride }
        axis += 1
      case .slice(let slice):
        let sliced = try sliced(axis, slice)
        if !isFixed { result.offset &+= sliced.shift }
        result.axes.append(sliced.axis)
        axis += 1
      case .newAxis: result.axes.append(Axis(length: 1, stride: 0))
      case .ellipsis:
        for _ in 0..<(rank - used) {
          result.axes.append(axes[axis])
          axis += 1
        }
      }
    }
    while axis < rank {
      result.axes.append(axes[axis])
      axis += 1
    }
    return result
  }

  /// Returns the part that one term chooses, without an allocation for up to four axes.
  ///
  /// Makes a view. O(1), or O(rank) where the rank changes. NumPy: `numpy.ndarray.__getitem__`.
  ///
  /// - Throws: as `indexed(by:)` of a list.
  @inlinable public func indexed(by term: AxisIndex) throws(ArrayError) -> Layout {
    guard case .slice(let slice) = term, axes.count > 0, axes.spill == nil else {
      return try indexed(outermost: term)
    }
    let old = axes.inline[0]
    let positions = try slice.positions(length: old.length)
    let (stride, isTooBig) = old.stride.multipliedReportingOverflow(by: positions.step)
    let chosen = Axis(length: positions.count, stride: isTooBig ? old.stride : stride)
    let end = offset &+ positions.start &* old.stride
    if axes.count == 1 { return Layout(unchecked: AxisList(chosen), offset: end) }
    return Layout(
      unchecked: AxisList(inline: axes.inline, count: axes.count, outermost: chosen),
      offset: isEmpty ? offset : end)
  }

  /// As `indexed(by:)`, for every rank.
  @usableFromInline func indexed(outermost term: AxisIndex) throws(ArrayError) -> Layout {
    var result = self
    switch term {
    case .ellipsis: break
    case .newAxis:
      guard rank < Self.maximumRank else { throw Self.tooManyResultAxes(rank + 1) }
      result.axes.insert(Axis(length: 1, stride: 0), at: 0)
    case .index(let index):
      guard rank > 0 else { throw tooManyIndices(1) }
      let position = try position(index, axis: 0)
      if !isEmpty { result.offset &+= position &* axes[0].stride }
      result.axes.remove(at: 0)
    case .slice(let slice):
      guard rank > 0 else { throw tooManyIndices(1) }
      try result.slice(0, slice)
    }
    return result
  }

  /// Chooses positions of one axis, in place.
  mutating func slice(_ axis: Int, _ slice: Slice) throws(ArrayError) {
    let (chosen, shift) = try sliced(axis, slice)
    if !isEmpty { offset &+= shift }
    axes[axis] = chosen
  }

  /// The axis that a slice leaves, and how far its first position is from position 0.
  func sliced(_ axis: Int, _ slice: Slice) throws(ArrayError) -> (axis: Axis, shift: Int) {
    let old = axes[axis]
    let positions = try slice.positions(length: old.length)
    // Overflows only where no two positions lie a step apart: then any stride will do.
    let (stride, isTooBig) = old.stride.multipliedReportingOverflow(by: positions.step)
    return (
      Axis(length: positions.count, stride: isTooBig ? old.stride : stride),
      positions.start &* old.stride
    )
  }

  /// An index counted from the start of `axis`, which may be given from the end.
  func position(_ index: Int, axis: Int) throws(ArrayError) -> Int {
    let length = axes[axis].length
    guard index >= -length, index < length else {
      throw ArrayError(
        .index, "index \(index) is out of bounds for axis \(axis) with size \(length)",
        axis: axis, index: index, bound: length)
    }
    return index < 0 ? index + length : index
  }

  func tooManyIndices(_ count: Int) -> ArrayError {
    ArrayError(
      .index,
      "too many indices for array: array is \(rank)-dimensional, but \(count) were indexed",
      index: count, bound: rank)
  }

  private static func tooManyResultAxes(_ count: Int) -> ArrayError {
    ArrayError(
      .index,
      "number of dimensions must be within [0, 64], indexing result would have \(count)",
      index: count, bound: maximumRank)
  }
}

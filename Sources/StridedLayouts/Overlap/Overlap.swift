// SPDX-License-Identifier: Apache-2.0

/// How hard to look for shared memory.
///
/// NumPy: the `max_work` argument of `numpy.shares_memory`.
public enum OverlapEffort: Hashable, Sendable {
  /// Compare the ranges of bytes only. NumPy: `numpy.may_share_memory`.
  case bounds
  /// Search until `work` dead ends were met.
  case limited(work: Int)
  /// Search until the answer is known.
  case exact
}

/// Whether memory is shared.
public enum OverlapAnswer: Hashable, Sendable {
  /// No byte is shared.
  case disjoint
  /// Some byte is shared.
  case shared
  /// The effort did not suffice to tell; never with `OverlapEffort.exact`.
  case undecided
}

extension Layout {
  /// Whether two layouts over the same storage share a byte.
  ///
  /// The answer is found without heap memory for layouts of together at most eight axes, unless
  /// they are no slices of one dense array and a search meets thousands of dead ends.
  ///
  /// - Parameters:
  ///   - other: The other layout, over the same storage.
  ///   - itemSize: The bytes of an element of this layout; without bytes nothing is shared.
  ///   - otherItemSize: The bytes of an element of `other`.
  ///   - effort: How hard to look. With `exact` the answer is never `undecided`.
  /// - Complexity: O(rank²) for slices of one dense array; see `Diophantine` for others.
  ///
  /// NumPy: `numpy.shares_memory`.
  public func overlaps(
    _ other: Layout, itemSize: Int, otherItemSize: Int, effort: OverlapEffort = .exact
  ) -> OverlapAnswer {
    guard
      let pair = OverlapPair(
        ByteExtent(self, itemSize: itemSize), ByteExtent(other, itemSize: otherItemSize))
    else { return .disjoint }
    if pair.sharesAnEnd { return .shared }
    if case .bounds = effort { return .undecided }
    // One term for each axis and one for the bytes within elements; few of them on the stack.
    let termCount = axes.count + other.axes.count + 1
    if termCount <= 5 {
      var terms = InlineArray<5, SearchTerm>(repeating: SearchTerm())
      var span = terms.mutableSpan
      return pair.answer(self, other, &span, effort)
    }
    if termCount <= 9 {
      var terms = InlineArray<9, SearchTerm>(repeating: SearchTerm())
      var span = terms.mutableSpan
      return pair.answer(self, other, &span, effort)
    }
    var terms = [SearchTerm](repeating: SearchTerm(), count: termCount)
    var span = terms.mutableSpan
    return pair.answer(self, other, &span, effort)
  }
}

/// The bytes from the first to the last of a layout with elements.
struct ByteExtent {
  /// The offset of the first byte.
  var first: Int
  /// The offset of the last byte.
  var last: Int
  /// The bytes of an element.
  var itemSize: Int

  /// Finds the extent of `layout`; nil if it has no bytes.
  @inline(__always)
  init?(_ layout: Layout, itemSize: Int) {
    guard itemSize > 0 else { return nil }
    var first = layout.offset
    var last = layout.offset
    for i in 0..<layout.axes.count {
      let axis = layout.axes[i]
      if axis.length == 0 { return nil }
      // The layout's invariants say that every element's offset fits.
      let distance = (axis.length &- 1) &* axis.stride
      if distance < 0 { first &+= distance } else { last &+= distance }
    }
    let (end, overflows) = last.addingReportingOverflow(itemSize - 1)
    self.first = first
    self.last = overflows ? .max : end
    self.itemSize = itemSize
  }
}

/// Two layouts whose extents meet, as an equation.
///
/// With every axis counted so that its stride is positive, and with one layout counted down from
/// its last byte, they share a byte exactly if
/// `sum(|stride| * x) + sum(|otherStride| * y) + u == total`, where `u` counts the bytes within
/// both elements. Either layout can be the one that is counted down: the smaller total is taken.
struct OverlapPair {
  let mine: ByteExtent
  let theirs: ByteExtent
  /// Whether it is this layout (and not the other) that is counted down from its last byte.
  let mineIsTurned: Bool
  /// The sum to reach.
  let total: UInt

  /// Makes the equation; nil if the extents do not meet.
  @inline(__always)
  init?(_ mine: ByteExtent?, _ theirs: ByteExtent?) {
    guard let mine, let theirs, mine.first <= theirs.last, theirs.first <= mine.last else {
      return nil
    }
    self.mine = mine
    self.theirs = theirs
    // Distances of two offsets fit `UInt`, though not always `Int`.
    let toTheirEnd = UInt(bitPattern: theirs.last &- mine.first)
    let toMyEnd = UInt(bitPattern: mine.last &- theirs.first)
    mineIsTurned = toMyEnd < toTheirEnd
    total = min(toMyEnd, toTheirEnd)
  }

  /// Whether the first or the last bytes are the same.
  @inline(__always)
  var sharesAnEnd: Bool { mine.first == theirs.first || mine.last == theirs.last }

  /// Fills in the terms and solves the equation.
  @inline(__always)
  func answer(
    _ layout: Layout, _ other: Layout, _ terms: inout MutableSpan<SearchTerm>,
    _ effort: OverlapEffort
  ) -> OverlapAnswer {
    var search = DiophantineSearch(total: total)
    add(layout, other, to: &search, &terms)
    var workLimit: Int?
    if case .limited(let work) = effort { workLimit = work }
    switch search.solve(&terms, workLimit: workLimit) {
    case .found: return .shared
    case .impossible: return .disjoint
    case .undecided: return .undecided
    }
  }

  /// Fills in the terms.
  @inline(__always)
  func add(
    _ layout: Layout, _ other: Layout, to search: inout DiophantineSearch,
    _ terms: inout MutableSpan<SearchTerm>
  ) {
    for i in 0..<layout.axes.count {
      let axis = layout.axes[i]
      search.add(axis.stride.magnitude, upTo: UInt(bitPattern: axis.length &- 1), to: &terms)
    }
    for i in 0..<other.axes.count {
      let axis = other.axes[i]
      search.add(axis.stride.magnitude, upTo: UInt(bitPattern: axis.length &- 1), to: &terms)
    }
    search.add(1, upTo: UInt(bitPattern: mine.itemSize &+ theirs.itemSize &- 2), to: &terms)
  }
}

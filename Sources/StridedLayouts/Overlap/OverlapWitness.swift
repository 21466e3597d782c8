// SPDX-License-Identifier: Apache-2.0

/// Two elements of two layouts that share bytes: the proof that the layouts overlap.
public struct OverlapWitness: Hashable, Sendable {
  /// The index of an element of the one layout.
  public var index: [Int]
  /// The index of an element of the other layout.
  public var otherIndex: [Int]
  /// The bytes that those two elements share, as offsets into the storage.
  public var bytes: Range<Int>
  /// The number of elements of the one layout that share a byte with any element of the other, or
  /// nil where counting them would take long.
  public var sharedElementCount: Int?

  /// Creates a witness.
  public init(
    index: [Int], otherIndex: [Int], bytes: Range<Int>, sharedElementCount: Int? = nil
  ) {
    self.index = index
    self.otherIndex = otherIndex
    self.bytes = bytes
    self.sharedElementCount = sharedElementCount
  }
}

extension Layout {
  /// An element of each of two layouts over the same storage that share bytes; nil if there is none.
  ///
  /// The elements are counted if one layout's bytes are all of a range, if the layouts are equal,
  /// or if both together have at most 2²⁰ elements; index by index, so that an element which a
  /// stride of 0 repeats counts every time.
  ///
  /// - Parameters:
  ///   - other: The other layout, over the same storage.
  ///   - itemSize: The bytes of an element of this layout.
  ///   - otherItemSize: The bytes of an element of `other`.
  /// - Complexity: As `overlaps`, and linear in the number of elements where they are counted.
  ///
  /// NumPy: `numpy.shares_memory`, which answers only yes or no.
  public func overlapWitness(
    with other: Layout, itemSize: Int, otherItemSize: Int
  ) -> OverlapWitness? {
    guard
      let pair = OverlapPair(
        ByteExtent(self, itemSize: itemSize), ByteExtent(other, itemSize: otherItemSize))
    else { return nil }
    var search = DiophantineSearch(total: pair.total)
    var terms = [SearchTerm](
      repeating: SearchTerm(), count: axes.count + other.axes.count + 1)
    var span = terms.mutableSpan
    pair.add(self, other, to: &search, &span)
    guard search.solve(&span, workLimit: nil) == .found else { return nil }

    let index = takeIndex(isTurned: pair.mineIsTurned, search, &span)
    let otherIndex = other.takeIndex(isTurned: !pair.mineIsTurned, search, &span)
    let start = byteOffset(at: index)
    let otherStart = other.byteOffset(at: otherIndex)
    let first = max(start, otherStart)
    let (end, endOverflows) = start.addingReportingOverflow(itemSize)
    let (otherEnd, otherEndOverflows) = otherStart.addingReportingOverflow(otherItemSize)
    let common = min(endOverflows ? .max : end, otherEndOverflows ? .max : otherEnd)
    guard first < common else { return nil }
    return OverlapWitness(
      index: index, otherIndex: otherIndex, bytes: first..<common,
      sharedElementCount: sharedElementCount(with: other, pair))
  }

  /// Takes the index of an element from a solution.
  private func takeIndex(
    isTurned: Bool, _ search: DiophantineSearch, _ terms: inout MutableSpan<SearchTerm>
  ) -> [Int] {
    var index: [Int] = []
    for axis in axes {
      // Equal strides were merged into one term: its value is handed out to the axes in order.
      let bound = UInt(bitPattern: axis.length &- 1)
      let steps = Int(search.take(axis.stride.magnitude, upTo: bound, from: &terms))
      // Counted from the first byte if not turned, so backwards where the stride is negative.
      index.append((axis.stride < 0) != isTurned ? axis.length - 1 - steps : steps)
    }
    return index
  }

  private func byteOffset(at index: [Int]) -> Int {
    var offset = offset
    for i in index.indices { offset &+= index[i] &* axes[i].stride }
    return offset
  }
}

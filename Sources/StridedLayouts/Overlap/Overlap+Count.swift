// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// The most elements of both layouts, and the most bytes of their common range, for a count.
  private static let countableElements = 1 << 20
  private static let countableBytes = 1 << 28

  /// The number of elements of this layout that share a byte with `other`, or nil if counting them
  /// would take long.
  func sharedElementCount(with other: Layout, _ pair: OverlapPair) -> Int? {
    let (mine, theirs) = (pair.mine, pair.theirs)
    if self == other, mine.itemSize == theirs.itemSize { return count }
    let isInside = mine.first >= theirs.first && mine.last <= theirs.last
    if isInside, other.coversItsExtent(itemSize: theirs.itemSize) { return count }

    let first = max(mine.first, theirs.first)
    let last = min(mine.last, theirs.last)
    let (size, overflows) = last.subtractingReportingOverflow(first)
    let (elements, tooMany) = count.addingReportingOverflow(other.count)
    guard !overflows, !tooMany, size < Self.countableBytes, elements <= Self.countableElements
    else { return nil }
    // Mark the bytes of the one, then look the other's up.
    var marks = ByteMarks(first: first, last: last)
    other.forEachOffset { marks.insert(from: $0, count: theirs.itemSize) }
    var shared = 0
    forEachOffset { if marks.contains(from: $0, count: mine.itemSize) { shared += 1 } }
    return shared
  }

  /// Whether every byte from the first to the last belongs to an element; false if that is not
  /// plain from the strides.
  private func coversItsExtent(itemSize: Int) -> Bool {
    let sorted = axes.filter { $0.length > 1 }
      .sorted { $0.stride.magnitude < $1.stride.magnitude }
    var covered = itemSize.magnitude
    for axis in sorted {
      guard axis.stride.magnitude <= covered else { return false }
      covered = covered.addingCutOff(
        axis.stride.magnitude.multipliedCutOff(UInt(bitPattern: axis.length &- 1)))
    }
    return true
  }

  /// Calls `body` with the offset of each element.
  private func forEachOffset(_ body: (Int) -> Void) {
    func visit(_ level: Int, _ offset: Int) {
      guard level < axes.count else { return body(offset) }
      let axis = axes[level]
      for i in 0..<axis.length { visit(level + 1, offset &+ i &* axis.stride) }
    }
    visit(0, offset)
  }
}

extension Layout {
  /// The number of bytes that belong to an element; bytes of several elements count once.
  ///
  /// Exact for every slice or transpose of a dense array, its repetitions and its windows. Of
  /// contrived layouts that are too large to count, the bytes that they span.
  public func usedByteCount(itemSize: Int) -> Int {
    guard !isEmpty, itemSize > 0 else { return 0 }
    var once = Layout(unchecked: AxisList(), offset: offset)
    for axis in axes where axis.length > 1 && axis.stride != 0 { once.axes.append(axis) }
    let span = byteBounds(itemSize: itemSize).count
    // Elements apart take their bytes each, so they can't be more than the span.
    if once.overlapsItself(itemSize: itemSize) == .disjoint { return once.count &* itemSize }
    if once.coversItsExtent(itemSize: itemSize) { return span }
    return once.countedBytes(itemSize) ?? span
  }

  /// The bytes of all elements, counted one by one, or nil if that would take long.
  private func countedBytes(_ itemSize: Int) -> Int? {
    let bounds = byteBounds(itemSize: itemSize)
    guard bounds.count < Self.countableBytes, count <= Self.countableElements else { return nil }
    var marks = ByteMarks(first: bounds.lowerBound, last: bounds.upperBound - 1)
    forEachOffset { marks.insert(from: $0, count: itemSize) }
    return marks.count
  }
}

/// A set of bytes of a range.
private struct ByteMarks {
  private let first: Int
  private let last: Int
  private var words: [UInt64]

  init(first: Int, last: Int) {
    self.first = first
    self.last = last
    words = [UInt64](repeating: 0, count: (last - first) / 64 + 1)
  }

  /// The number of bytes in the set.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Adds those of `count` bytes that lie in the range.
  mutating func insert(from start: Int, count: Int) {
    guard let range = clip(start, count) else { return }
    for byte in range { words[byte / 64] |= 1 &<< UInt64(byte % 64) }
  }

  /// Whether any of `count` bytes is in the set.
  func contains(from start: Int, count: Int) -> Bool {
    guard let range = clip(start, count) else { return false }
    for byte in range where words[byte / 64] &>> UInt64(byte % 64) & 1 == 1 { return true }
    return false
  }

  private func clip(_ start: Int, _ count: Int) -> Range<Int>? {
    let (end, overflows) = start.addingReportingOverflow(count - 1)
    let low = max(start, first)
    let high = min(overflows ? .max : end, last)
    return low <= high ? (low - first)..<(high - first + 1) : nil
  }
}

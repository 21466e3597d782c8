// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// Bytes of a storage, as ranges in ascending order that do not touch.
struct ByteSet {
  private(set) var ranges: [Range<Int>] = []
  private(set) var count = 0

  init() {}

  init(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    ranges = [range]
    count = range.count
  }

  /// Adds bytes that lie behind all others.
  mutating func append(_ range: Range<Int>) {
    count += range.count
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }

  var bounds: Range<Int> {
    guard let first = ranges.first, let last = ranges.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }

  /// Whether any of the bytes is in the set.
  func meets(_ bytes: Range<Int>) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= bytes.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound < bytes.upperBound
  }
}

/// Finds the elements of an array that lie on given bytes.
struct ElementFinder {
  /// How many elements or bytes are looked at for one answer.
  static let mostWork = 1 << 22

  private let layout: Layout
  private let itemSize: Int

  init(_ layout: Layout, itemSize: Int) {
    self.layout = layout
    self.itemSize = itemSize
  }

  /// The elements that share a byte with `bytes`, or nil if finding them would take long.
  func elements(on bytes: ByteSet) -> ElementSet? {
    var set = ElementSet(shape: layout.shape)
    let extent = layout.byteBounds(itemSize: itemSize)
    guard set.count > 0, itemSize > 0, bytes.bounds.overlaps(extent) else { return set }
    let walks = layout.count <= ElementFinder.mostWork
    if bytes.count < ElementFinder.mostWork, !walks || bytes.count < layout.count,
      let nested = nestedAxes
    {
      for range in bytes.ranges {
        search(range.clamped(to: extent), nested, from: extent.lowerBound, into: &set)
      }
      return set
    }
    guard walks else { return nil }
    walk { position, offset in
      if bytes.meets(offset..<offset + itemSize) { set.insert(position) }
    }
    return set
  }

  /// The bytes of all elements; nil if there are too many to list.
  func bytes() -> ByteSet? {
    let extent = layout.byteBounds(itemSize: itemSize)
    if layout.usedByteCount(itemSize: itemSize) == extent.count { return ByteSet(extent) }
    guard layout.count <= ElementFinder.mostWork else { return nil }
    var offsets: [Int] = []
    offsets.reserveCapacity(layout.count)
    walk { _, offset in offsets.append(offset) }
    offsets.sort()
    var set = ByteSet()
    var end = Int.min
    for offset in offsets {
      let start = max(offset, end)
      end = max(end, offset + itemSize)
      if start < end { set.append(start..<end) }
    }
    return set
  }

  /// Calls `body` with the position in row-major order and the offset of each element.
  private func walk(_ body: (Int, Int) -> Void) {
    let axes = Array(layout.axes)
    guard layout.count > 0 else { return }
    var index = [Int](repeating: 0, count: axes.count)
    var offset = layout.offset
    for position in 0..<layout.count {
      body(position, offset)
      var axis = axes.count - 1
      while axis >= 0 {
        index[axis] += 1
        offset += axes[axis].stride
        if index[axis] < axes[axis].length { break }
        offset -= axes[axis].length * axes[axis].stride
        index[axis] = 0
        axis -= 1
      }
    }
  }

  /// An axis with what a step along it adds to the position in row-major order.
  private struct Level {
    var stride: Int
    var length: Int
    var weight: Int
    var isReversed: Bool
  }

  /// The axes from the largest stride to the smallest, if each one's steps reach beyond all that
  /// the smaller ones span; else nil.
  private var nestedAxes: [Level]? {
    var levels: [Level] = []
    var weight = 1
    for axis in layout.axes.reversed() {
      if axis.length > 1 {
        guard axis.stride != 0 else { return nil }
        levels.append(
          Level(
            stride: abs(axis.stride), length: axis.length, weight: weight,
            isReversed: axis.stride < 0))
      }
      weight *= axis.length
    }
    levels.sort { $0.stride > $1.stride }
    var span = itemSize
    for level in levels.reversed() {
      guard level.stride >= span else { return nil }
      span += (level.length - 1) * level.stride
    }
    return levels
  }

  /// Adds the elements on a range of bytes by dividing offsets by the strides.
  private func search(
    _ range: Range<Int>, _ levels: [Level], from start: Int, into set: inout ElementSet
  ) {
    var byte = range.lowerBound
    while byte < range.upperBound {
      var (rest, position) = (byte - start, 0)
      for level in levels {
        let steps = min(rest / level.stride, level.length - 1)
        rest -= steps * level.stride
        position += (level.isReversed ? level.length - 1 - steps : steps) * level.weight
      }
      if rest < itemSize { set.insert(position) }
      // Behind an element the next one starts, or a gap that is walked byte by byte.
      byte += max(1, itemSize - rest)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// A block of memory from end to end, whatever its size, and which parts of it arrays use and share.
///
/// A row is made of cells that stand for equally many bytes and are darker the more of them belong
/// to the array. Of several arrays each has a row, and a last row marks the cells in which two of
/// them share bytes; below stands for each pair how much they share, decided exactly. A single array
/// is drawn in lines instead, one for each position of the first axis of the array that the memory
/// was made for, and long pictures leave out their middle.
public struct MapPicture: Picture {
  /// Whether bytes of a cell belong to several arrays.
  enum Sharing { case none, shared, unknown }

  /// One block of memory.
  struct Block {
    var title: String
    var bytes: Range<Int>
    var bytesPerCell: Int
    var bytesPerLine: Int
    /// The lines that are drawn, counted from the start of the memory, and how many there are.
    var lines: [Int]
    var lineCount: Int
    var names: [String]
    /// How many of each cell's bytes are an array's: by array, then by line drawn.
    var covered: [[[Int]]]
    /// By line drawn; empty if there is one array.
    var sharing: [[Sharing]]
    /// What each pair of arrays shares.
    var pairs: [String]
    var facts: [String]
  }

  let blocks: [Block]

  /// Draws arrays, those on one block of memory together, in lines of at most `width` cells; a
  /// single array in at most `height` lines.
  ///
  /// - Complexity: O(cells × arrays² × rank²) for slices of dense arrays, whatever their size.
  public init(_ arrays: [NamedArray], height: Int = 12, width: Int = 64) {
    let (height, width) = (max(2, height), max(1, width))
    blocks = SharedMemory.blocks(of: arrays).map { Block($0, height: height, width: width) }
  }

  /// Draws one array in lines.
  public init(_ array: some StridedArray, height: Int = 12, width: Int = 64) {
    self.init([NamedArray("", array)], height: height, width: width)
  }
}

extension MapPicture.Block {
  /// The most pairs of arrays that are written out.
  private static let mostPairs = 15

  init(_ memory: SharedMemory, height: Int, width: Int) {
    let (members, unit) = (memory.members, memory.unit)
    title = memory.title
    bytes = memory.bytes
    names = members.map { $0.name }
    facts = members.map { "\($0.name): \($0.array.debugDescription)" }

    // A line is a position of the first axis of the memory's own array, or memory just wraps.
    let root = memory.storage.root
    let step = root.rank > 1 ? Int(clamping: root.axes[0].stride.magnitude) : 0
    var line = max(bytes.count, 1)
    if members.count == 1 {
      let wrapped = (line + height - 1) / height
      let isRow = step > memory.storage.rootDType.itemSize && step < line
      line = isRow ? step : max(wrapped, min(line, width * unit))
    }
    let cell = ((line + width - 1) / width + unit - 1) / unit * unit
    bytesPerCell = cell
    bytesPerLine = line == step ? line : (line + cell - 1) / cell * cell
    lineCount = (bytes.count + bytesPerLine - 1) / bytesPerLine
    lines = Array(0..<min(lineCount, height))
    if lineCount > height {
      lines = Array(0..<height / 2) + Array((lineCount - height / 2)..<lineCount)
    }

    covered = []
    sharing = []
    pairs = []
    var windows: [[Range<Int>]] = []
    for line in lines { windows.append(Self.cells(line, bytes, bytesPerLine, cell)) }
    for member in members {
      let search = BoxSearch(member.layout, itemSize: member.itemSize)
      let isApart = member.isApart
      covered.append(windows.map { $0.map { member.usedBytes(in: $0, search, isApart) } })
    }
    guard members.count > 1 else { return }
    let sharers = Self.pairs(members, &pairs)
    sharing = windows.map { $0.map { memory.sharing(in: $0, sharers) } }
  }

  /// The bytes of each cell of a line.
  private static func cells(
    _ line: Int, _ bytes: Range<Int>, _ bytesPerLine: Int, _ cell: Int
  ) -> [Range<Int>] {
    let start = bytes.lowerBound + line * bytesPerLine
    let end = min(start + bytesPerLine, bytes.upperBound)
    return stride(from: start, to: end, by: cell).map { $0..<min($0 + cell, end) }
  }

  /// The pairs of arrays that share bytes, and what is to be said of each pair.
  private static func pairs(
    _ members: [SharedMemory.Member], _ texts: inout [String]
  ) -> [(Int, Int)] {
    var sharers: [(Int, Int)] = []
    var left = 0
    for i in members.indices {
      for j in (i + 1)..<max(i + 1, members.count) {
        let (a, b) = (members[i], members[j])
        // Only contrived arrays leave it open; a picture must not wait for them.
        let answer = a.layout.overlaps(
          b.layout, itemSize: a.itemSize, otherItemSize: b.itemSize, effort: SharedMemory.effort)
        let witness =
          answer == .shared
          ? a.layout.overlapWitness(
            with: b.layout, itemSize: a.itemSize, otherItemSize: b.itemSize) : nil
        if answer != .disjoint { sharers.append((i, j)) }
        if texts.count == mostPairs {
          left += 1
        } else {
          texts.append(
            answer == .undecided
              ? "\(a.label), \(b.label): too contrived to tell quickly" : text(a, b, witness))
        }
      }
    }
    if left > 0 { texts.append("and \(left) more \(left == 1 ? "pair" : "pairs")") }
    return sharers
  }

  private static func text(
    _ a: SharedMemory.Member, _ b: SharedMemory.Member, _ witness: OverlapWitness?
  ) -> String {
    let pair = "\(a.label), \(b.label): "
    guard let witness else { return pair + "no byte shared" }
    var text = pair
    if let count = witness.sharedElementCount, count == a.layout.count, count > 1 {
      text += "all elements of \(a.label) shared"
    } else if let count = witness.sharedElementCount {
      text += "\(count.grouped) of \(a.layout.count.grouped) elements of \(a.label) shared"
    } else {
      text += "bytes shared"
    }
    let (left, right) = (a.elementName(witness.index), b.elementName(witness.otherIndex))
    if witness.bytes.count == a.itemSize, a.itemSize == b.itemSize {
      return text + "\n  \(left) is \(right), at byte \(witness.bytes.lowerBound.grouped)"
    }
    return text + "\n  \(left) and \(right) share bytes \(witness.bytes)"
  }
}

extension SharedMemory.Member {
  /// The name, or as much of it as a line has room for.
  fileprivate var label: String { name.fitted(to: 24, .ascii) }

  /// The element at an index, as it is written in code.
  fileprivate func elementName(_ index: [Int]) -> String {
    index.isEmpty ? label : label + shortList(index)
  }

  /// How many of a range's bytes belong to elements; where elements overlap, what they span.
  fileprivate func usedBytes(
    in window: Range<Int>, _ search: BoxSearch, _ isApart: Bool
  ) -> Int {
    var used = 0
    forEachPart(in: window, search) { part, itemSize in
      guard isApart else {
        used = used.addingClamping(part.byteBounds(itemSize: itemSize).count)
        return
      }
      var count = itemSize
      for axis in part.axes where axis.stride != 0 { count *= axis.length }
      used += count
    }
    return min(used, window.count)
  }

  /// Whether elements at different places are known to share no byte.
  fileprivate var isApart: Bool {
    var axes = AxisList()
    for axis in layout.axes where axis.stride != 0 { axes.append(axis) }
    guard let moving = try? Layout(axes: axes, offset: layout.offset) else { return false }
    return moving.overlapsItself(itemSize: itemSize, effort: SharedMemory.effort) == .disjoint
  }

  /// Calls `body` with the parts of the layout that lie in a range; of an element that sticks out,
  /// with its bytes in the range as a smaller element.
  fileprivate func forEachPart(
    in window: Range<Int>, _ search: BoxSearch, _ body: (Layout, _ itemSize: Int) -> Void
  ) {
    _ = search.forEachBox(in: window) { box, isInside in
      guard let part = box.part(of: layout) else { return }
      if isInside { return body(part, itemSize) }
      let low = max(part.offset, window.lowerBound)
      let high = min(part.offset + itemSize, window.upperBound)
      if low < high, let cut = try? part.advanced(by: low - part.offset) { body(cut, high - low) }
    }
  }
}

extension SharedMemory {
  /// Whether two of the arrays share bytes of a range.
  fileprivate func sharing(in window: Range<Int>, _ pairs: [(Int, Int)]) -> MapPicture.Sharing {
    var result = MapPicture.Sharing.none
    for (i, j) in pairs {
      let (a, b) = (members[i], members[j])
      a.forEachPart(in: window, BoxSearch(a.layout, itemSize: a.itemSize)) { part, itemSize in
        guard result != .shared else { return }
        switch part.overlaps(
          b.layout, itemSize: itemSize, otherItemSize: b.itemSize, effort: Self.effort)
        {
        case .shared: result = .shared
        case .undecided: result = .unknown
        case .disjoint: break
        }
      }
      if result == .shared { return result }
    }
    return result
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// The elements of a block of memory in address order, and below it a row for each array that
/// marks which of them are its own, numbered in its row-major order.
///
/// Memory is cut into slots, the largest pieces that every element is made of whole. What does not
/// fit is left out: of each array the first and last elements stay, and a neighbour along each axis.
/// Where several elements of an array lie at one place, the first's number stands there, and how
/// many they are.
public struct StripPicture: Picture {
  /// A piece of memory in the picture.
  enum Column {
    /// The slot that starts at this byte.
    case slot(Int)
    /// Slots that are left out.
    case gap(Int)
  }

  /// An element in a row.
  struct Cell {
    /// The columns that the element takes.
    var columns: Range<Int>
    /// What is written there.
    var label: String
    /// Whether an end of the element lies in a gap or beyond the picture.
    var isCut: Bool
  }

  /// A row of elements that don't overlap each other.
  struct Row {
    var name: String
    var cells: [Cell]
    var member: Int
  }

  /// One block of memory.
  struct Block {
    var title: String
    /// The bytes of a slot.
    var unit: Int
    var columns: [Column]
    /// The elements of the array that the memory was made for, with their values.
    var values: [Cell]
    var rows: [Row]
    /// The columns of one row of the memory's own array, if it has several.
    var period: Int?
    /// The first slot of each cache line but the first.
    var lineStarts: [Int]
    /// Facts about each array, for the picture's description.
    var facts: [String]
  }

  /// The most slots that are drawn of one block of memory.
  static let mostSlots = 48

  let blocks: [Block]

  /// Draws arrays, those on one block of memory together.
  ///
  /// - Complexity: O(arrays × slots drawn × rank²) for slices of dense arrays, whatever their size.
  public init(_ arrays: [NamedArray]) {
    blocks = SharedMemory.blocks(of: arrays).map { Block($0) }
  }
}

extension StripPicture.Block {
  init(_ memory: SharedMemory, mostSlots: Int = StripPicture.mostSlots) {
    let unit = memory.unit
    title = memory.title
    self.unit = unit
    columns = Self.columns(memory, unit, mostSlots)
    facts = memory.members.map { "\($0.name): \($0.array.debugDescription)" }

    let root = memory.storage.root
    let rootSize = memory.storage.rootDType.itemSize
    period = nil
    if root.rank > 1, let inner = root.axes.last, inner.stride.magnitude == UInt(rootSize) {
      period = inner.length.multipliedClamping(rootSize) / unit
    }
    let values = Self.lanes(root, rootSize, columns, unit) { element in
      AnyNDArray.valueText(in: memory.storage, at: element.start, memory.storage.rootDType)
    }
    self.values = values.first ?? []
    rows = []
    for (i, member) in memory.members.enumerated() {
      let lanes = Self.lanes(member.layout, member.itemSize, columns, unit) { element in
        element.count == 1 ? "\(element.order)" : "\(element.order)×\(element.count)"
      }
      for (lane, cells) in (lanes.isEmpty ? [[]] : lanes).enumerated() {
        rows.append(
          StripPicture.Row(name: lane == 0 ? member.name : "", cells: cells, member: i))
      }
    }
    lineStarts = []
    let base = Int(bitPattern: memory.storage.address) & (Storage.alignment - 1)
    for (i, column) in columns.enumerated() {
      guard i > 0, case .slot(let byte) = column else { continue }
      if (base + byte) & (Storage.alignment - 1) == 0 { lineStarts.append(i) }
    }
  }

  /// The elements of a layout in rows in which none overlaps another.
  private static func lanes(
    _ layout: Layout, _ itemSize: Int, _ columns: [StripPicture.Column], _ unit: Int,
    label: (PlacedElement) -> String
  ) -> [[StripPicture.Cell]] {
    var lanes: [[StripPicture.Cell]] = []
    for run in runs(columns) {
      guard case .slot(let first) = columns[run.lowerBound] else { continue }
      let window = first..<(first + run.count * unit)
      for element in layout.elements(in: window, itemSize: itemSize) {
        let end = element.start + itemSize
        let isCut = element.start < window.lowerBound || end > window.upperBound
        let low = run.lowerBound + (max(element.start, window.lowerBound) - first) / unit
        let high = run.lowerBound + (min(end, window.upperBound) - first + unit - 1) / unit
        let cell = StripPicture.Cell(columns: low..<high, label: label(element), isCut: isCut)
        var isPlaced = false
        for i in lanes.indices where !isPlaced && (lanes[i].last?.columns.upperBound ?? 0) <= low {
          lanes[i].append(cell)
          isPlaced = true
        }
        if !isPlaced { lanes.append([cell]) }
      }
    }
    return lanes
  }

  /// The ranges of columns without a gap.
  static func runs(_ columns: [StripPicture.Column]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for (i, column) in columns.enumerated() {
      guard case .gap = column else { continue }
      if start < i { runs.append(start..<i) }
      start = i + 1
    }
    if start < columns.count { runs.append(start..<columns.count) }
    return runs
  }
}

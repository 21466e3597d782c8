// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// An array's memory with, for each axis, arrows that step along it from the first element: how many
/// bytes a step is, and where it leads.
public struct StridePicture: Picture {
  /// The steps along one axis.
  struct Walk {
    /// Such as "axis 0  +24".
    var label: String
    /// The columns of the elements that are drawn, with their positions along the axis.
    var stops: [(position: Int, columns: Range<Int>)]
    /// What is to be said behind the arrows.
    var note: String
  }

  /// One array.
  struct Block {
    var title: String
    var strip: StripPicture.Block
    var walks: [Walk]
    /// The axes that are not drawn.
    var leftOut: Int
  }

  /// The most axes that are drawn.
  private static let mostAxes = 8

  let blocks: [Block]

  /// Draws arrays below each other.
  ///
  /// - Complexity: O(slots drawn × rank²) for slices of dense arrays, whatever their size.
  public init(_ arrays: [NamedArray]) {
    blocks = arrays.flatMap { named in
      SharedMemory.blocks(of: [named]).map { Block(named, $0) }
    }
  }
}

extension StridePicture.Block {
  fileprivate init(_ named: NamedArray, _ memory: SharedMemory) {
    let array = named.array
    let name = named.name.fitted(to: 24, .ascii)
    title =
      "\(name): \(array.dtype) \(shortList(array.shape)), strides \(shortList(array.strides))"
    if array.layout.offset > 0 { title += ", offset \(array.layout.offset)" }
    // All columns stand in one line, so fewer are drawn until they fit.
    var most = StripPicture.mostSlots
    strip = StripPicture.Block(memory, mostSlots: most)
    while most > 4, strip.lines(Self.lineWidth, strip.slotWidth()).count > 1 {
      most -= most > 16 ? 4 : 1
      strip = StripPicture.Block(memory, mostSlots: most)
    }
    walks = []
    leftOut = 0
    guard array.count > 0 else { return }
    for (i, axis) in array.layout.axes.enumerated() {
      if axis.length == 1, array.rank > 4 { continue }
      if walks.count == Self.mostAxes {
        leftOut += 1
        continue
      }
      walks.append(Self.walk(i, axis, array, strip))
    }
  }

  private static let lineWidth = 62
  private static let mostAxes = 8

  private static func walk(
    _ i: Int, _ axis: Axis, _ array: AnyNDArray, _ strip: StripPicture.Block
  ) -> StridePicture.Walk {
    var stops: [(position: Int, columns: Range<Int>)] = []
    let wide = max(1, array.itemSize / strip.unit)
    if axis.stride == 0 || axis.length == 1 {
      if let first = strip.column(at: array.layout.offset) {
        stops.append(
          (position: 0, columns: first..<min(first + wide, strip.columns.count)))
      }
    } else {
      for (column, kind) in strip.columns.enumerated() {
        guard case .slot(let byte) = kind else { continue }
        let (position, rest) = (byte - array.layout.offset).quotientAndRemainder(
          dividingBy: axis.stride)
        guard rest == 0, position >= 0, position < axis.length else { continue }
        stops.append(
          (position: position, columns: column..<min(column + wide, strip.columns.count)))
      }
      stops.sort { $0.position < $1.position }
    }
    let sign = axis.stride < 0 ? "" : "+"
    var note = axis.length == 1 ? "1 position" : "\(axis.length.grouped) positions"
    if axis.stride == 0, axis.length > 1 { note += ", all here" }
    return StridePicture.Walk(label: "axis \(i)  \(sign)\(axis.stride)", stops: stops, note: note)
  }
}

extension StripPicture.Block {
  /// The column whose slot starts at a byte.
  func column(at byte: Int) -> Int? {
    columns.firstIndex { column in
      if case .slot(let start) = column { return start == byte }
      return false
    }
  }
}

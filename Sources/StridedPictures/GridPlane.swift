// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// A table of the elements at the positions of an array's last two axes.
struct GridPlane {
  /// Stands among the positions for those that are left out.
  static let gap = -1

  struct Cell {
    var label: String
    /// Where the element starts, in bytes.
    var offset: Int
  }

  /// What the table is a part of, where the array has more than two axes.
  var caption: String
  var rows: [Int]
  var columns: [Int]
  /// Row by row; nil where positions are left out.
  var cells: [[Cell?]]
  /// Whether there is an axis of rows, and one of columns.
  var hasRows: Bool
  var hasColumns: Bool
  /// Whether cells of a figure have room at their right and below for a line that leads through.
  var hasWay = false

  /// The characters of the widest label.
  var labelWidth: Int {
    var width = 1
    for row in cells { for cell in row { width = max(width, cell?.label.count ?? 1) } }
    return width
  }

  /// The characters of the widest number of a row.
  var headWidth: Int {
    var width = 0
    for row in rows where hasRows && row != Self.gap { width = max(width, "\(row)".count) }
    return width
  }

  var isWhole: Bool { !rows.contains(Self.gap) && !columns.contains(Self.gap) }
}

extension GridPlane {
  /// The positions of an axis that are drawn.
  private static func positions(_ length: Int, most: Int) -> [Int] {
    guard length > most else { return Array(0..<length) }
    let last = max(1, (most - 1) / 3)
    return Array(0..<(most - 1 - last)) + [gap] + Array((length - last)..<length)
  }

  /// The tables of an array, at most `mostPlanes`, and how many were left out.
  static func planes(
    of array: NamedArray, most: Int = 12, mostPlanes: Int = 4, width: Int = 78,
    label: (_ offset: Int, _ index: [Int]) -> String
  ) -> (planes: [GridPlane], leftOut: Int) {
    let layout = array.array.layout
    guard !layout.isEmpty else { return ([], 0) }
    let shape = layout.shape
    let outer = Array(shape.dropLast(2))
    let count = outer.reduce(1) { $0.multipliedClamping($1) }
    var numbers = Array(0..<min(count, mostPlanes))
    if count > mostPlanes { numbers = Array(0..<(mostPlanes - 1)) + [count - 1] }
    var planes: [GridPlane] = []
    for number in numbers {
      var (rest, lead) = (number, [Int](repeating: 0, count: outer.count))
      for axis in outer.indices.reversed() {
        lead[axis] = rest % outer[axis]
        rest /= outer[axis]
      }
      var plane = plane(array, lead, most: most, mostColumns: most, label)
      var columns = most
      // Wide labels leave room for fewer columns.
      while columns > 3, plane.columns.count * (plane.labelWidth + 3) > width {
        columns -= 1
        plane = self.plane(array, lead, most: most, mostColumns: columns, label)
      }
      planes.append(plane)
    }
    return (planes, count - numbers.count)
  }

  private static func plane(
    _ array: NamedArray, _ lead: [Int], most: Int, mostColumns: Int,
    _ label: (Int, [Int]) -> String
  ) -> GridPlane {
    let layout = array.array.layout
    let rank = layout.rank
    let rows = rank > 1 ? positions(layout.axes[rank - 2].length, most: most) : [0]
    let columns = rank > 0 ? positions(layout.axes[rank - 1].length, most: mostColumns) : [0]
    var start = layout.offset
    for (i, position) in lead.enumerated() { start += position * layout.axes[i].stride }
    var cells: [[Cell?]] = []
    for row in rows {
      var line: [Cell?] = []
      for column in columns {
        guard row != gap, column != gap else {
          line.append(nil)
          continue
        }
        var (offset, index) = (start, lead)
        if rank > 1 {
          offset += row * layout.axes[rank - 2].stride
          index.append(row)
        }
        if rank > 0 {
          offset += column * layout.axes[rank - 1].stride
          index.append(column)
        }
        line.append(Cell(label: label(offset, index), offset: offset))
      }
      cells.append(line)
    }
    let name = array.name.fitted(to: 24, .ascii)
    let leading = lead.isEmpty ? "" : "\(name)\(String(shortList(lead).dropLast())), ...]"
    return GridPlane(
      caption: leading, rows: rows, columns: columns, cells: cells, hasRows: rank > 1,
      hasColumns: rank > 0)
  }
}

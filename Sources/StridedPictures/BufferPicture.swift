// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLayouts

/// A picture in text of where an array's elements lie in its storage.
///
/// The storage is drawn in address order as rows of cells, each of which stands for the same number
/// of bytes and is darker the more of them belong to the array.
public struct BufferPicture: Hashable, Sendable {
  /// The bytes that one cell stands for.
  public let bytesPerCell: Int
  /// The cells of a row.
  public let columns: Int
  /// How many of each cell's bytes belong to elements; a byte shared by elements counts once a time.
  public let coveredBytes: [Int]
  /// The bytes of the storage.
  public let byteCount: Int

  /// Draws `array` in at most `rows` rows of `columns` cells.
  ///
  /// - Complexity: O(rows of the array that are not contiguous with each other), bounded by sampling
  ///   every nth row above 2^16.
  public init(_ array: some StridedArray, rows: Int = 12, columns: Int = 64) {
    let total = array.storage.byteCount
    let item = array.itemSize
    let smallest = Swift.max(1, (total + rows * columns - 1) / Swift.max(1, rows * columns))
    // Whole elements a cell, so that equal columns look equal.
    bytesPerCell = (smallest + item - 1) / item * item
    byteCount = total
    var cells = Array(repeating: 0, count: (total + bytesPerCell - 1) / bytesPerCell)
    self.columns = Swift.max(1, Swift.min(columns, cells.count))
    Self.mark(array.layout, item, &cells, bytesPerCell)
    coveredBytes = cells
  }

  private static func mark(_ layout: Layout, _ item: Int, _ cells: inout [Int], _ size: Int) {
    guard !layout.isEmpty else { return }
    // The axis of the smallest stride is counted at once, the others are walked.
    let axes = layout.axes.filter { $0.length > 1 && $0.stride != 0 }.sorted {
      $0.stride.magnitude > $1.stride.magnitude
    }
    let inner = axes.last ?? Axis(length: 1, stride: item)
    let outer = Array(axes.dropLast())
    let runs = outer.reduce(1) { $0 &* $1.length }
    let every = Swift.max(1, runs / 65_536)
    for run in stride(from: 0, to: runs, by: every) {
      var (rest, start) = (run, layout.offset)
      for axis in outer.reversed() {
        start += rest % axis.length * axis.stride
        rest /= axis.length
      }
      mark(start, inner, item, weight: every, &cells, size)
    }
  }

  /// Adds the bytes of one run of elements.
  private static func mark(
    _ start: Int, _ axis: Axis, _ item: Int, weight: Int, _ cells: inout [Int], _ size: Int
  ) {
    let last = start + (axis.length - 1) * axis.stride
    let (low, high) = (Swift.min(start, last), Swift.max(start, last))
    let step = Int(axis.stride.magnitude)
    guard step > item else {
      return add(low..<(high + item), weight, &cells, size)
    }
    for offset in stride(from: low, through: high, by: step) {
      add(offset..<(offset + item), weight, &cells, size)
    }
  }

  private static func add(_ bytes: Range<Int>, _ weight: Int, _ cells: inout [Int], _ size: Int) {
    var low = bytes.lowerBound
    while low < bytes.upperBound {
      let cell = low / size
      let high = Swift.min(bytes.upperBound, (cell + 1) * size)
      if cells.indices.contains(cell) { cells[cell] += (high - low) * weight }
      low = high
    }
  }

  /// The rows of the picture, each with the byte offset at which it starts.
  ///
  /// - Parameter ascii: Whether to draw with plain ASCII instead of Unicode's shades.
  public func text(ascii: Bool = false) -> String {
    let shades: [Character] = ascii ? [".", "-", "+", "*", "#"] : ["·", "░", "▒", "▓", "█"]
    let digits = String(byteCount).count
    var lines: [String] = []
    for first in stride(from: 0, to: coveredBytes.count, by: columns) {
      let offset = String(first * bytesPerCell)
      var line = String(repeating: " ", count: digits - offset.count) + offset + " "
      for cell in first..<Swift.min(first + columns, coveredBytes.count) {
        let size = Swift.min(bytesPerCell, byteCount - cell * bytesPerCell)
        let covered = Swift.min(coveredBytes[cell], size)
        line.append(shades[covered == 0 ? 0 : covered == size ? 4 : 1 + covered * 3 / size])
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLayouts
import StridedMemory

/// A picture in text of where an array's elements lie in its storage.
///
/// The storage is drawn in address order. Where it was made for an array of several axes, a line is
/// one position of the first axis and long pictures leave out their middle; else lines just wrap.
/// A line is made of cells that stand for equally many bytes and are darker the more of them belong
/// to the array.
public struct BufferPicture: Sendable {
  /// The bytes of a line.
  public let bytesPerLine: Int
  /// The bytes that one cell stands for, whole elements.
  public let bytesPerCell: Int
  /// The bytes of the storage.
  public let byteCount: Int
  /// The lines that are shown, counted from the start of the storage.
  public let lines: [Int]
  /// How many of each cell's bytes belong to elements, line by line.
  private var covered: [Int: [Int]]

  /// The largest number of runs of elements that is walked; beyond it every nth run is.
  private static let mostRuns = 1 << 22

  /// Draws `array` in at most `height` lines of at most `width` cells.
  ///
  /// - Complexity: O(runs), where a run is what lies along the axis of the smallest stride.
  public init(_ array: some StridedArray, height: Int = 12, width: Int = 64) {
    let (height, width) = (Swift.max(2, height), Swift.max(1, width))
    let item = array.itemSize
    byteCount = array.storage.byteCount
    let root = array.storage.root
    let wrapped = (Swift.max(byteCount, 1) + height - 1) / height
    let step = root.rank > 1 ? Int(clamping: root.axes[0].stride.magnitude) : 0
    let line =
      step > item && step < byteCount ? step : Swift.max(wrapped, Swift.min(byteCount, width))
    let cell = (line + width - 1) / width
    bytesPerCell = (cell + item - 1) / item * item
    bytesPerLine = step == line ? line : (line + bytesPerCell - 1) / bytesPerCell * bytesPerCell
    let count = (byteCount + bytesPerLine - 1) / bytesPerLine
    lines =
      count <= height
      ? Array(0..<count) : Array(0..<height / 2) + Array((count - height / 2)..<count)
    covered = [:]
    let cells = (bytesPerLine + bytesPerCell - 1) / bytesPerCell
    for line in lines { covered[line] = Array(repeating: 0, count: cells) }
    mark(array.layout, item)
  }

  private mutating func mark(_ layout: Layout, _ item: Int) {
    guard !layout.isEmpty else { return }
    // The axis of the smallest stride is a run; the others are walked.
    let axes = layout.axes.filter { $0.length > 1 && $0.stride != 0 }.sorted {
      $0.stride.magnitude > $1.stride.magnitude
    }
    let inner = axes.last ?? Axis(length: 1, stride: item)
    let outer = Array(axes.dropLast())
    let runs = outer.reduce(1) { $0 &* $1.length }
    for run in stride(from: 0, to: runs, by: Swift.max(1, runs / Self.mostRuns)) {
      var (rest, start) = (run, layout.offset)
      for axis in outer.reversed() {
        start += rest % axis.length * axis.stride
        rest /= axis.length
      }
      mark(start, inner, item)
    }
  }

  /// Adds the bytes of one run of elements.
  private mutating func mark(_ start: Int, _ axis: Axis, _ item: Int) {
    let last = start + (axis.length - 1) * axis.stride
    let (low, high) = (Swift.min(start, last), Swift.max(start, last))
    let step = Int(axis.stride.magnitude)
    if step <= item { return add(low..<(high + item)) }
    for line in lines {
      let from = line * bytesPerLine
      let first = low >= from ? low : low + (from - low) / step * step
      for offset in stride(from: first, through: Swift.min(high, from + bytesPerLine - 1), by: step)
      {
        add(offset..<(offset + item), line)
      }
    }
  }

  private mutating func add(_ bytes: Range<Int>) {
    for line in lines { add(bytes, line) }
  }

  /// Adds those of `bytes` that lie in one line.
  private mutating func add(_ bytes: Range<Int>, _ line: Int) {
    let part = bytes.clamped(to: (line * bytesPerLine)..<((line + 1) * bytesPerLine))
    var low = part.lowerBound - line * bytesPerLine
    let end = part.upperBound - line * bytesPerLine
    while low < end {
      let cell = low / bytesPerCell
      let high = Swift.min(end, (cell + 1) * bytesPerCell)
      covered[line]?[cell] += high - low
      low = high
    }
  }

  /// The lines of the picture, each after the byte offset at which it starts.
  ///
  /// - Parameter ascii: Whether to draw with plain ASCII instead of Unicode's shades.
  public func text(ascii: Bool = false) -> String {
    let shades: [Character] = ascii ? [".", "-", "+", "*", "#"] : ["·", "░", "▒", "▓", "█"]
    let digits = String(byteCount).count
    var result: [String] = []
    for (position, line) in lines.enumerated() {
      if position > 0, lines[position - 1] + 1 < line {
        let skipped = line - lines[position - 1] - 1
        result.append(String(repeating: " ", count: digits) + " … \(skipped) more lines")
      }
      let offset = String(line * bytesPerLine)
      var text = String(repeating: " ", count: digits - offset.count) + offset + " "
      for (i, bytes) in (covered[line] ?? []).enumerated() {
        let start = line * bytesPerLine + i * bytesPerCell
        let size = Swift.min(bytesPerCell, bytesPerLine - i * bytesPerCell, byteCount - start)
        guard size > 0 else { break }
        text.append(shades[bytes == 0 ? 0 : bytes >= size ? 4 : 1 + bytes * 3 / size])
      }
      result.append(text)
    }
    return result.joined(separator: "\n")
  }
}

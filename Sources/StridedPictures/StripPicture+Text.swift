// SPDX-License-Identifier: Apache-2.0

extension StripPicture {
  /// The picture in lines of text of at most about 80 characters, without a newline at the end.
  public func text(style: TextStyle) -> String {
    var parts: [String] = []
    for block in blocks { parts.append(block.text(style)) }
    return parts.joined(separator: "\n\n")
  }
}

extension StripPicture.Block {
  static let widestLabel = 9
  static let widestName = 16
  private static let lineWidth = 80

  fileprivate func text(_ style: TextStyle) -> String {
    var margin = 4
    for row in rows { margin = max(margin, min(row.name.count, Self.widestName)) }
    margin += 2
    let slot = slotWidth()
    var canvas = TextCanvas()
    canvas.write(title, x: 0, y: 0)
    if columns.isEmpty {
      for row in rows {
        canvas.write(row.name.fitted(to: Self.widestName, style), x: 0, y: canvas.height)
        canvas.write("no elements", x: margin, y: canvas.height - 1)
      }
      return canvas.text
    }
    for line in lines(Self.lineWidth - margin, slot) {
      StripLine(block: self, style: style, columns: line, slot: slot, margin: margin)
        .draw(on: &canvas)
    }
    return canvas.text
  }

  /// The characters between the bars of a slot.
  func slotWidth() -> Int {
    var width = 1
    func fit(_ cell: StripPicture.Cell) {
      let needed = min(cell.label.count, Self.widestLabel) + 2
      width = max(width, (needed + 1 + cell.columns.count - 1) / cell.columns.count - 1)
    }
    for cell in values { fit(cell) }
    for row in rows { for cell in row.cells { fit(cell) } }
    return width
  }

  /// The columns of each line; rows of the memory's own array stay whole where they fit.
  func lines(_ width: Int, _ slot: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    let fitting = max(1, (width - 1) / (slot + 1))
    let period = period ?? 1
    let hasGaps = columns.count != Self.runs(columns).first?.count
    var start = 0
    while start < columns.count {
      var end = start
      var used = 1
      while end < columns.count {
        let next = StripLine.width(of: columns[end], slot) + 1
        if end > start, used + next > width { break }
        used += next
        end += 1
      }
      if end < columns.count, !hasGaps, period <= fitting {
        end = start + fitting / period * period
      }
      if end < columns.count { end = wholeElements(start, end) }
      lines.append(start..<end)
      start = end
    }
    return lines
  }

  /// The last end of a line up to `end` that cuts no element of the memory's own array.
  private func wholeElements(_ start: Int, _ end: Int) -> Int {
    for cell in values where cell.columns.lowerBound < end && cell.columns.upperBound > end {
      return cell.columns.lowerBound > start ? cell.columns.lowerBound : end
    }
    return end
  }
}

/// A line of a strip: offsets, a frame with the values, and a row for each array.
struct StripLine {
  let block: StripPicture.Block
  let style: TextStyle
  let columns: Range<Int>
  let slot: Int
  let margin: Int

  static func width(of column: StripPicture.Column, _ slot: Int) -> Int {
    switch column {
    case .slot: slot
    case .gap(let count): count.grouped.count + 4
    }
  }

  /// Draws offsets and values, and gives the places of the bars between the columns.
  func drawMemory(on canvas: inout TextCanvas) -> [Int] {
    var bars = [margin]
    for column in columns {
      bars.append((bars.last ?? 0) + Self.width(of: block.columns[column], slot) + 1)
    }
    let top = canvas.height
    drawOffsets(bars, &canvas, top)
    drawFrame(bars, &canvas, top + 1)
    return bars
  }

  func draw(on canvas: inout TextCanvas) {
    let bars = drawMemory(on: &canvas)
    var y = canvas.height
    for row in block.rows {
      canvas.write(row.name.fitted(to: margin - 2, style), x: 0, y: y)
      for cell in row.cells { draw(cell, bars, &canvas, y) }
      if row.cells.isEmpty, columns.lowerBound == 0 { canvas.write("no elements", x: margin, y: y) }
      y += 1
    }
  }

  /// The part of a cell in this line, as positions in it.
  private func part(_ cell: StripPicture.Cell) -> Range<Int>? {
    let part = cell.columns.clamped(to: columns)
    if part.isEmpty { return nil }
    return (part.lowerBound - columns.lowerBound)..<(part.upperBound - columns.lowerBound)
  }

  private func drawOffsets(_ bars: [Int], _ canvas: inout TextCanvas, _ y: Int) {
    canvas.write("byte", x: 0, y: y)
    var free = margin
    func write(_ column: Int) {
      guard case .slot(let byte) = block.columns[column] else { return }
      let x = bars[column - columns.lowerBound]
      guard x >= free else { return }
      canvas.write("\(byte)", x: x, y: y)
      free = x + "\(byte)".count + 1
    }
    if block.values.isEmpty { for column in columns { write(column) } }
    for cell in block.values where columns.contains(cell.columns.lowerBound) && !cell.isCut {
      write(cell.columns.lowerBound)
    }
  }

  private func drawFrame(_ bars: [Int], _ canvas: inout TextCanvas, _ y: Int) {
    let isUnicode = style == .unicode
    let line: Character = isUnicode ? "─" : "-"
    let last = bars.count - 1
    for x in bars[0]...bars[last] {
      canvas.put(line, x: x, y: y)
      canvas.put(line, x: x, y: y + 2)
    }
    func bar(_ i: Int) {
      let isLine = block.lineStarts.contains(columns.lowerBound + i)
      let isEnd = i == 0 ? 0 : i == last ? 2 : 1
      let corners: [[Character]] =
        isUnicode
        ? (isLine ? [["┎", "┰", "┒"], ["┖", "┸", "┚"]] : [["┌", "┬", "┐"], ["└", "┴", "┘"]])
        : [["+", "+", "+"], ["+", "+", "+"]]
      canvas.put(corners[0][isEnd], x: bars[i], y: y)
      canvas.put(isUnicode ? (isLine ? "┃" : "│") : (isLine ? "#" : "|"), x: bars[i], y: y + 1)
      canvas.put(corners[1][isEnd], x: bars[i], y: y + 2)
    }
    bar(0)
    bar(last)
    for cell in block.values {
      guard let part = part(cell) else { continue }
      bar(part.lowerBound)
      bar(part.upperBound)
      let width = bars[part.upperBound] - bars[part.lowerBound] - 1
      canvas.write(
        cell.label.fitted(to: width, style), centeredIn: width, x: bars[part.lowerBound] + 1,
        y: y + 1)
    }
    for column in columns {
      guard case .gap(let count) = block.columns[column] else { continue }
      let i = column - columns.lowerBound
      let dots = isUnicode ? "…" : ".."
      let text = isUnicode ? "\(dots) \(count.grouped) \(dots)" : "..\(count.grouped).."
      canvas.write(text, centeredIn: bars[i + 1] - bars[i] - 1, x: bars[i] + 1, y: y + 1)
      bar(i)
      bar(i + 1)
    }
  }

  private func draw(
    _ cell: StripPicture.Cell, _ bars: [Int], _ canvas: inout TextCanvas, _ y: Int
  ) {
    guard let part = part(cell) else { return }
    let (low, high) = (bars[part.lowerBound] + 1, bars[part.upperBound] - 1)
    let width = high - low + 1
    let label = (style == .unicode ? cell.label : cell.label.plain).fitted(to: width, style)
    if part.count > 1 {
      let isUnicode = style == .unicode
      for x in low...high { canvas.put(isUnicode ? "─" : "-", x: x, y: y) }
      canvas.put(isUnicode ? "├" : "|", x: low, y: y)
      canvas.put(isUnicode ? "┤" : "|", x: high, y: y)
      let padded = label.count + 2 <= width - 2 ? " \(label) " : label
      canvas.write(padded, centeredIn: width, x: low, y: y)
    } else {
      canvas.write(label, centeredIn: width, x: low, y: y)
    }
  }
}

extension String {
  /// The text with the sign of multiplication in ASCII.
  var plain: String {
    var text = ""
    for character in self { text.append(character == "×" ? "x" : character) }
    return text
  }
}

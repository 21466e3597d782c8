// SPDX-License-Identifier: Apache-2.0

extension StridePicture {
  /// The picture in lines of text, without a newline at the end.
  public func text(style: TextStyle) -> String {
    var parts: [String] = []
    for block in blocks { parts.append(block.text(style)) }
    return parts.joined(separator: "\n\n")
  }
}

extension StridePicture.Block {
  fileprivate func text(_ style: TextStyle) -> String {
    var canvas = TextCanvas()
    canvas.write(title, x: 0, y: 0)
    if walks.isEmpty, strip.columns.isEmpty || !hasElements {
      canvas.write("no elements", x: 0, y: 1)
      return canvas.text
    }
    var margin = 4
    for walk in walks { margin = max(margin, walk.label.count) }
    margin += 2
    let slot = strip.slotWidth()
    let line = StripLine(
      block: strip, style: style, columns: strip.columns.indices, slot: slot, margin: margin)
    let bars = line.drawMemory(on: &canvas)
    for walk in walks {
      let y = canvas.height
      canvas.write(walk.label, x: 0, y: y)
      draw(walk, bars, style, &canvas, y)
      let end = (bars.last ?? margin) + 2
      canvas.write(walk.note, x: end, y: y)
    }
    if leftOut > 0 {
      canvas.write("and \(leftOut) more \(leftOut == 1 ? "axis" : "axes")", x: 0, y: canvas.height)
    }
    return canvas.text
  }

  private var hasElements: Bool { !(strip.rows.first?.cells.isEmpty ?? true) }

  private func draw(
    _ walk: StridePicture.Walk, _ bars: [Int], _ style: TextStyle, _ canvas: inout TextCanvas,
    _ y: Int
  ) {
    let isUnicode = style == .unicode
    func middle(_ columns: Range<Int>) -> Int {
      (bars[columns.lowerBound] + bars[columns.upperBound]) / 2
    }
    for (i, stop) in walk.stops.enumerated().dropFirst() {
      let before = walk.stops[i - 1]
      let (from, to) = (middle(before.columns), middle(stop.columns))
      let isStep = stop.position == before.position + 1
      let line: Character = isUnicode ? (isStep ? "─" : "┄") : (isStep ? "-" : ".")
      let (low, high) = (min(from, to) + 1, max(from, to))
      for x in low..<max(low, high) { canvas.put(line, x: x, y: y) }
      let head: Character = isUnicode ? (from < to ? "→" : "←") : (from < to ? ">" : "<")
      canvas.put(head, x: from < to ? to - 1 : to + 1, y: y)
    }
    for stop in walk.stops { canvas.put(isUnicode ? "●" : "o", x: middle(stop.columns), y: y) }
  }
}

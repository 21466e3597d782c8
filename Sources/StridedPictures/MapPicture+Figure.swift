// SPDX-License-Identifier: Apache-2.0

extension MapPicture {
  public var figure: Figure {
    var facts: [String] = []
    for block in blocks { facts += block.facts + block.pairs }
    var figure = Figure(
      title: "Parts of memory that arrays use", summary: facts.joined(separator: "\n"))
    var y = Figure.margin
    for (i, block) in blocks.enumerated() {
      if i > 0 { y += 16 }
      block.draw(on: &figure, &y)
    }
    return figure
  }
}

extension MapPicture.Block {
  /// The width of a line in pixels, or a little less.
  private static let lineWidth = 768

  fileprivate func draw(on figure: inout Figure, _ y: inout Int) {
    figure.text(title, x: Figure.margin, y: y + 12, "h")
    y += 20
    if lines.isEmpty { return }
    figure.text(scale, x: Figure.margin, y: y + 10, "s")
    y += 22
    if names.count > 1 { drawRows(on: &figure, &y) } else { drawLines(on: &figure, &y) }
    for pair in pairs {
      for (i, line) in pair.split(separator: "\n").enumerated() {
        figure.text(String(line), x: Figure.margin, y: y + 14, i == 0 ? "t" : "s")
        y += 18
      }
    }
  }

  private var cellPixels: Int {
    let cells = (min(bytesPerLine, max(bytes.count, 1)) + bytesPerCell - 1) / bytesPerCell
    return max(1, min(48, Self.lineWidth / cells))
  }

  /// Draws cells of one strength after another as one bar.
  private func drawBar(
    _ shades: [Int], x: Int, y: Int, height: Int, on figure: inout Figure,
    _ kind: (Int) -> String
  ) {
    let pixels = cellPixels
    figure.rectangle(x: x, y: y, width: shades.count * pixels, height: height, radius: 2, "track")
    // Wide cells are elements, which are seen apart; narrow ones make a bar.
    let gap = pixels >= 20 ? 1 : 0
    var start = 0
    while start < shades.count {
      var end = start + 1
      while gap == 0, end < shades.count, shades[end] == shades[start] { end += 1 }
      if shades[start] > 0 {
        figure.rectangle(
          x: x + start * pixels, y: y, width: (end - start) * pixels - gap, height: height,
          kind(shades[start]))
      }
      start = end
    }
  }

  private func drawLines(on figure: inout Figure, _ y: inout Int) {
    let left = Figure.margin + ("\(bytes.upperBound)".count + 1) * Figure.letter
    for (position, line) in lines.enumerated() {
      if position > 0, lines[position - 1] + 1 < line {
        let skipped = line - lines[position - 1] - 1
        figure.text("… \(skipped.grouped) more lines", x: left, y: y + 13, "s")
        y += 20
      }
      let offset = "\(bytes.lowerBound + line * bytesPerLine)"
      figure.text(offset, x: left - Figure.letter, y: y + 11, "s", .end)
      var shades: [Int] = []
      for (cell, count) in covered[0][position].enumerated() {
        shades.append(shade(count, line, cell))
      }
      drawBar(shades, x: left, y: y, height: 13, on: &figure) { "c0s\($0)" }
      y += 15
    }
    y += 4
  }

  private func drawRows(on figure: inout Figure, _ y: inout Int) {
    var letters = 6
    for name in names { letters = max(letters, min(name.count, Self.widestName)) }
    let left = Figure.margin + (letters + 2) * Figure.letter
    for (position, line) in lines.enumerated() {
      figure.text("byte", x: Figure.margin, y: y + 10, "s")
      var free = left
      for cell in covered[0][position].indices {
        let byte = "\(bytes.lowerBound + line * bytesPerLine + cell * bytesPerCell)"
        let x = left + cell * cellPixels
        guard x >= free else { continue }
        figure.text(byte, x: x, y: y + 10, "s")
        free = x + max(byte.count + 2, 9) * Figure.letter
      }
      y += 16
      for (i, name) in names.enumerated() {
        let color = FigureStyle.color(i)
        figure.text(
          name.fitted(to: Self.widestName, .unicode), x: Figure.margin, y: y + 14, color)
        var shades: [Int] = []
        for (cell, count) in covered[i][position].enumerated() {
          shades.append(shade(count, line, cell))
        }
        drawBar(shades, x: left, y: y, height: 18, on: &figure) { "\(color)s\($0)" }
        y += 23
      }
      figure.text("shared", x: Figure.margin, y: y + 11, "both")
      var strengths: [Int] = []
      for sharing in sharing[position] {
        strengths.append(sharing == .shared ? 2 : sharing == .unknown ? 1 : 0)
      }
      drawBar(strengths, x: left, y: y + 3, height: 8, on: &figure) { $0 == 2 ? "both" : "both2" }
      y += 26
    }
  }
}

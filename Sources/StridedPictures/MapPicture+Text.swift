// SPDX-License-Identifier: Apache-2.0

extension MapPicture {
  /// The picture in lines of text, without a newline at the end.
  public func text(style: TextStyle) -> String {
    var parts: [String] = []
    for block in blocks { parts.append(block.text(style)) }
    return parts.joined(separator: "\n\n")
  }
}

extension MapPicture.Block {
  static let widestName = 16
  private static let widestCell = 4
  private static let width = 64

  /// How much of a cell is an array's: 0 none, 4 all.
  func shade(_ covered: Int, _ line: Int, _ cell: Int) -> Int {
    let start = line * bytesPerLine + cell * bytesPerCell
    let size = min(bytesPerCell, bytesPerLine - cell * bytesPerCell, bytes.count - start)
    return covered == 0 ? 0 : covered >= size ? 4 : 1 + covered * 3 / size
  }

  /// What the cells stand for.
  var scale: String {
    let cell = bytesPerCell == 1 ? "a byte" : "\(bytesPerCell.grouped) bytes"
    return lineCount > 1
      ? "\(bytesPerLine.grouped) bytes to a line, \(cell) to a cell" : "\(cell) to a cell"
  }

  fileprivate func text(_ style: TextStyle) -> String {
    var canvas = TextCanvas()
    canvas.write(lines.isEmpty ? title : "\(title); \(scale)", x: 0, y: 0)
    if names.count > 1 { drawRows(style, &canvas) } else { drawLines(style, &canvas) }
    return ([canvas.text] + pairs).joined(separator: "\n")
  }

  private func character(_ shade: Int, _ style: TextStyle) -> Character {
    let shades: [Character] =
      style == .unicode ? ["·", "░", "▒", "▓", "█"] : [".", "-", "+", "*", "#"]
    return shades[shade]
  }

  /// The characters of a cell: few cells are wide, with a gap between two elements.
  private var cellWidth: Int {
    let cells = (min(bytesPerLine, max(bytes.count, 1)) + bytesPerCell - 1) / bytesPerCell
    return max(1, min(Self.widestCell, Self.width / cells))
  }

  /// One array, each line after the offset of its first byte.
  private func drawLines(_ style: TextStyle, _ canvas: inout TextCanvas) {
    let digits = "\(bytes.upperBound)".count
    for (position, line) in lines.enumerated() {
      if position > 0, lines[position - 1] + 1 < line {
        let skipped = line - lines[position - 1] - 1
        let dots = style == .unicode ? "…" : "..."
        canvas.write("\(dots) \(skipped.grouped) more lines", x: digits + 1, y: canvas.height)
      }
      let y = canvas.height
      let offset = "\(bytes.lowerBound + line * bytesPerLine)"
      canvas.write(offset, x: digits - offset.count, y: y)
      for (cell, count) in covered[0][position].enumerated() {
        draw(cell, shade(count, line, cell), style, digits + 1, y, &canvas)
      }
    }
  }

  private func draw(
    _ cell: Int, _ shade: Int, _ style: TextStyle, _ margin: Int, _ y: Int,
    _ canvas: inout TextCanvas
  ) {
    let (width, sign) = (cellWidth, character(shade, style))
    for i in 0..<max(1, width - 1) { canvas.put(sign, x: margin + cell * width + i, y: y) }
  }

  /// Several arrays below a ruler, and what they share.
  private func drawRows(_ style: TextStyle, _ canvas: inout TextCanvas) {
    var margin = 6
    for name in names { margin = max(margin, min(name.count, Self.widestName)) }
    margin += 2
    let width = cellWidth
    for (position, line) in lines.enumerated() {
      var y = canvas.height
      canvas.write("byte", x: 0, y: y)
      var free = margin
      let cells = covered[0][position].count
      for cell in 0..<cells {
        let (x, byte) = (
          margin + cell * width,
          "\(bytes.lowerBound + line * bytesPerLine + cell * bytesPerCell)"
        )
        guard x >= free else { continue }
        canvas.write(byte, x: x, y: y)
        free = x + max(byte.count + 1, 8)
      }
      for (i, name) in names.enumerated() {
        y += 1
        canvas.write(name.fitted(to: Self.widestName, style), x: 0, y: y)
        for (cell, count) in covered[i][position].enumerated() {
          draw(cell, shade(count, line, cell), style, margin, y, &canvas)
        }
      }
      y += 1
      canvas.write("shared", x: 0, y: y)
      for (cell, sharing) in sharing[position].enumerated() where sharing != .none {
        let sign: Character = sharing == .unknown ? "?" : style == .unicode ? "━" : "="
        for i in 0..<max(1, width - 1) { canvas.put(sign, x: margin + cell * width + i, y: y) }
      }
    }
  }
}

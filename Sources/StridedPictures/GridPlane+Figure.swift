// SPDX-License-Identifier: Apache-2.0

extension GridPlane {
  private var cellHeight: Int { hasWay ? 36 : 28 }
  private var cellWidth: Int { (labelWidth + 2) * Figure.letter + (hasWay ? 12 : 0) }
  private var headPixels: Int { hasRows ? (headWidth + 1) * Figure.letter : 0 }
  private var topPixels: Int { hasColumns ? 18 : 0 }

  /// The size of the drawn table in pixels.
  var figureWidth: Int { headPixels + columns.count * cellWidth }
  var figureHeight: Int { topPixels + rows.count * cellHeight }

  /// Where the way leads through a cell of a table drawn at a place: right of the label and below.
  func stop(_ row: Int, _ column: Int, x: Int, y: Int) -> (x: Int, y: Int) {
    (
      x: x + headPixels + (column + 1) * cellWidth - 10,
      y: y + topPixels + (row + 1) * cellHeight - 9
    )
  }

  /// Draws the table with the numbers of its rows and columns.
  func draw(
    on figure: inout Figure, x: Int, y: Int, isDivided: (_ left: Int, _ right: Int) -> Bool
  ) {
    let (left, top, height) = (x + headPixels, y + topPixels, cellHeight)
    for (i, column) in columns.enumerated() where hasColumns {
      figure.text(
        column == Self.gap ? "…" : "\(column)", x: left + i * cellWidth + cellWidth / 2,
        y: y + 12, "s", .middle)
    }
    var lines = ""
    for (r, row) in rows.enumerated() {
      let edge = top + r * height
      if hasRows {
        figure.text(
          row == Self.gap ? "…" : "\(row)", x: left - 6, y: edge + 18, "s", .end)
      }
      for c in columns.indices {
        let start = left + c * cellWidth
        figure.rectangle(
          x: start, y: edge, width: cellWidth, height: height, cells[r][c] == nil ? "none" : "cell")
        figure.text(
          cells[r][c]?.label ?? "…", x: start + (cellWidth - (hasWay ? 12 : 0)) / 2, y: edge + 19,
          "t", .middle)
        if along(r, c, isDivided) == 2 { lines += "M\(start) \(edge)v\(height)" }
        if across(r, c, isDivided) == 2 { lines += "M\(start) \(edge)h\(cellWidth)" }
      }
    }
    if !lines.isEmpty { figure.path(lines, "line") }
  }
}

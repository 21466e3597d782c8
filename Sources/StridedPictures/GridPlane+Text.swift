// SPDX-License-Identifier: Apache-2.0

extension GridPlane {
  /// The characters of the drawn table.
  var textWidth: Int {
    columns.count * (labelWidth + 3) + 1 + (hasRows ? headWidth + 1 : 0)
  }

  /// The lines of the drawn table.
  var textHeight: Int { rows.count * 2 + 1 + (hasColumns ? 1 : 0) }

  /// Draws the table with the numbers of its rows and columns.
  ///
  /// - Parameter isDivided: Whether a heavy line divides two neighbours, by their offsets.
  func draw(
    on canvas: inout TextCanvas, x: Int, y: Int, _ style: TextStyle,
    isDivided: (_ left: Int, _ right: Int) -> Bool
  ) {
    let width = labelWidth + 2
    let left = x + (hasRows ? headWidth + 1 : 0)
    let top = y + (hasColumns ? 1 : 0)
    let dots = style == .unicode ? "…" : ".."
    if hasColumns {
      for (i, column) in columns.enumerated() {
        canvas.write(
          column == Self.gap ? dots : "\(column)", centeredIn: width, x: left + 1 + i * (width + 1),
          y: y)
      }
    }
    for (r, row) in rows.enumerated() {
      let line = top + 1 + r * 2
      if hasRows {
        let head = row == Self.gap ? dots : "\(row)"
        canvas.write(head, x: left - 1 - head.count, y: line)
      }
      for c in columns.indices {
        let label = cells[r][c]?.label ?? dots
        let start = left + 1 + c * (width + 1)
        canvas.write(label, x: start + width - 1 - label.count, y: line)
      }
    }
    for r in 0...rows.count {
      for c in 0...columns.count {
        let place = (x: left + c * (width + 1), y: top + r * 2)
        let (right, down) = (across(r, c, isDivided), along(r, c, isDivided))
        canvas.put(
          BoxDrawing.crossing(
            up: r == 0 ? 0 : along(r - 1, c, isDivided), right: right, down: down,
            left: c == 0 ? 0 : across(r, c - 1, isDivided), style), x: place.x, y: place.y)
        if right > 0 {
          for i in 1...width {
            canvas.put(BoxDrawing.horizontal(right, style), x: place.x + i, y: place.y)
          }
        }
        if down > 0 { canvas.put(BoxDrawing.vertical(down, style), x: place.x, y: place.y + 1) }
      }
    }
  }

  /// The weight of the line above row `r` at column `c`; 0 beyond the table.
  func across(_ r: Int, _ c: Int, _ isDivided: (Int, Int) -> Bool) -> Int {
    guard columns.indices.contains(c) else { return 0 }
    guard r > 0, r < rows.count, let above = cells[r - 1][c], let below = cells[r][c] else {
      return 1
    }
    return isDivided(above.offset, below.offset) ? 2 : 1
  }

  /// The weight of the line left of column `c` at row `r`; 0 beyond the table.
  func along(_ r: Int, _ c: Int, _ isDivided: (Int, Int) -> Bool) -> Int {
    guard rows.indices.contains(r) else { return 0 }
    guard c > 0, c < columns.count, let left = cells[r][c - 1], let right = cells[r][c] else {
      return 1
    }
    return isDivided(left.offset, right.offset) ? 2 : 1
  }
}

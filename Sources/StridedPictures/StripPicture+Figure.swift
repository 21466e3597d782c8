// SPDX-License-Identifier: Apache-2.0

extension StripPicture {
  public var figure: Figure {
    var facts: [String] = []
    for block in blocks { facts += block.facts }
    var figure = Figure(
      title: "Elements in the order of their addresses", summary: facts.joined(separator: "\n"))
    var y = Figure.margin
    for (i, block) in blocks.enumerated() {
      if i > 0 { y += 16 }
      block.draw(on: &figure, &y)
    }
    return figure
  }
}

/// Where a strip's columns lie in a figure.
struct StripGeometry {
  static let valueHeight = 30

  /// The columns of a line.
  let columns: Range<Int>
  /// The left edges of the columns, and the right one of the last.
  let edges: [Int]

  init(_ block: StripPicture.Block, _ columns: Range<Int>, _ slot: Int, left: Int) {
    self.columns = columns
    var edges = [left]
    for column in columns {
      let letters = StripLine.width(of: block.columns[column], slot) + 1
      edges.append((edges.last ?? 0) + letters * Figure.letter)
    }
    self.edges = edges
  }

  /// From the left to the right of the part of a cell that lies in the line.
  func span(_ cell: Range<Int>) -> Range<Int>? {
    let part = cell.clamped(to: columns)
    if part.isEmpty { return nil }
    return edges[part.lowerBound - columns.lowerBound]..<edges[part.upperBound - columns.lowerBound]
  }
}

extension StripPicture.Block {
  /// The characters of a line of columns in a figure.
  static let figureWidth = 100

  /// Draws from `y` on down, and moves `y` to below the drawing.
  fileprivate func draw(on figure: inout Figure, _ y: inout Int) {
    figure.text(title, x: Figure.margin, y: y + 12, "h")
    y += 20
    var names = 4
    for row in rows { names = max(names, min(row.name.count, Self.widestName)) }
    let left = Figure.margin + (names + 2) * Figure.letter
    if columns.isEmpty {
      for row in rows {
        drawName(row, on: &figure, y + 18)
        figure.text("no elements", x: left, y: y + 18, "s")
        y += 26
      }
      return
    }
    let slot = slotWidth()
    for line in lines(Self.figureWidth, slot) {
      let geometry = StripGeometry(self, line, slot, left: left)
      drawOffsets(geometry, on: &figure, y + 12)
      y += 18
      drawValues(geometry, on: &figure, y)
      y += StripGeometry.valueHeight + 6
      for row in rows {
        drawName(row, on: &figure, y + 16)
        let color = FigureStyle.color(row.member)
        if row.cells.isEmpty, line.lowerBound == 0 {
          figure.text("no elements", x: left, y: y + 16, "s")
        }
        for cell in row.cells {
          guard let span = geometry.span(cell.columns) else { continue }
          let room = max(1, (span.count - 4) / Figure.letter)
          let label = cell.label.fitted(to: room, .unicode)
          figure.rectangle(
            x: span.lowerBound + 2, y: y, width: span.count - 4, height: 22, radius: 5, color + "b",
            hint: label == cell.label ? "" : cell.label)
          figure.text(label, x: (span.lowerBound + span.upperBound) / 2, y: y + 16, "t", .middle)
        }
        y += 27
      }
      y += 8
    }
  }

  private func drawName(_ row: StripPicture.Row, on figure: inout Figure, _ y: Int) {
    let name = row.name.fitted(to: Self.widestName, .unicode)
    figure.text(name, x: Figure.margin, y: y, FigureStyle.color(row.member))
  }

  /// Writes the offsets of elements that have room for theirs.
  func drawOffsets(_ geometry: StripGeometry, on figure: inout Figure, _ y: Int) {
    figure.text("byte", x: Figure.margin, y: y, "s")
    var free = 0
    var starts = values.filter { !$0.isCut }.map { $0.columns.lowerBound }
    if values.isEmpty { starts = Array(columns.indices) }
    for start in starts where geometry.columns.contains(start) {
      guard case .slot(let byte) = columns[start] else { continue }
      let x = geometry.edges[start - geometry.columns.lowerBound]
      guard x >= free else { continue }
      figure.text("\(byte)", x: x + 1, y: y, "s")
      free = x + ("\(byte)".count + 1) * Figure.letter
    }
  }

  /// Draws the memory: the values of its own array, gaps, and the borders of cache lines.
  func drawValues(_ geometry: StripGeometry, on figure: inout Figure, _ y: Int) {
    let height = StripGeometry.valueHeight
    let (left, right) = (geometry.edges.first ?? 0, geometry.edges.last ?? 0)
    figure.rectangle(x: left, y: y, width: right - left, height: height, "none")
    for cell in values {
      guard let span = geometry.span(cell.columns) else { continue }
      let room = max(1, (span.count - 4) / Figure.letter)
      let label = cell.label.fitted(to: room, .unicode)
      figure.rectangle(
        x: span.lowerBound, y: y, width: span.count, height: height, "cell",
        hint: label == cell.label ? "" : cell.label)
      figure.text(label, x: (span.lowerBound + span.upperBound) / 2, y: y + 20, "t", .middle)
    }
    for column in geometry.columns {
      let i = column - geometry.columns.lowerBound
      if case .gap(let count) = columns[column] {
        let middle = (geometry.edges[i] + geometry.edges[i + 1]) / 2
        figure.text("… \(count.grouped) …", x: middle, y: y + 20, "s", .middle)
      }
      if lineStarts.contains(column) {
        let x = geometry.edges[i]
        figure.path("M\(x) \(y - 4)V\(y + height + 4)", "line")
      }
    }
  }
}

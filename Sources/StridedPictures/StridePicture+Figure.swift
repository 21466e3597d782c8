// SPDX-License-Identifier: Apache-2.0

extension StridePicture {
  public var figure: Figure {
    var facts: [String] = []
    for block in blocks {
      facts.append(block.title)
      for walk in block.walks { facts.append("\(walk.label) bytes, \(walk.note)") }
    }
    var figure = Figure(title: "Steps in memory", summary: facts.joined(separator: "\n"))
    var y = Figure.margin
    for (i, block) in blocks.enumerated() {
      if i > 0 { y += 16 }
      block.draw(on: &figure, &y)
    }
    return figure
  }
}

extension StridePicture.Block {
  fileprivate func draw(on figure: inout Figure, _ y: inout Int) {
    figure.text(title, x: Figure.margin, y: y + 12, "h")
    y += 20
    if walks.isEmpty, strip.columns.isEmpty || strip.rows.first?.cells.isEmpty ?? true {
      figure.text("no elements", x: Figure.margin, y: y + 14, "s")
      y += 24
      return
    }
    var letters = 4
    for walk in walks { letters = max(letters, walk.label.count + 6) }
    let left = Figure.margin + (letters + 2) * Figure.letter
    let geometry = StripGeometry(strip, strip.columns.indices, strip.slotWidth(), left: left)
    strip.drawOffsets(geometry, on: &figure, y + 12)
    y += 18
    strip.drawValues(geometry, on: &figure, y)
    y += StripGeometry.valueHeight + 8
    for (i, walk) in walks.enumerated() {
      let color = FigureStyle.color(i)
      figure.text("\(walk.label) bytes", x: Figure.margin, y: y + 14, color)
      figure.text(walk.note, x: (geometry.edges.last ?? left) + 12, y: y + 14, "s")
      draw(walk, color, geometry, on: &figure, y)
      y += 32
    }
    if leftOut > 0 {
      let text = "and \(leftOut) more \(leftOut == 1 ? "axis" : "axes")"
      figure.text(text, x: Figure.margin, y: y + 12, "s")
      y += 20
    }
  }

  /// Draws arcs from element to element, with heads that point up at where they lead.
  private func draw(
    _ walk: StridePicture.Walk, _ color: String, _ geometry: StripGeometry,
    on figure: inout Figure, _ y: Int
  ) {
    var middles: [Int] = []
    for stop in walk.stops {
      let span = geometry.span(stop.columns) ?? 0..<0
      middles.append((span.lowerBound + span.upperBound) / 2)
    }
    for i in walk.stops.indices.dropFirst() {
      guard walk.stops[i].position == walk.stops[i - 1].position + 1 else { continue }
      // Arcs leave an element on the side that they go to, and arrive on the other.
      let side = middles[i] > middles[i - 1] ? 5 : -5
      let (from, to) = (middles[i - 1] + side, middles[i] - side)
      figure.path(
        "M\(from) \(y + 4)C\(from) \(y + 28) \(to) \(y + 28) \(to) \(y + 9)", color + "l")
      figure.path("M\(to - 4) \(y + 10)l4 -8l4 8z", color)
    }
    if let first = middles.first { figure.dot(x: first, y: y + 4, color) }
    figure.reach(0, y + 28)
  }
}

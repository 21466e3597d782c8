// SPDX-License-Identifier: Apache-2.0

extension OwnershipPicture {
  public var figure: Figure {
    var figure = Figure(title: "Who owns memory", summary: text(style: .unicode))
    var y = Figure.margin
    var color = 0
    for (i, block) in blocks.enumerated() {
      if i > 0 { y += 20 }
      block.draw(on: &figure, &y, &color)
    }
    return figure
  }
}

extension OwnershipPicture.Block {
  private static let boxHeight = 56
  private static let barWidth = 120

  /// Draws the views at the left, the array that they are views of in the middle, and the memory.
  fileprivate func draw(on figure: inout Figure, _ y: inout Int, _ color: inout Int) {
    var columns: [[OwnershipPicture.Node]] = [roots]
    if !views.isEmpty { columns.insert(views, at: 0) }
    let rows = max(views.count, roots.count)
    let height = rows * (Self.boxHeight + 12) - 12
    var x = Figure.margin
    // Colours follow the order in which strips and maps give them, where those name roots first.
    let first = color
    color += roots.count + views.count
    var places: [[Int]] = []
    var edges: [Range<Int>] = []
    for (level, nodes) in columns.enumerated() {
      let isRoots = level == columns.count - 1
      var letters = 16
      for node in nodes {
        letters = max(letters, max(min(node.name.count, 24), min(node.role.count, 44)))
      }
      let width = (letters + 2) * Figure.letter
      let top = y + (height - nodes.count * (Self.boxHeight + 12) + 12) / 2
      var middles: [Int] = []
      for (i, node) in nodes.enumerated() {
        let box = top + i * (Self.boxHeight + 12)
        let number = first + (isRoots ? i : roots.count + i)
        draw(node, color: FigureStyle.color(number), x: x, y: box, width: width, on: &figure)
        middles.append(box + Self.boxHeight / 2)
      }
      places.append(middles)
      edges.append(x..<(x + width))
      x += width + 64
    }
    drawMemory(x: x, y: y + (height - Self.boxHeight) / 2, on: &figure)
    places.append([y + height / 2])
    edges.append(x..<x)
    for level in columns.indices {
      let targets = places[level + 1]
      for middle in places[level] {
        arrow(
          from: (x: edges[level].upperBound, y: middle),
          to: (x: edges[level + 1].lowerBound, y: targets.first ?? middle), on: &figure)
      }
    }
    y += max(height, Self.boxHeight) + 8
    if !idle.isEmpty {
      figure.text(idle, x: Figure.margin, y: y + 12, "both")
      y += 20
    }
  }

  private func draw(
    _ node: OwnershipPicture.Node, color: String, x: Int, y: Int, width: Int,
    on figure: inout Figure
  ) {
    figure.rectangle(
      x: x, y: y, width: width, height: Self.boxHeight, radius: 6,
      node.isNamed ? color + "b" : "none")
    figure.text(node.name.fitted(to: 24, .unicode), x: x + 8, y: y + 16, node.isNamed ? color : "s")
    figure.text(node.role.fitted(to: 44, .unicode), x: x + 8, y: y + 32, "s")
    let used = byteCount == 0 ? 0 : Self.barWidth * min(node.used, byteCount) / byteCount
    let room = min(Self.barWidth, width - 16)
    figure.rectangle(x: x + 8, y: y + 42, width: room, height: 6, radius: 2, "track")
    if node.used > 0 {
      figure.rectangle(
        x: x + 8, y: y + 42, width: max(1, used * room / Self.barWidth), height: 6, radius: 2,
        node.isNamed ? color + "s4" : "soft", hint: share(node))
    }
  }

  private func drawMemory(x: Int, y: Int, on figure: inout Figure) {
    let width = (max(title.count, owner.count) + 2) * Figure.letter
    figure.rectangle(x: x, y: y, width: width, height: Self.boxHeight, "cell")
    figure.text(title, x: x + 8, y: y + 22, "h")
    figure.text(owner, x: x + 8, y: y + 42, "s")
  }

  private func arrow(from: (x: Int, y: Int), to: (x: Int, y: Int), on figure: inout Figure) {
    let middle = (from.x + to.x) / 2
    figure.path(
      "M\(from.x + 4) \(from.y)C\(middle) \(from.y) \(middle) \(to.y) \(to.x - 10) \(to.y)",
      "rule")
    figure.path("M\(to.x - 10) \(to.y - 4)l8 4l-8 4z", "head")
  }
}

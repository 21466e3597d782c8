// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// Arrays beside each other, each as a table of its values and as the chain of its values in memory:
/// what tells row-major from column-major order.
public struct OrderPicture: Picture {
  /// One array.
  struct Panel {
    var title: String
    var plane: GridPlane?
    /// The values in the order of their addresses, as many as are drawn.
    var chain: [String]
    var isChainWhole: Bool
    /// The rows and columns of the elements in the order of addresses, where all are drawn.
    var walk: [(row: Int, column: Int)]
    var note: String
  }

  let panels: [Panel]

  /// Draws arrays; of one with more than two axes its first table and its first elements in memory.
  ///
  /// - Complexity: O(elements drawn × rank).
  public init(_ arrays: [NamedArray]) {
    panels = arrays.map { Panel($0) }
  }

  /// Compares the two orders of one array, which is copied if it has at most 4,096 elements; of a
  /// larger one its own order is drawn.
  public init(comparing array: NamedArray) {
    guard array.array.count <= 4096,
      let rows = try? array.array.copy(order: .rowMajor),
      let columns = try? array.array.copy(order: .columnMajor)
    else {
      self.init([array])
      return
    }
    self.init([NamedArray(array.name, rows), NamedArray(array.name, columns)])
  }
}

extension OrderPicture.Panel {
  fileprivate init(_ named: NamedArray) {
    let array = named.array
    let order =
      switch (array.isContiguous(.rowMajor), array.isContiguous(.columnMajor)) {
      case (true, true): "row- and column-major"
      case (true, false): "row-major (C)"
      case (false, true): "column-major (F)"
      case (false, false): "in neither order"
      }
    title = "\(named.name.fitted(to: 24, .ascii)): \(order)"
    note = "strides \(shortList(array.strides))"
    func value(_ offset: Int) -> String {
      AnyNDArray.valueText(in: array.storage, at: offset, array.dtype).fitted(to: 8, .ascii)
    }
    let (planes, leftOut) = GridPlane.planes(of: named, most: 8, mostPlanes: 2, width: 60) {
      offset, _ in value(offset)
    }
    plane = planes.first
    walk = []
    if let plane, leftOut == 0, planes.count == 1, plane.isWhole, array.count <= 64 {
      var cells: [(offset: Int, row: Int, column: Int)] = []
      for (r, row) in plane.cells.enumerated() {
        for (c, cell) in row.enumerated() {
          cells.append((offset: cell?.offset ?? 0, row: r, column: c))
        }
      }
      cells.sort { ($0.offset, $0.row, $0.column) < ($1.offset, $1.row, $1.column) }
      walk = cells.map { (row: $0.row, column: $0.column) }
      self.plane?.hasWay = walk.count > 1
    }
    var places: [PlacedElement] = []
    let bounds = array.byteBounds
    var reach = array.itemSize.multipliedClamping(Self.firstReach)
    repeat {
      let end = min(bounds.upperBound, bounds.lowerBound.addingClamping(reach))
      places = array.layout.elements(in: bounds.lowerBound..<end, itemSize: array.itemSize)
      if end == bounds.upperBound { break }
      reach = reach.multipliedClamping(4)
    } while places.count <= Self.mostChained
    chain = places.prefix(Self.mostChained).map { value($0.start) }
    isChainWhole = places.count == chain.count
  }

  private static let firstReach = 16
  private static let mostChained = 12

  fileprivate func memory(_ style: TextStyle) -> String {
    if chain.isEmpty { return "Memory: no elements" }
    let arrow = style == .unicode ? "→" : " -> "
    let rest = isChainWhole ? "" : arrow + (style == .unicode ? "…" : "...")
    return "Memory: " + chain.joined(separator: arrow) + rest
  }
}

extension OrderPicture {
  /// The picture in lines of text, without a newline at the end.
  public func text(style: TextStyle) -> String {
    var canvas = TextCanvas()
    var (x, top) = (0, 0)
    for panel in panels {
      let width = max(
        panel.plane?.textWidth ?? 0,
        max(panel.title.count, max(panel.note.count, panel.memory(style).count)))
      if x > 0, x + width > 90 { (x, top) = (0, canvas.height + 1) }
      canvas.write(panel.title, x: x, y: top)
      canvas.write(panel.note, x: x, y: top + 1)
      panel.plane?.draw(on: &canvas, x: x, y: top + 2, style) { _, _ in false }
      let end = top + 2 + (panel.plane?.textHeight ?? 0)
      canvas.write(panel.memory(style), x: x, y: end)
      x += width + 4
    }
    return canvas.text
  }

  public var figure: Figure {
    var facts: [String] = []
    for panel in panels { facts.append("\(panel.title). \(panel.memory(.unicode))") }
    var figure = Figure(title: "Orders of memory", summary: facts.joined(separator: "\n"))
    var (x, top, bottom) = (Figure.margin, Figure.margin, Figure.margin)
    for panel in panels {
      let letters = max(panel.title.count, max(panel.note.count, panel.memory(.unicode).count))
      let width = max(panel.plane?.figureWidth ?? 0, letters * Figure.letter)
      if x > Figure.margin, x + width > 960 { (x, top) = (Figure.margin, bottom + 24) }
      figure.text(panel.title, x: x, y: top + 12, "h")
      figure.text(panel.note, x: x, y: top + 30, "s")
      var y = top + 42
      if let plane = panel.plane {
        plane.draw(on: &figure, x: x, y: y) { _, _ in false }
        panel.drawWalk(on: &figure, plane, x: x, y: y)
        y += plane.figureHeight
      }
      figure.text(panel.memory(.unicode), x: x, y: y + 22, "t")
      figure.reach(x + width, y + 22)
      bottom = max(bottom, y + 26)
      x += width + 40
    }
    return figure
  }
}

extension OrderPicture.Panel {
  /// Draws the way through the elements in the order of their addresses.
  fileprivate func drawWalk(on figure: inout Figure, _ plane: GridPlane, x: Int, y: Int) {
    guard walk.count > 1 else { return }
    var (steps, jumps) = ("", "")
    for (i, cell) in walk.enumerated().dropFirst() {
      let before = walk[i - 1]
      let (from, to) = (
        plane.stop(before.row, before.column, x: x, y: y),
        plane.stop(cell.row, cell.column, x: x, y: y)
      )
      let line = "M\(from.x) \(from.y)L\(to.x) \(to.y)"
      let isStep = abs(cell.row - before.row) + abs(cell.column - before.column) == 1
      if isStep { steps += line } else { jumps += line }
    }
    if !jumps.isEmpty { figure.path(jumps, "jump") }
    if !steps.isEmpty { figure.path(steps, "walk") }
    if let first = walk.first {
      let place = plane.stop(first.row, first.column, x: x, y: y)
      figure.dot(x: place.x, y: place.y, "c0")
    }
    if let last = walk.last {
      let place = plane.stop(last.row, last.column, x: x, y: y)
      figure.path("M\(place.x - 4) \(place.y - 4)l9 4l-9 4z", "c0")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Puts elements into nested brackets and lines.
///
/// NumPy: `_formatArray`.
struct TextLayout {
  var shape: [Int]
  /// The elements kept at either end of long axes, or nil where nothing is left out.
  var edge: Int?
  /// What separates elements, before the space or the line's end.
  var separator: [UInt8]
  var lineWidth: Int
  /// The width before the elements on every line but the first.
  var indent: Int

  /// The text of elements of one kind; those that `value` refuses are left out of the measure.
  func text<Format: ElementFormat>(
    _ picked: PickedElements, _ makeFormat: ([Format.Value]) -> Format,
    _ value: (TextElement) -> Format.Value?
  ) -> [UInt8] {
    let shown = picked.shown.compactMap(value)
    let measured = picked.measured.map { $0.compactMap(value) }
    var writer = TextWriter(layout: self, values: shown, format: makeFormat(measured ?? shown))
    writer.writeAxis(0, indent: indent, width: lineWidth)
    return writer.text
  }

  /// The text of elements that need no measure.
  func text<Format: ElementFormat>(
    _ picked: PickedElements, _ format: Format, _ value: (TextElement) -> Format.Value?
  ) -> [UInt8] {
    text(picked, { _ in format }, value)
  }
}

/// The text of one array while it grows.
private struct TextWriter<Format: ElementFormat> {
  let layout: TextLayout
  let values: [Format.Value]
  var format: Format
  var text: [UInt8] = []
  private var next = 0
  private var word: [UInt8] = []
  /// The width of the line so far, and where it starts in `text`.
  private var lineLength = 0
  private var lineStart = 0

  init(layout: TextLayout, values: [Format.Value], format: Format) {
    self.layout = layout
    self.values = values
    self.format = format
    text.reserveCapacity(values.count * 12)
  }

  /// Writes an axis from where `indent` characters of the line are taken.
  mutating func writeAxis(_ axis: Int, indent: Int, width: Int) {
    if axis == layout.shape.count {
      if let value = values.first { format.write(value, to: &text) }
      return
    }
    let length = layout.shape[axis]
    let edge = layout.edge ?? 0
    // Halved, so that no sum of a user's numbers overflows.
    let isSummary = layout.edge != nil && edge < length - edge
    text.append(Ascii.openBracket)
    let isLast = axis == layout.shape.count - 1
    if isLast {
      lineStart = text.count
      lineLength = indent
    }
    let leading = isSummary ? edge : 0
    for i in 0..<leading {
      writeItem(axis, indent, width, isFirst: i == 0)
    }
    if isSummary { writeEllipsis(axis, indent, width, isFirst: leading == 0) }
    let trailing = isSummary ? max(1, edge) : length
    for i in 0..<trailing {
      writeItem(axis, indent, width, isFirst: i == 0 && !isSummary)
    }
    text.append(Ascii.closeBracket)
  }

  private mutating func writeItem(_ axis: Int, _ indent: Int, _ width: Int, isFirst: Bool) {
    if axis < layout.shape.count - 1 {
      if !isFirst { breakRows(axis, indent) }
      writeAxis(axis + 1, indent: indent + 1, width: width - 1)
      return
    }
    word.removeAll(keepingCapacity: true)
    if next < values.count { format.write(values[next], to: &word) }
    next += 1
    extendLine(indent, width, isFirst: isFirst)
  }

  private mutating func writeEllipsis(_ axis: Int, _ indent: Int, _ width: Int, isFirst: Bool) {
    let dots = [Ascii.point, Ascii.point, Ascii.point]
    if axis < layout.shape.count - 1 {
      if !isFirst { breakRows(axis, indent) }
      text.append(contentsOf: dots)
      return
    }
    word = dots
    extendLine(indent, width, isFirst: isFirst)
  }

  /// Ends a row of an outer axis: the separator and an empty line more for each axis within.
  private mutating func breakRows(_ axis: Int, _ indent: Int) {
    text.append(contentsOf: layout.separator)
    text.append(Ascii.newline, times: layout.shape.count - axis - 1)
    text.append(Ascii.space, times: indent)
  }

  /// Puts the word on the line, or on a new one if that helps.
  private mutating func extendLine(_ indent: Int, _ width: Int, isFirst: Bool) {
    if !isFirst {
      text.append(contentsOf: layout.separator)
      text.append(Ascii.space)
      lineLength += layout.separator.count + 1
    }
    let wordLength = word.width(from: 0)
    // One character is kept for the separator or the bracket.
    if lineLength + wordLength > width - 1 && lineLength > indent {
      while text.count > lineStart && text.last == Ascii.space { text.removeLast() }
      text.append(Ascii.newline)
      lineStart = text.count
      text.append(Ascii.space, times: indent)
      lineLength = indent
    }
    text.append(contentsOf: word)
    lineLength += wordLength
  }
}

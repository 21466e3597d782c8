// SPDX-License-Identifier: Apache-2.0
import StridedMemory

/// An array as text, with spaces between elements; large ones are summarised.
///
/// NumPy: `str` of an array.
func arrayText(_ source: TextSource, options: PrintOptions) -> String {
  if source.shape.isEmpty { return scalarText(source.element([])) }
  return String(
    decoding: bracketedText(source, options, hasCommas: false, indent: 0), as: UTF8.self)
}

/// The elements between brackets, ready to stand after `indent` characters.
func bracketedText(
  _ source: TextSource, _ options: PrintOptions, hasCommas: Bool, indent: Int
) -> [UInt8] {
  let count = source.count
  if count == 0 { return [Ascii.openBracket, Ascii.closeBracket] }
  let edge: Int? = count > options.threshold ? max(0, options.edgeItems) : nil
  let picked = PickedElements(source, edge: edge)
  let layout = TextLayout(
    shape: source.shape, edge: edge, separator: hasCommas ? [Ascii.comma] : [],
    lineWidth: max(-1, options.lineWidth), indent: indent + 1)
  switch source.dtype.kind {
  case .bool:
    return layout.text(picked, BoolFormat(isScalar: source.shape.isEmpty)) {
      if case .bool(let value) = $0 { value } else { nil }
    }
  case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64:
    return layout.text(picked, { IntegerFormat($0, options: options) }) {
      switch $0 {
      case .int(let value): IntegerFormat.Value(value)
      case .uint(let value): IntegerFormat.Value(value)
      default: nil
      }
    }
  case .float16:
    return layout.text(picked, { FloatFormat($0, options: options) }) {
      if case .float16(let value) = $0 { value } else { nil }
    }
  case .float32:
    return layout.text(picked, { FloatFormat($0, options: options) }) {
      if case .float32(let value) = $0 { value } else { nil }
    }
  case .float64:
    return layout.text(picked, { FloatFormat($0, options: options) }) {
      if case .float64(let value) = $0 { value } else { nil }
    }
  case .complex64:
    return layout.text(picked, { ComplexFormat($0, options: options) }) {
      if case .complex64(let real, let imaginary) = $0 { (real, imaginary) } else { nil }
    }
  case .complex128:
    return layout.text(picked, { ComplexFormat($0, options: options) }) {
      if case .complex128(let real, let imaginary) = $0 { (real, imaginary) } else { nil }
    }
  case .record:
    return layout.text(picked, RecordFormat()) {
      if case .record(let bytes) = $0 { bytes } else { nil }
    }
  }
}

/// The elements that a text shows, in logical order.
struct PickedElements {
  /// What is shown.
  private(set) var shown: [TextElement] = []
  /// What the widths are taken from, if that is more than what is shown.
  private(set) var measured: [TextElement]?

  /// Reads the elements, of long axes only `edge` at either end.
  ///
  /// NumPy measures all elements, but shows the last of each axis, where the edge is zero.
  init(_ source: TextSource, edge: Int?) {
    shown = PickedElements.read(source, edge: edge)
    if edge == 0 { measured = PickedElements.read(source, edge: nil) }
  }

  private static func read(_ source: TextSource, edge: Int?) -> [TextElement] {
    let shape = source.shape
    var elements: [TextElement] = []
    var index = shape.map { edge == 0 && $0 > 0 ? $0 - 1 : 0 }
    let first = index
    while true {
      elements.append(source.element(index))
      var axis = shape.count - 1
      while axis >= 0 {
        index[axis] += 1
        if let edge, edge < shape[axis] - edge, index[axis] == edge {
          index[axis] = shape[axis] - edge
        }
        if index[axis] < shape[axis] { break }
        index[axis] = first[axis]
        axis -= 1
      }
      if axis < 0 { return elements }
    }
  }
}

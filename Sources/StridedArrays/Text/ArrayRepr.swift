// SPDX-License-Identifier: Apache-2.0
import StridedMemory

/// An array as the NumPy expression that makes it; large ones are summarised.
///
/// The shape stands there if the elements do not tell it, the type if it is not what NumPy takes
/// from the elements. NumPy: `repr` of an array.
func arrayRepr(_ source: TextSource, options: PrintOptions) -> String {
  let prefix = "array("
  var inner = options
  // Room for the closing parenthesis.
  inner.lineWidth = max(0, options.lineWidth) - 1
  var text: [UInt8] = []
  text.append(text: prefix)
  text += bracketedText(source, inner, hasCommas: true, indent: prefix.utf8.count)
  let extras = reprExtras(source, options)
  if extras.isEmpty {
    text.append(text: ")")
    return String(decoding: text, as: UTF8.self)
  }
  text.append(Ascii.comma)
  let lineStart = (text.lastIndex(of: Ascii.newline) ?? -1) + 1
  if text.width(from: lineStart) + extras.utf8.count + 2 > options.lineWidth {
    text.append(Ascii.newline)
    text.append(Ascii.space, times: prefix.utf8.count)
  } else {
    text.append(Ascii.space)
  }
  text.append(text: extras)
  text.append(text: ")")
  return String(decoding: text, as: UTF8.self)
}

/// What the elements do not tell: the shape and the type.
private func reprExtras(_ source: TextSource, _ options: PrintOptions) -> String {
  let count = source.count
  var extras = ""
  if (count == 0 && source.shape.count != 1) || count > options.threshold {
    extras = "shape=\(shapeText(source.shape))"
  }
  if count == 0 || !isImplied(source.dtype) {
    if !extras.isEmpty { extras += ", " }
    extras += source.dtype.isSwapped ? "dtype='\(source.dtype.code)'" : "dtype=\(source.dtype.name)"
  }
  return extras
}

/// Whether NumPy takes this type from the elements' text.
private func isImplied(_ dtype: DType) -> Bool {
  if dtype.isSwapped { return false }
  switch dtype.kind {
  case .bool, .int64, .float64, .complex128: return true
  default: return false
  }
}

/// A shape as Python writes a tuple.
func shapeText(_ shape: [Int]) -> String {
  var text = "("
  for axis in shape.indices {
    if axis > 0 { text += ", " }
    text += "\(shape[axis])"
  }
  return text + (shape.count == 1 ? ",)" : ")")
}

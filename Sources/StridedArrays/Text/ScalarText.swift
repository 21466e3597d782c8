// SPDX-License-Identifier: Apache-2.0

/// One element on its own as text: floating-point numbers in full, whatever the print options.
///
/// NumPy: `str` of a scalar or of an array without axes.
func scalarText(_ element: TextElement) -> String {
  var text: [UInt8] = []
  switch element {
  case .bool(let value): text.append(text: value ? "True" : "False")
  case .int(let value):
    if value < 0 { text.append(Ascii.minus) }
    text.append(decimal: value.magnitude)
  case .uint(let value): text.append(decimal: value)
  case .float16(let value): writeScalar(value, to: &text, trim: .toOneZero)
  case .float32(let value): writeScalar(value, to: &text, trim: .toOneZero)
  case .float64(let value): writeScalar(value, to: &text, trim: .toOneZero)
  case .complex64(let real, let imaginary): writeScalar(real, imaginary, to: &text)
  case .complex128(let real, let imaginary): writeScalar(real, imaginary, to: &text)
  case .record(let bytes): RecordFormat().write(bytes, to: &text)
  }
  return String(decoding: text, as: UTF8.self)
}

private func writeScalar<F: PrintableFloat>(
  _ value: F, to text: inout [UInt8], trim: FloatStyle.Trim, hasPlus: Bool = false
) {
  if !value.isFinite {
    if !value.isNaN && value < 0 {
      text.append(Ascii.minus)
    } else if hasPlus {
      text.append(Ascii.plus)
    }
    text.append(text: value.isNaN ? "nan" : "inf")
    return
  }
  let magnitude = value.magnitude.double
  var style = FloatStyle(trim: trim, hasPlus: hasPlus)
  if magnitude != 0 && (magnitude >= F.scalarExponentLimit || magnitude < 1e-4) {
    style.isExponential = true
    style.trim = .all
  }
  var digits = DecimalDigits()
  style.write(value, to: &text, digits: &digits)
}

private func writeScalar<F: PrintableFloat>(_ real: F, _ imaginary: F, to text: inout [UInt8]) {
  // A real part of positive zero is left out, as Python does.
  if real == 0 && real.sign == .plus {
    writeScalar(imaginary, to: &text, trim: .all)
    text.append(Ascii.imaginary)
    return
  }
  text.append(text: "(")
  writeScalar(real, to: &text, trim: .all)
  writeScalar(imaginary, to: &text, trim: .all, hasPlus: true)
  text.append(text: "j)")
}

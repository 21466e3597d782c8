// SPDX-License-Identifier: Apache-2.0

/// A finite number, written with exactly so many digits after the point, halves to even.
///
/// NumPy: `numpy.format_float_positional(x, precision, unique=False)`, and `_scientific`.
package func fixedText(_ value: Double, digits: Int, isExponential: Bool = false) -> String {
  var style = FloatStyle(precision: max(0, digits), unique: false, trim: .keep)
  style.isExponential = isExponential
  if digits <= 0 { style.trim = .all }
  var text: [UInt8] = []
  var found = DecimalDigits()
  style.write(value, to: &text, digits: &found)
  return String(decoding: text, as: UTF8.self)
}

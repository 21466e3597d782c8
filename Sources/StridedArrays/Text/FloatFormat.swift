// SPDX-License-Identifier: Apache-2.0

/// Writes floating-point numbers, with the points of all elements in line.
///
/// NumPy: `FloatingFormat`.
struct FloatFormat<F: PrintableFloat>: ElementFormat {
  private var style = FloatStyle()
  private var nanText: String
  private var infinityText: String
  /// The width of a number before the point and after it, with its exponent.
  private var padLeft = 0
  private var padRight = 0
  private var digits = DecimalDigits()

  init(_ values: [F], options: PrintOptions) {
    nanText = options.nanText
    infinityText = options.infinityText
    style.hasPlus = options.sign == .always
    if values.contains(where: { $0.isFinite }) { measure(values, options) }
    let hasNegative = values.contains { $0.isFinite && $0.sign == .minus }
    if options.sign == .space && !hasNegative { padLeft += 1 }
    if values.contains(where: { !$0.isFinite }) {
      let hasSign = options.sign != .negativeOnly || values.contains(-F.infinity)
      let right = padRight + 1
      padLeft = max(
        padLeft, nanText.unicodeScalars.count - right,
        infinityText.unicodeScalars.count + (hasSign ? 1 : 0) - right)
    }
    style.padLeft = padLeft
    if !style.isExponential { style.padRight = padRight }
  }

  /// Writes all finite numbers once, to learn their widths.
  private mutating func measure(_ values: [F], _ options: PrintOptions) {
    // No number has as many digits as the upper bound, which keeps padding within reason.
    let precision = options.floatMode == .unique ? -1 : min(max(0, options.precision), 16_000)
    style.isExponential = FloatFormat.needsExponent(values, suppress: options.suppress)
    style.precision = precision
    style.trim = options.floatMode == .fixed ? .keep : .toPoint
    style.unique = options.floatMode != .fixed
    var most = FloatWidths()
    var scratch: [UInt8] = []
    for value in values where value.isFinite {
      scratch.removeAll(keepingCapacity: true)
      let widths = style.write(value, to: &scratch, digits: &digits)
      most.whole = max(most.whole, widths.whole)
      most.fraction = max(most.fraction, widths.fraction)
      most.exponent = max(most.exponent, widths.exponent)
    }
    padLeft = most.whole
    if style.isExponential {
      style.trim = .keep
      style.precision = most.fraction
      style.minimumDigits = most.fraction
      style.exponentDigits = most.exponent
      padRight = most.exponent + 2 + most.fraction
    } else {
      padRight = most.fraction
      if options.floatMode == .fixed || options.floatMode == .maxPrecisionEqual {
        style.trim = .keep
        style.precision = most.fraction
        style.minimumDigits = most.fraction
      } else {
        style.trim = .toPoint
        style.minimumDigits = 0
      }
    }
  }

  /// Whether numbers are so large, so small or so different that they need exponents.
  private static func needsExponent(_ values: [F], suppress: Bool) -> Bool {
    var largest: F = 0
    var smallest = F.infinity
    for value in values where value.isFinite && value != 0 {
      largest = max(largest, value.magnitude)
      smallest = min(smallest, value.magnitude)
    }
    if largest == 0 { return false }
    if largest >= F.arrayExponentLimit { return true }
    return !suppress && (smallest < F.arrayExponentFloor || largest / smallest > 1000)
  }

  mutating func write(_ value: F, to text: inout [UInt8]) {
    if value.isFinite {
      style.write(value, to: &text, digits: &digits)
      return
    }
    let name = value.isNaN ? nanText : infinityText
    let isNegative = !value.isNaN && value < 0
    let hasSign = isNegative || style.hasPlus
    let used = name.unicodeScalars.count + (hasSign ? 1 : 0)
    text.append(Ascii.space, times: padLeft + padRight + 1 - used)
    if hasSign { text.append(isNegative ? Ascii.minus : Ascii.plus) }
    text.append(text: name)
  }
}

/// Writes complex numbers, real and imaginary parts each in line.
///
/// NumPy: `ComplexFloatingFormat`.
struct ComplexFormat<F: PrintableFloat>: ElementFormat {
  private var real: FloatFormat<F>
  private var imaginary: FloatFormat<F>

  init(_ values: [(F, F)], options: PrintOptions) {
    real = FloatFormat(values.map { $0.0 }, options: options)
    var signed = options
    signed.sign = .always
    imaginary = FloatFormat(values.map { $0.1 }, options: signed)
  }

  mutating func write(_ value: (F, F), to text: inout [UInt8]) {
    real.write(value.0, to: &text)
    let start = text.count
    imaginary.write(value.1, to: &text)
    // The unit stands right after the number, before the spaces that keep points in line.
    var end = text.count
    while end > start && text[end - 1] == Ascii.space { end -= 1 }
    text.insert(Ascii.imaginary, at: end)
  }
}

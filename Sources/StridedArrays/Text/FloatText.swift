// SPDX-License-Identifier: Apache-2.0

/// How one floating-point number is written.
struct FloatStyle {
  /// What happens to zeros at the end of the fraction.
  enum Trim {
    /// They stay, up to the digits asked for. NumPy: `k`.
    case keep
    /// They go, the point stays. NumPy: `.`.
    case toPoint
    /// They go, but one digit stays after the point. NumPy: `0`.
    case toOneZero
    /// They go, and so does a point without digits. NumPy: `-`.
    case all
  }

  var isExponential = false
  /// The most digits after the point, or a negative number for no limit.
  var precision = -1
  /// The fewest digits after the point, or a negative number for no limit.
  var minimumDigits = -1
  /// Whether digits stop where they tell the value from its neighbours.
  var unique = true
  var trim = Trim.toPoint
  /// Whether numbers that are not negative get a plus sign.
  var hasPlus = false
  /// The least width before the point, sign included.
  var padLeft = 0
  /// The least width after the point, for numbers without exponents.
  var padRight = 0
  /// The fewest digits of an exponent.
  var exponentDigits = 2
}

/// The widths of a number's parts.
struct FloatWidths {
  /// Before the point, with the sign.
  var whole = 0
  /// After the point.
  var fraction = 0
  /// The digits of the exponent.
  var exponent = 0
}

extension FloatStyle {
  /// Writes a finite number and returns the widths of its parts before padding.
  @discardableResult
  func write<F: PrintableFloat>(
    _ value: F, to text: inout [UInt8], digits: inout DecimalDigits
  ) -> FloatWidths {
    digits.find(
      value.binary,
      DigitLimits(
        unique: unique,
        most: precision < 0 || !isExponential ? precision : precision + 1,
        fewest: minimumDigits < 0 || !isExponential ? minimumDigits : minimumDigits + 1,
        countsAll: isExponential))
    var widths = FloatWidths()
    let hasSign = hasPlus || value.sign == .minus
    let wholeDigits = isExponential ? 1 : max(1, digits.exponent + 1)
    widths.whole = wholeDigits + (hasSign ? 1 : 0)
    text.append(Ascii.space, times: padLeft - widths.whole)
    if hasSign { text.append(value.sign == .minus ? Ascii.minus : Ascii.plus) }
    // The index of the digit whose weight is that of the text's first place.
    let first = isExponential || digits.exponent >= 0 ? 0 : digits.exponent
    for i in 0..<wholeDigits { text.append(Ascii.zero + digits.digit(i + first)) }
    widths.fraction = writeFraction(from: wholeDigits + first, to: &text, digits: digits)
    if isExponential {
      widths.exponent = writeExponent(digits.exponent, to: &text)
    } else {
      let pointWidth = trim == .all && widths.fraction == 0 && padRight > 0 ? 1 : 0
      text.append(Ascii.space, times: padRight - widths.fraction + pointWidth)
    }
    return widths
  }

  /// Writes the point and what follows it, and returns how many digits that are.
  private func writeFraction(
    from start: Int, to text: inout [UInt8], digits: DecimalDigits
  ) -> Int {
    text.append(Ascii.point)
    var count = max(0, digits.digits.count - start)
    if precision >= 0 { count = min(count, precision) }
    for i in 0..<count { text.append(Ascii.zero + digits.digit(start + i)) }
    if trim == .keep {
      let wanted = unique ? minimumDigits : precision
      text.append(Ascii.zero, times: wanted - count)
      return max(wanted, count)
    }
    while count > 0 && text.last == Ascii.zero {
      text.removeLast()
      count -= 1
    }
    if count == 0 && trim == .toOneZero {
      text.append(Ascii.zero)
      return 1
    }
    if count == 0 && trim == .all { text.removeLast() }
    return count
  }

  private func writeExponent(_ exponent: Int, to text: inout [UInt8]) -> Int {
    text.append(Ascii.exponent)
    text.append(exponent < 0 ? Ascii.minus : Ascii.plus)
    let magnitude = UInt64(exponent.magnitude)
    let width = max(Ascii.decimalWidth(magnitude), exponentDigits)
    text.append(Ascii.zero, times: width - Ascii.decimalWidth(magnitude))
    text.append(decimal: magnitude)
    return width
  }
}

extension DecimalDigits {
  /// The digit at a place, counted from the first; zero outside.
  func digit(_ place: Int) -> UInt8 { digits.indices.contains(place) ? digits[place] : 0 }
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays

/// Decimal numbers as text.
enum DecimalText {
  /// Reads the digits of a floating-point literal, which are known to be well-formed.
  static func double(_ digits: [UInt8]) -> Double {
    Double(String(decoding: digits, as: UTF8.self)) ?? .nan
  }

  /// Reads what Python's `float` takes, or returns nil.
  static func python(_ text: String) -> Double? {
    var bytes = Array(text.utf8).trimmed.map { $0 | 0x20 == $0 || $0 < 65 ? $0 : $0 | 0x20 }
    // Underscores may stand between digits only.
    for (i, byte) in bytes.enumerated() where byte == Byte.underscore {
      guard i > 0, i + 1 < bytes.count, Byte.isDigit(bytes[i - 1]), Byte.isDigit(bytes[i + 1])
      else { return nil }
    }
    bytes.removeAll { $0 == Byte.underscore }
    var isNegative = false
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
      isNegative = bytes.removeFirst() == UInt8(ascii: "-")
    }
    let word = String(decoding: bytes, as: UTF8.self)
    if word == "inf" || word == "infinity" { return isNegative ? -.infinity : .infinity }
    if word == "nan" { return .nan }
    guard isDecimal(bytes) else { return nil }
    return isNegative ? -double(bytes) : double(bytes)
  }

  /// Reads what Python's `int` takes in a base, or returns nil; `fits` is false beyond 64 bits.
  static func integer(_ text: String, base: Int) -> (value: Int64, fits: Bool)? {
    var bytes = Array(text.utf8).trimmed
    var isNegative = false
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
      isNegative = bytes.removeFirst() == UInt8(ascii: "-")
    }
    var base = base
    if bytes.count > 2, bytes[0] == Byte.zero {
      let mark = bytes[1] | 0x20
      let marked =
        mark == UInt8(ascii: "x")
        ? 16 : mark == UInt8(ascii: "o") ? 8 : mark == UInt8(ascii: "b") ? 2 : 0
      if marked > 0, base == 0 || base == marked {
        base = marked
        bytes.removeFirst(2)
      }
    }
    if base == 0 { base = 10 }
    guard bytes.last.map({ $0 != Byte.underscore }) ?? false, bytes[0] != Byte.underscore
    else { return nil }
    var (value, fits) = (Int64(0), true)
    var previous = Byte.zero
    for byte in bytes {
      defer { previous = byte }
      if byte == Byte.underscore {
        if previous == byte { return nil }
        continue
      }
      guard let digit = Byte.digit(byte), digit < base else { return nil }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: Int64(base))
      let (sum, overflow) =
        isNegative
        ? product.subtractingReportingOverflow(Int64(digit))
        : product.addingReportingOverflow(Int64(digit))
      if tooLarge || overflow { fits = false }
      value = sum
    }
    return (value, fits)
  }

  private static func isDecimal(_ bytes: [UInt8]) -> Bool {
    var i = 0
    func skipDigits() -> Int {
      let start = i
      while i < bytes.count, Byte.isDigit(bytes[i]) { i += 1 }
      return i - start
    }
    var digits = skipDigits()
    if i < bytes.count, bytes[i] == Byte.dot {
      i += 1
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if i < bytes.count, bytes[i] == UInt8(ascii: "e") {
      i += 1
      if i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") { i += 1 }
      guard skipDigits() > 0 else { return false }
    }
    return i == bytes.count
  }
}

extension Array where Element == UInt8 {
  /// The bytes without white space at either end.
  var trimmed: [UInt8] {
    func isSpace(_ byte: UInt8) -> Bool { byte == Byte.space || (byte >= 9 && byte <= 13) }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return [] }
    return Array(self[first...last])
  }
}

// Numbers with a given number of digits, as `format` writes them. All take numbers without a sign.
extension DecimalText {
  static func fixed(_ value: Double, _ digits: Int) -> String {
    fixedText(value, digits: digits)
  }

  static func scientific(_ value: Double, _ digits: Int) -> String {
    fixedText(value, digits: digits, isExponential: true)
  }

  /// So many significant digits, with an exponent where the number is large or small.
  ///
  /// - Parameter least: The digits that must follow the point without an exponent.
  static func general(
    _ value: Double, _ precision: Int, keepsZeros: Bool, least: Int = 0
  ) -> String {
    let precision = max(1, precision)
    let text = scientific(value, precision - 1)
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let isFixed = exponent >= -4 && exponent < precision - least
    let digits =
      isFixed ? fixed(value, max(0, precision - 1 - exponent)) : String(parts.first ?? "")
    var bytes = Array(digits.utf8)
    if !keepsZeros, bytes.contains(Byte.dot) {
      while bytes.last == Byte.zero { bytes.removeLast() }
      if bytes.last == Byte.dot { bytes.removeLast() }
    }
    var result = String(decoding: bytes, as: UTF8.self)
    if isFixed, least > 0, !bytes.contains(Byte.dot) { result += ".0" }
    return isFixed || parts.count < 2 ? result : result + "e" + parts[1]
  }

  /// A number rounded to so many digits after the point, or before it where negative.
  static func rounded(_ value: Double, _ digits: Int) -> Double {
    if digits >= 0 {
      let text = fixed(value.magnitude, digits)
      let result = double(Array(text.utf8))
      return value.sign == .minus ? -result : result
    }
    // Before the point: the whole part's last digits are rounded away.
    let bytes = Array(fixed(value.magnitude.rounded(.towardZero), 0).utf8)
    let kept = bytes.count + digits
    guard kept >= 0 else { return value * 0 }
    let significant = kept - 1
    let text = significant >= 0 ? scientific(value.magnitude, significant) : nil
    guard let text else {
      var half = 5.0
      for _ in 0..<(-digits - 1) { half *= 10 }
      let result = value.magnitude > half ? half * 2 : 0
      return value.sign == .minus ? -result : result
    }
    let result = double(Array(text.utf8))
    return value.sign == .minus ? -result : result
  }
}

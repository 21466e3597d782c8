// SPDX-License-Identifier: Apache-2.0

/// The characters that array texts are made of.
enum Ascii {
  static var newline: UInt8 { 10 }
  static var space: UInt8 { 32 }
  static var plus: UInt8 { 43 }
  static var comma: UInt8 { 44 }
  static var minus: UInt8 { 45 }
  static var point: UInt8 { 46 }
  static var zero: UInt8 { 48 }
  static var openBracket: UInt8 { 91 }
  static var closeBracket: UInt8 { 93 }
  static var exponent: UInt8 { 101 }
  static var imaginary: UInt8 { 106 }

  /// The number of decimal digits of a number.
  static func decimalWidth(_ value: UInt64) -> Int {
    var width = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      width += 1
    }
    return width
  }
}

extension [UInt8] {
  /// Appends a byte repeatedly; a negative count appends none.
  mutating func append(_ byte: UInt8, times count: Int) {
    if count > 0 { append(contentsOf: repeatElement(byte, count: count)) }
  }

  /// Appends the decimal digits of a number.
  mutating func append(decimal value: UInt64) {
    let start = count
    var rest = value
    repeat {
      append(Ascii.zero + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Appends the UTF-8 form of a text.
  mutating func append(text: String) { append(contentsOf: text.utf8) }

  /// The number of characters from a place on, as Python counts them.
  func width(from start: Int) -> Int {
    var width = 0
    for i in start..<count where self[i] & 0xC0 != 0x80 { width += 1 }
    return width
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Lexer {
  mutating func readNumber() throws(Fault) {
    let start = position
    if peek() == Byte.zero {
      switch peek(1) | 0x20 {
      case UInt8(ascii: "x"): return try readInteger(base: 16, from: start)
      case UInt8(ascii: "o"): return try readInteger(base: 8, from: start)
      case UInt8(ascii: "b"): return try readInteger(base: 2, from: start)
      default: break
      }
    }
    var isFloat = false
    try skipDigits()
    if peek() == Byte.dot {
      isFloat = true
      position += 1
      if Byte.isDigit(peek()) { try skipDigits() }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if Byte.isDigit(peek(hasSign ? 2 : 1)) {
        isFloat = true
        position += hasSign ? 2 : 1
        try skipDigits()
      }
    }
    let digits = source.bytes[start..<position].filter { $0 != Byte.underscore }
    if peek() | 0x20 == UInt8(ascii: "j") {
      position += 1
      try endNumber(start, "imaginary")
      var token = Token(kind: .imaginary, span: Span(start, position))
      token.number = DecimalText.double(digits)
      tokens.append(token)
    } else if isFloat {
      try endNumber(start, "decimal")
      var token = Token(kind: .float, span: Span(start, position))
      token.number = DecimalText.double(digits)
      tokens.append(token)
    } else {
      try endNumber(start, "decimal")
      if digits[0] == Byte.zero, digits.contains(where: { $0 != Byte.zero }) {
        throw fault(
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
            + "octal integers", at: start)
      }
      append(integer: digits, base: 10, from: start)
    }
  }

  /// Skips digits and single underscores between them.
  private mutating func skipDigits() throws(Fault) {
    while Byte.isDigit(peek()) || (peek() == Byte.underscore && Byte.isDigit(peek(1))) {
      position += 1
    }
  }

  private mutating func readInteger(base: Int, from start: Int) throws(Fault) {
    position += 2
    let first = position
    while let digit = Byte.digit(peek()) ?? (peek() == Byte.underscore ? 0 : nil), digit < base {
      position += 1
    }
    let digits = source.bytes[first..<position].filter { $0 != Byte.underscore }
    let name = base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary"
    guard !digits.isEmpty, source.bytes[position - 1] != Byte.underscore else {
      throw fault("invalid \(name) literal", at: start)
    }
    try endNumber(start, name)
    append(integer: digits, base: base, from: start)
  }

  /// A letter or digit right behind a number makes both wrong, but keywords may follow.
  private func endNumber(_ start: Int, _ name: String) throws(Fault) {
    guard Byte.isLetter(peek()) || Byte.isDigit(peek()) else { return }
    var (word, distance) = ("", 0)
    while Byte.isLetter(peek(distance)), distance < 8 {
      word.unicodeScalars.append(UnicodeScalar(peek(distance)))
      distance += 1
    }
    if ["and", "else", "for", "if", "in", "is", "or", "not"].contains(word) { return }
    throw fault("invalid \(name) literal", at: start)
  }

  private mutating func append(integer digits: [UInt8], base: Int, from start: Int) {
    var token = Token(kind: .integer, span: Span(start, position))
    var (value, fits) = (UInt64(0), true)
    for byte in digits {
      let (product, tooLarge) = value.multipliedReportingOverflow(by: UInt64(base))
      let (sum, overflow) = product.addingReportingOverflow(UInt64(Byte.digit(byte) ?? 0))
      if tooLarge || overflow { fits = false }
      value = sum
    }
    token.integer = fits ? Int64(exactly: value) : nil
    token.unsigned = fits ? value : nil
    tokens.append(token)
  }
}

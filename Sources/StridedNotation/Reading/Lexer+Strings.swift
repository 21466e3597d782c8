// SPDX-License-Identifier: Apache-2.0

extension Lexer {
  /// Reads a string whose prefix, if any, starts at `start`; the position is at its quote.
  mutating func readString(prefixedFrom start: Int) throws(Fault) {
    let prefix = source.bytes[start..<position].map { $0 | 0x20 }
    let isRaw = prefix.contains(UInt8(ascii: "r"))
    let isFormatted = prefix.contains(UInt8(ascii: "f"))
    if prefix.contains(UInt8(ascii: "b")) {
      throw fault("bytes literals are not part of the notation", at: start)
    }
    let quote = peek()
    let isLong = peek(1) == quote && peek(2) == quote
    position += isLong ? 3 : 1
    let first = position
    while true {
      guard position < end, isLong || peek() != Byte.newline else {
        isCutOff = isLong
        throw fault(
          isLong
            ? "unterminated triple-quoted string literal" : "unterminated string literal",
          at: start)
      }
      if peek() == quote, !isLong || (peek(1) == quote && peek(2) == quote) { break }
      position += peek() == Byte.backslash ? 2 : 1
    }
    guard position <= end else { throw fault("unterminated string literal", at: start) }
    let body = Span(first, position)
    position += isLong ? 3 : 1
    var token = Token(kind: isFormatted ? .formatted : .string, span: Span(start, position))
    token.body = body
    token.isRaw = isRaw
    if !isFormatted { token.text = try StringBody.value(of: body, in: source, isRaw: isRaw) }
    tokens.append(token)
  }
}

/// The text between a string's quotes.
enum StringBody {
  /// Returns the text with its escapes replaced.
  static func value(of span: Span, in source: Source, isRaw: Bool) throws(Fault) -> String {
    let bytes = source.bytes[span.start..<span.end]
    if isRaw || !bytes.contains(Byte.backslash) { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var i = span.start
    while i < span.end {
      let byte = source.bytes[i]
      i += 1
      guard byte == Byte.backslash, i < span.end else {
        text.append(byte)
        continue
      }
      let escape = source.bytes[i]
      i += 1
      switch escape {
      case Byte.newline: break
      case Byte.backslash, Byte.quote, Byte.doubleQuote: text.append(escape)
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "a"): text.append(7)
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "v"): text.append(11)
      case UInt8(ascii: "x"):
        try append(hexadecimal: 2, at: &i, to: &text, span, source, escape)
      case UInt8(ascii: "u"):
        try append(hexadecimal: 4, at: &i, to: &text, span, source, escape)
      case UInt8(ascii: "U"):
        try append(hexadecimal: 8, at: &i, to: &text, span, source, escape)
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        var value = UInt32(escape - Byte.zero)
        var digits = 1
        while digits < 3, i < span.end, let digit = Byte.digit(source.bytes[i]), digit < 8 {
          value = value * 8 + UInt32(digit)
          i += 1
          digits += 1
        }
        append(scalar: value, to: &text)
      default: text += [Byte.backslash, escape]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(
    hexadecimal count: Int, at i: inout Int, to text: inout [UInt8], _ span: Span, _ source: Source,
    _ escape: UInt8
  ) throws(Fault) {
    var value = UInt32(0)
    for _ in 0..<count {
      guard i < span.end, let digit = Byte.digit(source.bytes[i]), digit < 16 else {
        throw Fault(
          .syntaxError,
          "truncated \\\(Character(UnicodeScalar(escape))) escape", source, span)
      }
      value = value &* 16 &+ UInt32(digit)
      i += 1
    }
    guard value <= 0x10FFFF else {
      throw Fault(.syntaxError, "illegal Unicode character", source, span)
    }
    append(scalar: value, to: &text)
  }

  private static func append(scalar value: UInt32, to text: inout [UInt8]) {
    // A lone surrogate is no character of Swift's strings.
    let scalar = UnicodeScalar(value) ?? "\u{FFFD}"
    text += Array(String(Character(scalar)).utf8)
  }
}

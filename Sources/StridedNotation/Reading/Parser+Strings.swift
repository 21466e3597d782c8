// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// Parses the body of a formatted string, or the format of a value in one.
  mutating func formatted(
    _ body: Span, isRaw: Bool, level: Int
  ) throws(Fault) -> [FormattedExpression.Part] {
    var parts: [FormattedExpression.Part] = []
    var (i, start) = (body.start, body.start)
    let bytes = source.bytes

    func literal(upTo end: Int) throws(Fault) {
      guard end > start else { return }
      parts.append(
        .text(try StringBody.value(of: Span(start, end), in: source, isRaw: isRaw)))
    }

    while i < body.end {
      let byte = bytes[i]
      if byte == Byte.openBrace || byte == Byte.closeBrace {
        let isDouble = level == 0 && i + 1 < body.end && bytes[i + 1] == byte
        if isDouble {
          try literal(upTo: i + 1)
          i += 2
          start = i
          continue
        }
        guard byte == Byte.openBrace else {
          throw fault("f-string: single '}' is not allowed", at: Span(i, i + 1))
        }
        try literal(upTo: i)
        let (part, end) = try replacement(Span(i + 1, body.end), isRaw: isRaw, level: level)
        parts += part
        i = end
        start = end
      } else {
        i += 1
      }
    }
    try literal(upTo: body.end)
    return parts
  }

  /// Parses `value!r:format}` and returns it with where it ends.
  private mutating func replacement(
    _ rest: Span, isRaw: Bool, level: Int
  ) throws(Fault) -> ([FormattedExpression.Part], Int) {
    let bytes = source.bytes
    guard level < 2 else {
      throw fault("f-string: expressions nested too deeply", at: rest)
    }
    let end = try endOfValue(rest)
    guard source.bytes[rest.start..<end].contains(where: { $0 > Byte.space }) else {
      throw fault("f-string: empty expression not allowed", at: Span(rest.start, end + 1))
    }
    var parts: [FormattedExpression.Part] = []
    var (i, valueEnd) = (end, end)
    var conversion: UInt8 = 0
    // `{value=}` shows the expression too.
    var last = end - 1
    while last > rest.start, bytes[last] <= Byte.space { last -= 1 }
    let before = last > rest.start ? bytes[last - 1] : 0
    if bytes[last] == UInt8(ascii: "="), !"=!<>".utf8.contains(before) {
      valueEnd = last
      parts.append(.text(source.text(of: Span(rest.start, end))))
      conversion = UInt8(ascii: "r")
    }
    let value = try inner(Span(rest.start, valueEnd))
    if bytes[i] == UInt8(ascii: "!") {
      conversion = i + 1 < rest.end ? bytes[i + 1] : 0
      guard "rsa".utf8.contains(conversion), i + 2 < rest.end else {
        throw fault("f-string: invalid conversion character", at: Span(i, i + 1))
      }
      i += 2
    }
    var format: [FormattedExpression.Part] = []
    if bytes[i] == UInt8(ascii: ":") {
      let formatStart = i + 1
      var braces = 0
      i = formatStart
      while i < rest.end, braces > 0 || bytes[i] != Byte.closeBrace {
        if bytes[i] == Byte.openBrace { braces += 1 }
        if bytes[i] == Byte.closeBrace { braces -= 1 }
        i += 1
      }
      format = try formatted(Span(formatStart, i), isRaw: isRaw, level: level + 1)
      // A format of its own takes the place of repr.
      if valueEnd != end, conversion == UInt8(ascii: "r"), bytes[end] != UInt8(ascii: "!") {
        conversion = 0
      }
    }
    guard i < rest.end, bytes[i] == Byte.closeBrace else {
      throw fault("f-string: expecting '}'", at: Span(rest.start, min(i + 1, rest.end)))
    }
    parts.append(.value(value, conversion: conversion, format: format))
    return (parts, i + 1)
  }

  /// Finds where the value of a replacement ends: at `!`, `:` or `}` outside brackets and strings.
  private func endOfValue(_ rest: Span) throws(Fault) -> Int {
    let bytes = source.bytes
    var (brackets, i) = (0, rest.start)
    var quote: UInt8 = 0
    while i < rest.end {
      let byte = bytes[i]
      let next = i + 1 < rest.end ? bytes[i + 1] : 0
      if byte == Byte.backslash {
        throw fault("f-string expression part cannot include a backslash", at: Span(i, i + 1))
      }
      if byte == Byte.hash, quote == 0 {
        throw fault("f-string expression part cannot include '#'", at: Span(i, i + 1))
      }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == Byte.quote || byte == Byte.doubleQuote {
        quote = byte
      } else if "([{".utf8.contains(byte) {
        brackets += 1
      } else if brackets > 0 {
        if ")]}".utf8.contains(byte) { brackets -= 1 }
      } else if byte == UInt8(ascii: "!"), next != UInt8(ascii: "=") {
        return i
      } else if byte == UInt8(ascii: ":") || byte == Byte.closeBrace {
        return i
      } else if "=<>!".utf8.contains(byte), next == UInt8(ascii: "=") {
        i += 1
      }
      i += 1
    }
    throw fault("f-string: expecting '}'", at: rest)
  }

  /// Parses an expression that stands inside a string.
  private mutating func inner(_ span: Span) throws(Fault) -> Expression {
    var lexer = Lexer(source, expression: span)
    let outer = (tokens, position)
    tokens = try lexer.run()
    position = 0
    let value = try expressions()
    guard token.kind == .end else {
      throw fault("f-string: invalid syntax: \(token.description) can't stand here")
    }
    (tokens, position) = outer
    return value
  }
}

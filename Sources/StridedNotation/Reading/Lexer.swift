// SPDX-License-Identifier: Apache-2.0

/// Cuts a program into tokens, as Python does: indentation makes tokens of its own, and lines are
/// joined inside brackets and after a backslash.
struct Lexer {
  let source: Source
  let end: Int
  var position: Int
  var tokens: [Token] = []
  private var indents = [0]
  /// The brackets that are open.
  var brackets: [UInt8] = []
  /// Whether the end came inside a string of several lines, or right after a backslash.
  var isCutOff = false

  /// Creates a lexer of a whole program.
  init(_ source: Source) {
    self.source = source
    end = source.bytes.count
    position = 0
  }

  /// Creates a lexer of an expression inside a formatted string, where line ends mean nothing.
  init(_ source: Source, expression span: Span) {
    self.source = source
    end = span.end
    position = span.start
    brackets = [UInt8(ascii: "(")]
  }

  /// The deepest nesting of brackets, as CPython's.
  static let deepestBrackets = 200
  /// The deepest nesting of blocks, as CPython's.
  static let deepestIndent = 100

  /// The byte at a distance from the position, or 0 past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let place = position + distance
    return place < end ? source.bytes[place] : 0
  }

  func fault(
    _ message: String, at start: Int, _ type: ExceptionType = .syntaxError
  ) -> Fault {
    Fault(type, message, source, Span(start, max(start + 1, position)))
  }

  /// Reads everything.
  mutating func run() throws(Fault) -> [Token] {
    let isExpression = !brackets.isEmpty
    if !isExpression { try readIndent() }
    while position < end { try readToken() }
    if isExpression {
      tokens.append(Token(kind: .end, span: Span(end, end)))
      return tokens
    }
    if let open = brackets.last {
      throw fault("'\(Character(UnicodeScalar(open)))' was never closed", at: max(0, end - 1))
    }
    if let last = tokens.last, last.kind != .newline, last.kind != .dedent {
      tokens.append(Token(kind: .newline, span: Span(end, end)))
    }
    while indents.count > 1 {
      indents.removeLast()
      tokens.append(Token(kind: .dedent, span: Span(end, end)))
    }
    tokens.append(Token(kind: .end, span: Span(end, end)))
    return tokens
  }

  private mutating func readToken() throws(Fault) {
    let byte = peek()
    let start = position
    switch byte {
    case Byte.space, Byte.tab, Byte.formFeed: position += 1
    case Byte.hash: skipComment()
    case Byte.newline:
      position += 1
      guard brackets.isEmpty else { return }
      tokens.append(Token(kind: .newline, span: Span(start, position)))
      try readIndent()
    case Byte.backslash:
      guard peek(1) == Byte.newline, position + 1 < end else {
        isCutOff = position + 1 == end
        throw fault("unexpected character after line continuation character", at: start)
      }
      position += 2
      isCutOff = position >= end
    case Byte.quote, Byte.doubleQuote: try readString(prefixedFrom: start)
    case _ where Byte.isLetter(byte): try readWord()
    case _ where Byte.isDigit(byte): try readNumber()
    case Byte.dot where Byte.isDigit(peek(1)): try readNumber()
    default: try readMark()
    }
  }

  private mutating func skipComment() {
    while position < end, peek() != Byte.newline { position += 1 }
  }

  /// Reads the white space at the start of a line, and skips lines that hold nothing else.
  private mutating func readIndent() throws(Fault) {
    while true {
      var width = 0
      while position < end {
        let byte = peek()
        if byte == Byte.space {
          width += 1
        } else if byte == Byte.tab {
          width = (width / 8 + 1) * 8
        } else if byte == Byte.formFeed {
          width = 0
        } else {
          break
        }
        position += 1
      }
      if position < end, peek() == Byte.hash { skipComment() }
      if position >= end { return }
      if peek() == Byte.newline {
        position += 1
        continue
      }
      try noteIndent(width)
      return
    }
  }

  private mutating func noteIndent(_ width: Int) throws(Fault) {
    let here = Span(position, position)
    if width > indents[indents.count - 1] {
      guard indents.count < Self.deepestIndent else {
        throw fault("too many levels of indentation", at: position, .indentationError)
      }
      indents.append(width)
      tokens.append(Token(kind: .indent, span: here))
      return
    }
    while width < indents[indents.count - 1] {
      indents.removeLast()
      tokens.append(Token(kind: .dedent, span: here))
    }
    if width != indents[indents.count - 1] {
      throw fault(
        "unindent does not match any outer indentation level", at: position, .indentationError)
    }
  }

  private mutating func readWord() throws(Fault) {
    let start = position
    while Byte.isLetter(peek()) || Byte.isDigit(peek()) { position += 1 }
    let isPrefix = position - start <= 2
    if isPrefix, peek() == Byte.quote || peek() == Byte.doubleQuote {
      let prefix = source.bytes[start..<position].map { $0 | 0x20 }
      if prefix.allSatisfy({ "rbfu".utf8.contains($0) }) {
        try readString(prefixedFrom: start)
        return
      }
    }
    let text = String(decoding: source.bytes[start..<position], as: UTF8.self)
    tokens.append(
      Token(
        kind: Token.keywords.contains(text) ? .keyword : .name, text: text,
        span: Span(start, position)))
  }

  private mutating func readMark() throws(Fault) {
    let start = position
    for (i, mark) in Token.markBytes.enumerated() where matches(mark) {
      position += mark.count
      try noteBracket(mark[0], mark.count, at: start)
      tokens.append(Token(kind: .mark, text: Token.marks[i], span: Span(start, position)))
      return
    }
    position += 1
    let byte = source.bytes[start]
    if byte == UInt8(ascii: "!") { throw fault("invalid syntax", at: start) }
    throw fault(
      "invalid character in the program: '\(Character(UnicodeScalar(byte)))'", at: start)
  }

  private func matches(_ mark: [UInt8]) -> Bool {
    guard position + mark.count <= end else { return false }
    for i in mark.indices where source.bytes[position + i] != mark[i] { return false }
    return true
  }

  private mutating func noteBracket(_ byte: UInt8, _ count: Int, at start: Int) throws(Fault) {
    guard count == 1 else { return }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      guard brackets.count < Self.deepestBrackets else {
        throw fault("too many nested parentheses", at: start)
      }
      brackets.append(byte)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      // Pairs differ by 1 or 2 in ASCII.
      let shown = Character(UnicodeScalar(byte))
      guard let open = brackets.popLast() else { throw fault("unmatched '\(shown)'", at: start) }
      guard byte > open, byte - open <= 2 else {
        throw fault(
          "closing parenthesis '\(shown)' does not match opening parenthesis "
            + "'\(Character(UnicodeScalar(open)))'", at: start)
      }
    default: break
    }
  }
}

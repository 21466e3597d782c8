// SPDX-License-Identifier: Apache-2.0

/// A word of a program.
struct Token {
  enum Kind {
    case name, keyword, mark
    case integer, float, imaginary
    case string, formatted
    case newline, indent, dedent, end
  }

  var kind: Kind
  /// A name, keyword or mark as it is written; the value of a string.
  var text = ""
  var span: Span
  /// The value of an integer; nil where it needs more than 64 bits.
  var integer: Int64?
  /// The value of a float, or of the imaginary part.
  var number = 0.0
  /// The value of an integer from 2^63 up to 2^64-1.
  var unsigned: UInt64?
  /// The body of a formatted string, between its quotes.
  var body = Span(0, 0)
  /// Whether backslashes of a formatted string stand for themselves.
  var isRaw = false

  func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
  func isKeyword(_ word: String) -> Bool { kind == .keyword && text == word }

  /// The token as an error names it.
  var description: String {
    switch kind {
    case .newline: "the end of the line"
    case .indent: "an indent"
    case .dedent: "the end of the block"
    case .end: "the end of the program"
    case .string, .formatted: "a string"
    case .integer, .float, .imaginary: "a number"
    case .name, .keyword, .mark: "'\(text)'"
    }
  }

  static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
  ]

  /// The marks, longest first.
  static let marks: [String] = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "==", "<=", ">=", "**", "//", "<<", ">>",
    "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", "+", "-", "*", "/", "%", "@", "&", "|",
    "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=",
  ]
  static let markBytes: [[UInt8]] = marks.map { Array($0.utf8) }
}

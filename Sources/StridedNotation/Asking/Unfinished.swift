// SPDX-License-Identifier: Apache-2.0

extension Source {
  /// Whether a prompt has to ask for more lines before it can run `text`: brackets or a string of
  /// several lines are open, a line ends in a backslash, or no empty line has ended a block yet.
  public static func isUnfinished(_ text: String) -> Bool {
    var lexer = Lexer(Source(text + "\n"))
    let tokens: [Token]
    do throws(Fault) { tokens = try lexer.run() } catch {
      return lexer.isCutOff || (lexer.position >= lexer.end && !lexer.brackets.isEmpty)
    }
    return lexer.isCutOff || endsInBlock(tokens) && !endsInEmptyLine(text)
  }

  private static let blockWords: Set<String> = [
    "if", "elif", "else", "while", "for", "try", "except", "finally", "with", "def",
  ]

  /// Whether the last line that is not indented starts a block.
  private static func endsInBlock(_ tokens: [Token]) -> Bool {
    var (depth, isStart, isBlock) = (0, true, false)
    for token in tokens {
      switch token.kind {
      case .indent: depth += 1
      case .dedent: depth -= 1
      case .newline: isStart = true
      case .end: break
      default:
        if isStart, depth == 0 {
          isBlock =
            token.isMark("@") || (token.kind == .keyword && blockWords.contains(token.text))
        }
        isStart = false
      }
    }
    return isBlock
  }

  private static func endsInEmptyLine(_ text: String) -> Bool {
    for byte in text.utf8.reversed() {
      if byte == Byte.newline { return true }
      if byte != Byte.space, byte != Byte.tab { return false }
    }
    return true
  }

  /// How far the line after `text` is likely to be indented, in spaces: four more after a colon, as
  /// far as the last line otherwise, and not at all inside brackets.
  public static func indentation(after text: String) -> Int {
    var lexer = Lexer(Source(text + "\n"))
    guard (try? lexer.run()) != nil, let last = text.split(separator: "\n").last else { return 0 }
    let width = last.utf8.prefix { $0 == Byte.space }.count
    let words = last.utf8.reversed().drop { $0 == Byte.space }
    if words.first == UInt8(ascii: ":") { return width + 4 }
    for word in ["return", "pass", "break", "continue", "raise"]
    where last.dropFirst(width).hasPrefix(word) { return max(0, width - 4) }
    return width
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The words that an unfinished line may go on with.
public struct Completions: Hashable, Sendable {
  /// Where the word starts that they complete, in bytes of UTF-8 from the start of the text.
  public var start: Int
  /// The whole words, in order; an argument's name ends in `=`.
  public var words: [String]

  /// Creates completions.
  public init(start: Int, words: [String]) {
    self.start = start
    self.words = words
  }
}

extension Interpreter {
  /// What the word at the end of `text` may become: variables, names of Python and of modules,
  /// attributes and methods of the value before a dot, and names of arguments.
  ///
  /// Nothing is run: behind a call or a subscript, the members of arrays are offered. There is
  /// nothing to complete in strings, comments and numbers.
  public func completions(of text: String) -> Completions {
    let line = UnfinishedLine(text)
    let start = line.wordStart
    guard !line.isInText, !line.word.utf8.first.map(Byte.isDigit).isTrue else {
      return Completions(start: start, words: [])
    }
    let words = candidates(line).filter {
      $0.hasPrefix(line.word) && (line.word.hasPrefix("_") || !$0.hasPrefix("_"))
    }
    return Completions(start: start, words: Set(words).sorted())
  }

  private func candidates(_ line: UnfinishedLine) -> [String] {
    if line.isMember {
      if line.path.isEmpty {
        return machine.members(of: line.followsQuote ? .text("") : .type(TypeObject(.ndarray, "")))
      }
      return machine.value(of: line.path).map { machine.members(of: $0) } ?? []
    }
    if let module = line.importedFrom {
      return machine.registry.modules[module]?.members.keys.sorted() ?? []
    }
    if line.isImport { return machine.registry.modules.keys.sorted() }
    let arguments = line.callee.map { argumentNames(of: $0) } ?? []
    // Of all names without a letter there are too many to be of use.
    if line.word.isEmpty { return arguments }
    return arguments + machine.variables.map(\.name) + machine.registry.builtins.members.keys
      + Token.keywords
  }

  private func argumentNames(of path: [String]) -> [String] {
    switch machine.value(of: path) {
    case .builtin(let builtin):
      var parameters = builtin.entry.signature.parameters[...]
      // The object of a method is no argument.
      if builtin.receiver != nil { parameters = parameters.dropFirst() }
      return parameters.filter { $0.kind == .plain || $0.kind == .keywordOnly }
        .map { $0.name + "=" }
    case .function(let function):
      return function.definition.parameters
        .filter { $0.kind == .plain || $0.kind == .keywordOnly }.map { $0.name + "=" }
    default: return []
    }
  }
}

extension Optional where Wrapped == Bool {
  fileprivate var isTrue: Bool { self ?? false }
}

/// What stands before the end of a line that is being written.
struct UnfinishedLine {
  private let bytes: [UInt8]
  /// Where the last word starts.
  let wordStart: Int
  /// The last word; empty where the line ends in something else.
  let word: String
  /// Whether the end lies in a string or a comment.
  let isInText: Bool

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var start = bytes.count
    while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
    self.bytes = bytes
    wordStart = start
    word = String(decoding: bytes[start...], as: UTF8.self)
    isInText = Self.endsInText(bytes)
  }

  private static func isWord(_ byte: UInt8) -> Bool { Byte.isLetter(byte) || Byte.isDigit(byte) }

  private static func endsInText(_ bytes: [UInt8]) -> Bool {
    var (i, quote, width) = (0, UInt8(0), 0)
    while i < bytes.count {
      let byte = bytes[i]
      if quote == 0 {
        if byte == Byte.hash {
          guard let end = bytes[i...].firstIndex(of: Byte.newline) else { return true }
          i = end
        } else if byte == Byte.quote || byte == Byte.doubleQuote {
          quote = byte
          width = i + 2 < bytes.count && bytes[i + 1] == byte && bytes[i + 2] == byte ? 3 : 1
          i += width - 1
        }
      } else if byte == Byte.backslash {
        i += 1
      } else if byte == quote, width == 1 {
        quote = 0
      } else if byte == quote, i + 2 < bytes.count, bytes[i + 1] == quote, bytes[i + 2] == quote {
        quote = 0
        i += 2
      } else if byte == Byte.newline, width == 1 {
        quote = 0
      }
      i += 1
    }
    return quote != 0
  }

  /// Whether the word is a member of what stands before it.
  var isMember: Bool { wordStart > 0 && bytes[wordStart - 1] == Byte.dot }

  /// Whether a string stands before the dot.
  var followsQuote: Bool {
    guard wordStart > 1 else { return false }
    return bytes[wordStart - 2] == Byte.quote || bytes[wordStart - 2] == Byte.doubleQuote
  }

  /// The names before the dot; empty where something else stands there.
  var path: [String] { isMember ? path(endingAt: wordStart - 1) : [] }

  private func path(endingAt end: Int) -> [String] {
    var (names, position) = ([String](), end)
    while true {
      var start = position
      while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
      guard start < position else { return [] }
      names.insert(String(decoding: bytes[start..<position], as: UTF8.self), at: 0)
      guard start > 0, bytes[start - 1] == Byte.dot else { return names }
      position = start - 1
    }
  }

  /// The names before the innermost bracket that a call has opened.
  var callee: [String]? {
    var (closed, i) = (0, wordStart)
    while i > 0 {
      i -= 1
      switch bytes[i] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): closed += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if closed == 0 {
          let path = path(endingAt: i)
          return bytes[i] == UInt8(ascii: "(") && !path.isEmpty ? path : nil
        }
        closed -= 1
      default: break
      }
    }
    return nil
  }

  private var words: [String] {
    let start = bytes[..<wordStart].lastIndex { $0 == Byte.newline || $0 == UInt8(ascii: ";") }
    return bytes[(start.map { $0 + 1 } ?? 0)..<wordStart].split(separator: Byte.space)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the word names a module to import.
  var isImport: Bool {
    let words = self.words
    return words == ["import"] || words == ["from"]
  }

  /// The module that the word is imported from.
  var importedFrom: String? {
    let words = self.words
    return words.count >= 3 && words[0] == "from" && words[2] == "import" ? words[1] : nil
  }
}

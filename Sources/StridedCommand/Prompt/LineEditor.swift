// SPDX-License-Identifier: Apache-2.0

import StridedNotation

/// A line that is being edited: a pure function from keys to its text and cursor.
struct LineEditor {
  /// What a key led to.
  enum Event: Equatable {
    /// The line changed, or nothing did.
    case editing
    /// The line is done, or several pasted lines are.
    case line(String)
    /// The line was dropped.
    case interrupted
    /// There is no more to read.
    case endOfInput
    /// There are several ways to go on; these.
    case choices([String])
    /// The screen is to be cleared.
    case clear
  }

  private(set) var characters: [Character] = []
  private(set) var cursor = 0
  private var history: History
  /// The entry of the history that is shown; `history.lines.count` for a new line.
  private var entry: Int
  /// What was typed before walking through the history; the entries shown start with it.
  private var typed: [Character] = []
  private var killed: [Character] = []
  private let complete: (String) -> Completions

  /// Starts with a line of `indentation` spaces.
  init(
    history: History, indentation: Int = 0,
    complete: @escaping (String) -> Completions = { _ in Completions(start: 0, words: []) }
  ) {
    self.history = history
    self.complete = complete
    entry = history.lines.count
    insert(Array(repeating: " ", count: indentation))
  }

  var text: String { String(characters) }

  mutating func take(_ key: Key) -> Event {
    switch key {
    case .up: walkHistory(back: true)
    case .down: walkHistory(back: false)
    case .control("p"): walkHistory(back: true)
    case .control("n"): walkHistory(back: false)
    default:
      entry = history.lines.count
      return edit(key)
    }
    return .editing
  }

  private mutating func edit(_ key: Key) -> Event {
    switch key {
    case .character(let character): insert([character])
    case .enter: return .line(text)
    case .tab: return completeWord()
    case .paste(let text): return paste(text)
    case .control("c"): return .interrupted
    case .control("d"):
      if characters.isEmpty { return .endOfInput }
      remove(cursor..<min(cursor + 1, characters.count))
    case .control("l"): return .clear
    case .backspace, .control("h"): remove(max(0, cursor - indentedBack())..<cursor)
    case .delete: remove(cursor..<min(cursor + 1, characters.count))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .deleteWordLeft, .control("w"): kill(wordStart..<cursor)
    case .deleteWordRight: kill(cursor..<wordEnd)
    case .control("k"): kill(cursor..<characters.count)
    case .control("u"): kill(0..<cursor)
    case .control("y"): insert(killed)
    case .control("t"):
      guard cursor > 0, characters.count > 1 else { break }
      let right = min(cursor, characters.count - 1)
      characters.swapAt(right - 1, right)
      cursor = right + 1
    case .control, .up, .down: break
    }
    return .editing
  }

  private mutating func insert(_ new: [Character]) {
    // A character can combine with its neighbours, so they are cut into characters again.
    let before = Array(String(characters[..<cursor] + new))
    characters = before + characters[cursor...]
    cursor = before.count
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func kill(_ range: Range<Int>) {
    if !range.isEmpty { killed = Array(characters[range]) }
    remove(range)
  }

  /// How many characters backspace takes: a step of indentation, or one.
  private func indentedBack() -> Int {
    guard cursor > 0, characters[..<cursor].allSatisfy({ $0 == " " }) else { return 1 }
    return (cursor - 1) % 4 + 1
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, !Self.isWord(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(characters[place - 1]) { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, !Self.isWord(characters[place]) { place += 1 }
    while place < characters.count, Self.isWord(characters[place]) { place += 1 }
    return place
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  // MARK: History

  private mutating func walkHistory(back: Bool) {
    if entry == history.lines.count { typed = characters }
    var next = entry
    repeat {
      next += back ? -1 : 1
      guard next >= 0, next <= history.lines.count else { return }
    } while next < history.lines.count && !Array(history.lines[next]).starts(with: typed)
    entry = next
    characters = next == history.lines.count ? typed : Array(history.lines[next])
    cursor = characters.count
  }

  // MARK: Completing

  private mutating func completeWord() -> Event {
    let before = String(characters[..<cursor])
    if before.allSatisfy({ $0 == " " }) {
      insert(Array(repeating: " ", count: 4 - cursor % 4))
      return .editing
    }
    let completions = complete(before)
    let typed = String(decoding: before.utf8.dropFirst(completions.start), as: UTF8.self)
    guard let first = completions.words.first else { return .editing }
    let shared = completions.words.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if shared.count > typed.count {
      insert(Array(shared.dropFirst(typed.count)))
      return .editing
    }
    return completions.words.count > 1 ? .choices(completions.words) : .editing
  }

  private mutating func paste(_ text: String) -> Event {
    // Tabs would move the cursor by unknown widths; other controls mean nothing in a program.
    let clean = text.replacing("\t", with: "    ").filter { $0 == "\n" || !$0.isControl }
    guard let end = clean.lastIndex(of: "\n") else {
      insert(Array(clean))
      return .editing
    }
    let whole = String(characters[..<cursor]) + clean[..<end]
    return .line(whole + String(characters[cursor...]) + clean[clean.index(after: end)...])
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.first.map { $0.value < 32 || $0.value == 127 } ?? false
  }
}

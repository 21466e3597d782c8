// SPDX-License-Identifier: Apache-2.0

/// A question of the quiz: a program, what is asked of it, and answers of which one is right.
struct Question: Equatable {
  enum Kind: String, CaseIterable {
    case origin = "view or copy"
    case changes = "which elements change"
    case sharing = "shared memory"
    case shape
    case strides
    case offset
    case order = "contiguity"
    case base

    /// The level from which on it is asked.
    var level: Int {
      switch self {
      case .origin, .changes, .sharing, .shape, .strides: 1
      case .offset, .order, .base: 2
      }
    }
  }

  var kind: Kind
  var level: Int
  /// The lines of the program.
  var program: [String]
  var text: String
  var choices: [String]
  /// Which of the choices is right.
  var answer: Int
  var explanation: String

  var rightChoice: String { choices[answer] }

  static func letter(_ i: Int) -> String { String(Character(UnicodeScalar(UInt8(97 + i)))) }

  /// The choice that a reply means, by its letter or its text; nil if it means none.
  func choice(meantBy reply: String) -> Int? {
    func plain(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
    let reply = plain(reply)
    if let known = choices.indices.first(where: { Question.letter($0) == reply }) { return known }
    return choices.firstIndex { plain($0) == reply }
  }

  /// The question as it is shown.
  func shown(_ title: String, _ style: Style) -> String {
    var lines = [style.strong(title) + style.faint("  \(kind.rawValue), level \(level)"), ""]
    lines += program.map { "    " + style.program($0) }
    lines += ["", text]
    lines += choices.enumerated().map { "  \(Question.letter($0)) \($1)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedNotation

/// Marks text with colours, or leaves it as it is.
struct Style {
  var isOn: Bool

  static let plain = Style(isOn: false)

  /// Whether the surroundings allow colours on a terminal: `NO_COLOR` is not set, or empty, and the
  /// terminal is not a dumb one.
  static func isWanted(_ environment: [String: String]) -> Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      && environment["TERM"] != nil
  }

  private func marked(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  func strong(_ text: String) -> String { marked(text, "1") }
  func faint(_ text: String) -> String { marked(text, "2") }
  func good(_ text: String) -> String { marked(text, "32") }
  func bad(_ text: String) -> String { marked(text, "31") }
  func prompt(_ text: String) -> String { marked(text, "36") }
  func program(_ text: String) -> String { marked(text, "33") }

  /// A program's error: where it happened, and its class and message.
  func text(of error: NotationError) -> String {
    guard isOn else { return error.description }
    return String(error.description.dropLast(error.summary.count)) + bad(error.summary)
  }
}

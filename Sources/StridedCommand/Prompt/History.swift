// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The lines that the user entered, in this session and those before it.
///
/// They are kept in a file where there can be one, and in memory only elsewhere.
struct History {
  /// The lines, oldest first.
  private(set) var lines: [String] = []
  private let path: String?

  static let longest = 1000

  /// Creates a history that is kept in the file of that path; nil keeps it in memory.
  init(path: String? = nil) {
    self.path = path
    guard let path, let data = FileManager.default.contents(atPath: path) else { return }
    let all = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    lines = all.suffix(Self.longest)
    // The file is only appended to, until it has become long.
    if all.count > 2 * Self.longest { write(lines, atEnd: false) }
  }

  /// The file that `STRIDED_HISTORY` names, or the usual one in the user's folder; nil where the
  /// variable is empty or there is no such folder.
  static func usualPath(_ environment: [String: String]) -> String? {
    if let path = environment["STRIDED_HISTORY"] { return path.isEmpty ? nil : path }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.strided_history"
  }

  /// Adds a line, or several; nothing is added that is empty or the same as the last one.
  mutating func add(_ text: String) {
    for line in text.split(separator: "\n").map(String.init)
    where line != lines.last && !line.allSatisfy({ $0 == " " }) {
      lines.append(line)
      write([line], atEnd: true)
    }
    if lines.count > Self.longest { lines.removeFirst(lines.count - Self.longest) }
  }

  /// Writes to the file, which only the user may read; a failure loses no more than the history.
  private func write(_ lines: [String], atEnd: Bool) {
    guard let path else { return }
    let file = open(path, O_WRONLY | O_CREAT | (atEnd ? O_APPEND : O_TRUNC), 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
  }
}

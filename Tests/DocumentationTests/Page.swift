// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strided

/// A page of the documentation's catalogue.
struct Page {
  let lines: [String]

  init(_ path: String) throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Sources/Strided/Strided.docc/\(path)")
    let text = try String(contentsOf: file, encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines of the Swift blocks that are run.
  var swift: [String] {
    var isRun = false
    var before = ""
    return lines.filter { line in
      defer { before = line }
      guard line.hasPrefix("```") else { return isRun }
      isRun = line == "```swift" && before != "<!-- not run -->"
      return false
    }
  }

  /// The rows of the tables that start with `| NumPy |`, each with the heading above it.
  var rows: [(heading: String, row: String)] {
    var (heading, isTable) = ("", false)
    return lines.compactMap { line in
      if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
      if !line.hasPrefix("|") || line.hasPrefix("| NumPy |") {
        isTable = line.hasPrefix("| NumPy |")
        return nil
      }
      return isTable && !line.hasPrefix("| ---") ? (heading, line) : nil
    }
  }

  /// The code spans of each cell of a row.
  static func codes(of row: String) -> [[String]] {
    row.replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false).map
    {
      let parts = $0.split(separator: "`", omittingEmptySubsequences: false)
      return parts.indices.filter { $0 % 2 == 1 }.map {
        String(parts[$0].replacing("\u{0}", with: "|"))
      }
    }
  }
}

/// FNV-1a of lines, as `Scripts/doc-tests` computes it: tells whether the tests were written from
/// the page as it is.
func digest(_ lines: [String]) -> UInt64 {
  var digest: UInt64 = 0xcbf2_9ce4_8422_2325
  for line in lines {
    for byte in (line + "\n").utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
  return digest
}

/// Joins the lines of a text, since the cells of a table and the comments of an article hold one.
func onOneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The text of a row's value as `Scripts/doc-tests` writes NumPy's, with `view` behind an array
/// that shares memory with one of the section's.
func shown(_ value: Any, beside known: [Any] = []) -> String {
  "`\(text(of: value))`" + (isView(value, of: known) ? " view" : "")
}

private func text(of value: Any) -> String {
  if let array = value as? any StridedArray {
    let lines = "\(array)".split(separator: "\n")
    return lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }
  if let parts = parts(of: value) {
    return "[" + parts.map(text).joined(separator: ", ") + "]"
  }
  let mirror = Mirror(reflecting: value)
  guard mirror.displayStyle == .optional else { return "\(value)" }
  return mirror.children.first.map { text(of: $0.value) } ?? "nil"
}

/// The parts of a list or a tuple.
private func parts(of value: Any) -> [Any]? {
  if let list = value as? [Any] { return list }
  let mirror = Mirror(reflecting: value)
  return mirror.displayStyle == .tuple ? mirror.children.map(\.value) : nil
}

private func isView(_ value: Any, of known: [Any]) -> Bool {
  guard let array = value as? any StridedArray else {
    guard let parts = parts(of: value), !parts.isEmpty else { return false }
    return parts.allSatisfy { isView($0, of: known) }
  }
  return known.contains { other in
    guard let other = other as? any StridedArray else { return false }
    return array.sharesMemory(with: other)
  }
}

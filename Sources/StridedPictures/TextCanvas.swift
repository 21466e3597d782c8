// SPDX-License-Identifier: Apache-2.0

/// Lines of characters that are drawn at places.
struct TextCanvas {
  private var lines: [[Character]] = []

  /// The number of lines.
  var height: Int { lines.count }

  /// Writes text, over what is there, from a place on to the right.
  mutating func write(_ text: String, x: Int, y: Int) {
    var x = x
    for character in text {
      put(character, x: x, y: y)
      x += 1
    }
  }

  /// Writes text in the middle of `width` columns.
  mutating func write(_ text: String, centeredIn width: Int, x: Int, y: Int) {
    write(text, x: x + max(0, width - text.count) / 2, y: y)
  }

  /// Writes one character.
  mutating func put(_ character: Character, x: Int, y: Int) {
    guard x >= 0, y >= 0 else { return }
    while lines.count <= y { lines.append([]) }
    while lines[y].count <= x { lines[y].append(" ") }
    lines[y][x] = character
  }

  /// The lines without blanks at their ends.
  var text: String {
    var result = ""
    for (i, line) in lines.enumerated() {
      if i > 0 { result += "\n" }
      var end = line.count
      while end > 0, line[end - 1] == " " { end -= 1 }
      result += String(line[..<end])
    }
    return result
  }
}

extension String {
  /// The text, or as much of it as `width` characters hold with a sign that more was cut off.
  func fitted(to width: Int, _ style: TextStyle) -> String {
    if count <= width { return self }
    let sign = style == .unicode ? "…" : "~"
    return width <= 1 ? String(prefix(width)) : String(prefix(width - 1)) + sign
  }

  /// Blanks or other characters.
  init(_ character: Character, times: Int) {
    self = ""
    for _ in 0..<max(0, times) { append(character) }
  }
}

extension Int {
  /// The number with commas between its thousands.
  var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}

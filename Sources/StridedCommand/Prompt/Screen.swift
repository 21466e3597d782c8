// SPDX-License-Identifier: Apache-2.0

/// Draws an edited line on a terminal, over as many rows as it needs.
struct Screen {
  let columns: Int
  /// The row of the cursor, counted from the row of the prompt.
  private(set) var cursorRow = 0

  init(columns: Int) { self.columns = max(1, columns) }

  /// The text that makes the terminal show the line in the place of the one shown before.
  mutating func draw(
    prompt: String, _ characters: [Character], cursor: Int, style: Style = .plain
  ) -> String {
    var place = (row: 0, column: 0)
    var wanted = place
    advance(&place, over: Array(prompt))
    for (i, character) in characters.enumerated() {
      if i == cursor { wanted = place }
      advance(&place, over: [character])
    }
    if cursor >= characters.count { wanted = place }

    var text = cursorRow > 0 ? "\u{1B}[\(cursorRow)A" : ""
    text += "\r\u{1B}[J" + style.prompt(prompt) + String(characters)
    // A terminal goes to the next row only with the next character.
    if place.column == columns { text += "\n" }
    place = normalized(place)
    wanted = normalized(wanted)
    if place.row > wanted.row { text += "\u{1B}[\(place.row - wanted.row)A" }
    text += "\r"
    if wanted.column > 0 { text += "\u{1B}[\(wanted.column)C" }
    cursorRow = wanted.row
    return text
  }

  /// A column past the last one is the first of the next row.
  private func normalized(_ place: (row: Int, column: Int)) -> (row: Int, column: Int) {
    place.column >= columns ? (place.row + 1, 0) : place
  }

  private func advance(_ place: inout (row: Int, column: Int), over characters: [Character]) {
    for character in characters {
      let width = character.columns
      if place.column + width > columns { place = (place.row + 1, 0) }
      place.column += width
    }
  }

  /// Words in columns, as many as fit, read downwards.
  static func table(_ words: [String], columns: Int) -> String {
    let widths = words.map { $0.reduce(0) { $0 + $1.columns } }
    let width = (widths.max() ?? 0) + 2
    let perRow = max(1, columns / width)
    let rows = (words.count + perRow - 1) / perRow
    return (0..<rows).map { row in
      stride(from: row, to: words.count, by: rows).map { i in
        i + rows < words.count
          ? words[i] + String(repeating: " ", count: width - widths[i]) : words[i]
      }.joined()
    }.joined(separator: "\n")
  }
}

extension Character {
  /// How many columns of a terminal the character takes up.
  var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if scalar.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch scalar.value {
    case 0..<32, 0x7F..<0xA0, 0x300..<0x370, 0x200B..<0x2010, 0x20D0..<0x2100, 0xFE00..<0xFE10:
      return 0
    case 0x1100..<0x1160, 0x2E80..<0x303F, 0x3041..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00,
      0xFE30..<0xFE70, 0xFF00..<0xFF61, 0xFFE0..<0xFFE7, 0x20000..<0x3FFFE:
      return 2
    default: return 1
    }
  }
}

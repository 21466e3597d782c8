// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import StridedCommand

/// A terminal as VT100 was, as far as the prompt uses it.
private struct Emulator {
  let columns: Int
  var rows: [[String]] = [[]]
  var (row, column) = (0, 0)

  init(columns: Int) { self.columns = columns }

  mutating func write(_ text: String) {
    let characters = Array(text)
    var i = 0
    while i < characters.count {
      let character = characters[i]
      i += 1
      switch character {
      case "\r": column = 0
      case "\n", "\r\n":
        column = 0
        goDown()
      case "\u{1B}":
        var number = ""
        i += 1
        while i < characters.count, characters[i].isNumber {
          number.append(characters[i])
          i += 1
        }
        let count = Int(number) ?? 1
        switch characters[i] {
        case "A": row -= count
        case "C": column += count
        case "J":
          rows.removeSubrange((row + 1)...)
          rows[row].removeSubrange(min(column, rows[row].count)...)
        default: break
        }
        i += 1
      default: put(character)
      }
    }
  }

  private mutating func goDown() {
    row += 1
    if row == rows.count { rows.append([]) }
  }

  private mutating func put(_ character: Character) {
    if column + character.columns > columns {
      column = 0
      goDown()
    }
    while rows[row].count < column + character.columns { rows[row].append(" ") }
    rows[row][column] = String(character)
    if character.columns == 2 { rows[row][column + 1] = "" }
    column += character.columns
  }
}

@Suite struct ScreenTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func showsTheLineAndTheCursor(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let columns = Int.random(in: 8...40, using: &generator)
    var emulator = Emulator(columns: columns)
    emulator.write("before\n")
    let top = emulator.row
    var screen = Screen(columns: columns)
    for step in 0..<60 {
      let count = Int.random(in: 0...100, using: &generator)
      let line = (0..<count).map { _ in
        ["a", "b", " ", "漢", "é", "😀"].randomElement(using: &generator).map(Character.init) ?? "a"
      }
      let cursor = Int.random(in: 0...count, using: &generator)
      emulator.write(screen.draw(prompt: ">>> ", line, cursor: cursor))
      let shown = emulator.rows[top...].joined().joined()
      let comment = Comment(rawValue: "seed \(seed), step \(step)")
      // A wide character that does not fit leaves a column free.
      #expect(shown.filter { $0 != " " } == (">>> " + String(line)).filter { $0 != " " }, comment)
      // Text typed now must land at the cursor.
      var whole = Emulator(columns: columns)
      whole.write("before\n")
      whole.write(">>> " + String(line[..<cursor]))
      if whole.column == columns { whole.write("\n") }
      #expect(emulator.row == whole.row && emulator.column == whole.column, comment)
      #expect(emulator.rows[0].joined() == "before", comment)
    }
  }

  @Test func listsWordsInColumns() {
    #expect(Screen.table(["a", "bb", "c", "d", "e"], columns: 9) == "a   d\nbb  e\nc")
    #expect(Screen.table(["abcdef", "b"], columns: 3) == "abcdef\nb")
    #expect(Screen.table([], columns: 80) == "")
  }

  @Test func knowsWidths() {
    for (character, width) in [("a", 1), ("漢", 2), ("e\u{301}", 1), ("😀", 2), ("é", 1), ("한", 2)] {
      #expect(Character(character).columns == width, "\(character)")
    }
  }
}

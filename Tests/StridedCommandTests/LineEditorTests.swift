// SPDX-License-Identifier: Apache-2.0

import StridedNotation
import TestSupport
import Testing

@testable import StridedCommand

@Suite struct LineEditorTests {
  private func editor(_ lines: [String] = [], words: [String] = []) -> LineEditor {
    var history = History()
    for line in lines { history.add(line) }
    return LineEditor(history: history) { text in
      let start = text.utf8.count - text.reversed().prefix { $0.isLetter }.count
      let typed = text.utf8.dropFirst(start)
      return Completions(start: start, words: words.filter { $0.utf8.starts(with: typed) })
    }
  }

  private func type(_ text: String, _ editor: inout LineEditor) {
    for character in text { _ = editor.take(.character(character)) }
  }

  @Test func editsInTheMiddle() {
    var editor = editor()
    type("np.zeos", &editor)
    for key in [Key.left, .left, .character("r")] { _ = editor.take(key) }
    #expect(editor.text == "np.zeros" && editor.cursor == 6)
    for key in [Key.home, .delete, .end, .backspace] { _ = editor.take(key) }
    #expect(editor.text == "p.zero" && editor.cursor == 6)
    #expect(editor.take(.enter) == .line("p.zero"))
  }

  @Test func movesAndKillsByWords() {
    var editor = editor()
    type("a = np.zeros(3)", &editor)
    for key in [Key.wordLeft, .wordLeft, .control("k")] { _ = editor.take(key) }
    #expect(editor.text == "a = np.")
    for key in [Key.home, .control("y")] { _ = editor.take(key) }
    #expect(editor.text == "zeros(3)a = np.")
    for key in [Key.control("w"), .wordRight, .control("u")] { _ = editor.take(key) }
    #expect(editor.text == " = np.")
    type("ba", &editor)
    _ = editor.take(.control("t"))
    #expect(editor.text == "b a= np.")
  }

  @Test func charactersMayConsistOfSeveralScalars() {
    var editor = editor()
    type("e", &editor)
    _ = editor.take(.character("\u{301}"))
    #expect(editor.characters.count == 1)
    _ = editor.take(.character("👩🏽‍🚀"))
    _ = editor.take(.backspace)
    #expect(editor.text == "e\u{301}")
  }

  @Test func leavesAndDrops() {
    var editor = editor()
    #expect(editor.take(.control("d")) == .endOfInput)
    type("ab", &editor)
    _ = editor.take(.home)
    #expect(editor.take(.control("d")) == .editing)
    #expect(editor.text == "b")
    #expect(editor.take(.control("c")) == .interrupted)
    #expect(editor.take(.control("l")) == .clear)
  }

  @Test func walksThroughTheHistory() {
    var editor = editor(["a = 1", "b = 2", "a + b"])
    for (key, text) in [
      (Key.up, "a + b"), (.up, "b = 2"), (.down, "a + b"), (.down, ""), (.down, ""),
    ] {
      _ = editor.take(key)
      #expect(editor.text == text)
    }
    // What has been typed is what the entries must start with.
    type("a", &editor)
    for (key, text) in [
      (Key.up, "a + b"), (.up, "a = 1"), (.up, "a = 1"), (.down, "a + b"), (.down, "a"),
    ] {
      _ = editor.take(key)
      #expect(editor.text == text && editor.cursor == text.count)
    }
    // An entry that is changed becomes a new line.
    _ = editor.take(.up)
    type("!", &editor)
    #expect(editor.text == "a + b!")
    #expect(editor.take(.up) == .editing)
    #expect(editor.text == "a + b!")
  }

  @Test func completes() {
    var editor = editor(words: ["album", "albatross", "window"])
    type("x + w", &editor)
    #expect(editor.take(.tab) == .editing)
    #expect(editor.text == "x + window")
    type(" + a", &editor)
    #expect(editor.take(.tab) == .editing)
    #expect(editor.text == "x + window + alb")
    #expect(editor.take(.tab) == .choices(["album", "albatross"]))
    type("zzz", &editor)
    #expect(editor.take(.tab) == .editing)
  }

  @Test func tabIndentsAndBackspaceTakesItBack() {
    var editor = editor()
    _ = editor.take(.tab)
    #expect(editor.text == "    ")
    _ = editor.take(.character(" "))
    _ = editor.take(.backspace)
    #expect(editor.text == "    ")
    _ = editor.take(.backspace)
    #expect(editor.text == "")
    #expect(LineEditor(history: History(), indentation: 8).text.count == 8)
  }

  @Test func pastes() {
    var editor = editor()
    type("x()", &editor)
    _ = editor.take(.left)
    #expect(editor.take(.paste("1,\t2\u{7}")) == .editing)
    #expect(editor.text == "x(1,    2)")
    #expect(editor.take(.paste("a\nb\nc")) == .line("x(1,    2a\nb)c"))
    #expect(StridedCommand.LineEditor(history: History()).text == "")
    var empty = LineEditor(history: History())
    #expect(empty.take(.paste("x = 1\nfor i in x:\n    i\n")) == .line("x = 1\nfor i in x:\n    i"))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func noKeysLeadOutOfTheLine(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var editor = editor(["a = 1", "ab", "漢字"], words: ["ab", "abc"])
    let keys: [Key] = [
      .character("a"), .character("漢"), .character("\u{301}"), .tab, .backspace, .delete, .left,
      .right,
      .up, .down, .home, .end, .wordLeft, .wordRight, .deleteWordLeft, .deleteWordRight,
      .control("k"), .control("u"), .control("y"), .control("t"), .control("d"), .paste("x y"),
    ]
    for step in 0..<300 {
      let key = keys[Int.random(in: 0..<keys.count, using: &generator)]
      _ = editor.take(key)
      #expect(
        (0...editor.characters.count).contains(editor.cursor), "seed \(seed), step \(step), \(key)")
    }
  }
}

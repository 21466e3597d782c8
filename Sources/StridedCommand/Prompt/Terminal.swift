// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The user's terminal, key by key.
final class Terminal {
  private var decoder = KeyDecoder()
  private let output: Output

  /// Creates a terminal, or nil where there is none that can edit lines.
  init?(_ output: Output, environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard isatty(0) == 1, output.isTerminal, let kind = environment["TERM"], kind != "dumb" else {
      return nil
    }
    self.output = output
  }

  /// Lets the user edit a line; what the event says is done on the screen already.
  func edit(prompt: String, _ editor: LineEditor) -> LineEditor.Event {
    var before = termios()
    guard tcgetattr(0, &before) == 0 else { return .endOfInput }
    var raw = before
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    guard tcsetattr(0, TCSADRAIN, &raw) == 0 else { return .endOfInput }
    output.write("\u{1B}[?2004h")
    defer {
      output.write("\u{1B}[?2004l")
      tcsetattr(0, TCSADRAIN, &before)
    }
    var editor = editor
    var screen = Screen(columns: output.columns)
    func draw() {
      output.write(
        screen.draw(
          prompt: prompt, editor.characters, cursor: editor.cursor, style: output.style))
    }
    /// Leaves the line and goes below it.
    func leave(_ text: String) {
      let characters = Array(text)
      output.write(
        screen.draw(prompt: prompt, characters, cursor: characters.count, style: output.style))
      output.write("\n")
      screen = Screen(columns: output.columns)
    }
    draw()
    while let key = nextKey() {
      let event = editor.take(key)
      switch event {
      case .editing: draw()
      case .choices(let words):
        leave(editor.text)
        output.write(line: Screen.table(words, columns: output.columns))
        draw()
      case .clear:
        output.write("\u{1B}[H\u{1B}[2J")
        screen = Screen(columns: output.columns)
        draw()
      case .line(let text):
        leave(text.replacing("\n", with: "\n... "))
        return event
      case .interrupted:
        leave(editor.text + "^C")
        return event
      case .endOfInput:
        output.write("\n")
        return event
      }
    }
    return .endOfInput
  }

  private func nextKey() -> Key? {
    while true {
      var byte: UInt8 = 0
      let count = read(0, &byte, 1)
      if count == 1 {
        if let key = decoder.take(byte) { return key }
      } else if count == 0 || errno != EINTR {
        return nil
      }
    }
  }
}

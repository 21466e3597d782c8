// SPDX-License-Identifier: Apache-2.0

/// Tells on a terminal how long a program has been running, from its third second on.
final class Progress {
  private let output: Output
  private let start = ContinuousClock.now
  private var next = ContinuousClock.now.advanced(by: .seconds(2))
  private var isShown = false
  /// Whether the program's own output, on the same terminal, ends in the middle of a line.
  private var isInLine = false

  init(_ output: Output) { self.output = output }

  /// Takes notice of the steps so far.
  func update(steps: Int) {
    let now = ContinuousClock.now
    guard output.isTerminal, now >= next, !isInLine else { return }
    next = now.advanced(by: .milliseconds(250))
    isShown = true
    output.write("\r\u{1B}[K" + output.style.faint(Progress.text(now - start, steps)))
  }

  static func text(_ time: Duration, _ steps: Int) -> String {
    "running for \(time.components.seconds) s, \(steps / 1_000_000) million steps"
  }

  /// Makes room for `text`, which the program is about to write.
  func makeRoom(for text: String) {
    clear()
    if let last = text.utf8.last { isInLine = last != UInt8(ascii: "\n") }
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    output.write("\r\u{1B}[K")
    isShown = false
  }
}

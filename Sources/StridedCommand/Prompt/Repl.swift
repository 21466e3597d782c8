// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Strided
import StridedNotation
import Synchronization

/// `strided repl`: the prompt.
struct Repl: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs NumPy's notation line by line.",
    discussion: """
      On a terminal, lines are edited and kept in ~/.strided_history, or in the file that \
      STRIDED_HISTORY names; if that is empty, they are not kept. Elsewhere, lines are read from the \
      standard input, and no prompt is printed. 'import numpy as np' has been done.

      \(Session.help)
      """)

  @OptionGroup var sandbox: Sandbox

  func run() throws {
    let terminal = Terminal(.standard)
    let interruption = Interruption()
    let session = Session(
      limits: sandbox.limits, loader: sandbox.loader, style: Output.standard.style,
      output: { Output.standard.write($0) },
      failure: { Output.error.write($0) })
    // From here on: the constants of the notation are no concern of the user's.
    StorageRegistry.start()
    session.interpreter.supervisor = { _ in !interruption.isAsked }
    session.accept("import numpy as np")
    if let terminal {
      talk(session, terminal, interruption)
    } else {
      while !session.isOver, let line = readLine() { session.accept(line) }
      session.end()
    }
  }

  private func talk(_ session: Session, _ terminal: Terminal, _ interruption: Interruption) {
    let output = Output.standard
    output.write(
      line:
        "Strided \(StridedProgram.configuration.version): NumPy's notation, np is numpy. %help helps."
    )
    var history = History(path: History.usualPath(ProcessInfo.processInfo.environment))
    while !session.isOver {
      let editor = LineEditor(
        history: history, indentation: session.indentation,
        complete: { session.completions(of: $0) })
      switch terminal.edit(prompt: session.prompt, editor) {
      case .line(let text):
        history.add(text)
        interruption.watch { session.accept(text) }
      case .interrupted: session.interrupt()
      default: session.end()
      }
    }
  }
}

/// Whether the user has pressed Ctrl-C while a program runs.
private struct Interruption {
  private static let asked = Atomic<Bool>(false)

  init() { Self.asked.store(false, ordering: .relaxed) }

  var isAsked: Bool { Self.asked.load(ordering: .relaxed) }

  /// Runs `body`; Ctrl-C meanwhile is noted, and does not end the program.
  func watch(_ body: () -> Void) {
    Self.asked.store(false, ordering: .relaxed)
    let before = signal(SIGINT) { _ in Interruption.asked.store(true, ordering: .relaxed) }
    body()
    signal(SIGINT, before)
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

@main struct StridedProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strided",
    abstract: "Shows what the memory of n-dimensional arrays does.",
    discussion: """
      Without a subcommand, on a terminal, it starts the prompt of 'strided repl'.

      Colours appear on a terminal only, and not where NO_COLOR is set.

      \(ExitStatus.help)
      """,
    version: "0.1.0",
    subcommands: [Inspect.self, Run.self, Explain.self, Repl.self, Learn.self])

  static func main() {
    // Whoever reads the output may leave; writing then fails, and the program ends in order.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
      Output.standard.flush()
    } catch {
      Output.standard.flush()
      exit(withError: error)
    }
  }

  func run() throws {
    guard Output.standard.isTerminal, isatty(0) == 1 else { throw CleanExit.helpRequest() }
    try Repl.parse([]).run()
  }
}

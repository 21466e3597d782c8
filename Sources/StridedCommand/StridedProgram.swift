// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

@main struct StridedProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strided",
    abstract: "Shows what the memory of n-dimensional arrays does.",
    version: "0.1.0",
    subcommands: [Inspect.self, Run.self])
}

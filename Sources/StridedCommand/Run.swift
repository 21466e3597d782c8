// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import StridedNotation

/// `strided run`: runs programs in NumPy's notation.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs programs in NumPy's notation and prints what NumPy would.",
    discussion: """
      A program reaches no file but those that --files names, and no process or network. With \
      several programs, the first that fails ends the run.

      \(ExitStatus.help)
      """)

  @Argument(
    help: "Programs; - reads one from the standard input.",
    completion: .file(extensions: ["py"]))
  var files: [String]

  @Flag(
    help:
      "Print, behind each program's output, its variables as JSON: shape, strides, memory and values."
  )
  var json = false

  @OptionGroup var sandbox: Sandbox

  @Flag(
    help: ArgumentHelp(
      "Read many programs, each ended by the byte 30; print of each its output, the byte 31, "
        + "its error and the byte 30.", visibility: .hidden))
  var batch = false

  func run() throws {
    for file in files {
      if batch {
        runBatch(try Sandbox.data(file))
      } else {
        try run(try Sandbox.source(file))
      }
    }
  }

  private func run(_ source: Source) throws {
    let progress = Progress(.error)
    let interpreter = sandbox.interpreter { text in
      progress.makeRoom(for: text)
      Output.standard.write(text)
    }
    interpreter.supervisor = { steps in
      progress.update(steps: steps)
      return true
    }
    var failure: NotationError?
    do throws(NotationError) { try interpreter.run(source) } catch { failure = error }
    progress.clear()
    if json { Output.standard.write(line: interpreter.variablesAsJSON()) }
    guard let failure else { return }
    if failure.type == .systemExit {
      // As in Python: a number is the status, nothing is success, text is printed.
      if let status = Int32(failure.message) { throw ExitCode(status & 255) }
      if failure.message.isEmpty { throw ExitCode.success }
      Output.error.write(line: failure.message)
    } else {
      Output.error.write(line: Output.error.style.text(of: failure))
    }
    throw ExitCode(ExitStatus.failure)
  }

  private func runBatch(_ data: Data) {
    for program in data.split(separator: 30, omittingEmptySubsequences: false).dropLast() {
      var text = ""
      var fault = ""
      let interpreter = Interpreter(limits: sandbox.limits) { text += $0 }
      do throws(NotationError) {
        try interpreter.run(String(decoding: program, as: UTF8.self))
      } catch { fault = "\(error.type.rawValue): \(error.message)" }
      Output.standard.write("\(text)\u{1F}\(fault)\u{1E}")
    }
  }
}

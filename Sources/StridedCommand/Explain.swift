// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import StridedNotation

/// `strided explain`: runs programs in NumPy's notation and shows what memory does.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a program in NumPy's notation and shows what memory does in each statement.",
    discussion: """
      Each statement is followed by what it did: NEW memory, a VIEW of a variable, a COPY and why, a WRITE and \
      which other variables it changed at which elements, or the SAME array under another name. Statements that run \
      often are summed up. What the program prints stands in between, behind a bar.

      \(ExitStatus.help)
      """)

  @Argument(
    help: "A program; - reads it from the standard input.", completion: .file(extensions: ["py"]))
  var file: String

  @Flag(help: "Show types, strides, flags and the ledger's entries below each statement.")
  var long = false

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var sandbox: Sandbox

  func run() throws {
    let source = try Sandbox.source(file)
    let interpreter = sandbox.interpreter { _ in }
    let progress = Progress(.error)
    interpreter.supervisor = { steps in
      progress.update(steps: steps)
      return true
    }
    let output = Output.standard
    let text = ExplanationText(source, isDetailed: long, isColoured: output.style.isOn)
    var units: [ExplainedUnit] = []
    let (totals, error) = interpreter.explain(source) { unit in
      progress.clear()
      if json { units.append(unit) } else { output.write(text.text(of: unit)) }
    }
    progress.clear()
    output.write(
      json ? ExplanationJSON.text(units, totals, error) + "\n" : text.text(of: totals))
    if let error, error.type != .systemExit {
      Output.error.write(line: Output.error.style.text(of: error))
      throw ExitCode(ExitStatus.failure)
    }
  }
}

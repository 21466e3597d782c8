// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import StridedNotation

/// `strided run`: runs programs in NumPy's notation.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs programs in NumPy's notation and prints what NumPy would.")

  @Argument(help: "Programs; - reads one from the standard input.")
  var files: [String]

  @Flag(
    help: ArgumentHelp(
      "Read many programs, each ended by the byte 30; print for each its output, the byte 31, its error and the byte 30.",
      visibility: .hidden))
  var batch = false

  /// The stack of the main thread is large, so functions may call each other deeply.
  private static let limits = Limits(stackBytes: 4 << 20)

  func run() throws {
    for file in files {
      let isInput = file == "-"
      let data =
        isInput
        ? FileHandle.standardInput.readDataToEndOfFile()
        : try Data(contentsOf: URL(fileURLWithPath: file))
      if batch {
        runBatch(data)
        continue
      }
      let source = Source(String(decoding: data, as: UTF8.self), name: isInput ? "<stdin>" : file)
      let interpreter = Interpreter(limits: Run.limits) { text in
        FileHandle.standardOutput.write(Data(text.utf8))
      }
      do throws(NotationError) { try interpreter.run(source) } catch {
        FileHandle.standardError.write(Data((error.description + "\n").utf8))
        throw ExitCode(1)
      }
    }
  }

  private func runBatch(_ data: Data) {
    for program in data.split(separator: 30, omittingEmptySubsequences: false).dropLast() {
      var text = ""
      var fault = ""
      let interpreter = Interpreter(limits: Run.limits) { text += $0 }
      do throws(NotationError) {
        try interpreter.run(String(decoding: program, as: UTF8.self))
      } catch { fault = "\(error.type.rawValue): \(error.message)" }
      FileHandle.standardOutput.write(Data("\(text)\u{1F}\(fault)\u{1E}".utf8))
    }
  }
}

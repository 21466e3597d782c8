// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import StridedNotation

/// `strided run`: runs programs in NumPy's notation.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs programs in NumPy's notation and prints what NumPy would.",
    discussion: "A program reaches no file but those that --files names, and no process or network."
  )

  @Argument(help: "Programs; - reads one from the standard input.")
  var files: [String]

  @Option(
    name: .customLong("files"),
    help: "A folder in which np.load and np.save of the program find .npy files.",
    completion: .directory)
  var folder: String?

  @Option(help: "How many steps a program may take.")
  var steps = 1_000_000_000

  @Option(help: "How many bytes a program's arrays may hold.")
  var bytes = 4 << 30

  @Flag(
    help: ArgumentHelp(
      "Read many programs, each ended by the byte 30; print of each its output, the byte 31, "
        + "its error and the byte 30.", visibility: .hidden))
  var batch = false

  func run() throws {
    // The stack of the main thread is large, so functions may call each other deeply.
    let limits = Limits(steps: steps, bytes: bytes, stackBytes: 4 << 20)
    let loader = folder.map { FolderLoader($0) }
    for file in files {
      let isInput = file == "-"
      let data =
        isInput
        ? FileHandle.standardInput.readDataToEndOfFile()
        : try Data(contentsOf: URL(fileURLWithPath: file))
      if batch {
        runBatch(data, limits)
        continue
      }
      let source = Source(String(decoding: data, as: UTF8.self), name: isInput ? "<stdin>" : file)
      let interpreter = Interpreter(limits: limits, loader: loader) {
        FileHandle.standardOutput.write(Data($0.utf8))
      }
      do throws(NotationError) { try interpreter.run(source) } catch {
        FileHandle.standardError.write(Data((error.description + "\n").utf8))
        throw ExitCode(1)
      }
    }
  }

  private func runBatch(_ data: Data, _ limits: Limits) {
    for program in data.split(separator: 30, omittingEmptySubsequences: false).dropLast() {
      var text = ""
      var fault = ""
      let interpreter = Interpreter(limits: limits) { text += $0 }
      do throws(NotationError) {
        try interpreter.run(String(decoding: program, as: UTF8.self))
      } catch { fault = "\(error.type.rawValue): \(error.message)" }
      FileHandle.standardOutput.write(Data("\(text)\u{1F}\(fault)\u{1E}".utf8))
    }
  }
}

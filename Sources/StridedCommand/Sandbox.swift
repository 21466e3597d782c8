// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import StridedNotation

/// What programs in NumPy's notation may use, as the subcommands that run them take it.
struct Sandbox: ParsableArguments {
  @Option(
    name: .customLong("files"),
    help: "A folder in which np.load and np.save of the program find .npy files.",
    completion: .directory)
  var folder: String?

  @Option(help: "How many steps a program may take.")
  var steps = 1_000_000_000

  @Option(help: "How many bytes a program's arrays may hold.")
  var bytes = 4 << 30

  func validate() throws {
    guard steps >= 0, bytes >= 0 else { throw ValidationError("Limits can't be negative.") }
  }

  /// The stack of the main thread is large, so functions may call each other deeply.
  var limits: Limits { Limits(steps: steps, bytes: bytes, stackBytes: 4 << 20) }
  var loader: FolderLoader? { folder.map { FolderLoader($0) } }

  func interpreter(output: @escaping (String) -> Void) -> Interpreter {
    Interpreter(limits: limits, loader: loader, output: output)
  }

  /// The bytes of a file, or of the standard input for `-`; ends the program where there are none.
  static func data(_ file: String) throws -> Data {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
    guard isThere, !isFolder.boolValue, let data = FileManager.default.contents(atPath: file) else {
      let reason =
        !isThere
        ? "there is no such file"
        : isFolder.boolValue ? "it is a folder" : "it is not readable"
      Output.error.write(line: "strided: can't read '\(file)': \(reason)")
      throw ExitCode(ExitStatus.noInput)
    }
    return data
  }

  /// The program in a file, or in the standard input for `-`; bytes that are no UTF-8 are replaced.
  static func source(_ file: String) throws -> Source {
    let text = String(decoding: try data(file), as: UTF8.self)
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    return Source(
      hasMark ? String(text.unicodeScalars.dropFirst()) : text,
      name: file == "-" ? "<stdin>" : file)
  }
}

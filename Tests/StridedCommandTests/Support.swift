// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The program `strided` as it was built, run as its own process.
enum Program {
  struct Outcome {
    var output = ""
    var error = ""
    var status: Int32 = 0
  }

  /// Where the build put it: beside the tests.
  static func url() throws -> URL {
    var folders = [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
    folders += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    if let path = Bundle.main.executableURL { folders.append(path.deletingLastPathComponent()) }
    let files = folders.map { $0.appendingPathComponent("strided") }
    return try #require(
      files.first {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
          && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: $0.path)
      }, "the program was not built")
  }

  static func process(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = try url()
    process.arguments = arguments
    var surroundings = ProcessInfo.processInfo.environment
    surroundings["STRIDED_HISTORY"] = ""
    surroundings["NO_COLOR"] = nil
    process.environment = surroundings.merging(environment) { $1 }
    return process
  }

  /// Runs it to its end with a text as its input.
  static func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let process = try process(arguments)
    let (standard, error, source) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = standard
    process.standardError = error
    process.standardInput = source
    try process.run()
    source.fileHandleForWriting.write(Data(input.utf8))
    try source.fileHandleForWriting.close()
    var outcome = Outcome()
    outcome.output = String(
      decoding: standard.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    outcome.error = String(
      decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    outcome.status = process.terminationStatus
    return outcome
  }
}

/// A folder that goes with the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}

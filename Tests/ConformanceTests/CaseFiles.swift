// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where the cases lie: beside this file, or where `STRIDED_CASES` says.
enum CaseFiles {
  /// Whether the cases are those of this folder, whose ids `KnownDifferences.md` may name.
  static let areBuiltIn = environmentFolder == nil

  static let folder = environmentFolder ?? here.appendingPathComponent("Cases")

  static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private static let environmentFolder: URL? = {
    guard let path = ProcessInfo.processInfo.environment["STRIDED_CASES"], !path.isEmpty else {
      return nil
    }
    return URL(fileURLWithPath: path, isDirectory: true)
  }()

  /// Calls `body` with the parsed lines of a file, one by one.
  static func forEachRecord(in file: String, _ body: (JSON) throws -> Void) throws {
    let data = try Data(contentsOf: folder.appendingPathComponent(file))
    try data.withUnsafeBytes { (raw: UnsafeRawBufferPointer) in
      let bytes = raw.bindMemory(to: UInt8.self)
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if end > start {
          try body(JSON.parse(UnsafeBufferPointer(rebasing: bytes[start..<end])))
        }
        start = end + 1
      }
    }
  }
}

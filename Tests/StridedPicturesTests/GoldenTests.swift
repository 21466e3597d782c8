// SPDX-License-Identifier: Apache-2.0

import Foundation
import StridedPictures
import Testing

/// Compares pictures with the files in `Golden`; with `STRIDED_RENEW` set it writes them anew.
@Suite struct GoldenTests {
  @Test(arguments: Exhibit.all)
  func text(_ exhibit: Exhibit) throws {
    let arrays = try exhibit.arrays()
    var pages: [String] = []
    for style in [TextStyle.unicode, .ascii] {
      pages.append("# strip\n" + StripPicture(arrays).text(style: style))
      pages.append("# map\n" + MapPicture(arrays).text(style: style))
      if let last = arrays.last {
        pages.append("# map of \(last.name)\n" + MapPicture(last.array).text(style: style))
      }
    }
    let text = pages.joined(separator: "\n\n") + "\n"
    let ascii = pages.suffix(pages.count / 2).joined()
    #expect(ascii.utf8.allSatisfy { $0 < 128 })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    try Golden.compare(text, with: exhibit.name + ".txt")
  }
}

enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static func compare(_ text: String, with name: String, in folder: URL = folder) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["STRIDED_RENEW"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(kept == text, "\(file.path) is another picture; STRIDED_RENEW=1 writes it anew")
  }
}

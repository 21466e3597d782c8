// SPDX-License-Identifier: Apache-2.0

import Foundation
import StridedPictures
import Testing

/// Compares pictures with the files that are kept; with `STRIDED_RENEW` set it writes them anew, as
/// `Scripts/pictures` does.
@Suite struct GoldenTests {
  @Test(arguments: Exhibit.all)
  func text(_ exhibit: Exhibit) throws {
    let arrays = try exhibit.arrays()
    var text = ""
    for style in [TextStyle.unicode, .ascii] {
      var pages: [String] = []
      for (name, picture) in exhibit.pictures(of: arrays) {
        pages.append("# \(name)\n" + picture.text(style: style))
      }
      let page = pages.joined(separator: "\n\n") + "\n"
      #expect(style == .unicode || page.utf8.allSatisfy { $0 < 128 })
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= 110 })
      text += text.isEmpty ? page : "\n" + page
    }
    try Golden.compare(text, with: exhibit.name + ".txt")
  }

  @Test(arguments: Exhibit.drawn)
  func svg(_ exhibit: Exhibit) throws {
    for (name, picture) in exhibit.pictures(of: try exhibit.arrays()) {
      try Golden.compare(picture.svg(), with: "\(exhibit.name).\(name).svg")
    }
  }

  /// All figures are sound XML, whatever the names are.
  @Test(arguments: Exhibit.all)
  func figuresAreXML(_ exhibit: Exhibit) throws {
    for (name, picture) in exhibit.pictures(of: try exhibit.arrays()) {
      let (opened, text) = XMLCheck.read(picture.svg())
      #expect(opened == [], "\(name)")
      #expect(text.contains("<desc>") && text.contains("<title>"), "\(name)")
      #expect(picture.figure.width > 0 && picture.figure.width < 2000, "\(name)")
    }
  }

  /// The pictures in the documentation are those that the library draws.
  @Test func documentation() throws {
    let folder = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Strided/Strided.docc/Resources")
    for (name, exhibit, kind) in Exhibit.documented {
      let arrays = try #require(Exhibit.all.first { $0.name == exhibit })
      for (other, picture) in arrays.pictures(of: try arrays.arrays()) where other == kind {
        try Golden.compare(picture.svg(), with: name + ".svg", in: folder)
      }
    }
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
    #expect(kept == text, "\(file.path) is another picture; Scripts/pictures draws it anew")
  }
}

/// As much of XML as figures use.
enum XMLCheck {
  /// Returns the names of elements that were not closed in order, and the text itself.
  static func read(_ text: String) -> ([String], String) {
    var open: [String] = []
    for part in text.split(separator: "<", omittingEmptySubsequences: true) {
      guard let end = part.firstIndex(of: ">") else { return (["<" + part], text) }
      let tag = part[..<end]
      if tag.filter({ $0 == "\"" }).count % 2 != 0 { return ([String(tag)], text) }
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return ([String(tag)], text) }
      } else if !tag.hasSuffix("/") {
        open.append(String(tag.prefix { $0 != " " }))
      }
    }
    return (open, text)
  }
}

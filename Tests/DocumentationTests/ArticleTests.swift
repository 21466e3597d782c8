// SPDX-License-Identifier: Apache-2.0

import Testing

/// A page of the documentation whose Swift blocks are run.
struct Article: Sendable, CustomTestStringConvertible {
  let path: String
  let digest: UInt64
  /// What the `print` on each line prints, and behind a colon what the page says about it.
  let prints: [Int: String]
  let run: @Sendable (Transcript) async throws -> Void

  init(
    _ path: String, _ digest: UInt64, prints: [Int: String],
    run: @escaping @Sendable (Transcript) async throws -> Void
  ) {
    self.path = path
    self.digest = digest
    self.prints = prints
    self.run = run
  }

  var testDescription: String { path }
}

/// Stands for `print` in the blocks of an article, and keeps what each line printed.
final class Transcript {
  private(set) var lines: [Int: String] = [:]

  func print(
    _ items: Any..., separator: String = " ", terminator: String = "\n", line: Int = #line
  ) {
    let text = items.map { "\($0)" }.joined(separator: separator) + terminator
    lines[line] = onOneLine(lines[line, default: ""] + text)
  }
}

@Suite struct ArticleTests {
  @Test(arguments: Article.all) func printsWhatThePageSays(article: Article) async throws {
    let transcript = Transcript()
    try await article.run(transcript)
    #expect(Set(transcript.lines.keys) == Set(article.prints.keys), "lines that print")
    for (line, text) in article.prints.sorted(by: { $0.key < $1.key }) {
      let printed = transcript.lines[line, default: ""]
      let isSaid = text == printed || text.hasPrefix(printed + ":")
      #expect(isSaid, "\(article.path):\(line) printed \(printed)")
    }
  }

  @Test(arguments: Article.all) func theBlocksAreThoseOfThePage(article: Article) throws {
    #expect(try digest(Page(article.path).swift) == article.digest, "run Scripts/doc-tests")
  }
}

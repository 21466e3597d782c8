// SPDX-License-Identifier: Apache-2.0

import Testing

/// The rows of the guide *NumPy to Strided*, compiled and run.
enum Guide {
  /// A heading of the guide and the rows of its table.
  struct Section: Sendable, CustomTestStringConvertible {
    let title: String
    let digest: UInt64
    let rows: [Row]

    init(_ title: String, _ digest: UInt64, _ rows: [Row]) {
      self.title = title
      self.digest = digest
      self.rows = rows
    }

    var testDescription: String { title }
  }

  /// A code of NumPy, the Swift for it, and what NumPy prints.
  struct Row: Sendable, CustomTestStringConvertible {
    let numpy, swift, result: String
    let run: @Sendable () throws -> String

    init(
      _ numpy: String, _ swift: String, _ result: String,
      run: @escaping @Sendable () throws -> String
    ) {
      self.numpy = numpy
      self.swift = swift
      self.result = result
      self.run = run
    }

    var testDescription: String { swift }
  }
}

@Suite struct GuideTests {
  @Test(arguments: Guide.sections.flatMap(\.rows))
  func aRowGivesWhatNumPyPrints(row: Guide.Row) throws {
    let result = try row.run()
    #expect(result == row.result, "\(row.swift), NumPy: \(row.numpy)")
  }

  @Test func theRowsAreThoseOfThePage() throws {
    var tables: [String: [String]] = [:]
    var title = ""
    for line in try Page("FromNumPy.md").lines {
      if line.hasPrefix("### ") { title = String(line.dropFirst(4)) }
      let isHead = line.hasPrefix("| NumPy |") || line.hasPrefix("| ---")
      if line.hasPrefix("|"), !isHead { tables[title, default: []].append(line) }
    }
    #expect(Set(tables.keys) == Set(Guide.sections.map(\.title)), "run Scripts/doc-tests")
    for section in Guide.sections {
      let rows = tables[section.title, default: []]
      #expect(digest(rows) == section.digest, "\(section.title): run Scripts/doc-tests")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

/// The element type of the guide's records.
struct Point: Storable { var x, y: Double }

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
    let tables = Dictionary(grouping: try Page("FromNumPy.md").rows, by: \.heading)
    #expect(Set(tables.keys) == Set(Guide.sections.map(\.title)), "run Scripts/doc-tests")
    for section in Guide.sections {
      let rows = tables[section.title, default: []].map(\.row)
      #expect(digest(rows) == section.digest, "\(section.title): run Scripts/doc-tests")
    }
  }

  /// What the README shows are rows of the guide, which are run.
  @Test func theReadmeShowsRowsOfTheGuide() throws {
    let known = Set(Guide.sections.flatMap(\.rows).map { [$0.numpy, $0.swift] })
    let rows = try Page("../../../README.md").rows
    #expect(rows.count > 10)
    for (_, row) in rows {
      let cells = Page.codes(of: row)
      #expect(cells[1].count == cells[2].count && !cells[1].isEmpty, "\(row)")
      for (numpy, swift) in zip(cells[1], cells[2]) {
        #expect(known.contains([numpy, swift]), "\(numpy) is \(swift)")
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The table of the documentation's page `KnownDifferences.md`: where the library differs from NumPy on purpose.
struct KnownDifferences {
  /// The listed differences of one family.
  struct Family {
    /// Ids of records of the built-in cases.
    var ids: Set<String> = []
    /// Names in `rules`, which choose records by what they ask for.
    var rules: Set<String> = []

    /// The ids and rules of the table that name `record`.
    func names(matching record: JSON, id: String) -> [String] {
      var names = rules.filter { KnownDifferences.rules[$0]?(record) ?? false }
      if CaseFiles.areBuiltIn, ids.contains(id) { names.insert(id) }
      return Array(names)
    }
  }

  /// The rules that the table may name: a choice of records for each, whatever their numbers are.
  static let rules: [String: @Sendable (JSON) -> Bool] = [
    "one axis of rank 0": { record in
      let axis = record["args"]?["axis"]?.asInt
      return record["a"]?["shape"]?.asInts == [] && (axis == 0 || axis == -1)
        && ["squeeze", "sum"].contains(record["op"]?.asString)
    }
  ]

  private var families: [String: Family] = [:]

  func of(_ family: String) -> Family { families[family] ?? Family() }

  /// The families that the table names.
  var names: [String] { families.keys.sorted() }

  static func load() throws -> KnownDifferences {
    let file = CaseFiles.here
      .appendingPathComponent("../../Sources/Strided/Strided.docc/KnownDifferences.md")
    return try KnownDifferences(String(contentsOf: file, encoding: .utf8))
  }

  /// Reads the rows `| family | ids or rules, separated by commas | reason |`.
  init(_ text: String) throws {
    for line in text.split(separator: "\n") where line.hasPrefix("|") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3 else { throw MalformedCase("a row without three cells: \(line)") }
      if cells[0] == "family" || cells[0].hasPrefix("---") { continue }
      guard !cells[2].isEmpty else { throw MalformedCase("a row without a reason: \(line)") }
      for name in cells[1].split(separator: ",") {
        let name = name.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        if name.hasPrefix(cells[0] + "/") {
          families[cells[0], default: Family()].ids.insert(name)
        } else if KnownDifferences.rules[name] != nil {
          families[cells[0], default: Family()].rules.insert(name)
        } else {
          throw MalformedCase("'\(name)' is no record of \(cells[0]) and no rule")
        }
      }
    }
  }
}

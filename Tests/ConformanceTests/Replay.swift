// SPDX-License-Identifier: Apache-2.0

import Testing

/// What a check throws where the library does something other than NumPy.
struct Mismatch: Error {
  var expected: String
  var got: String
}

/// What a check throws where the record asks for something the library does not offer.
struct Skipped: Error {
  var reason: String
}

/// Throws a `Mismatch` about `what` unless both are equal.
func expectEqual<Value: Equatable>(_ what: String, expected: Value, got: Value) throws {
  if expected != got { throw Mismatch(expected: "\(what) \(expected)", got: "\(what) \(got)") }
}

/// Replays every record of a family through `check`, prints the tally and reports failures.
func replay(_ family: String, file: String? = nil, _ check: (JSON) throws -> Void) throws {
  var tally = Tally(family: family, known: try KnownDifferences.load().of(family))
  try CaseFiles.forEachRecord(in: file ?? "\(family).jsonl") { try tally.add($0, check) }
  tally.finish()

  print(tally.summary)
  guard !tally.failures.isEmpty else { return }
  let shown = tally.failures.prefix(10).joined(separator: "\n")
  print(shown)
  Issue.record(
    "\(tally.failures.count) records of \(family) do not hold; the first are:\n\(shown)")
}

/// How many records of a family held, and what the others did.
struct Tally {
  let family: String
  let known: KnownDifferences.Family
  private(set) var held = 0
  private(set) var skips: [String: Int] = [:]
  private(set) var failures: [String] = []
  private(set) var knownCount = 0
  /// The ids and rules of the known differences by which a record differed.
  private var differing: Set<String> = []

  init(family: String, known: KnownDifferences.Family) {
    self.family = family
    self.known = known
  }

  /// Runs `check` on a record. A difference that is listed is none to report.
  mutating func add(_ record: JSON, _ check: (JSON) throws -> Void) throws {
    let id = try record.string("id")
    do {
      try check(record)
      held += 1
    } catch let skip as Skipped {
      skips[skip.reason, default: 0] += 1
    } catch {
      let listed = known.names(matching: record, id: id)
      if listed.isEmpty {
        failures.append(report(error, id: id, record: record))
      } else {
        knownCount += 1
        differing.formUnion(listed)
      }
    }
  }

  /// Counts every listed difference by which no record differed as a failure.
  ///
  /// Ids number the built-in cases, so other cases say nothing about the list.
  mutating func finish() {
    guard CaseFiles.areBuiltIn else { return }
    for name in known.ids.union(known.rules).subtracting(differing).sorted() {
      failures.append(
        "\(name)\n  expected: to differ, as KnownDifferences.md says\n  got:      no difference")
    }
  }

  var summary: String {
    let skipped = skips.values.reduce(0, +)
    var lines = ["\(family): \(held) held, \(skipped) skipped, \(failures.count) failed"]
    if knownCount > 0 { lines[0] += ", \(knownCount) known differences" }
    for (reason, count) in skips.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(family): \(count) skipped: \(reason)")
    }
    return lines.joined(separator: "\n")
  }

  private func report(_ error: any Error, id: String, record: JSON) -> String {
    var text = "\(id) \(record["op"]?.asString ?? "")"
    if case .object(var members) = record {
      for key in ["id", "op", "want"] { members[key] = nil }
      text += " \(JSON.object(members).description.prefix(400))"
    }
    if let mismatch = error as? Mismatch {
      return text + "\n  expected: \(mismatch.expected)\n  got:      \(mismatch.got)"
    }
    let want = record["want"]?.description ?? "to succeed"
    return text + "\n  expected: \(want.prefix(300))\n  got:      error \(error)"
  }
}

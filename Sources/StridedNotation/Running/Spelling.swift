// SPDX-License-Identifier: Apache-2.0

/// Finds the name that was meant.
enum Spelling {
  /// Returns the name with the fewest changes from `name`, or nil where all are far off.
  static func nearest(to name: String, among names: [String]) -> String? {
    let wanted = Array(name.utf8.prefix(40))
    var best: (name: String, distance: Int)?
    for other in names {
      let candidate = Array(other.utf8)
      guard abs(candidate.count - wanted.count) <= 3 else { continue }
      let distance = self.distance(wanted, candidate)
      if distance < best?.distance ?? Int.max { best = (other, distance) }
    }
    guard let best, best.distance <= max(1, wanted.count / 3), best.distance < wanted.count else {
      return nil
    }
    return best.name
  }

  /// The least number of letters to insert, delete, replace or exchange with their neighbours.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var (before, previous) = ([Int](), Array(0...b.count))
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(previous[j + 1], row[j]) + 1
        cost = min(cost, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, previous) = (previous, row)
    }
    return previous[b.count]
  }
}

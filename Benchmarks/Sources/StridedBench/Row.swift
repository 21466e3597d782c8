// SPDX-License-Identifier: Apache-2.0

/// One line of the results.
struct Row {
  /// What was measured.
  let name: String
  /// What it is compared with.
  let reference: String
  /// How many times as long it takes as the reference.
  let ratio: Double?
  /// The measured quantity with its unit.
  let amount: String
  /// What is promised, and whether it was kept.
  var floor: (text: String, isMet: Bool)?

  var cells: [String] {
    [
      name, amount, reference, ratio.map { decimal($0) } ?? "",
      floor.map { "\($0.text) \($0.isMet ? "yes" : "NO")" } ?? "",
    ]
  }

  static let heads = ["Row", "Took", "Compared with", "Ratio", "Floor"]
}

/// Rows under one heading.
struct Section {
  let title: String
  let rows: [Row]

  private var lines: [[String]] { [Row.heads] + rows.map(\.cells) }

  private func columns(separator: String, edge: String, rule: Bool) -> String {
    let lines = lines
    let widths = Row.heads.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    func join(_ cells: [String]) -> String { edge + cells.joined(separator: separator) + edge }
    var out = lines.map { line in
      join(zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) })
    }
    if rule { out.insert(join(widths.map { String(repeating: "-", count: $0) }), at: 1) }
    return out.joined(separator: "\n") + "\n"
  }

  /// Aligned columns for a terminal.
  var text: String { "\(title)\n" + columns(separator: "  ", edge: "", rule: true) }

  /// A table that Markdown renders.
  var markdown: String {
    "### \(title)\n\n"
      + columns(separator: " | ", edge: "|", rule: true)
  }
}

/// A number with as many digits as a noisy measurement deserves.
func decimal(_ value: Double) -> String {
  if value >= 100 || value == 0 { return "\(Int(value.rounded()))" }
  let scale: Double = value >= 10 ? 10 : value >= 1 ? 100 : 1000
  return "\((value * scale).rounded() / scale)"
}

/// Nanoseconds in the unit that reads best.
func duration(_ nanoseconds: Double) -> String {
  if nanoseconds < 1e3 { return decimal(nanoseconds) + " ns" }
  if nanoseconds < 1e6 { return decimal(nanoseconds / 1e3) + " us" }
  return decimal(nanoseconds / 1e6) + " ms"
}

// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation

/// The cheat sheet: what expressions do with memory. Each row is run when it is shown, and says what
/// has happened.
struct CheatSheet {
  struct Section {
    var title: String
    /// What is run before each row.
    var setup: String
    /// Expressions; or statements, which hold an assignment.
    var rows: [String]
  }

  static let sections = [
    Section(
      title: "Slices and axes", setup: "a = np.arange(12).reshape(3, 4)",
      rows: [
        "a[1]", "a[:, 1]", "a[1:, ::2]", "a[::-1]", "a[..., np.newaxis]", "a.T", "a.swapaxes(0, 1)",
        "np.flip(a, 1)", "np.diagonal(a)", "np.broadcast_to(a[0], (3, 4))",
      ]),
    Section(
      title: "Shapes", setup: "a = np.arange(12).reshape(3, 4)",
      rows: [
        "a.reshape(4, 3)", "a.ravel()", "a.flatten()", "a.T.reshape(12)", "a.T.ravel()",
        "a[:, :2].reshape(6)", "a[:2].reshape(8)", "np.split(a, 3)[1]",
      ]),
    Section(
      title: "Picking", setup: "a = np.arange(6) * 10",
      rows: ["a[[0, 2, 4]]", "a[a > 20]", "np.take(a, [0, 2])", "np.where(a > 20, a, 0)", "a[2:3]"]),
    Section(
      title: "Copies and conversions", setup: "a = np.arange(6)",
      rows: [
        "a.copy()", "np.array(a)", "np.asarray(a)", "np.ascontiguousarray(a[::2])",
        "a.astype(np.float32)",
        "a.astype(a.dtype, copy=False)", "a.view(np.int32)", "a + 0", "np.concatenate([a, a])",
      ]),
    Section(
      title: "Order", setup: "a = np.array([[1, 2, 3], [4, 5, 6]])",
      rows: [
        "np.asfortranarray(a)", "np.ascontiguousarray(a)", "a.copy('F')", "a.ravel('F')",
        "a.ravel('K')",
      ]),
    Section(
      title: "Writes", setup: "a = np.arange(6); b = a[1:4]; c = a.copy()",
      rows: [
        "b[0] = 99", "b[:] = 0", "b += 10", "b = b + 10", "c[0] = 99", "a[[0, 2]] = 7",
        "a[a > 3] = 0",
        "a[::2][0] = 5", "a[[0, 2]][0] = 5",
      ]),
    Section(
      title: "Questions", setup: "a = np.arange(6); b = a[1:4]; c = a.copy()",
      rows: [
        "b.base is a", "c.base is None", "np.shares_memory(a, b)", "np.shares_memory(a, c)",
        "np.shares_memory(a[::2], a[1::2])", "b.strides", "a[::2].strides", "b.flags['OWNDATA']",
        "b.__array_interface__['data'][0] - a.__array_interface__['data'][0]",
      ]),
  ]

  static func text(_ style: Style = .plain) -> String {
    sections.map { section in
      let rows = section.rows.map { ($0, result(of: $0, after: section.setup)) }
      // A long row does not push the others to the side.
      let width = min(36, rows.map(\.0.count).max() ?? 0)
      let lines = rows.map { row, result in
        let gap = String(repeating: " ", count: max(0, width - row.count) + 2)
        return "  " + style.program(row) + gap + result
      }
      return ([style.strong(section.title) + "   " + style.faint(section.setup)] + lines)
        .joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// Runs a row, and says what it did.
  static func result(of row: String, after setup: String) -> String {
    let trial = Trial()
    do throws(NotationError) {
      try trial.run(setup)
      if row.replacing("==", with: "").replacing("copy=", with: "").contains("=") {
        return try writes(row, trial)
      }
      return try value(row, trial)
    } catch { return error.summary }
  }

  private static func value(_ row: String, _ trial: Trial) throws(NotationError) -> String {
    let shown = try trial.run(row).split(separator: "\n").joined(separator: " ")
    try trial.run("result = \(row)")
    guard let result = trial.object("result"), let a = trial.object("a") else { return shown }
    let array = result.array
    switch Origin(of: result, from: a) {
    case .same: return "SAME  the array itself"
    case .copy:
      return "COPY  shape \(tuple(array.shape)), \(array.byteCount) bytes of its own"
    case .view:
      let offset = array.address - a.array.address
      return "VIEW  shape \(tuple(array.shape)), strides \(tuple(array.strides))"
        + (offset == 0 ? "" : ", \(offset) bytes in") + (array.isWritable ? "" : ", read-only")
    }
  }

  /// Which elements of which variables a statement changes.
  private static func writes(_ row: String, _ trial: Trial) throws(NotationError) -> String {
    let before = ["a", "b", "c"].map { trial.object($0) }
    let values = before.map { $0?.array.values ?? [] }
    try trial.run(row)
    var (changes, rebound) = ([String](), "")
    for (i, name) in ["a", "b", "c"].enumerated() {
      guard let object = before[i] else { continue }
      let now = object.array.values
      let places = now.indices.filter { now[$0] != values[i][$0] }
      if !places.isEmpty {
        changes.append("\(name)[\(places.map { "\($0)" }.joined(separator: ", "))]")
      }
      if trial.object(name) !== object { rebound = name }
    }
    return (changes.isEmpty ? "changes nothing" : "changes " + changes.joined(separator: " and "))
      + (rebound.isEmpty ? "" : "; \(rebound) is another array now")
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedMemory
import Testing

@testable import StridedNotation

/// Writes down what it is told.
private final class Notes: Observer {
  var lines: [String] = []
  private var source = ""

  init(_ source: String) { self.source = source }

  private func name(_ array: ArrayObject) -> String { "\(array.array.shape)" }

  override func begin(_ statement: Statement, _ frame: Frame) {
    lines.append(frame.code.source.text(of: statement.span))
  }

  override func end(_ statement: Statement, _ frame: Frame, _ fault: Fault?) {
    let copied = LedgerReport.takeEntries().reduce(0) { $1.kind == .copy ? $0 + $1.byteCount : $0 }
    if copied > 0 { lines.append("  copied \(copied) B") }
    if fault != nil { lines.append("  failed") }
  }

  override func made(
    _ array: ArrayObject, by operation: String, from source: ArrayObject?,
    at terms: [AdvancedIndex]
  ) {
    lines.append("  made \(name(array)) by \(operation)")
  }

  override func viewed(_ view: ArrayObject, of source: ArrayObject, by operation: String) {
    lines.append("  view \(name(view)) of \(name(source)) by \(operation)")
  }

  override func same(_ array: ArrayObject, by operation: String) {
    lines.append("  same \(name(array)) by \(operation)")
  }

  override func wrote(
    through array: ArrayObject, _ region: AnyNDArray, by operation: String, picked: Bool
  ) {
    lines.append("  wrote \(region.shape) through \(name(array)) by \(operation)")
  }
}

@Suite struct ObserverTests {
  @Test func isToldWhatMemoryDoes() throws {
    let program = """
      import numpy as np
      a = np.arange(6)
      m = a.reshape(2, 3)
      m[0] = 9
      c = m.T.copy()
      m += 1
      s = np.asarray(m)
      p = a[[1, 2]]
      """
    let notes = Notes(program)
    let interpreter = Interpreter { _ in }
    interpreter.machine.observer = notes
    _ = try withLedger { try interpreter.run(program) }
    #expect(
      notes.lines == [
        "import numpy as np",
        "a = np.arange(6)", "  made [6] by arange",
        "m = a.reshape(2, 3)", "  view [2, 3] of [6] by reshape",
        "m[0] = 9", "  wrote [3] through [2, 3] by assign",
        "c = m.T.copy()", "  view [3, 2] of [2, 3] by T", "  made [3, 2] by copy",
        "  copied 48 B",
        "m += 1", "  wrote [2, 3] through [2, 3] by add",
        "s = np.asarray(m)", "  same [2, 3] by asarray",
        "p = a[[1, 2]]", "  made [2] by index", "  copied 16 B",
      ])
    let variables = interpreter.machine.variables.map(\.name)
    #expect(variables == ["np", "a", "m", "c", "s", "p"])
  }

  @Test func ownersAreKnown() throws {
    let interpreter = Interpreter { _ in }
    try interpreter.run("import numpy as np\na = np.arange(6)\nv = a[1:][::2]")
    let values = Dictionary(
      uniqueKeysWithValues: interpreter.machine.variables.map { ($0.name, $0.value) })
    guard case .array(let a)? = values["a"], case .array(let v)? = values["v"] else {
      Issue.record("no arrays")
      return
    }
    #expect(v.base === a && v.owner === a && a.base == nil)
    #expect(interpreter["v"]?.shape == [3])
  }
}

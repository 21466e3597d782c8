// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
internal import StridedMemory

/// Writes what memory did as lines of text: the statement on the left, what it did on the right.
package struct ExplanationText {
  /// How wide the statements' column is at most.
  private static let widest = 44
  private static let narrowest = 16

  private let isDetailed: Bool
  private let isColoured: Bool
  private let numberWidth: Int
  private let codeWidth: Int

  /// Creates a text for a program, whose statements decide how wide its columns are.
  ///
  /// - Parameters:
  ///   - isDetailed: Whether types, strides, flags and the ledger's entries follow each line.
  ///   - isColoured: Whether escape sequences of terminals colour the kinds.
  package init(_ source: Source, isDetailed: Bool = false, isColoured: Bool = false) {
    self.isDetailed = isDetailed
    self.isColoured = isColoured
    var (number, code) = (1, ExplanationText.narrowest)
    if var parser = try? Parser(source, Symbols()), let (_, body) = try? parser.program() {
      ExplanationText.measure(body, source, &number, &code)
    }
    numberWidth = number
    codeWidth = min(code, ExplanationText.widest)
  }

  private static func measure(
    _ block: Block, _ source: Source, _ number: inout Int, _ code: inout Int
  ) {
    for statement in block.statements {
      let line = ExplainedLine(statement, Code(source, name: nil))
      number = max(number, place(line).utf8.count)
      code = max(code, shown(line).unicodeScalars.count)
      for inner in statement.blocks { measure(inner, source, &number, &code) }
    }
  }

  private static func place(_ line: ExplainedLine) -> String {
    line.lastLine > line.firstLine
      ? "\(line.firstLine)-\(line.lastLine)" : "\(line.firstLine)"
  }

  /// The statement, as far in as it stands in the source.
  private static func shown(_ line: ExplainedLine) -> String {
    let column = line.source.column(of: line.span.start)
    let before = line.source.text(ofLine: line.firstLine).unicodeScalars.prefix(column - 1)
    let isIndented = before.allSatisfy { $0 == " " || $0 == "\t" }
    return String(repeating: " ", count: isIndented ? min(column - 1, 24) : 0) + line.code
  }

  // MARK: Statements

  /// The lines of a statement and of all that ran in it, and what the program printed.
  package func text(of unit: ExplainedUnit) -> String {
    var text = ""
    for line in unit.lines where line.times > 0 || !line.errors.isEmpty { text += self.text(line) }
    guard !unit.output.isEmpty else { return text }
    let margin = String(repeating: " ", count: numberWidth + 2) + "│ "
    var output = unit.output
    if output.utf8.last == Byte.newline { output.removeLast() }
    for row in output.split(separator: "\n", omittingEmptySubsequences: false) {
      text += margin + row + "\n"
    }
    return text
  }

  private func text(_ line: ExplainedLine) -> String {
    let number = ExplanationText.place(line)
    var code = ExplanationText.shown(line)
    let length = code.unicodeScalars.count
    if length > codeWidth {
      code = String(String.UnicodeScalarView(code.unicodeScalars.prefix(codeWidth - 1))) + "…"
    } else {
      code += String(repeating: " ", count: codeWidth - length)
    }
    var text =
      String(repeating: " ", count: max(0, numberWidth - number.utf8.count)) + number + "  " + code
    var facts: [String] = []
    if line.times > 1 { facts.append("×\(line.times)") }
    for (i, act) in told(line).enumerated() { facts.append(self.text(act, isFirst: i == 0)) }
    for error in line.errors {
      facts.append("raises \(error.text)" + (error.times > 1 ? " (×\(error.times))" : ""))
    }
    if !facts.isEmpty {
      text += "  " + facts[0]
      for (i, fact) in facts.enumerated().dropFirst() {
        text += (i == 1 && line.times > 1 ? "  " : "; ") + fact
      }
    }
    while text.utf8.last == Byte.space { text.removeLast() }
    return text + "\n" + (isDetailed ? details(line) : "")
  }

  /// The acts that a line tells of: what it needed on the way comes last, without its views.
  private func told(_ line: ExplainedLine) -> [MemoryAct] {
    line.acts.filter { $0.isMain }
      + line.acts.filter { !$0.isMain && (isDetailed || $0.kind != .view) }
  }

  private func text(_ act: MemoryAct, isFirst: Bool) -> String {
    let kind = act.kind.rawValue
    let gap = isFirst ? String(repeating: " ", count: 7 - kind.utf8.count) : " "
    return coloured(kind, act.kind) + gap + act.text
  }

  private func coloured(_ text: String, _ kind: MemoryAct.Kind) -> String {
    guard isColoured else { return text }
    let colour =
      switch kind {
      case .new: 32
      case .view: 36
      case .copy: 31
      case .write: 33
      case .same: 34
      case .free: 35
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }

  private func details(_ line: ExplainedLine) -> String {
    let margin = String(repeating: " ", count: numberWidth + 2) + "  "
    var text = ""
    for act in told(line) {
      guard let form = act.form, act.isUniform else { continue }
      text +=
        margin
        + "\(act.kind.rawValue) \(act.name ?? (act.isKept ? "the memory" : "a temporary")) by \(act.operation): "
        + "\(form.dtype) \(tuple(form.shape)), strides \(tuple(form.strides)), "
        + "offset \(form.offset), flags \(form.flags)\n"
    }
    for entry in line.entries { text += margin + "ledger: \(entry.description)\n" }
    return text
  }

  // MARK: The end

  /// What a program did altogether, and what a view would have saved.
  package func text(of totals: ExplanationTotals) -> String {
    var text = "\nallocated "
    text += ExplanationText.total(totals.allocatedBytes, totals.allocationCount, "block", "blocks")
    text +=
      ", copied " + ExplanationText.total(totals.copiedBytes, totals.copyCount, "copy", "copies")
    text += ", peak \(totals.peakBytes.asByteCount)\n"
    if !totals.savable.isEmpty { return text + self.text(ofSavable: totals) }
    return text + (totals.copyCount > 0 ? "a view would have saved no copy\n" : "")
  }

  /// The copies that a view would have saved, each with the cheapest way out.
  package func text(ofSavable totals: ExplanationTotals) -> String {
    let bytes = totals.savable.reduce(0) { $0 + $1.byteCount }
    var text = "a view would have saved \(bytes.asByteCount):\n"
    for copy in totals.savable {
      let number = "\(copy.source.line(of: copy.span.start))"
      text +=
        String(repeating: " ", count: max(0, numberWidth - number.utf8.count)) + number + "  "
        + copy.byteCount.asByteCount + (copy.times > 1 ? " in \(copy.times) copies" : "")
        + ": \(copy.wayOut)\n"
    }
    return text
  }

  private static func total(_ bytes: Int, _ count: Int, _ one: String, _ many: String) -> String {
    count == 0 ? "nothing" : "\(bytes.asByteCount) in \(count) \(count == 1 ? one : many)"
  }
}

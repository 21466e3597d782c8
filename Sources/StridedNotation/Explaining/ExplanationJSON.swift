// SPDX-License-Identifier: Apache-2.0

internal import StridedMemory

/// Writes what memory did as JSON, for tools.
package enum ExplanationJSON {
  /// How many elements of a set are listed.
  private static let listed = 100

  /// One document: the statements of the program, what it printed, and the totals.
  package static func text(
    _ units: [ExplainedUnit], _ totals: ExplanationTotals, _ error: NotationError?
  ) -> String {
    var members: [(name: String, value: JSON)] = [
      ("statements", .list(units.map { statement($0) })),
      ("allocations", .int(totals.allocationCount)),
      ("allocatedBytes", .int(totals.allocatedBytes)),
      ("copies", .int(totals.copyCount)),
      ("copiedBytes", .int(totals.copiedBytes)),
      ("peakBytes", .int(totals.peakBytes)),
      ("savable", .list(totals.savable.map { savable($0) })),
    ]
    members.append(("error", .optional(error?.summary)))
    return JSON.object(members).text
  }

  private static func statement(_ unit: ExplainedUnit) -> JSON {
    .object([
      ("lines", .list(unit.lines.map { line($0) })), ("output", .text(unit.output)),
    ])
  }

  private static func line(_ line: ExplainedLine) -> JSON {
    .object([
      ("place", place(line.source, line.span)), ("function", .optional(line.function)),
      ("code", .text(line.code)), ("times", .int(line.times)),
      ("acts", .list(line.acts.map { act($0) })),
      ("allocatedBytes", .int(line.allocatedBytes)), ("copiedBytes", .int(line.copiedBytes)),
      ("errors", .list(line.errors.map { .text($0.text) })),
    ])
  }

  private static func place(_ source: Source, _ span: Span) -> JSON {
    .object([
      ("source", .text(source.name)), ("line", .int(source.line(of: span.start))),
      ("column", .int(source.column(of: span.start))),
      ("endLine", .int(source.line(of: max(span.start, span.end - 1)))),
      ("endColumn", .int(source.column(of: span.end))),
    ])
  }

  private static func act(_ act: MemoryAct) -> JSON {
    var members: [(name: String, value: JSON)] = [
      ("kind", .text(act.kind.rawValue)), ("name", .optional(act.name)),
      ("of", .optional(act.source)), ("operation", .text(act.operation)),
      ("bytes", .int(act.byteCount)), ("times", .int(act.times)),
    ]
    if let form = act.form, act.isUniform {
      members += [
        ("dtype", .text(form.dtype)), ("shape", .ints(form.shape)),
        ("strides", .ints(form.strides)), ("offset", .int(form.offset)),
        ("flags", .text(form.flags)),
      ]
    }
    if act.kind == .view || act.kind == .free {
      members.append(("ofBytes", .int(act.sourceByteCount)))
    }
    if !act.reasons.isEmpty {
      members.append(
        (
          "reasons",
          .list(
            act.reasons.map { .object([("text", .text($0.text)), ("bytes", .int($0.byteCount))]) })
        ))
    }
    if act.kind == .write {
      members.append(("written", act.written.map { elements($0) } ?? .null))
      members.append(("changedValues", act.changedCount.map { .int($0) } ?? .null))
      members.append(("changes", .list(act.changes.map { elements($0) })))
    }
    if !act.holders.isEmpty { members.append(("heldBy", .list(act.holders.map { .text($0) }))) }
    return .object(members)
  }

  private static func elements(_ elements: MemoryAct.Elements) -> JSON {
    var members: [(name: String, value: JSON)] = [
      ("name", .text(elements.name)), ("aliases", .list(elements.aliases.map { .text($0) })),
    ]
    if let set = elements.set {
      members += [
        ("count", .int(set.size)), ("text", .text(set.text(of: elements.name))),
        ("indices", .list(set.indices(first: listed).map { .ints($0) })),
      ]
    }
    return .object(members)
  }

  private static func savable(_ copy: SavableCopy) -> JSON {
    .object([
      ("place", place(copy.source, copy.span)), ("bytes", .int(copy.byteCount)),
      ("times", .int(copy.times)), ("wayOut", .text(copy.wayOut)),
    ])
  }
}

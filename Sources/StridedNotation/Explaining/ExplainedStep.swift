// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// What happened while one statement, or the header of one, ran once.
final class ExplainedStep {
  struct Event {
    enum Kind { case made, viewed, same, wrote }

    var kind: Kind
    /// What tells the array from others, which is not kept: it may be gone before the step ends.
    var array: ObjectIdentifier
    var form: MemoryAct.Form
    /// The bytes of its memory, and those that belong to its elements.
    var memoryByteCount: Int
    var usedByteCount: Int
    /// The name of the array that it came from, when it did.
    var source: String?
    var operation: String
    /// What the ledger reported for it.
    var entries: [Ledger.Entry]
    /// The array that a view is of.
    var of: ObjectIdentifier?
    /// The array that owns the memory.
    var owner: ObjectIdentifier
    var sourceByteCount = 0
    var write: MemoryAct?
    /// Whether another array has taken the identity meanwhile.
    var isGone = false

    init(
      _ kind: Kind, _ object: ArrayObject, source: String?, by operation: String,
      entries: [Ledger.Entry]
    ) {
      self.kind = kind
      array = ObjectIdentifier(object)
      owner = ObjectIdentifier(object.owner)
      form = MemoryAct.Form(object.array)
      memoryByteCount = object.array.storage.byteCount
      usedByteCount = object.array.layout.usedByteCount(itemSize: object.array.itemSize)
      self.source = source
      self.operation = operation
      self.entries = entries
    }
  }

  let statement: Statement
  let frame: Frame
  private var events: [Event] = []
  /// The memory of the arrays that a `del` unbinds.
  var deleted: [(key: UInt, byteCount: Int)] = []
  private(set) var entries: [Ledger.Entry] = []
  private var loose: [Ledger.Entry] = []

  /// The names, and other words, of which the statement consists.
  private(set) lazy var words: Set<String> = {
    var (words, word) = (Set<String>(), [UInt8]())
    for byte in frame.code.source.text(of: statement.headerSpan).utf8 + [Byte.space] {
      if Byte.isLetter(byte) || Byte.isDigit(byte) {
        word.append(byte)
      } else if !word.isEmpty {
        words.insert(String(decoding: word, as: UTF8.self))
        word = []
      }
    }
    return words
  }()

  init(_ statement: Statement, _ frame: Frame) {
    self.statement = statement
    self.frame = frame
  }

  /// Adds what the ledger reported.
  func take(_ new: [Ledger.Entry]) {
    entries += new
    loose += new
  }

  /// The entries that belong to no event yet.
  func takeLoose() -> [Ledger.Entry] {
    defer { loose = [] }
    return loose
  }

  var hasEvents: Bool { !events.isEmpty }

  func add(_ event: Event) {
    if event.kind == .made || event.kind == .viewed {
      for i in events.indices where events[i].array == event.array { events[i].isGone = true }
    }
    events.append(event)
  }

  /// The arrays that a view made in this step is of, the nearest first.
  func chain(to array: ArrayObject) -> [ObjectIdentifier] {
    var (chain, last) = ([ObjectIdentifier](), ObjectIdentifier(array))
    while let event = events.last(where: { $0.kind == .viewed && $0.array == last }),
      let source = event.of, chain.count < 64
    {
      chain.append(source)
      last = source
    }
    return chain
  }

  // MARK: Acts

  /// What the events amount to, by the names that the arrays have in the end.
  func acts(_ named: NamedArrays) -> [MemoryAct] {
    var acts: [MemoryAct] = []
    for (i, event) in events.enumerated() {
      switch event.kind {
      case .made: acts.append(made(event, i, named))
      case .viewed:
        // What only leads to another array of the statement is told there.
        let isUsed = events[(i + 1)...].contains { later in
          later.of == event.array || (later.kind == .wrote && later.array == event.array)
        }
        let name = name(event, named)
        if name != nil || !isUsed { acts.append(viewed(event, i, name)) }
      case .same: acts.append(same(event, named))
      case .wrote:
        guard var act = event.write else { continue }
        act.reasons = ExplainedStep.reasons(event.entries)
        acts.append(act)
      }
    }
    if events.isEmpty { acts += aliases(named) }
    if let act = others { acts.append(act) }
    acts += freed(named)
    // Where something has a name, the rest was only needed on the way.
    if acts.contains(where: { $0.name != nil }) {
      for i in acts.indices where acts[i].name == nil && acts[i].kind != .write {
        acts[i].isMain = acts[i].isKept
      }
    }
    return acts
  }

  /// The name of an event's array in the end; one that the statement gave it, if there is one.
  private func name(_ event: Event, _ named: NamedArrays) -> String? {
    guard !event.isGone, let entry = named.entry(of: event.array) else { return nil }
    return target(entry.object) ?? entry.name
  }

  /// The name that the statement gives an array.
  private func target(_ object: ArrayObject) -> String? {
    guard let assignment = statement as? AssignmentStatement else { return nil }
    for target in assignment.targets {
      for name in target.names {
        if case .array(let other)? = try? name.evaluate(frame), other === object {
          return name.text
        }
      }
    }
    return nil
  }

  private func made(
    _ event: Event, _ index: Int, _ named: NamedArrays
  ) -> MemoryAct {
    let reasons = ExplainedStep.reasons(event.entries)
    var act = MemoryAct(
      reasons.isEmpty ? .new : .copy, by: event.operation, name: name(event, named),
      byteCount: event.memoryByteCount, form: event.form)
    if !reasons.isEmpty {
      act.source = event.source ?? origin(event, before: index)?.source
      act.byteCount = reasons.reduce(0) { $0 + $1.byteCount }
    }
    act.reasons = reasons
    act.isKept =
      act.name == nil
      && events.contains { later in
        later.kind == .viewed && later.owner == event.array && name(later, named) != nil
      }
    return act
  }

  /// The view of a variable from which an event's array came by views without names.
  private func origin(_ event: Event, before index: Int) -> Event? {
    var last = event
    while let of = last.of,
      let before = events[..<index].last(where: { $0.kind == .viewed && $0.array == of })
    {
      if before.source != nil { return before }
      last = before
    }
    return nil
  }

  private func viewed(_ event: Event, _ index: Int, _ name: String?) -> MemoryAct {
    var act = MemoryAct(
      .view, by: event.operation, name: name, byteCount: event.usedByteCount, form: event.form)
    act.source = event.source
    act.sourceByteCount = event.sourceByteCount
    if act.source == nil, let named = origin(event, before: index) {
      act.source = named.source
      act.sourceByteCount = named.sourceByteCount
    }
    let owner = events[..<index].last { $0.kind == .made && $0.array == event.owner }
    if act.source == nil, let owner {
      act.isOfKept = true
      act.sourceByteCount = owner.memoryByteCount
    }
    return act
  }

  private func same(_ event: Event, _ named: NamedArrays) -> MemoryAct {
    let name = named.entry(of: event.array).flatMap { target($0.object) }
    var act = MemoryAct(
      .same, by: event.operation, name: name, byteCount: 0, form: event.form)
    if ["shape", "strides", "dtype"].contains(event.operation) {
      act.name = event.source
    } else {
      act.source = event.source
    }
    return act
  }

  /// New names of arrays that were there before.
  private func aliases(_ named: NamedArrays) -> [MemoryAct] {
    guard let assignment = statement as? AssignmentStatement else { return [] }
    var acts: [MemoryAct] = []
    for name in assignment.targets.flatMap({ $0.names }) {
      guard case .array(let object)? = try? name.evaluate(frame),
        let other = named.names(of: object).first(where: { $0 != name.text })
      else { continue }
      var act = MemoryAct(
        .same, by: "", name: name.text, byteCount: 0, form: MemoryAct.Form(object.array))
      act.source = other
      acts.append(act)
    }
    return acts
  }

  /// Copies that belong to no array of the statement.
  private var others: MemoryAct? {
    let copies = loose.filter { $0.kind == .copy }
    guard let first = copies.first else { return nil }
    var act = MemoryAct(
      .copy, by: first.operation, name: nil, byteCount: copies.reduce(0) { $0 + $1.byteCount })
    act.reasons = ExplainedStep.reasons(copies)
    return act
  }

  /// What a `del` gave back, or who keeps it.
  private func freed(_ named: NamedArrays) -> [MemoryAct] {
    guard !deleted.isEmpty else { return [] }
    let bytes = entries.reduce(0) { $1.kind == .free ? $0 + $1.byteCount : $0 }
    var act = MemoryAct(.free, by: "del", name: nil, byteCount: bytes)
    if bytes == 0 {
      for memory in deleted {
        for entry in named.list
        where entry.object.array.storage.key == memory.key && !act.holders.contains(entry.name) {
          act.holders.append(entry.name)
        }
        act.sourceByteCount += memory.byteCount
      }
      if act.holders.isEmpty { return [] }
    }
    return [act]
  }

  private static func reasons(_ entries: [Ledger.Entry]) -> [MemoryAct.Reason] {
    var reasons: [MemoryAct.Reason] = []
    for entry in entries where entry.kind == .copy {
      let text = entry.reason?.description ?? ""
      if let i = reasons.firstIndex(where: { $0.text == text }) {
        reasons[i].byteCount += entry.byteCount
      } else {
        reasons.append(MemoryAct.Reason(text: text, byteCount: entry.byteCount))
      }
    }
    return reasons
  }
}

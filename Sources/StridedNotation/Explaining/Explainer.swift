// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Tells of each statement what memory did.
final class Explainer: Observer {
  private let machine: Machine
  private let tell: (ExplainedUnit) -> Void
  /// The steps that are running, the innermost last.
  private var steps: [ExplainedStep] = []
  /// How many statements of the program itself are open.
  private var depth = 0
  private var unit = ExplainedUnit()
  /// The places of statements among the lines of the unit; the statements are kept, so that none
  /// takes another's identity.
  private var places: [ObjectIdentifier: (line: Int, statement: Statement)] = [:]
  private var shadows = Shadows()
  /// The memory that was made since the last step of the program itself.
  private var fresh: Set<UInt> = []
  private(set) var copies = SavableCopies()
  private(set) var totals = ExplanationTotals()

  init(_ machine: Machine, tell: @escaping (ExplainedUnit) -> Void) {
    self.machine = machine
    self.tell = tell
    super.init()
    for named in NamedArrays(machine, frames: []).list { shadows.note(named.object.array.storage) }
  }

  /// Takes what the program prints.
  func print(_ text: String) { unit.output += text }

  /// The program is over, perhaps by an error.
  func finish() {
    drain()
    depth = 0
    if !unit.lines.isEmpty || !unit.output.isEmpty { finishUnit() }
  }

  // MARK: Statements

  override func open(_ statement: Statement, _ frame: Frame) {
    depth += 1
    let line = line(of: statement, frame)
    if !unit.lines[line].isLoop { unit.lines[line].times += 1 }
  }

  override func close(_ statement: Statement, _ frame: Frame) {
    depth -= 1
    finishUnit()
  }

  override func turn(of statement: Statement, _ frame: Frame) {
    unit.lines[line(of: statement, frame)].times += 1
  }

  override func begin(_ statement: Statement, _ frame: Frame) {
    drain()
    depth += 1
    let step = ExplainedStep(statement, frame)
    if let delete = statement as? DeleteStatement {
      step.deleted = delete.memory(frame)
    }
    steps.append(step)
    let line = line(of: statement, frame)
    if statement.isSimple { unit.lines[line].times += 1 }
  }

  override func end(_ statement: Statement, _ frame: Frame, _ fault: Fault?) {
    drain()
    guard let step = steps.popLast() else { return }
    let line = line(of: statement, frame)
    let named = NamedArrays(
      machine, frames: [frame] + steps.reversed().map { $0.frame },
      words: step.hasEvents ? step.words : [])
    for act in step.acts(named) { unit.lines[line].add(act) }
    unit.lines[line].add(step.entries)
    if let fault {
      let message = fault.exception.message
      unit.lines[line].add(
        error: fault.exception.type.qualifiedName + (message.isEmpty ? "" : ": " + message))
    }
    settle(named)
    depth -= 1
    finishUnit()
  }

  private func line(of statement: Statement, _ frame: Frame) -> Int {
    let id = ObjectIdentifier(statement)
    if let place = places[id] { return place.line }
    places[id] = (unit.lines.count, statement)
    unit.lines.append(ExplainedLine(statement, frame.code))
    return unit.lines.count - 1
  }

  private func finishUnit() {
    guard depth == 0 else { return }
    // Statements in the order of the source; functions behind, in the order of their first call.
    var functions: [String?] = [nil]
    for line in unit.lines where !functions.contains(line.function) {
      functions.append(line.function)
    }
    unit.lines.sort { a, b in
      let (x, y) = (functions.firstIndex(of: a.function), functions.firstIndex(of: b.function))
      return (x ?? 0, a.span.start) < (y ?? 0, b.span.start)
    }
    tell(unit)
    unit = ExplainedUnit()
    places = [:]
    if shadows.byteCount > Shadows.mostBytes / 2 { sweep() }
  }

  // MARK: The ledger

  /// Takes what the ledger has collected to the step that is running.
  private func drain() {
    let entries = LedgerReport.takeEntries()
    guard !entries.isEmpty else { return }
    for entry in entries {
      switch entry.kind {
      case .allocation:
        totals.allocationCount += 1
        totals.allocatedBytes += entry.byteCount
      case .copy:
        totals.copyCount += 1
        totals.copiedBytes += entry.byteCount
      case .free: break
      }
    }
    steps.last?.take(entries)
  }

  // MARK: Events

  override func made(
    _ array: ArrayObject, by operation: String, from source: ArrayObject?,
    at terms: [AdvancedIndex]
  ) {
    drain()
    let key = array.array.storage.key
    copies.made(key)
    shadows.forget(key)
    fresh.insert(key)
    guard let step = steps.last else { return }
    let name = source.flatMap { names().name(of: $0) }
    let entries = step.takeLoose()
    var event = ExplainedStep.Event(.made, array, source: name, by: operation, entries: entries)
    event.of = source.map { ObjectIdentifier($0) }
    step.add(event)
    guard let source, let copy = entries.first(where: { $0.kind == .copy }) else { return }
    let way = LedgerReport.unreported {
      SavableCopy.wayOut(copy, operation, of: source.array, named: name ?? "it", at: terms)
    }
    guard let way else { return }
    copies.watch(
      SavableCopy(
        source: step.frame.code.source, span: step.statement.headerSpan,
        byteCount: copy.byteCount, times: 1, wayOut: way),
      from: source.array.storage.key, to: key)
  }

  override func viewed(_ view: ArrayObject, of source: ArrayObject, by operation: String) {
    drain()
    guard let step = steps.last else { return }
    var event = ExplainedStep.Event(
      .viewed, view, source: names().name(of: source), by: operation, entries: step.takeLoose())
    event.of = ObjectIdentifier(source)
    event.sourceByteCount = source.array.byteCount
    step.add(event)
  }

  override func same(_ array: ArrayObject, by operation: String) {
    drain()
    guard let step = steps.last else { return }
    step.add(
      ExplainedStep.Event(
        .same, array, source: names().name(of: array), by: operation, entries: step.takeLoose()))
  }

  override func wrote(
    through array: ArrayObject, _ region: AnyNDArray, by operation: String, picked: Bool
  ) {
    drain()
    copies.wrote(array.array.storage.key)
    guard let step = steps.last else { return }
    let changed = shadows.changes(
      in: region.byteBounds.clamped(to: 0..<region.storage.byteCount), of: region.storage)
    let write = ExplainedWrite(
      array, region, picked: picked, changed: changed, through: step.chain(to: array))
    var event = ExplainedStep.Event(
      .wrote, array, source: nil, by: operation, entries: step.takeLoose())
    event.write = write.act(names(), by: operation)
    step.add(event)
  }

  private func names() -> NamedArrays {
    NamedArrays(
      machine, frames: steps.reversed().map { $0.frame }, words: steps.last?.words ?? [])
  }

  // MARK: Shadows

  /// Copies the memory of new arrays that have got names.
  private func settle(_ named: NamedArrays) {
    if !fresh.isEmpty {
      for entry in named.list {
        let storage = entry.object.array.storage
        if fresh.remove(storage.key) != nil { shadows.note(storage) }
      }
    }
    if steps.isEmpty { fresh = [] }
  }

  /// The variables whose memory changed though nobody told; there must be none.
  var unseenChanges: [String] {
    var names: [String] = []
    for named in NamedArrays(machine, frames: []).list {
      let storage = named.object.array.storage
      if let changed = shadows.changes(in: 0..<storage.byteCount, of: storage), changed.count > 0 {
        names.append(named.name)
      }
    }
    return names
  }

  /// Forgets the memory of arrays that are gone.
  private func sweep() {
    var keys: Set<UInt> = []
    for named in NamedArrays(machine, frames: []).list {
      keys.insert(named.object.array.storage.key)
    }
    shadows.keep(only: keys)
  }
}

extension DeleteStatement {
  /// The memory of the arrays that it unbinds.
  fileprivate func memory(_ frame: Frame) -> [(key: UInt, byteCount: Int)] {
    var list: [(key: UInt, byteCount: Int)] = []
    for name in target.names {
      guard case .array(let object)? = try? name.evaluate(frame) else { continue }
      list.append((object.array.storage.key, object.array.storage.byteCount))
    }
    return list
  }
}

// SPDX-License-Identifier: Apache-2.0

/// `if test: … elif test: … else: …`.
package final class IfStatement: Statement {
  package let branches: [(test: Expression, body: Block)]
  package let otherwise: Block?

  init(_ branches: [(test: Expression, body: Block)], _ otherwise: Block?, _ span: Span) {
    self.branches = branches
    self.otherwise = otherwise
    super.init(span)
  }

  override package var isSimple: Bool { false }
  override package var blocks: [Block] {
    branches.map { $0.body } + (otherwise.map { [$0] } ?? [])
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    for branch in branches
    where try frame.machine.header(
      of: self, frame,
      { () throws(Fault) in
        try frame.truth(of: branch.test)
      })
    {
      return try branch.body.execute(frame)
    }
    return try otherwise?.execute(frame) ?? .next
  }
}

/// `while test: … else: …`.
package final class WhileStatement: Statement {
  package let test: Expression
  package let body: Block
  package let otherwise: Block?

  init(_ test: Expression, _ body: Block, _ otherwise: Block?, _ span: Span) {
    self.test = test
    self.body = body
    self.otherwise = otherwise
    super.init(span)
  }

  override package var isSimple: Bool { false }
  override package var blocks: [Block] { [body] + (otherwise.map { [$0] } ?? []) }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    while try frame.machine.header(
      of: self, frame, { () throws(Fault) in try frame.truth(of: test) })
    {
      frame.machine.observer?.turn(of: self, frame)
      switch try body.execute(frame) {
      case .next, .continueLoop: break
      case .leaveLoop: return .next
      case .leaveFunction(let value): return .leaveFunction(value)
      }
    }
    return try otherwise?.execute(frame) ?? .next
  }
}

/// `for target in items: … else: …`.
package final class ForStatement: Statement {
  package let target: Target
  package let items: Expression
  package let body: Block
  package let otherwise: Block?

  init(
    _ target: Target, _ items: Expression, _ body: Block, _ otherwise: Block?, _ span: Span
  ) {
    self.target = target
    self.items = items
    self.body = body
    self.otherwise = otherwise
    super.init(span)
  }

  override package var isSimple: Bool { false }
  override package var blocks: [Block] { [body] + (otherwise.map { [$0] } ?? []) }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    let machine = frame.machine
    let values = try machine.header(
      of: self, frame, { () throws(Fault) in try items.evaluate(frame) })
    let iterator: IteratorObject
    do throws(Fault) { iterator = try machine.iterator(over: values) } catch {
      throw error.at(items.span, in: frame)
    }
    while true {
      do throws(Fault) {
        let hasItem = try machine.header(of: self, frame) { () throws(Fault) in
          guard let item = try iterator.next(machine) else { return false }
          try target.assign(item, frame)
          return true
        }
        if !hasItem { break }
      } catch { throw error.at(items.span, in: frame) }
      machine.observer?.turn(of: self, frame)
      switch try body.execute(frame) {
      case .next, .continueLoop: break
      case .leaveLoop: return .next
      case .leaveFunction(let value): return .leaveFunction(value)
      }
    }
    return try otherwise?.execute(frame) ?? .next
  }
}

/// `with manager as target: …`.
package final class WithStatement: Statement {
  package let managers: [(value: Expression, target: Target?)]
  package let body: Block

  init(_ managers: [(value: Expression, target: Target?)], _ body: Block, _ span: Span) {
    self.managers = managers
    self.body = body
    super.init(span)
  }

  override package var isSimple: Bool { false }
  override package var blocks: [Block] { [body] }

  override func execute(_ frame: Frame) throws(Fault) -> Flow { try enter(0, frame) }

  private func enter(_ depth: Int, _ frame: Frame) throws(Fault) -> Flow {
    guard depth < managers.count else { return try body.execute(frame) }
    let manager = managers[depth]
    let value = try frame.machine.header(
      of: self, frame, { () throws(Fault) in try manager.value.evaluate(frame) })
    guard case .native(let object) = value, let context = object as? ContextObject else {
      throw Fault(
        .typeError, "'\(value.typeName)' object does not support the context manager protocol"
      ).at(manager.value.span, in: frame)
    }
    let entered = context.enter(frame.machine)
    defer { context.exit(frame.machine) }
    try manager.target?.assign(entered, frame)
    do throws(Fault) { return try enter(depth + 1, frame) } catch {
      guard context.suppresses(error, frame.machine) else { throw error }
      return .next
    }
  }
}

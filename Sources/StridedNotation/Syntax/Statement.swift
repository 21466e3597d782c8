// SPDX-License-Identifier: Apache-2.0

/// What a statement makes of the flow of a program.
enum Flow {
  case next
  case leaveLoop
  case continueLoop
  case leaveFunction(Value)
}

/// A statement. Each kind knows how to execute itself.
package class Statement {
  package let span: Span

  init(_ span: Span) { self.span = span }

  /// Whether the statement consists of no other statements.
  package var isSimple: Bool { true }

  /// The statements that it holds.
  package var blocks: [Block] { [] }

  /// The part of the source before the statements that it holds.
  package var headerSpan: Span {
    guard let first = blocks.first?.statements.first else { return span }
    return Span(span.start, max(span.start, first.span.start))
  }

  func execute(_ frame: Frame) throws(Fault) -> Flow { .next }
}

/// Statements that are executed one after the other.
package struct Block {
  package let statements: [Statement]

  func execute(_ frame: Frame) throws(Fault) -> Flow {
    let machine = frame.machine
    for statement in statements {
      do throws(Fault) { try machine.step() } catch { throw error.at(statement.span, in: frame) }
      let flow =
        machine.observer == nil
        ? try statement.execute(frame) : try machine.observed(statement, frame)
      if case .next = flow { continue }
      return flow
    }
    return .next
  }
}

/// An expression whose value is dropped, such as a call.
package final class ExpressionStatement: Statement {
  package let value: Expression

  init(_ value: Expression, _ span: Span) {
    self.value = value
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    let result = try value.evaluate(frame)
    if frame.isProgram { frame.machine.note(result) }
    return .next
  }
}

/// `target = … = value`.
package final class AssignmentStatement: Statement {
  package let targets: [Target]
  package let value: Expression

  init(_ targets: [Target], _ value: Expression, _ span: Span) {
    self.targets = targets
    self.value = value
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    let result = try value.evaluate(frame)
    for target in targets { try target.assign(result, frame) }
    return .next
  }
}

/// `target operator= value`.
package final class AugmentedStatement: Statement {
  package let target: Target
  package let operation: BinaryOperator
  package let value: Expression

  init(_ target: Target, _ operation: BinaryOperator, _ value: Expression, _ span: Span) {
    self.target = target
    self.operation = operation
    self.value = value
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    let machine = frame.machine
    switch target {
    case .name(let name):
      let old = try name.evaluate(frame)
      let new = try combined(old, frame)
      name.assign(new, frame)
    case .attribute(let attribute):
      let object = try attribute.value.evaluate(frame)
      do throws(Fault) {
        let old = try machine.attribute(attribute.name, of: object)
        try machine.setAttribute(attribute.name, of: object, to: try combined(old, frame))
      } catch { throw error.at(span, in: frame) }
    case .entry(let entry):
      let object = try entry.value.evaluate(frame)
      let index = try entry.index.evaluate(frame)
      do throws(Fault) {
        let old = try machine.entry(at: index, of: object)
        let new = try combined(old, frame)
        // A view that was changed in place has already written to the array that it shows.
        if case .array(let before) = old, case .array(let after) = new, before === after,
          case .array(let whole) = object, whole.owner === after.base
        {
          return .next
        }
        try machine.setEntry(at: index, of: object, to: new)
      } catch { throw error.at(span, in: frame) }
    case .several: break
    }
    return .next
  }

  private func combined(_ old: Value, _ frame: Frame) throws(Fault) -> Value {
    let operand = try value.evaluate(frame)
    if case .int(let a) = old, case .int(let b) = operand,
      let sum = Numbers.quick(operation, a, b)
    {
      return sum
    }
    do throws(Fault) {
      return try frame.machine.augmented(operation, old, operand)
    } catch { throw error.at(span, in: frame) }
  }
}

/// `del target`.
package final class DeleteStatement: Statement {
  package let target: Target

  init(_ target: Target, _ span: Span) {
    self.target = target
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    try target.remove(frame)
    return .next
  }
}

/// `pass`, and declarations that only the parser needs.
final class EmptyStatement: Statement {}

/// `break`.
final class BreakStatement: Statement {
  override func execute(_ frame: Frame) throws(Fault) -> Flow { .leaveLoop }
}

/// `continue`.
final class ContinueStatement: Statement {
  override func execute(_ frame: Frame) throws(Fault) -> Flow { .continueLoop }
}

/// `return value`.
final class ReturnStatement: Statement {
  let value: Expression?

  init(_ value: Expression?, _ span: Span) {
    self.value = value
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    .leaveFunction(try value?.evaluate(frame) ?? .none)
  }
}

/// `assert test, message`.
final class AssertStatement: Statement {
  let test: Expression
  let message: Expression?

  init(_ test: Expression, _ message: Expression?, _ span: Span) {
    self.test = test
    self.message = message
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    if try frame.truth(of: test) { return .next }
    let arguments = try message.map { (text) throws(Fault) in [try text.evaluate(frame)] } ?? []
    throw Fault(ExceptionObject(.assertionError, arguments: arguments)).at(test.span, in: frame)
  }
}

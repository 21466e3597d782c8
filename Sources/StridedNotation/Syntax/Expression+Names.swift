// SPDX-License-Identifier: Apache-2.0

/// A name.
package final class NameExpression: Expression {
  /// Where the value of a name lies.
  enum Place {
    case local(Int)
    /// In the frame of a function around this one, so many levels up.
    case outer(Int, Int)
    case global(Int)
  }

  package let text: String
  /// What tells the name from others of the same text: a comprehension's variables are its own.
  var key: String
  var place = Place.global(0)

  init(_ text: String, _ span: Span) {
    self.text = text
    key = text
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    switch place {
    case .local(let slot):
      if let value = frame.slots[slot] { return value }
      throw Fault(
        .unboundLocalError,
        "cannot access local variable '\(text)' where it is not associated with a value"
      ).at(span, in: frame)
    case .outer(let depth, let slot):
      if let value = frame.outer(depth).slots[slot] { return value }
      throw Fault(
        .nameError,
        "cannot access free variable '\(text)' where it is not associated with a value in "
          + "enclosing scope"
      ).at(span, in: frame)
    case .global(let symbol):
      if let value = frame.machine.global(symbol) { return value }
      throw Fault(.nameError, "name '\(text)' is not defined" + frame.machine.hint(for: text))
        .at(span, in: frame)
    }
  }

  func assign(_ value: Value, _ frame: Frame) {
    switch place {
    case .local(let slot): frame.slots[slot] = value
    case .outer(let depth, let slot): frame.outer(depth).slots[slot] = value
    case .global(let symbol): frame.machine.setGlobal(symbol, value)
    }
  }

  func remove(_ frame: Frame) throws(Fault) {
    _ = try evaluate(frame)
    switch place {
    case .local(let slot): frame.slots[slot] = nil
    case .outer(let depth, let slot): frame.outer(depth).slots[slot] = nil
    case .global(let symbol):
      guard frame.machine.removeGlobal(symbol) else {
        throw Fault(.nameError, "name '\(text)' is not defined").at(span, in: frame)
      }
    }
  }
}

/// An assignment inside an expression, `(name := value)`.
final class NamedExpression: Expression {
  let name: NameExpression
  let value: Expression

  init(_ name: NameExpression, _ value: Expression, _ span: Span) {
    self.name = name
    self.value = value
    super.init(span, height: value.height + 1)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    let result = try value.evaluate(frame)
    name.assign(result, frame)
    return result
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    visit(name)
    visit(value)
  }
}

/// An attribute, `value.name`.
package final class AttributeExpression: Expression {
  package let value: Expression
  package let name: String

  init(_ value: Expression, _ name: String, _ span: Span) {
    self.value = value
    self.name = name
    super.init(span, height: value.height + 1)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    let object = try value.evaluate(frame)
    do throws(Fault) { return try frame.machine.attribute(name, of: object) } catch {
      throw error.at(span, in: frame)
    }
  }

  override package func visitParts(_ visit: (Expression) -> Void) { visit(value) }
}

/// An entry, `value[index]`.
package final class SubscriptExpression: Expression {
  package let value: Expression
  package let index: Expression

  init(_ value: Expression, _ index: Expression, _ span: Span) {
    self.value = value
    self.index = index
    super.init(span, height: max(value.height, index.height) + 1)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    let object = try value.evaluate(frame)
    let index = try index.evaluate(frame)
    do throws(Fault) { return try frame.machine.entry(at: index, of: object) } catch {
      throw error.at(span, in: frame)
    }
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    visit(value)
    visit(index)
  }
}

/// A slice in a subscript, `start:stop:step`.
final class SliceExpression: Expression {
  let start: Expression?
  let stop: Expression?
  let step: Expression?

  init(_ start: Expression?, _ stop: Expression?, _ step: Expression?, _ span: Span) {
    self.start = start
    self.stop = stop
    self.step = step
    super.init(span, height: Expression.height([start, stop, step].compactMap { $0 }))
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    .slice(
      SliceObject(
        try start?.evaluate(frame) ?? .none, try stop?.evaluate(frame) ?? .none,
        try step?.evaluate(frame) ?? .none))
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    for part in [start, stop, step] { if let part { visit(part) } }
  }
}

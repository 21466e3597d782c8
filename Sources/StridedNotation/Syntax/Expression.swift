// SPDX-License-Identifier: Apache-2.0

/// A part of a program that has a value. Each kind of expression knows how to evaluate itself.
package class Expression {
  package let span: Span
  /// The longest path to a leaf; the parser keeps it small, so that evaluating can't exhaust the
  /// stack.
  let height: Int

  init(_ span: Span, height: Int = 1) {
    self.span = span
    self.height = height
  }

  /// The value in a frame.
  func evaluate(_ frame: Frame) throws(Fault) -> Value { .none }

  /// Appends the parts that the expression consists of.
  package func visitParts(_ visit: (Expression) -> Void) {}

  /// The greatest height of expressions.
  static func height(_ parts: [Expression]) -> Int { parts.reduce(0) { max($0, $1.height) } + 1 }
}

/// A literal.
final class ConstantExpression: Expression {
  let value: Value

  init(_ value: Value, _ span: Span) {
    self.value = value
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value { value }
}

/// A tuple display.
package final class TupleExpression: Expression {
  package let items: [Expression]

  init(_ items: [Expression], _ span: Span) {
    self.items = items
    super.init(span, height: Expression.height(items))
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    .tuple(TupleObject(try frame.evaluate(items)))
  }

  override package func visitParts(_ visit: (Expression) -> Void) { items.forEach(visit) }
}

/// A list display.
package final class ListExpression: Expression {
  package let items: [Expression]

  init(_ items: [Expression], _ span: Span) {
    self.items = items
    super.init(span, height: Expression.height(items))
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    .list(ListObject(try frame.evaluate(items)))
  }

  override package func visitParts(_ visit: (Expression) -> Void) { items.forEach(visit) }
}

/// A dict display.
final class DictExpression: Expression {
  /// The keys and values; a value without a key is a mapping whose entries are taken over.
  let pairs: [(key: Expression?, value: Expression)]

  init(_ pairs: [(key: Expression?, value: Expression)], _ span: Span) {
    self.pairs = pairs
    super.init(
      span, height: Expression.height(pairs.map(\.value) + pairs.compactMap(\.key)))
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    let dict = DictObject()
    for pair in pairs {
      if let key = pair.key {
        let key = try DictKey(try key.evaluate(frame))
        dict.set(try pair.value.evaluate(frame), for: key)
        continue
      }
      let value = try pair.value.evaluate(frame)
      guard case .dict(let other) = value else {
        throw Fault(.typeError, "'\(value.typeName)' object is not a mapping")
          .at(pair.value.span, in: frame)
      }
      for entry in other.entries { dict.set(entry.value, for: try DictKey(entry.key)) }
    }
    return .dict(dict)
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    for pair in pairs {
      if let key = pair.key { visit(key) }
      visit(pair.value)
    }
  }
}

/// An iterable whose items take the place of the expression, `*items`.
final class StarredExpression: Expression {
  let value: Expression

  init(_ value: Expression, _ span: Span) {
    self.value = value
    super.init(span, height: value.height + 1)
  }

  override package func visitParts(_ visit: (Expression) -> Void) { visit(value) }
}

extension Frame {
  /// The values of expressions; starred ones give all their items.
  func evaluate(_ expressions: [Expression]) throws(Fault) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(expressions.count)
    for expression in expressions {
      if let starred = expression as? StarredExpression {
        do throws(Fault) {
          values += try machine.items(of: try starred.value.evaluate(self))
        } catch { throw error.at(starred.span, in: self) }
      } else {
        values.append(try expression.evaluate(self))
      }
    }
    return values
  }
}

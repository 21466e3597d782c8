// SPDX-License-Identifier: Apache-2.0

/// An operator between two values.
package enum BinaryOperator: String {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "**"
  case matrixMultiply = "@"
  case and = "&"
  case or = "|"
  case xor = "^"
  case leftShift = "<<"
  case rightShift = ">>"
}

/// An operator in front of a value.
package enum UnaryOperator: String {
  case minus = "-"
  case plus = "+"
  case invert = "~"
}

/// `left operator right`.
package final class BinaryExpression: Expression {
  package let left: Expression
  package let right: Expression
  package let operation: BinaryOperator

  init(_ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ span: Span) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(span, height: max(left.height, right.height) + 1)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if case .int(let a) = a, case .int(let b) = b,
      let sum = Numbers.quick(operation, a, b)
    {
      return sum
    }
    do throws(Fault) { return try frame.machine.binary(operation, a, b) } catch {
      throw error.at(span, in: frame)
    }
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    visit(left)
    visit(right)
  }
}

/// `operator value`.
final class UnaryExpression: Expression {
  let operation: UnaryOperator
  let value: Expression

  init(_ operation: UnaryOperator, _ value: Expression, _ span: Span) {
    self.operation = operation
    self.value = value
    super.init(span, height: value.height + 1)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    let operand = try value.evaluate(frame)
    do throws(Fault) { return try frame.machine.unary(operation, operand) } catch {
      throw error.at(span, in: frame)
    }
  }

  override package func visitParts(_ visit: (Expression) -> Void) { visit(value) }
}

/// `not value`.
final class NotExpression: Expression {
  let value: Expression

  init(_ value: Expression, _ span: Span) {
    self.value = value
    super.init(span, height: value.height + 1)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    .bool(!(try frame.truth(of: value)))
  }

  override package func visitParts(_ visit: (Expression) -> Void) { visit(value) }
}

/// `a and b`, `a or b`: the first value that decides.
final class LogicalExpression: Expression {
  let isAnd: Bool
  let parts: [Expression]

  init(isAnd: Bool, _ parts: [Expression], _ span: Span) {
    self.isAnd = isAnd
    self.parts = parts
    super.init(span, height: Expression.height(parts))
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    var value = Value.none
    for (i, part) in parts.enumerated() {
      value = try part.evaluate(frame)
      if i == parts.count - 1 { break }
      do throws(Fault) {
        if try frame.machine.truth(of: value) != isAnd { return value }
      } catch { throw error.at(part.span, in: frame) }
    }
    return value
  }

  override package func visitParts(_ visit: (Expression) -> Void) { parts.forEach(visit) }
}

/// `then if test else otherwise`.
final class ConditionalExpression: Expression {
  let test: Expression
  let then: Expression
  let otherwise: Expression

  init(_ test: Expression, _ then: Expression, _ otherwise: Expression, _ span: Span) {
    self.test = test
    self.then = then
    self.otherwise = otherwise
    super.init(span, height: Expression.height([test, then, otherwise]))
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    try frame.truth(of: test) ? try then.evaluate(frame) : try otherwise.evaluate(frame)
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    [test, then, otherwise].forEach(visit)
  }
}

/// How two values are compared.
enum ComparisonOperator: String {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case isSame = "is"
  case isNotSame = "is not"
  case isIn = "in"
  case isNotIn = "not in"
}

/// `a < b <= c`: a chain of comparisons.
final class ComparisonExpression: Expression {
  let first: Expression
  let rest: [(operation: ComparisonOperator, value: Expression)]

  init(
    _ first: Expression, _ rest: [(operation: ComparisonOperator, value: Expression)], _ span: Span
  ) {
    self.first = first
    self.rest = rest
    super.init(span, height: Expression.height([first] + rest.map(\.value)))
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    var left = try first.evaluate(frame)
    var result = Value.bool(true)
    for (i, link) in rest.enumerated() {
      let right = try link.value.evaluate(frame)
      do throws(Fault) {
        result = try frame.machine.compare(link.operation, left, right)
        if i < rest.count - 1, !(try frame.machine.truth(of: result)) { return result }
      } catch { throw error.at(span, in: frame) }
      left = right
    }
    return result
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    visit(first)
    for link in rest { visit(link.value) }
  }
}

extension Frame {
  /// Whether the value of an expression counts as true.
  func truth(of expression: Expression) throws(Fault) -> Bool {
    let value = try expression.evaluate(self)
    if case .bool(let flag) = value { return flag }
    do throws(Fault) { return try machine.truth(of: value) } catch {
      throw error.at(expression.span, in: self)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// Parses an expression, or a tuple without brackets.
  mutating func expressions(allowsStar: Bool = true) throws(Fault) -> Expression {
    let first = try expression(allowsStar: allowsStar)
    guard token.isMark(",") else {
      if first is StarredExpression { throw fault("can't use starred expression here") }
      return first
    }
    var items = [first]
    while accept(mark: ",") {
      if !startsExpression { break }
      items.append(try expression(allowsStar: allowsStar))
    }
    return try checked(TupleExpression(items, first.span.through(lastSpan)))
  }

  /// Whether the current token can start an expression.
  var startsExpression: Bool {
    switch token.kind {
    case .name, .integer, .float, .imaginary, .string, .formatted: true
    case .keyword: ["None", "True", "False", "not", "lambda"].contains(token.text)
    case .mark: ["(", "[", "{", "-", "+", "~", "...", "*"].contains(token.text)
    default: false
    }
  }

  /// Parses one expression: a conditional, a lambda, or what binds tighter.
  mutating func expression(
    allowsStar: Bool = false, allowsNaming: Bool = false
  ) throws(Fault) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw fault("too many nested parentheses") }
    if allowsStar, token.isMark("*") {
      let start = advance().span
      let value = try binary(6)
      return try checked(StarredExpression(value, start.through(value.span)))
    }
    if token.isKeyword("lambda") { return try lambda() }
    if allowsNaming, token.kind == .name, tokens[position + 1].isMark(":=") {
      let word = advance()
      position += 1
      let value = try expression()
      let target = bound(word.text, word.span)
      return try checked(NamedExpression(target, value, word.span.through(value.span)))
    }
    let value = try disjunction()
    guard token.isKeyword("if") else { return value }
    position += 1
    let test = try disjunction()
    guard accept(keyword: "else") else {
      throw fault("expected 'else' after 'if' expression", at: value.span.through(test.span))
    }
    let otherwise = try expression()
    return try checked(
      ConditionalExpression(test, value, otherwise, value.span.through(otherwise.span)))
  }

  mutating func disjunction() throws(Fault) -> Expression {
    let first = try conjunction()
    guard token.isKeyword("or") else { return first }
    var parts = [first]
    while accept(keyword: "or") { parts.append(try conjunction()) }
    return try checked(
      LogicalExpression(isAnd: false, parts, first.span.through(lastSpan)))
  }

  private mutating func conjunction() throws(Fault) -> Expression {
    let first = try negation()
    guard token.isKeyword("and") else { return first }
    var parts = [first]
    while accept(keyword: "and") { parts.append(try negation()) }
    return try checked(LogicalExpression(isAnd: true, parts, first.span.through(lastSpan)))
  }

  private mutating func negation() throws(Fault) -> Expression {
    guard token.isKeyword("not") else { return try comparison() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw fault("the expression is too deeply nested") }
    let start = advance().span
    let value = try negation()
    return try checked(NotExpression(value, start.through(value.span)))
  }

  private mutating func comparison() throws(Fault) -> Expression {
    let first = try binary(0)
    var rest: [(operation: ComparisonOperator, value: Expression)] = []
    while let operation = acceptComparison() { rest.append((operation, try binary(0))) }
    guard !rest.isEmpty else { return first }
    return try checked(ComparisonExpression(first, rest, first.span.through(lastSpan)))
  }

  private mutating func acceptComparison() -> ComparisonOperator? {
    if token.kind == .mark {
      guard let operation = ComparisonOperator(rawValue: token.text) else { return nil }
      position += 1
      return operation
    }
    if accept(keyword: "in") { return .isIn }
    if accept(keyword: "is") { return accept(keyword: "not") ? .isNotSame : .isSame }
    if token.isKeyword("not"), tokens[position + 1].isKeyword("in") {
      position += 2
      return .isNotIn
    }
    return nil
  }

  /// How tightly a binary operator binds, or nil where the token is none.
  private var binding: Int? {
    guard token.kind == .mark else { return nil }
    switch token.text {
    case "|": return 0
    case "^": return 1
    case "&": return 2
    case "<<", ">>": return 3
    case "+", "-": return 4
    case "*", "/", "//", "%", "@": return 5
    default: return nil
    }
  }

  /// Parses operators that bind at least as tightly as `least`.
  mutating func binary(_ least: Int) throws(Fault) -> Expression {
    var left = try unary()
    while let binding, binding >= least,
      let operation = BinaryOperator(rawValue: token.text)
    {
      position += 1
      let right = try binary(binding + 1)
      left = try checked(BinaryExpression(operation, left, right, left.span.through(right.span)))
    }
    return left
  }

  private mutating func unary() throws(Fault) -> Expression {
    guard token.kind == .mark, let operation = UnaryOperator(rawValue: token.text) else {
      return try power()
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw fault("the expression is too deeply nested") }
    let start = advance().span
    // The number -2^63 fits, though 2^63 does not.
    if operation == .minus, token.kind == .integer, token.integer == nil,
      token.unsigned == UInt64(1) << 63, !tokens[position + 1].isMark("**")
    {
      return ConstantExpression(.int(Int64.min), start.through(advance().span))
    }
    let value = try unary()
    if operation == .minus, let constant = value as? ConstantExpression {
      let span = start.through(value.span)
      if case .int(let number) = constant.value, number != .min {
        return ConstantExpression(.int(-number), span)
      }
      if case .float(let number) = constant.value {
        return ConstantExpression(.float(-number), span)
      }
    }
    return try checked(UnaryExpression(operation, value, start.through(value.span)))
  }

  private mutating func power() throws(Fault) -> Expression {
    let base = try postfix()
    guard accept(mark: "**") else { return base }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw fault("the expression is too deeply nested") }
    let exponent = try unary()
    return try checked(
      BinaryExpression(.power, base, exponent, base.span.through(exponent.span)))
  }

  private mutating func postfix() throws(Fault) -> Expression {
    var value = try atom()
    while true {
      if accept(mark: ".") {
        let name = try expectName()
        value = try checked(
          AttributeExpression(value, name.text, value.span.through(name.span)))
      } else if token.isMark("(") {
        value = try checked(try call(of: value))
      } else if accept(mark: "[") {
        let index = try index()
        try expect(mark: "]")
        value = try checked(SubscriptExpression(value, index, value.span.through(lastSpan)))
      } else {
        return value
      }
    }
  }

  private mutating func index() throws(Fault) -> Expression {
    let start = token.span
    var items: [Expression] = []
    var isTuple = false
    while !token.isMark("]") {
      items.append(try indexItem())
      guard accept(mark: ",") else { break }
      isTuple = true
    }
    guard let first = items.first else { throw fault("invalid syntax: the index is empty") }
    if items.count == 1, !isTuple, !(first is StarredExpression) { return first }
    return try checked(TupleExpression(items, start.through(lastSpan)))
  }

  private mutating func indexItem() throws(Fault) -> Expression {
    let start = token.span
    var parts: [Expression?] = [nil, nil, nil]
    var (colons, last) = (0, start)
    while true {
      if token.isMark(":") {
        last = advance().span
        colons += 1
        guard colons <= 2 else { throw fault("invalid syntax: a slice has two colons at most") }
      } else if startsExpression, parts[colons] == nil {
        let part = try expression(allowsStar: colons == 0, allowsNaming: colons == 0)
        parts[colons] = part
        last = part.span
        if part is StarredExpression { return part }
      } else {
        break
      }
    }
    if colons > 0 { return SliceExpression(parts[0], parts[1], parts[2], start.through(last)) }
    guard let only = parts[0] else {
      throw fault("invalid syntax: expected an index, not \(token.description)")
    }
    return only
  }

  private mutating func call(of function: Expression) throws(Fault) -> CallExpression {
    try expect(mark: "(")
    var arguments: [Argument] = []
    var hasKeyword = false
    while !token.isMark(")") {
      if accept(mark: "**") {
        arguments.append(Argument(kind: .entries, value: try expression()))
        hasKeyword = true
      } else if accept(mark: "*") {
        arguments.append(Argument(kind: .items, value: try expression()))
      } else if token.kind == .name, tokens[position + 1].isMark("=") {
        let name = advance().text
        position += 1
        if arguments.contains(where: {
          if case .keyword(let other) = $0.kind { other == name } else { false }
        }) {
          throw fault("keyword argument repeated: \(name)", at: lastSpan)
        }
        arguments.append(Argument(kind: .keyword(name), value: try expression()))
        hasKeyword = true
      } else {
        guard !hasKeyword else { throw fault("positional argument follows keyword argument") }
        var value = try expression(allowsNaming: true)
        if token.isKeyword("for") { value = try comprehension(.generator, nil, value) }
        arguments.append(Argument(kind: .positional, value: value))
      }
      guard accept(mark: ",") else { break }
    }
    try expect(mark: ")")
    return CallExpression(function, arguments, function.span.through(lastSpan))
  }
}

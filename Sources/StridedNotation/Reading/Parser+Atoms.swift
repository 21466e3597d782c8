// SPDX-License-Identifier: Apache-2.0

import ComplexModule

extension Parser {
  mutating func atom() throws(Fault) -> Expression {
    let token = token
    switch token.kind {
    case .name:
      position += 1
      return name(token.text, token.span)
    case .integer:
      position += 1
      guard let number = token.integer else {
        if let big = token.unsigned { return ConstantExpression(Numbers.value(big), token.span) }
        throw fault(
          "the integer \(source.text(of: token.span)) needs more than the 64 bits that integers "
            + "have here", at: token.span, .overflowError)
      }
      return ConstantExpression(.int(number), token.span)
    case .float:
      position += 1
      return ConstantExpression(.float(token.number), token.span)
    case .imaginary:
      position += 1
      return ConstantExpression(.complex(Complex(0, token.number)), token.span)
    case .string, .formatted: return try strings()
    case .keyword: return try constant()
    case .mark:
      switch token.text {
      case "(": return try parenthesized()
      case "[": return try list()
      case "{": return try dict()
      case "...":
        position += 1
        return ConstantExpression(.ellipsis, token.span)
      default: break
      }
    default: break
    }
    if token.kind == .end || token.kind == .newline {
      throw fault("invalid syntax: the expression is incomplete")
    }
    throw fault("invalid syntax: \(token.description) can't stand here")
  }

  private mutating func constant() throws(Fault) -> Expression {
    let word = token
    let value: Value
    switch word.text {
    case "None": value = .none
    case "True": value = .bool(true)
    case "False": value = .bool(false)
    case "yield", "await", "async":
      throw fault("'\(word.text)' is not part of the notation")
    default: throw fault("invalid syntax: '\(word.text)' can't stand here")
    }
    position += 1
    return ConstantExpression(value, word.span)
  }

  private mutating func parenthesized() throws(Fault) -> Expression {
    let start = advance().span
    if accept(mark: ")") { return TupleExpression([], start.through(lastSpan)) }
    let value = try expression(allowsStar: true, allowsNaming: true)
    if token.isKeyword("for") {
      let result = try comprehension(.generator, nil, value)
      try expect(mark: ")")
      return result
    }
    var items = [value]
    var isTuple = false
    while accept(mark: ",") {
      isTuple = true
      if token.isMark(")") { break }
      items.append(try expression(allowsStar: true, allowsNaming: true))
    }
    try expect(mark: ")")
    let span = start.through(lastSpan)
    if isTuple { return try checked(TupleExpression(items, span)) }
    if value is StarredExpression { throw fault("cannot use starred expression here", at: span) }
    return value
  }

  private mutating func list() throws(Fault) -> Expression {
    let start = advance().span
    var items: [Expression] = []
    while !token.isMark("]") {
      items.append(try expression(allowsStar: true, allowsNaming: true))
      if items.count == 1, token.isKeyword("for") {
        let result = try comprehension(.list, nil, items[0])
        try expect(mark: "]")
        return result
      }
      guard accept(mark: ",") else { break }
    }
    try expect(mark: "]")
    return try checked(ListExpression(items, start.through(lastSpan)))
  }

  private mutating func dict() throws(Fault) -> Expression {
    let start = advance().span
    var pairs: [(key: Expression?, value: Expression)] = []
    while !token.isMark("}") {
      if accept(mark: "**") {
        pairs.append((nil, try binary(0)))
      } else {
        let key = try expression()
        guard accept(mark: ":") else {
          throw fault("sets are not part of the notation; use a list or a dict")
        }
        let value = try expression()
        if pairs.isEmpty, token.isKeyword("for") {
          let result = try comprehension(.dict, key, value)
          try expect(mark: "}")
          return result
        }
        pairs.append((key, value))
      }
      guard accept(mark: ",") else { break }
    }
    try expect(mark: "}")
    return try checked(DictExpression(pairs, start.through(lastSpan)))
  }

  /// Parses strings that stand side by side, which are one.
  private mutating func strings() throws(Fault) -> Expression {
    let start = token.span
    var parts: [FormattedExpression.Part] = []
    var plain = ""
    while token.kind == .string || token.kind == .formatted {
      let token = advance()
      if token.kind == .string {
        plain += token.text
        continue
      }
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
      parts += try formatted(token.body, isRaw: token.isRaw, level: 0)
    }
    let span = start.through(lastSpan)
    if parts.isEmpty { return ConstantExpression(.text(plain), span) }
    if !plain.isEmpty { parts.append(.text(plain)) }
    return try checked(FormattedExpression(parts, span))
  }

  /// Parses the clauses behind the value of a comprehension.
  mutating func comprehension(
    _ kind: ComprehensionExpression.Kind, _ key: Expression?, _ value: Expression
  ) throws(Fault) -> Expression {
    var clauses: [ComprehensionExpression.Clause] = []
    while accept(keyword: "for") {
      let target = try loopTarget(isBound: false)
      try expect(keyword: "in")
      let items = try disjunction()
      var tests: [Expression] = []
      while accept(keyword: "if") { tests.append(try disjunction()) }
      clauses.append(.init(target: target, items: items, tests: tests))
    }
    if token.isKeyword("async") { throw fault("'async' is not part of the notation") }
    let span = (key ?? value).span.through(lastSpan)
    let result = try checked(ComprehensionExpression(kind, key: key, value, clauses, span))
    hiddenNames += 1
    // The first items are found outside, where the names may mean something else.
    scope.rename(
      Set(clauses.flatMap { $0.target.names.map(\.key) }), in: span,
      except: clauses.first?.items.span ?? Span(0, 0), suffix: "@\(hiddenNames)")
    return result
  }

  /// Parses the target of a loop.
  mutating func loopTarget(isBound: Bool = true) throws(Fault) -> Target {
    let start = token.span
    var items = [try targetItem()]
    var isTuple = false
    while accept(mark: ",") {
      isTuple = true
      guard token.kind == .name || token.isMark("(") || token.isMark("[") || token.isMark("*")
      else { break }
      items.append(try targetItem())
    }
    if items.count == 1, !isTuple { return try target(items[0], isBound: isBound) }
    return try target(TupleExpression(items, start.through(lastSpan)), isBound: isBound)
  }

  private mutating func targetItem() throws(Fault) -> Expression {
    if token.isMark("*") {
      let start = advance().span
      let value = try binary(6)
      return StarredExpression(value, start.through(value.span))
    }
    return try binary(6)
  }
}

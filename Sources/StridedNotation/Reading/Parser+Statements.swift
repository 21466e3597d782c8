// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// Parses a line of simple statements, or a compound one.
  mutating func statements() throws(Fault) -> [Statement] {
    if token.kind == .indent { throw fault("unexpected indent", .indentationError) }
    if let compound = try compound() { return [compound] }
    var list = [try simple()]
    while accept(mark: ";") {
      if token.kind == .newline { break }
      list.append(try simple())
    }
    guard token.kind == .newline || token.kind == .end else {
      throw fault("invalid syntax: \(token.description) can't stand here")
    }
    if token.kind == .newline { position += 1 }
    return list
  }

  private mutating func simple() throws(Fault) -> Statement {
    let start = token.span
    guard token.kind == .keyword else { return try assignment() }
    switch token.text {
    case "pass":
      position += 1
      return EmptyStatement(start)
    case "break", "continue":
      let word = advance().text
      guard loops > 0 else {
        throw fault(
          word == "break" ? "'break' outside loop" : "'continue' not properly in loop", at: start)
      }
      return word == "break" ? BreakStatement(start) : ContinueStatement(start)
    case "return":
      position += 1
      guard !scope.isProgram else { throw fault("'return' outside function", at: start) }
      let value = startsExpression ? try expressions() : nil
      return ReturnStatement(value, start.through(lastSpan))
    case "assert":
      position += 1
      let test = try expression()
      let message = accept(mark: ",") ? try expression() : nil
      return AssertStatement(test, message, start.through(lastSpan))
    case "raise":
      position += 1
      let exception = startsExpression ? try expression() : nil
      let cause = accept(keyword: "from") ? try expression() : nil
      return RaiseStatement(exception, cause, start.through(lastSpan))
    case "del": return try deletion()
    case "import": return try importStatement()
    case "from": return try fromImport()
    case "global", "nonlocal": return try declaration()
    case "yield", "async", "await", "class":
      throw fault("'\(token.text)' is not part of the notation")
    default: return try assignment()
    }
  }

  private mutating func deletion() throws(Fault) -> Statement {
    let start = advance().span
    let value = try expressions(allowsStar: false)
    return DeleteStatement(try target(value), start.through(lastSpan))
  }

  private mutating func declaration() throws(Fault) -> Statement {
    let word = advance()
    repeat {
      let name = try expectName()
      if scope.isProgram, word.text == "nonlocal" {
        throw fault("nonlocal declaration not allowed at module level", at: word.span)
      }
      if scope.owns(name.text) {
        throw fault(
          "name '\(name.text)' is assigned to before \(word.text) declaration", at: name.span)
      }
      scope.declare(name.text, isGlobal: word.text == "global")
    } while accept(mark: ",")
    return EmptyStatement(word.span.through(lastSpan))
  }

  /// Parses an assignment of any form, or an expression statement.
  private mutating func assignment() throws(Fault) -> Statement {
    let start = token.span
    let first = try expressions()
    if token.isMark("=") {
      var parts = [first]
      while accept(mark: "=") { parts.append(try expressions()) }
      let value = parts.removeLast()
      if let starred = value as? StarredExpression {
        throw fault("can't use starred expression here", at: starred.span)
      }
      var targets: [Target] = []
      for part in parts { targets.append(try target(part)) }
      return AssignmentStatement(targets, value, start.through(lastSpan))
    }
    if token.isMark(":"), first is NameExpression || first is AttributeExpression {
      // An annotation means nothing here, as it does in Python at run time.
      position += 1
      _ = try expression()
      guard accept(mark: "=") else { return EmptyStatement(start.through(lastSpan)) }
      let value = try expressions()
      return AssignmentStatement([try target(first)], value, start.through(lastSpan))
    }
    if token.kind == .mark, token.text.utf8.count >= 2, token.text.utf8.last == UInt8(ascii: "="),
      let operation = BinaryOperator(rawValue: String(token.text.dropLast()))
    {
      guard
        first is NameExpression || first is AttributeExpression || first is SubscriptExpression
      else {
        throw fault(
          "'\(Parser.kind(of: first))' is an illegal expression for augmented assignment",
          at: first.span)
      }
      position += 1
      let value = try expressions()
      return AugmentedStatement(
        try target(first), operation, value, start.through(lastSpan))
    }
    return ExpressionStatement(first, start.through(lastSpan))
  }

  /// Makes a target of what was read as an expression.
  func target(_ expression: Expression, isBound: Bool = true) throws(Fault) -> Target {
    if let name = expression as? NameExpression {
      if isBound { scope.bind(name.text) }
      return .name(name)
    }
    if let attribute = expression as? AttributeExpression { return .attribute(attribute) }
    if let entry = expression as? SubscriptExpression { return .entry(entry) }
    guard
      let items = (expression as? TupleExpression)?.items
        ?? (expression as? ListExpression)?.items
    else {
      throw fault("cannot assign to \(Parser.kind(of: expression)) here", at: expression.span)
    }
    var targets: [Target] = []
    var starred: Int?
    for (i, item) in items.enumerated() {
      if let star = item as? StarredExpression {
        guard starred == nil else {
          throw fault("multiple starred expressions in assignment", at: item.span)
        }
        starred = i
        targets.append(try target(star.value, isBound: isBound))
      } else {
        targets.append(try target(item, isBound: isBound))
      }
    }
    return .several(targets, starred: starred, expression.span)
  }

  /// What an expression is called in errors.
  private static func kind(of expression: Expression) -> String {
    if let constant = expression as? ConstantExpression {
      switch constant.value {
      case .none: return "None"
      case .bool(let flag): return flag ? "True" : "False"
      case .ellipsis: return "ellipsis"
      default: return "literal"
      }
    }
    if expression is CallExpression { return "function call" }
    if expression is ComparisonExpression { return "comparison" }
    if expression is LambdaExpression { return "lambda" }
    if expression is ConditionalExpression { return "conditional expression" }
    if expression is TupleExpression { return "tuple" }
    if expression is ListExpression { return "list" }
    if expression is DictExpression { return "dict literal" }
    if expression is FormattedExpression { return "f-string expression" }
    if expression is ComprehensionExpression { return "comprehension" }
    return "expression"
  }

  private mutating func importStatement() throws(Fault) -> Statement {
    let start = advance().span
    var items: [ImportStatement.Item] = []
    repeat {
      let (module, span) = try dottedName()
      if accept(keyword: "as") {
        let alias = try expectName()
        let name = bound(alias.text, alias.span)
        items.append(.init(module: module, name: name, isRenamed: true, span: span))
      } else {
        let first = module.split(separator: ".").first.map(String.init) ?? module
        let name = bound(first, span)
        items.append(.init(module: module, name: name, isRenamed: false, span: span))
      }
    } while accept(mark: ",")
    return ImportStatement(items, start.through(lastSpan))
  }

  private mutating func fromImport() throws(Fault) -> Statement {
    let start = advance().span
    let (module, _) = try dottedName()
    try expect(keyword: "import")
    let isGrouped = accept(mark: "(")
    if token.isMark("*") {
      throw fault("'import *' is not part of the notation; name what you use")
    }
    var items: [FromImportStatement.Item] = []
    repeat {
      if isGrouped, token.isMark(")") { break }
      let name = try expectName()
      let alias = accept(keyword: "as") ? try expectName() : name
      items.append(
        .init(name: name.text, target: bound(alias.text, alias.span), span: name.span))
    } while accept(mark: ",")
    if isGrouped { try expect(mark: ")") }
    return FromImportStatement(module, items, start.through(lastSpan))
  }

  private mutating func dottedName() throws(Fault) -> (String, Span) {
    let first = try expectName()
    var text = first.text
    while accept(mark: ".") { text += "." + (try expectName()).text }
    return (text, first.span.through(lastSpan))
  }
}

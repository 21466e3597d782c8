// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// Parses a statement that consists of others, or returns nil where none starts.
  mutating func compound() throws(Fault) -> Statement? {
    if token.isMark("@") { return try definition(decorators: decorators()) }
    guard token.kind == .keyword else { return nil }
    switch token.text {
    case "if": return try ifStatement()
    case "while": return try whileStatement()
    case "for": return try forStatement()
    case "try": return try tryStatement()
    case "with": return try withStatement()
    case "def": return try definition(decorators: [])
    case "class": throw fault("classes are not part of the notation")
    case "async": throw fault("'async' is not part of the notation")
    default: return nil
    }
  }

  /// Parses `: statements`, on the same line or indented below.
  mutating func block(after what: String) throws(Fault) -> Block {
    let line = source.line(of: lastSpan.start)
    guard accept(mark: ":") else { throw fault("expected ':'") }
    guard token.kind == .newline else {
      if token.kind == .keyword,
        ["if", "while", "for", "try", "with", "def", "class"].contains(token.text)
      {
        throw fault("invalid syntax: \(token.description) must start a line of its own")
      }
      return Block(statements: try statements())
    }
    position += 1
    guard token.kind == .indent else {
      throw fault(
        "expected an indented block after \(what) on line \(line)", .indentationError)
    }
    position += 1
    var list: [Statement] = []
    while token.kind != .dedent, token.kind != .end {
      if token.kind == .newline {
        position += 1
      } else {
        list += try statements()
      }
    }
    if token.kind == .dedent { position += 1 }
    return Block(statements: list)
  }

  private mutating func loopBody(after what: String) throws(Fault) -> (Block, Block?) {
    loops += 1
    let body = try block(after: what)
    loops -= 1
    let otherwise = accept(keyword: "else") ? try block(after: "'else' statement") : nil
    return (body, otherwise)
  }

  private mutating func ifStatement() throws(Fault) -> Statement {
    let start = advance().span
    var branches: [(test: Expression, body: Block)] = []
    let test = try expression(allowsNaming: true)
    branches.append((test, try block(after: "'if' statement")))
    while accept(keyword: "elif") {
      let test = try expression(allowsNaming: true)
      branches.append((test, try block(after: "'elif' statement")))
    }
    let otherwise = accept(keyword: "else") ? try block(after: "'else' statement") : nil
    return IfStatement(branches, otherwise, start.through(lastSpan))
  }

  private mutating func whileStatement() throws(Fault) -> Statement {
    let start = advance().span
    let test = try expression(allowsNaming: true)
    let (body, otherwise) = try loopBody(after: "'while' statement")
    return WhileStatement(test, body, otherwise, start.through(lastSpan))
  }

  private mutating func forStatement() throws(Fault) -> Statement {
    let start = advance().span
    let target = try loopTarget()
    try expect(keyword: "in")
    let items = try expressions()
    let (body, otherwise) = try loopBody(after: "'for' statement")
    return ForStatement(target, items, body, otherwise, start.through(lastSpan))
  }

  private mutating func tryStatement() throws(Fault) -> Statement {
    let start = advance().span
    let body = try block(after: "'try' statement")
    var handlers: [TryStatement.Handler] = []
    while token.isKeyword("except") {
      let start = advance().span
      if token.isMark("*") { throw fault("'except*' is not part of the notation") }
      if let last = handlers.last, last.type == nil {
        throw fault("default 'except:' must be last", at: last.span)
      }
      var handler = TryStatement.Handler(
        type: nil, name: nil, body: Block(statements: []), span: start)
      if startsExpression {
        handler.type = try expression()
        if accept(keyword: "as") {
          let name = try expectName()
          handler.name = bound(name.text, name.span)
        }
      }
      handler.body = try block(after: "'except' statement")
      handlers.append(handler)
    }
    let otherwise =
      !handlers.isEmpty && accept(keyword: "else") ? try block(after: "'else' statement") : nil
    let last = accept(keyword: "finally") ? try block(after: "'finally' statement") : nil
    guard !handlers.isEmpty || last != nil else {
      throw fault("expected 'except' or 'finally' block")
    }
    return TryStatement(body, handlers, otherwise, last, start.through(lastSpan))
  }

  private mutating func withStatement() throws(Fault) -> Statement {
    let start = advance().span
    var managers: [(value: Expression, target: Target?)] = []
    repeat {
      let value = try expression()
      let target = accept(keyword: "as") ? try target(binary(6)) : nil
      managers.append((value, target))
    } while accept(mark: ",")
    let body = try block(after: "'with' statement")
    return WithStatement(managers, body, start.through(lastSpan))
  }

  private mutating func decorators() throws(Fault) -> [Expression] {
    var list: [Expression] = []
    while accept(mark: "@") {
      list.append(try expression())
      guard token.kind == .newline else { throw fault("invalid syntax: expected a new line") }
      position += 1
    }
    guard token.isKeyword("def") else { throw fault("invalid syntax: expected 'def'") }
    return list
  }

  private mutating func definition(decorators: [Expression]) throws(Fault) -> Statement {
    let start = advance().span
    let word = try expectName()
    let name = bound(word.text, word.span)
    try expect(mark: "(")
    let definition = try function(named: word.text, endMark: ")") {
      (parser) throws(Fault) in
      try parser.expect(mark: ")")
      if parser.accept(mark: "->") { _ = try parser.expression() }
      return try parser.block(after: "function definition")
    }
    return DefinitionStatement(name, definition, decorators, start.through(lastSpan))
  }

  mutating func lambda() throws(Fault) -> Expression {
    let start = advance().span
    let definition = try function(named: "<lambda>", endMark: ":") { (parser) throws(Fault) in
      try parser.expect(mark: ":")
      let value = try parser.expression()
      return Block(statements: [ReturnStatement(value, value.span)])
    }
    return LambdaExpression(definition, start.through(lastSpan))
  }

  /// Parses parameters up to `endMark`, and the body in a scope of its own.
  private mutating func function(
    named name: String, endMark: String,
    _ parseBody: (inout Parser) throws(Fault) -> Block
  ) throws(Fault) -> FunctionDefinition {
    var parameters: [FunctionDefinition.Parameter] = []
    var defaults: [Expression] = []
    try readParameters(endMark, &parameters, &defaults)
    let inner = Scope(Code(source, name: name), parent: scope)
    for parameter in parameters {
      guard !inner.owns(parameter.name) else {
        throw fault("duplicate argument '\(parameter.name)' in function definition")
      }
      inner.bindParameter(parameter.name)
    }
    let outerLoops = loops
    (scope, loops) = (inner, 0)
    let body = try parseBody(&self)
    inner.close(symbols)
    if let parent = inner.parent { scope = parent }
    loops = outerLoops
    return FunctionDefinition(inner.code, parameters, defaults, body)
  }

  private mutating func readParameters(
    _ endMark: String, _ parameters: inout [FunctionDefinition.Parameter],
    _ defaults: inout [Expression]
  ) throws(Fault) {
    var kind = FunctionDefinition.Parameter.Kind.plain
    while !token.isMark(endMark) {
      if accept(mark: "/") {
        guard kind == .plain, !parameters.isEmpty else { throw fault("invalid syntax: '/'") }
        for i in parameters.indices { parameters[i].kind = .positionalOnly }
      } else if accept(mark: "**") {
        let name = try expectName().text
        parameters.append(.init(name: name, kind: .restOfKeywords, hasDefault: false))
      } else if accept(mark: "*") {
        guard kind == .plain else { throw fault("* argument may appear only once") }
        kind = .keywordOnly
        if token.kind == .name {
          parameters.append(.init(name: advance().text, kind: .rest, hasDefault: false))
        } else if !token.isMark(",") {
          throw fault("named arguments must follow bare *")
        }
      } else {
        let name = try expectName()
        if endMark == ")", accept(mark: ":") { _ = try expression() }
        let hasDefault = accept(mark: "=")
        if hasDefault { defaults.append(try expression()) }
        if !hasDefault, kind == .plain, parameters.last?.hasDefault == true {
          throw fault(
            "non-default argument follows default argument", at: name.span)
        }
        parameters.append(.init(name: name.text, kind: kind, hasDefault: hasDefault))
      }
      guard accept(mark: ",") else { break }
    }
  }
}

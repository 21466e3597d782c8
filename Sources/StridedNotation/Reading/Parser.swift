// SPDX-License-Identifier: Apache-2.0

/// Makes a program's syntax out of its tokens, with Python's grammar.
struct Parser {
  let source: Source
  let symbols: Symbols
  var tokens: [Token]
  var position = 0
  var scope: Scope
  /// How deep the expression being read is nested.
  var depth = 0
  var loops = 0
  var hiddenNames = 0

  /// The deepest nesting of expressions: parsing and evaluating must not exhaust the stack.
  static let deepestNesting = 90
  /// The longest path through an expression, such as a sum of many terms.
  static let highestExpression = 250

  init(_ source: Source, _ symbols: Symbols) throws(Fault) {
    var lexer = Lexer(source)
    self.source = source
    self.symbols = symbols
    tokens = try lexer.run()
    scope = Scope(Code(source, name: nil), parent: nil)
  }

  /// Parses a whole program.
  mutating func program() throws(Fault) -> (code: Code, body: Block) {
    var statements: [Statement] = []
    while token.kind != .end {
      if token.kind == .newline {
        position += 1
      } else {
        statements += try self.statements()
      }
    }
    scope.close(symbols)
    return (scope.code, Block(statements: statements))
  }

  var token: Token { tokens[position] }
  /// The span of the token before the current one.
  var lastSpan: Span { tokens[max(0, position - 1)].span }

  mutating func advance() -> Token {
    let current = tokens[position]
    if position < tokens.count - 1 { position += 1 }
    return current
  }

  mutating func accept(mark: String) -> Bool {
    guard token.isMark(mark) else { return false }
    position += 1
    return true
  }

  mutating func accept(keyword: String) -> Bool {
    guard token.isKeyword(keyword) else { return false }
    position += 1
    return true
  }

  mutating func expect(mark: String) throws(Fault) {
    guard accept(mark: mark) else {
      throw fault("invalid syntax: expected '\(mark)', not \(token.description)")
    }
  }

  mutating func expect(keyword: String) throws(Fault) {
    guard accept(keyword: keyword) else {
      throw fault("invalid syntax: expected '\(keyword)', not \(token.description)")
    }
  }

  mutating func expectName() throws(Fault) -> Token {
    guard token.kind == .name else {
      throw fault("invalid syntax: expected a name, not \(token.description)")
    }
    return advance()
  }

  func fault(
    _ message: String, at span: Span? = nil, _ type: ExceptionType = .syntaxError
  ) -> Fault { Fault(type, message, source, span ?? token.span) }

  /// Makes the expression that uses a name, and notes the use.
  func name(_ text: String, _ span: Span) -> NameExpression {
    let name = NameExpression(text, span)
    scope.use(name)
    return name
  }

  /// Makes the target of an assignment to a name, and notes the assignment.
  func bound(_ text: String, _ span: Span) -> NameExpression {
    scope.bind(text)
    return name(text, span)
  }

  func checked<Node: Expression>(_ expression: Node) throws(Fault) -> Node {
    guard expression.height <= Self.highestExpression else {
      throw fault("the expression is too long or too deeply nested", at: expression.span)
    }
    return expression
  }
}

// SPDX-License-Identifier: Apache-2.0

/// An argument of a call as it is written.
struct Argument {
  enum Kind {
    case positional
    case keyword(String)
    /// `*items`
    case items
    /// `**entries`
    case entries
  }

  var kind: Kind
  var value: Expression
}

/// `function(arguments)`.
package final class CallExpression: Expression {
  package let function: Expression
  let arguments: [Argument]
  private let isPlain: Bool

  init(_ function: Expression, _ arguments: [Argument], _ span: Span) {
    self.function = function
    self.arguments = arguments
    isPlain = arguments.allSatisfy { if case .positional = $0.kind { true } else { false } }
    super.init(span, height: max(function.height, Expression.height(arguments.map(\.value))) + 1)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    let callee = try function.evaluate(frame)
    var call = Arguments()
    if isPlain {
      call.positional.reserveCapacity(arguments.count)
      for argument in arguments { call.positional.append(try argument.value.evaluate(frame)) }
    } else {
      try gather(into: &call, frame)
    }
    do throws(Fault) { return try frame.machine.call(callee, call) } catch {
      throw error.at(span, in: frame)
    }
  }

  private func gather(into call: inout Arguments, _ frame: Frame) throws(Fault) {
    for argument in arguments {
      let value = try argument.value.evaluate(frame)
      do throws(Fault) {
        switch argument.kind {
        case .positional: call.positional.append(value)
        case .keyword(let name): try call.add(name, value)
        case .items: call.positional += try frame.machine.items(of: value)
        case .entries:
          guard case .dict(let dict) = value else {
            throw Fault(
              .typeError, "argument after ** must be a mapping, not \(value.typeName)")
          }
          for entry in dict.entries {
            guard case .text(let name) = entry.key else {
              throw Fault(.typeError, "keywords must be strings")
            }
            try call.add(name.string, entry.value)
          }
        }
      } catch { throw error.at(argument.value.span, in: frame) }
    }
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    visit(function)
    for argument in arguments { visit(argument.value) }
  }
}

/// The values that a function is called with.
package struct Arguments {
  package var positional: [Value] = []
  package var keywords: [(name: String, value: Value)] = []

  mutating func add(_ name: String, _ value: Value) throws(Fault) {
    guard !keywords.contains(where: { $0.name == name }) else {
      throw Fault(.typeError, "got multiple values for keyword argument '\(name)'")
    }
    keywords.append((name, value))
  }
}

/// `lambda parameters: value`.
final class LambdaExpression: Expression {
  let definition: FunctionDefinition

  init(_ definition: FunctionDefinition, _ span: Span) {
    self.definition = definition
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    .function(try definition.makeFunction(frame))
  }
}

/// `value for target in items if test`, in brackets of any kind.
final class ComprehensionExpression: Expression {
  enum Kind { case list, dict, generator }

  struct Clause {
    var target: Target
    var items: Expression
    var tests: [Expression]
  }

  let kind: Kind
  let key: Expression?
  let value: Expression
  let clauses: [Clause]

  init(_ kind: Kind, key: Expression?, _ value: Expression, _ clauses: [Clause], _ span: Span) {
    self.kind = kind
    self.key = key
    self.value = value
    self.clauses = clauses
    let parts = [value] + clauses.flatMap { [$0.items] + $0.tests } + (key.map { [$0] } ?? [])
    super.init(span, height: Expression.height(parts))
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    let list = ListObject([])
    let dict = DictObject()
    try walk(0, frame) { () throws(Fault) in
      try frame.machine.step()
      if let key {
        let key = try DictKey(try key.evaluate(frame))
        dict.set(try value.evaluate(frame), for: key)
      } else {
        list.items.append(try value.evaluate(frame))
      }
    }
    switch kind {
    case .list: return .list(list)
    case .dict: return .dict(dict)
    // A generator's items are made at once: nothing in the notation can tell.
    case .generator: return .iterator(ItemsIterator(list.items, "generator"))
    }
  }

  private func walk(
    _ depth: Int, _ frame: Frame, _ body: () throws(Fault) -> Void
  ) throws(Fault) {
    guard depth < clauses.count else { return try body() }
    let clause = clauses[depth]
    let values = try clause.items.evaluate(frame)
    let iterator: IteratorObject
    do throws(Fault) { iterator = try frame.machine.iterator(over: values) } catch {
      throw error.at(clause.items.span, in: frame)
    }
    next: while let item = try iterator.next(frame.machine) {
      try frame.machine.step()
      try clause.target.assign(item, frame)
      for test in clause.tests where !(try frame.truth(of: test)) { continue next }
      try walk(depth + 1, frame, body)
    }
  }

  override package func visitParts(_ visit: (Expression) -> Void) {
    for clause in clauses {
      visit(clause.items)
      clause.tests.forEach(visit)
    }
    if let key { visit(key) }
    visit(value)
  }
}

/// A formatted string, `f"{value!r:>8}"`.
final class FormattedExpression: Expression {
  enum Part {
    case text(String)
    /// A value, how it is converted (`r`, `s`, `a` or 0), and its format.
    case value(Expression, conversion: UInt8, format: [Part])
  }

  let parts: [Part]

  init(_ parts: [Part], _ span: Span) {
    self.parts = parts
    super.init(span, height: FormattedExpression.height(of: parts))
  }

  private static func height(of parts: [Part]) -> Int {
    var highest = 0
    for part in parts {
      guard case .value(let value, _, let format) = part else { continue }
      highest = max(highest, value.height, height(of: format))
    }
    return highest + 1
  }

  override func evaluate(_ frame: Frame) throws(Fault) -> Value {
    .text(try text(of: parts, frame))
  }

  private func text(of parts: [Part], _ frame: Frame) throws(Fault) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .value(let expression, let conversion, let format):
        var value = try expression.evaluate(frame)
        let format = try self.text(of: format, frame)
        do throws(Fault) {
          if conversion == UInt8(ascii: "s") { value = .text(frame.machine.str(value)) }
          if conversion == UInt8(ascii: "r") || conversion == UInt8(ascii: "a") {
            value = .text(frame.machine.repr(value))
          }
          text += try frame.machine.format(value, format)
        } catch { throw error.at(expression.span, in: frame) }
      }
    }
    try frame.machine.charge(bytes: text.utf8.count)
    return text
  }
}

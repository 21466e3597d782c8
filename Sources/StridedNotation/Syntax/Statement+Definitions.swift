// SPDX-License-Identifier: Apache-2.0

/// What a function is before it is made: its parameters and its body.
package final class FunctionDefinition {
  struct Parameter {
    enum Kind { case positionalOnly, plain, keywordOnly, rest, restOfKeywords }

    var name: String
    var kind: Kind
    var hasDefault: Bool
  }

  let code: Code
  let parameters: [Parameter]
  let defaults: [Expression]
  let body: Block

  init(_ code: Code, _ parameters: [Parameter], _ defaults: [Expression], _ body: Block) {
    self.code = code
    self.parameters = parameters
    self.defaults = defaults
    self.body = body
  }

  func makeFunction(_ frame: Frame) throws(Fault) -> FunctionObject {
    FunctionObject(
      self, defaults: try frame.evaluate(defaults), frame: frame.isProgram ? nil : frame)
  }
}

/// What frames of one function have in common.
package final class Code {
  package let source: Source
  /// The function's name; nil for the program itself.
  package let name: String?
  /// The names of the local variables; the parameters come first.
  package internal(set) var locals: [String] = []

  init(_ source: Source, name: String?) {
    self.source = source
    self.name = name
  }
}

/// `def name(parameters): …`.
package final class DefinitionStatement: Statement {
  package let name: NameExpression
  let definition: FunctionDefinition
  let decorators: [Expression]

  init(
    _ name: NameExpression, _ definition: FunctionDefinition, _ decorators: [Expression],
    _ span: Span
  ) {
    self.name = name
    self.definition = definition
    self.decorators = decorators
    super.init(span)
  }

  override package var blocks: [Block] { [definition.body] }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    var wrappers: [Value] = []
    for decorator in decorators { wrappers.append(try decorator.evaluate(frame)) }
    var value = Value.function(try definition.makeFunction(frame))
    for wrapper in wrappers.reversed() {
      do throws(Fault) {
        value = try frame.machine.call(wrapper, Arguments(positional: [value]))
      } catch { throw error.at(span, in: frame) }
    }
    name.assign(value, frame)
    return .next
  }
}

/// `import module as name, …`.
package final class ImportStatement: Statement {
  struct Item {
    /// The dotted name.
    var module: String
    var name: NameExpression
    /// Whether the name stands for the whole dotted name rather than its first part.
    var isRenamed: Bool
    var span: Span
  }

  let items: [Item]

  init(_ items: [Item], _ span: Span) {
    self.items = items
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    for item in items {
      do throws(Fault) {
        let whole = try frame.machine.module(named: item.module)
        let first = item.module.split(separator: ".").first.map(String.init) ?? item.module
        item.name.assign(
          item.isRenamed ? whole : try frame.machine.module(named: first), frame)
      } catch { throw error.at(item.span, in: frame) }
    }
    return .next
  }
}

/// `from module import name as other, …`.
package final class FromImportStatement: Statement {
  struct Item {
    var name: String
    var target: NameExpression
    var span: Span
  }

  let module: String
  let items: [Item]

  init(_ module: String, _ items: [Item], _ span: Span) {
    self.module = module
    self.items = items
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    do throws(Fault) {
      let value = try frame.machine.module(named: module)
      for item in items {
        do throws(Fault) {
          item.target.assign(try frame.machine.attribute(item.name, of: value), frame)
        } catch {
          guard error.exception.type == .attributeError else { throw error }
          throw Fault(
            .importError,
            "cannot import name '\(item.name)' from '\(module)': "
              + error.exception.message
          ).at(item.span, in: frame)
        }
      }
    } catch { throw error.at(span, in: frame) }
    return .next
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The numbers that stand for the names of global variables.
package final class Symbols {
  private var numbers: [String: Int] = [:]
  /// The names, by number.
  package private(set) var names: [String] = []

  func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    let number = names.count
    numbers[name] = number
    names.append(name)
    return number
  }

  func existingNumber(of name: String) -> Int? { numbers[name] }
}

/// The names of one function while it is parsed: which are its own is known at its end only.
final class Scope {
  let code: Code
  let parent: Scope?
  private var slots: [String: Int] = [:]
  private var notOwn: Set<String> = []
  private var isGlobal: Set<String> = []
  /// The uses of names, and how many functions inside this one they stand.
  private var uses: [(name: NameExpression, depth: Int)] = []

  init(_ code: Code, parent: Scope?) {
    self.code = code
    self.parent = parent
  }

  var isProgram: Bool { parent == nil }

  func use(_ name: NameExpression) { uses.append((name, 0)) }

  /// Notes that the function assigns to a name.
  func bind(_ name: String) {
    guard !isProgram, !notOwn.contains(name), slots[name] == nil else { return }
    slots[name] = code.locals.count
    code.locals.append(name)
  }

  /// Notes a parameter, which has the next slot.
  func bindParameter(_ name: String) {
    slots[name] = code.locals.count
    code.locals.append(name)
  }

  /// Notes `global name` or `nonlocal name`.
  func declare(_ name: String, isGlobal: Bool) {
    notOwn.insert(name)
    if isGlobal { self.isGlobal.insert(name) }
  }

  func owns(_ name: String) -> Bool { slots[name] != nil }

  /// Makes names the own variables of a comprehension: all uses in `span` but those in `exception`.
  func rename(_ names: Set<String>, in span: Span, except exception: Span, suffix: String) {
    for (name, _) in uses where names.contains(name.key) {
      let place = name.span.start
      guard place >= span.start, place < span.end else { continue }
      if place >= exception.start, place < exception.end { continue }
      name.key += suffix
    }
    for name in names { bind(name + suffix) }
  }

  /// Gives every use its place.
  func close(_ symbols: Symbols) {
    for (name, depth) in uses {
      if let slot = slots[name.key] {
        name.place = depth == 0 ? .local(slot) : .outer(depth, slot)
      } else if let parent, !isGlobal.contains(name.key) {
        parent.uses.append((name, depth + 1))
      } else {
        name.place = .global(symbols.number(of: name.key))
      }
    }
    uses = []
  }
}

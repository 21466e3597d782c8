// SPDX-License-Identifier: Apache-2.0

extension Machine {
  /// Calls a value.
  func call(_ callee: Value, _ arguments: Arguments) throws(Fault) -> Value {
    switch callee {
    case .builtin(let builtin):
      var arguments = arguments
      if let receiver = builtin.receiver { arguments.positional.insert(receiver, at: 0) }
      let entry = builtin.entry
      let values = try entry.signature.bind(arguments, of: entry.name)
      return try entry.body(Call(machine: self, entry: entry, values: values))
    case .function(let function):
      return try deeper { () throws(Fault) in try run(function, arguments) }
    case .type(let type): return try construct(type, arguments)
    case .dtype(let object):
      throw Fault(.typeError, "'\(Value.dtype(object).typeName)' object is not callable")
    default: throw Fault(.typeError, "'\(callee.typeName)' object is not callable")
    }
  }

  private func run(_ function: FunctionObject, _ arguments: Arguments) throws(Fault) -> Value {
    try step()
    let definition = function.definition
    var slots: [Value?] = Array(repeating: nil, count: definition.code.locals.count)
    try bind(arguments, function, &slots)
    let frame = Frame(self, definition.code, slots: slots, parent: function.frame)
    frames.append(frame)
    defer { frames.removeLast() }
    do throws(Fault) {
      if case .leaveFunction(let value) = try definition.body.execute(frame) { return value }
    } catch {
      // The caller adds the place of the call.
      error.exception.needsPlace = true
      throw error
    }
    return .none
  }

  private func bind(
    _ arguments: Arguments, _ function: FunctionObject, _ slots: inout [Value?]
  ) throws(Fault) {
    let parameters = function.definition.parameters
    let takers = parameters.filter { $0.kind == .plain || $0.kind == .positionalOnly }
    var next = 0
    for (slot, parameter) in parameters.enumerated() {
      switch parameter.kind {
      case .plain, .positionalOnly:
        guard next < arguments.positional.count else { continue }
        slots[slot] = arguments.positional[next]
        next += 1
      case .rest:
        slots[slot] = .tuple(Array(arguments.positional.dropFirst(next)))
        next = arguments.positional.count
      case .restOfKeywords: slots[slot] = .dict(DictObject())
      case .keywordOnly: break
      }
    }
    if next < arguments.positional.count {
      let least = takers.filter { !$0.hasDefault }.count
      let given = arguments.positional.count
      let range = least == takers.count ? "\(least)" : "from \(least) to \(takers.count)"
      throw Fault(
        .typeError,
        "\(function.name)() takes \(range) positional argument\(takers.count == 1 ? "" : "s") "
          + "but \(given) \(given == 1 ? "was" : "were") given")
    }
    for (name, value) in arguments.keywords {
      let slot = parameters.firstIndex {
        $0.name == name && ($0.kind == .plain || $0.kind == .keywordOnly)
      }
      if let slot {
        guard slots[slot] == nil else {
          throw Fault(
            .typeError, "\(function.name)() got multiple values for argument '\(name)'")
        }
        slots[slot] = value
      } else if let last = parameters.indices.last, parameters[last].kind == .restOfKeywords,
        case .dict(let dict)? = slots[last]
      {
        dict.set(value, for: try DictKey(.text(name)))
      } else {
        throw Fault(
          .typeError, "\(function.name)() got an unexpected keyword argument '\(name)'")
      }
    }
    try fillDefaults(function, &slots)
  }

  private func fillDefaults(
    _ function: FunctionObject, _ slots: inout [Value?]
  ) throws(Fault) {
    var (number, missing, missingKeywords) = (0, [String](), [String]())
    for (slot, parameter) in function.definition.parameters.enumerated() {
      defer { if parameter.hasDefault { number += 1 } }
      guard slots[slot] == nil else { continue }
      if parameter.hasDefault {
        slots[slot] = function.defaults[number]
      } else if parameter.kind == .keywordOnly {
        missingKeywords.append("'\(parameter.name)'")
      } else {
        missing.append("'\(parameter.name)'")
      }
    }
    guard !missing.isEmpty || !missingKeywords.isEmpty else { return }
    let names = missing.isEmpty ? missingKeywords : missing
    let list =
      names.count == 1
      ? names[0]
      : names.dropLast().joined(separator: ", ") + (names.count > 2 ? "," : "")
        + " and \(names[names.count - 1])"
    throw Fault(
      .typeError,
      "\(function.name)() missing \(names.count) required "
        + "\(missing.isEmpty ? "keyword-only" : "positional") argument"
        + "\(names.count == 1 ? "" : "s"): \(list)")
  }

  /// Finds a module by its dotted name.
  func module(named name: String) throws(Fault) -> Value {
    if let module = registry.modules[name] { return .module(module) }
    let known = registry.modules.keys.sorted().joined(separator: ", ")
    throw Fault(
      .moduleNotFoundError, "No module named '\(name)'; the notation has \(known)")
  }
}

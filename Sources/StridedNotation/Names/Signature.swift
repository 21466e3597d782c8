// SPDX-License-Identifier: Apache-2.0

/// The parameters of a function of NumPy or Python, read from their Python text, such as
/// `reshape(a, /, shape, order='C', *, copy=None)`.
struct Signature {
  struct Parameter {
    enum Kind { case positionalOnly, plain, keywordOnly, rest, restOfKeywords }

    var name: String
    var kind: Kind
    /// What stands for the argument where it is not given.
    var fallback: Value?
    /// Whether it must be given.
    var isRequired: Bool
  }

  var parameters: [Parameter] = []

  init(_ text: String) {
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")") else { return }
    var kind = Parameter.Kind.plain
    for part in text[text.index(after: open)..<close].split(separator: ",") {
      let word = part.drop { $0 == " " }
      if word == "/" {
        for i in parameters.indices { parameters[i].kind = .positionalOnly }
      } else if word == "*" {
        kind = .keywordOnly
      } else if word.hasPrefix("**") {
        parameters.append(
          Parameter(
            name: String(word.dropFirst(2)), kind: .restOfKeywords, fallback: nil,
            isRequired: false))
      } else if word.hasPrefix("*") {
        kind = .keywordOnly
        parameters.append(
          Parameter(
            name: String(word.dropFirst()), kind: .rest, fallback: nil,
            isRequired: false))
      } else {
        let halves = word.split(separator: "=", maxSplits: 1)
        // `name=<>` may be left out, and there is no value that stands for it then.
        let fallback = halves.count > 1 && halves[1] != "<>" ? String(halves[1]) : nil
        parameters.append(
          Parameter(
            name: String(halves[0]), kind: kind, fallback: fallback.map(Signature.constant),
            isRequired: halves.count == 1))
      }
    }
  }

  private static func constant(_ text: String) -> Value {
    switch text {
    case "None": return .none
    case "True": return .bool(true)
    case "False": return .bool(false)
    case "()": return .tuple([])
    default: break
    }
    if text.hasPrefix("'") { return .text(String(text.dropFirst().dropLast())) }
    if let number = Int64(text) { return .int(number) }
    return .float(DecimalText.python(text) ?? 0)
  }

  /// Puts arguments in the order of the parameters; nil stands for those that were not given and
  /// have no fallback.
  func bind(_ arguments: Arguments, of name: String) throws(Fault) -> [Value?] {
    var values: [Value?] = Array(repeating: nil, count: parameters.count)
    var (next, rest) = (0, [Value]())
    for value in arguments.positional {
      while next < parameters.count, parameters[next].kind == .restOfKeywords { next += 1 }
      if next < parameters.count, parameters[next].kind == .rest {
        rest.append(value)
      } else if next < parameters.count, parameters[next].kind != .keywordOnly {
        values[next] = value
        next += 1
      } else {
        throw tooMany(arguments.positional.count, name)
      }
    }
    var others = DictObject?.none
    for (word, value) in arguments.keywords {
      let slot = parameters.firstIndex {
        $0.name == word && ($0.kind == .plain || $0.kind == .keywordOnly)
      }
      if let slot {
        guard values[slot] == nil else {
          throw Fault(.typeError, "\(name)() got multiple values for argument '\(word)'")
        }
        values[slot] = value
      } else if parameters.last?.kind == .restOfKeywords {
        if others == nil { others = DictObject() }
        others?.set(value, for: try DictKey(.text(word)))
      } else {
        throw Fault(.typeError, "\(name)() got an unexpected keyword argument '\(word)'")
      }
    }
    for (i, parameter) in parameters.enumerated() where values[i] == nil {
      switch parameter.kind {
      case .rest: values[i] = .tuple(rest)
      case .restOfKeywords: values[i] = .dict(others ?? DictObject())
      default: values[i] = parameter.fallback
      }
    }
    let missing = parameters.indices.filter { values[$0] == nil && parameters[$0].isRequired }
      .map { parameters[$0].name }
    guard missing.isEmpty else {
      let names = missing.map { "'\($0)'" }
      let list =
        names.count == 1
        ? names[0]
        : names.dropLast().joined(separator: ", ") + (names.count > 2 ? "," : "") + " and "
          + (names.last ?? "")
      throw Fault(
        .typeError,
        "\(name)() missing \(missing.count) required positional argument"
          + "\(missing.count == 1 ? "" : "s"): \(list)")
    }
    return values
  }

  private func tooMany(_ given: Int, _ name: String) -> Fault {
    let takers = parameters.filter { $0.kind == .plain || $0.kind == .positionalOnly }
    let least = takers.filter(\.isRequired).count
    let range =
      least == takers.count
      ? "\(least) positional argument\(least == 1 ? "" : "s")"
      : "from \(least) to \(takers.count) positional arguments"
    return Fault(
      .typeError,
      "\(name)() takes \(range) but \(given) \(given == 1 ? "was" : "were") given")
  }
}

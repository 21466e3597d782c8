// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Interpreter {
  /// What a name stands for, as text of a few lines: a function's signature, what it does, and
  /// whether it gives a view or a copy; an array's layout and owner; or nil for an unknown name.
  ///
  /// The name may be dotted. A name that is no variable is also looked for in `numpy` and among the
  /// methods of arrays. Nothing is called.
  public func help(on name: String) -> String? {
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let last = path.last else { return nil }
    if let owner = machine.value(of: path.dropLast()) {
      if let text = attributeHelp(last, of: owner, path) { return text }
      if case .type(let type) = owner, type.kind == .ndarray {
        return machine.registry.methods[.array]?[last].map { arrayMethodHelp($0) }
      }
    }
    if let value = machine.value(of: path) { return help(on: value, path.joined(separator: ".")) }
    guard path.count == 1 || path == ["np", last] || path == ["numpy", last] else { return nil }
    if let value = machine.registry.numpy.members[last] {
      return help(on: value, "numpy.\(last)")
    }
    if let entry = machine.registry.methods[.array]?[last] {
      return arrayMethodHelp(entry)
    }
    return HelpTexts.attributes[last].map { "ndarray.\(last)\n  \($0)" }
  }

  /// The name that exists and is nearest to one that does not.
  public func nearestName(to name: String) -> String? {
    let known =
      machine.variables.map(\.name) + machine.registry.builtins.members.keys.sorted()
      + machine.registry.numpy.members.keys.sorted().map { "np.\($0)" }
    return Spelling.nearest(to: name, among: known)
      ?? Spelling.nearest(to: "np.\(name)", among: known)
  }

  private func attributeHelp(_ name: String, of owner: Value, _ path: [String]) -> String? {
    guard let text = HelpTexts.attributes[name] else { return nil }
    switch owner {
    case .array, .scalar:
      let title = "\(path.joined(separator: "."))\n  \(text)"
      guard let value = machine.value(of: path) else { return title }
      return title + "\n  Here: \(excerpt(value))"
    case .type(let type) where type.kind == .ndarray: return "ndarray.\(name)\n  \(text)"
    default: return nil
    }
  }

  private func help(on value: Value, _ name: String) -> String {
    switch value {
    case .builtin(let builtin):
      return entryHelp(builtin.entry, of: builtin.receiver)
    case .array(let object): return arrayHelp(object, name)
    case .function(let function): return functionHelp(function)
    case .module(let module):
      let names = module.members.keys.filter { !$0.hasPrefix("_") }.sorted()
      return "\(module.name), a module of \(names.count) names\n"
        + wrapped(names.joined(separator: " "), width: 76)
    case .type(let type):
      let text = HelpTexts.functions[type.name].map { "\n  \($0)" } ?? ""
      guard case .scalar = type.kind, let dtype = type.dtype else {
        return "\(type.repr)\(text)"
      }
      return "\(type.repr)\n  An element type of \(dtype.itemSize) "
        + "byte\(dtype.itemSize == 1 ? "" : "s"), '\(dtype.code)'."
    default: return "\(name), a value of type \(value.typeName)\n  \(excerpt(value))"
    }
  }

  private func arrayMethodHelp(_ entry: Entry) -> String {
    entryHelp(entry, of: .scalar(ScalarObject(Scalars.bool(true))))
  }

  private func entryHelp(_ entry: Entry, of receiver: Value? = nil) -> String {
    var (owner, text) = ("", HelpTexts.functions[entry.name])
    switch receiver {
    case .array, .scalar:
      owner = "ndarray."
      text = HelpTexts.methods[entry.name] ?? text
    case .builtin:
      owner = "ufunc."
      text = HelpTexts.operationMethods[entry.name]
    case .some(let value):
      owner = "\(value.typeName)."
      text = "A method of Python's \(value.typeName)."
    case nil: if isNumPy(entry) { owner = "numpy." }
    }
    let title = owner + entry.text.replacing("=<>", with: "=…")
    return text.map { title + "\n" + wrapped($0, width: 76) } ?? title
  }

  private func isNumPy(_ entry: Entry) -> Bool {
    if case .builtin(let builtin) = machine.registry.numpy.members[entry.name] {
      return builtin.entry === entry
    }
    return false
  }

  private func functionHelp(_ function: FunctionObject) -> String {
    var parts: [String] = []
    for parameter in function.definition.parameters {
      switch parameter.kind {
      case .rest: parts.append("*\(parameter.name)")
      case .restOfKeywords: parts.append("**\(parameter.name)")
      default: parts.append(parameter.hasDefault ? "\(parameter.name)=…" : parameter.name)
      }
    }
    let code = function.definition.code
    return "\(function.name)(\(parts.joined(separator: ", ")))\n"
      + "  A function of the program, from \(code.source.name)."
  }

  private func arrayHelp(_ object: ArrayObject, _ name: String) -> String {
    let array = object.array
    func tuple(_ numbers: [Int]) -> String { Printer.repr(.shape(numbers)) }
    var lines = [
      "\(name), an array of shape \(tuple(array.shape)) and type \(array.dtype.name)",
      "  strides \(tuple(array.strides)), offset \(array.byteOffset), "
        + "\(array.byteCount) bytes",
    ]
    if let base = object.base {
      let owner = machine.variables.first {
        if case .array(let other) = $0.value { other === base } else { false }
      }
      let recipe = array.recipe.map { $0.numpy } ?? ""
      lines.append(
        "  a view of \(owner?.name ?? "an array without a name")\(recipe), whose memory has "
          + "\(array.storage.byteCount) bytes")
    } else {
      lines.append("  owns its memory of \(array.storage.byteCount) bytes")
    }
    let flags = array.flags
    let order =
      flags.isRowMajor && flags.isColumnMajor
      ? "C- and F-contiguous"
      : flags.isRowMajor
        ? "C-contiguous" : flags.isColumnMajor ? "F-contiguous" : "not contiguous"
    lines.append("  \(order), \(flags.isWritable ? "writable" : "read-only")")
    return lines.joined(separator: "\n")
  }

  /// The start of a value's text.
  private func excerpt(_ value: Value) -> String {
    let text = machine.repr(value)
    let start = text.unicodeScalars.prefix(200)
    return start.count < text.unicodeScalars.count
      ? String(String.UnicodeScalarView(start)) + " …" : text
  }

  /// A text in lines of at most `width` characters, each indented.
  private func wrapped(_ text: String, width: Int) -> String {
    var (lines, line) = ([String](), "")
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        lines.append("  " + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append("  " + line)
    return lines.joined(separator: "\n")
  }
}

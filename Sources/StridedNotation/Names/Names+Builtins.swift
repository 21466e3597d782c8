// SPDX-License-Identifier: Apache-2.0

extension Registry {
  /// Python's own functions.
  func addBuiltins() {
    function("print(*values, sep=None, end=None, file=None, flush=None)", in: builtins) {
      (c) throws(Fault) in
      let separator = c.has("sep") ? try c.text("sep") : " "
      let end = c.has("end") ? try c.text("end") : "\n"
      var text = ""
      for (i, value) in c.rest("values").enumerated() {
        if i > 0 { text += separator }
        let part = c.machine.str(value)
        try c.machine.charge(bytes: part.utf8.count)
        text += part
      }
      c.machine.output(text + end)
      return .none
    }
    function("len(obj, /)", in: builtins) { (c) throws(Fault) in
      .int(try c.machine.count(of: c["obj"]))
    }
    function("id(obj, /)", in: builtins) { (c) throws(Fault) in
      guard let identity = c["obj"].identity else {
        return .int(Int64(truncatingIfNeeded: Printer.repr(c["obj"]).hashValue & 0x7FFF_FFFF))
      }
      return .int(Int64(truncatingIfNeeded: Int(bitPattern: UInt(bitPattern: identity))))
    }
    function("repr(obj, /)", in: builtins) { (c) throws(Fault) in
      let text = c.machine.repr(c["obj"])
      try c.machine.charge(bytes: text.utf8.count)
      return .text(text)
    }
    function("format(value, format_spec='', /)", in: builtins) { (c) throws(Fault) in
      .text(try c.machine.format(c["value"], try c.text("format_spec")))
    }
    function("isinstance(obj, class_or_tuple, /)", in: builtins) { (c) throws(Fault) in
      .bool(try TypeTests.isInstance(c["obj"], c["class_or_tuple"]))
    }
    function("issubclass(cls, class_or_tuple, /)", in: builtins) { (c) throws(Fault) in
      .bool(try TypeTests.isSubclass(c["cls"], c["class_or_tuple"]))
    }
    function("callable(obj, /)", in: builtins) { (c) throws(Fault) in
      switch c["obj"] {
      case .function, .builtin, .type: .bool(true)
      default: .bool(false)
      }
    }
    function("iter(iterable, /)", in: builtins) { (c) throws(Fault) in
      .iterator(try c.machine.iterator(over: c["iterable"]))
    }
    function("next(iterator, default=<>, /)", in: builtins) { (c) throws(Fault) in
      guard case .iterator(let iterator) = c["iterator"] else {
        throw Fault(.typeError, "'\(c["iterator"].typeName)' object is not an iterator")
      }
      if let value = try iterator.next(c.machine) { return value }
      guard c.isGiven("default") else {
        throw Fault(ExceptionObject(.stopIteration, arguments: []))
      }
      return c["default"]
    }
    function("reversed(sequence, /)", in: builtins) { (c) throws(Fault) in
      .iterator(
        ItemsIterator(try c.machine.items(of: c["sequence"]).reversed(), "reversed"))
    }
    function("sorted(iterable, /, *, key=None, reverse=False)", in: builtins) {
      (c) throws(Fault) in
      .list(
        try Sorting.sorted(
          try c.machine.items(of: c["iterable"]), key: c["key"], isReversed: try c.flag("reverse"),
          c.machine))
    }
    function("any(iterable, /)", in: builtins) { (c) throws(Fault) in
      let iterator = try c.machine.iterator(over: c["iterable"])
      while let item = try iterator.next(c.machine) {
        try c.machine.step()
        if try c.machine.truth(of: item) { return .bool(true) }
      }
      return .bool(false)
    }
    function("all(iterable, /)", in: builtins) { (c) throws(Fault) in
      let iterator = try c.machine.iterator(over: c["iterable"])
      while let item = try iterator.next(c.machine) {
        try c.machine.step()
        if !(try c.machine.truth(of: item)) { return .bool(false) }
      }
      return .bool(true)
    }
    function("hasattr(obj, name, /)", in: builtins) { (c) throws(Fault) in
      do throws(Fault) {
        _ = try c.machine.attribute(try c.text("name"), of: c["obj"])
        return .bool(true)
      } catch {
        guard error.exception.type == .attributeError else { throw error }
        return .bool(false)
      }
    }
    function("getattr(obj, name, default=<>, /)", in: builtins) { (c) throws(Fault) in
      do throws(Fault) { return try c.machine.attribute(try c.text("name"), of: c["obj"]) } catch {
        if error.exception.type == .attributeError {
          guard c.isGiven("default") else { throw error }
          return c["default"]
        }
        throw error
      }
    }
    function("setattr(obj, name, value, /)", in: builtins) { (c) throws(Fault) in
      try c.machine.setAttribute(try c.text("name"), of: c["obj"], to: c["value"])
      return .none
    }
    function("hash(obj, /)", in: builtins) { (c) throws(Fault) in
      .int(Int64(truncatingIfNeeded: try DictKey(c["obj"]).hashValue))
    }
    builtins.missing = [
      "open", "input", "exec", "eval", "compile", "globals", "locals", "vars", "dir", "set",
      "frozenset", "bytes", "bytearray", "memoryview", "property", "staticmethod", "classmethod",
      "super", "help", "breakpoint",
    ]
  }
}

/// What `isinstance` and `issubclass` decide.
enum TypeTests {
  static func isInstance(_ value: Value, _ classes: Value) throws(Fault) -> Bool {
    switch classes {
    case .type(let type): return value.isInstance(of: type.kind)
    case .tuple(let tuple):
      for item in tuple.items where try isInstance(value, item) { return true }
      return false
    default:
      throw Fault(
        .typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
  }

  static func isSubclass(_ value: Value, _ classes: Value) throws(Fault) -> Bool {
    guard case .type(let type) = value else {
      throw Fault(.typeError, "issubclass() arg 1 must be a class")
    }
    switch classes {
    case .type(let other):
      if other.kind == .object || type.kind == other.kind { return true }
      switch (type.kind, other.kind) {
      case (.bool, .int): return true
      case (.exception(let a), .exception(let b)): return a.isKind(of: b)
      default: return DTypeTests.isSubtype(type.kind, other.kind)
      }
    case .tuple(let tuple):
      for item in tuple.items where try isSubclass(value, item) { return true }
      return false
    default: throw Fault(.typeError, "issubclass() arg 2 must be a class or tuple of classes")
    }
  }
}

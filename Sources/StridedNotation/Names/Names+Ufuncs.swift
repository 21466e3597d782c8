// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
import StridedLoops
internal import StridedMemory

extension Registry {
  /// Elementwise functions: all that the library has, and other names for them.
  func addUfuncs() {
    let options = "out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True"
    for name in Ufuncs.unary.keys {
      ufunc("\(name)(x, /, \(options))") { (c) throws(Fault) in
        let mask = try Masks.mask(c)
        let x = try Masks.typed(c, "x")
        guard let out = try c.target("out") else {
          return try Ufuncs.unary(name, x, c.machine, where: mask)
        }
        try Ufuncs.unary(name, x, into: out, c.machine, where: mask)
        return .array(out)
      }
    }
    for name in Ufuncs.binary.keys {
      ufunc("\(name)(x1, x2, /, \(options))") { (c) throws(Fault) in
        let mask = try Masks.mask(c)
        let (x1, x2) = (try Masks.typed(c, "x1"), try Masks.typed(c, "x2"))
        guard let out = try c.target("out") else {
          return try Ufuncs.apply(name, x1, x2, c.machine, where: mask)
        }
        try Ufuncs.apply(name, x1, x2, into: out, c.machine, where: mask)
        return .array(out)
      }
    }
    for (name, operation) in Ufuncs.split {
      ufunc("\(name)(x, /)") { (c) throws(Fault) in
        let x = try c.array("x")
        try Ufuncs.admit([x], c.machine)
        let (first, second) = try lifted { () throws(ArrayError) in
          try AnyNDArray.apply(operation, x)
        }
        return .tuple([c.result(first), c.result(second)])
      }
    }
    ufunc("divmod(x1, x2, /)") { (c) throws(Fault) in
      let operands = try Operands(c["x1"], c["x2"], isComparison: false, c.machine)
      try Ufuncs.admit([operands.a, operands.b], c.machine)
      do throws(ArrayError) {
        let (first, second) = try AnyNDArray.apply(
          DivisionOperation.divmod, operands.a, operands.b)
        return .tuple([c.result(first), c.result(second)])
      } catch { throw Ufuncs.fault(error, [operands.a, operands.b], "divmod") }
    }
    addUfuncAliases()
    addUfuncMethods()
    addClip()
  }

  private func ufunc(_ signature: String, _ body: @escaping Entry.Body) {
    let entry = Entry(signature, isUfunc: true, body)
    numpy.members[entry.name] = .builtin(BuiltinObject(entry))
  }

  private func addUfuncAliases() {
    let aliases = [
      "mod": "remainder", "true_divide": "divide", "abs": "absolute", "bitwise_not": "invert",
      "bitwise_invert": "invert", "bitwise_left_shift": "left_shift",
      "bitwise_right_shift": "right_shift", "conj": "conjugate", "pow": "power",
      "degrees": "rad2deg", "radians": "deg2rad", "acos": "arccos", "asin": "arcsin",
      "atan": "arctan", "atan2": "arctan2", "acosh": "arccosh", "asinh": "arcsinh",
      "atanh": "arctanh",
    ]
    for (name, other) in aliases where numpy.members[other] != nil { alias(name, of: other) }
  }

  private func addClip() {
    both("clip(a, a_min=<>, a_max=<>, out=None, *, min=<>, max=<>)") { (c) throws(Fault) in
      let a = try c.object("a")
      let low = c.isGiven("min") ? c["min"] : c["a_min"]
      let high = c.isGiven("max") ? c["max"] : c["a_max"]
      var value = Value.array(a)
      if case .none = low {} else { value = try Ufuncs.apply("maximum", value, low, c.machine) }
      if case .none = high {} else { value = try Ufuncs.apply("minimum", value, high, c.machine) }
      if case .none = low, case .none = high {
        value = c.result(
          try lifted { () throws(ArrayError) in try a.array.copy(order: .keep) })
      }
      guard let out = try c.target("out") else { return value }
      try c.machine.assign(value, to: out.array)
      return c.written(out)
    }
  }

  private func addUfuncMethods() {
    method(.ufunc, "reduce(self, array, /, axis=0, dtype=None, out=None, keepdims=False)") {
      (c) throws(Fault) in
      let names = [
        "add": "sum", "multiply": "prod", "minimum": "min", "maximum": "max",
        "logical_and": "all", "logical_or": "any",
      ]
      return try Masks.forward(c, names, ["axis", "out", "keepdims"])
    }
    method(.ufunc, "accumulate(self, array, /, axis=0, dtype=None, out=None)") {
      (c) throws(Fault) in
      try Masks.forward(c, ["add": "cumsum", "multiply": "cumprod"], ["axis", "out"])
    }
    method(.ufunc, "outer(self, A, B, /)") { (c) throws(Fault) in
      guard case .builtin(let ufunc) = c["self"] else { return .none }
      let (a, b) = (try c.object("A"), try c.array("B"))
      let shape = a.array.shape + Array(repeating: 1, count: b.rank)
      let wide = try lifted { () throws(ArrayError) in try a.array.reshaped(shape) }
      return try Ufuncs.apply(
        ufunc.entry.name, .array(ArrayObject(wide, base: nil)), .array(try c.object("B")),
        c.machine)
    }
    method(.ufunc, "at(self, a, indices, b=<>, /)") { (c) throws(Fault) in
      guard case .builtin(let ufunc) = c["self"], case .array(let a) = c["a"] else {
        throw Fault(.typeError, "first operand must be array")
      }
      guard let operation = Ufuncs.binary[ufunc.entry.name], c.isGiven("b") else {
        throw Fault(.notImplementedError, "Strided's at takes an operation on two values")
      }
      guard a.array.isWritable else { throw Fault(.valueError, "array is read-only") }
      let values = try c.machine.source(c["b"], for: a.array.dtype)
      let terms = try c.machine.terms(of: c["indices"])
      try lifted { () throws(ArrayError) in
        try a.array.accumulate(operation, values, at: terms.advanced)
      }
      c.machine.observer?.wrote(through: a, a.array, by: ufunc.entry.name, picked: true)
      return .none
    }
  }
}

/// Arguments that elementwise functions have in common.
enum Masks {
  /// The `where=` mask, or nil for all elements.
  static func mask(_ c: Call) throws(Fault) -> AnyNDArray? {
    if case .bool(true) = c["where"] { return nil }
    let mask = try c.array("where")
    guard mask.dtype.kind == .bool else {
      throw Fault(
        .typeError,
        "Cannot cast array data from \(Printer.repr(.dtype(mask.dtype))) to dtype('bool') according "
          + "to the rule 'safe'")
    }
    return mask
  }

  /// An operand, converted to what `dtype=` asks for.
  static func typed(_ c: Call, _ name: String) throws(Fault) -> Value {
    guard let dtype = try c.dtype() else { return c[name] }
    if Operands.isWeak(c[name]) {
      return .scalar(ScalarObject(try Elements.converted(c[name], to: dtype)))
    }
    let array = try c.array(name)
    guard try Casting.isAllowed(array.dtype, dtype, try c.text("casting")) else {
      throw Fault(
        .ufuncTypeError,
        "Cannot cast ufunc '\(c.entry.name)' input from \(Printer.repr(.dtype(array.dtype))) to "
          + "\(Printer.repr(.dtype(dtype))) with casting rule '\(try c.text("casting"))'")
    }
    let cast = try lifted { () throws(ArrayError) in
      try array.cast(to: dtype, copying: .ifNeeded)
    }
    return .array(ArrayObject(cast, base: nil))
  }

  /// Calls the reduction that a method of an operation means.
  static func forward(
    _ c: Call, _ names: [String: String], _ keywords: [String]
  ) throws(Fault) -> Value {
    guard case .builtin(let ufunc) = c["self"], let name = names[ufunc.entry.name],
      let function = c.machine.registry.numpy.members[name]
    else {
      throw Fault(
        .notImplementedError, "Strided has no '\(c.entry.name)' of this operation")
    }
    var arguments = Arguments(positional: [c["array"]])
    for keyword in keywords { try arguments.add(keyword, c[keyword]) }
    if c.has("dtype") { try arguments.add("dtype", c["dtype"]) }
    return try c.machine.call(function, arguments)
  }
}

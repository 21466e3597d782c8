// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Registry {
  /// Functions that pick elements, or write to elements that are picked.
  func addPicking() {
    both("take(a, indices, axis=None, out=None, mode='raise')") { (c) throws(Fault) in
      let (a, axis) = (try c.array("a"), try c.optionalInt("axis"))
      let (positions, mode) = (try Picking.positions(c["indices"], c.machine), try Picking.mode(c))
      if let out = try c.target("out") {
        _ = try lifted { () throws(ArrayError) in
          try a.take(positions, axis: axis, mode: mode, into: out.array)
        }
        return c.written(out)
      }
      return c.result(
        try lifted { () throws(ArrayError) in try a.take(positions, axis: axis, mode: mode) })
    }
    both("put(a, ind, v, mode='raise')") { (c) throws(Fault) in
      guard case .array(let a) = c["a"] else {
        throw Fault(.typeError, "argument 1 must be numpy.ndarray, not \(c["a"].typeName)")
      }
      let positions = try Picking.positions(c["ind"], c.machine)
      let (values, mode) = (try c.machine.source(c["v"], for: a.array.dtype), try Picking.mode(c))
      try Picking.checkWritable(a)
      if positions.count == 0 || values.count == 0 { return .none }
      try lifted { () throws(ArrayError) in try a.array.put(values, at: positions, mode: mode) }
      c.machine.observer?.wrote(through: a, a.array, by: "put", picked: true)
      return .none
    }
    function("putmask(a, mask, values)") { (c) throws(Fault) in
      try Picking.masked(c, "a", "mask", "values") { (a, mask, values) throws(ArrayError) in
        try a.putMask(mask, values)
      }
    }
    function("place(arr, mask, vals)") { (c) throws(Fault) in
      if try c.array("vals").count == 0 {
        guard try !Picking.hasTrue(try c.array("mask")) else {
          throw Fault(.valueError, "Cannot insert from an empty array!")
        }
        return .none
      }
      return try Picking.masked(c, "arr", "mask", "vals") { (a, mask, values) throws(ArrayError) in
        try a.place(mask, values)
      }
    }
    function("compress(condition, a, axis=None, out=None)") { (c) throws(Fault) in
      try Picking.compressed(c)
    }
    method(.array, "compress(a, condition, axis=None, out=None)") { (c) throws(Fault) in
      try Picking.compressed(c)
    }
    function("extract(condition, arr)") { (c) throws(Fault) in
      let (mask, a) = (try c.array("condition"), try c.array("arr"))
      return c.made(try lifted { () throws(ArrayError) in try a.extract(mask) })
    }
    function("where(condition, x=<>, y=<>, /)") { (c) throws(Fault) in try Picking.where(c) }
    both("nonzero(a)") { (c) throws(Fault) in
      let a = try c.array("a")
      guard a.rank > 0 else {
        throw Fault(
          .valueError,
          "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. "
            + "If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
        )
      }
      return .tuple(
        try lifted { () throws(ArrayError) in try a.nonzero() }.map { c.made($0) })
    }
    function("argwhere(a)") { (c) throws(Fault) in
      let a = try c.array("a")
      return c.made(try lifted { () throws(ArrayError) in try a.argwhere() })
    }
    function("flatnonzero(a)") { (c) throws(Fault) in
      let a = try c.array("a")
      return c.made(try lifted { () throws(ArrayError) in try a.flatNonzero() })
    }
    addAlong()
    addCopyTo()
  }

  private func addAlong() {
    function("take_along_axis(arr, indices, axis=-1)") { (c) throws(Fault) in
      let (a, positions) = (try c.array("arr"), try c.array("indices"))
      guard let axis = try c.optionalInt("axis") else {
        return c.made(
          try lifted { () throws(ArrayError) in
            try a.raveled().takeAlong(positions, axis: 0)
          })
      }
      return c.made(
        try lifted { () throws(ArrayError) in try a.takeAlong(positions, axis: axis) })
    }
    function("put_along_axis(arr, indices, values, axis)") { (c) throws(Fault) in
      let (a, positions) = (try c.object("arr"), try c.array("indices"))
      let (values, axis) = (
        try c.machine.source(c["values"], for: a.array.dtype), try c.int("axis")
      )
      try Picking.checkWritable(a)
      try lifted { () throws(ArrayError) in
        try a.array.putAlong(values, at: positions, axis: axis)
      }
      c.machine.observer?.wrote(through: a, a.array, by: "put_along_axis", picked: true)
      return .none
    }
    both("choose(a, choices, out=None, mode='raise')") { (c) throws(Fault) in
      let (a, mode) = (try c.array("a"), try Picking.mode(c))
      var choices: [AnyNDArray] = []
      for item in try c.machine.items(of: c["choices"]) {
        choices.append(try c.machine.array(item))
      }
      try Picking.admit([a] + choices, c.machine)
      return c.result(
        try lifted { () throws(ArrayError) in try a.choose(choices, mode: mode) })
    }
    function("select(condlist, choicelist, default=0)") { (c) throws(Fault) in
      let (conditions, choices) = (try c.arrays("condlist"), try c.arrays("choicelist"))
      guard conditions.count == choices.count else {
        throw Fault(
          .valueError, "list of cases must be same length as list of conditions")
      }
      guard let first = choices.first else {
        throw Fault(.valueError, "select with an empty condition list is not possible")
      }
      let fallback =
        Operands.isWeak(c["default"])
        ? try Operands.weak(c["default"], beside: first.dtype, false) : try c.array("default")
      try Picking.admit(conditions + choices, c.machine)
      return c.made(
        try lifted { () throws(ArrayError) in
          try AnyNDArray.select(conditions, choices, default: fallback)
        })
    }
  }

  private func addCopyTo() {
    function("copyto(dst, src, casting='same_kind', where=True)") { (c) throws(Fault) in
      guard case .array(let target) = c["dst"] else {
        throw Fault(
          .typeError, "copyto() argument 1 must be numpy.ndarray, not \(c["dst"].typeName)")
      }
      let dtype = target.array.dtype
      let isWeak = Operands.isWeak(c["src"])
      let rule = try c.text("casting")
      let natural = isWeak ? Operands.weakType(c["src"], beside: dtype) : dtype
      if isWeak, !(try Casting.isAllowed(natural, dtype, rule)) {
        let type = try DTypes.natural(of: c["src"])
        throw Fault(
          .typeError,
          "Cannot cast scalar from \(Printer.repr(.dtype(type))) to \(Printer.repr(.dtype(dtype))) "
            + "according to the rule '\(rule)'")
      }
      let source = isWeak ? try Elements.converted(c["src"], to: dtype) : try c.array("src")
      guard try Casting.isAllowed(source.dtype, dtype, rule) else {
        throw Fault(
          .typeError,
          "Cannot cast array data from \(Printer.repr(.dtype(source.dtype))) to "
            + "\(Printer.repr(.dtype(dtype))) according to the rule '\(rule)'")
      }
      try Picking.checkWritable(target)
      if case .bool(true) = c["where"] {
        try c.machine.assign(.array(ArrayObject(source, base: nil)), to: target.array)
        c.machine.observer?.wrote(through: target, target.array, by: "copyto")
      } else {
        let mask = try c.array("where")
        try lifted { () throws(ArrayError) in
          try source.cast(to: dtype, copying: .ifNeeded).copy(to: target.array, where: mask)
        }
        c.machine.observer?.wrote(through: target, target.array, by: "copyto", picked: true)
      }
      return .none
    }
  }
}

/// What functions that pick elements have in common.
enum Picking {
  static func positions(_ value: Value, _ machine: Machine) throws(Fault) -> AnyNDArray {
    let array = try machine.array(value)
    if array.count == 0, !array.dtype.isInteger {
      return try lifted { () throws(ArrayError) in try array.cast(to: .int64) }
    }
    guard array.dtype.isInteger || array.dtype.kind == .bool else {
      throw Fault(
        .typeError,
        "Cannot cast array data from \(Printer.repr(.dtype(array.dtype))) to dtype('int64') "
          + "according to the rule 'safe'")
    }
    return array.dtype.kind == .bool
      ? try lifted { () throws(ArrayError) in try array.cast(to: .int64) } : array
  }

  static func mode(_ c: Call) throws(Fault) -> IndexMode {
    switch try c.text("mode") {
    case "raise": return .raise
    case "wrap": return .wrap
    case "clip": return .clip
    default: throw Fault(.typeError, "clipmode not understood")
    }
  }

  static func checkWritable(_ object: ArrayObject) throws(Fault) {
    guard object.array.isWritable else {
      throw Fault(.valueError, "assignment destination is read-only")
    }
  }

  static func hasTrue(_ mask: AnyNDArray) throws(Fault) -> Bool {
    guard mask.count > 0 else { return false }
    return try lifted { () throws(ArrayError) in
      try mask.cast(to: .bool, copying: .ifNeeded).max().truthOfOnly()
    }
  }

  static func admit(_ arrays: [AnyNDArray], _ machine: Machine) throws(Fault) {
    if let shape = try? Layout.broadcastShape(arrays.map(\.shape)) {
      try machine.admit(shape, .complex128)
    }
  }

  static func masked(
    _ c: Call, _ name: String, _ maskName: String, _ valuesName: String,
    _ body: (AnyNDArray, AnyNDArray, AnyNDArray) throws(ArrayError) -> Void
  ) throws(Fault) -> Value {
    guard case .array(let a) = c[name] else {
      throw Fault(.typeError, "argument 1 must be numpy.ndarray, not \(c[name].typeName)")
    }
    let mask = try lifted1(try c.array(maskName))
    let values = try c.machine.source(c[valuesName], for: a.array.dtype)
    try checkWritable(a)
    do throws(ArrayError) { try body(a.array, mask, values) } catch { throw Fault(error) }
    c.machine.observer?.wrote(through: a, a.array, by: c.entry.name, picked: true)
    return .none
  }

  /// A mask of truth values.
  private static func lifted1(_ mask: AnyNDArray) throws(Fault) -> AnyNDArray {
    try lifted { () throws(ArrayError) in try mask.cast(to: .bool, copying: .ifNeeded) }
  }

  static func compressed(_ c: Call) throws(Fault) -> Value {
    let (a, axis) = (try c.array("a"), try c.optionalInt("axis"))
    let condition = try lifted1(try c.array("condition"))
    guard condition.rank == 1 else {
      throw Fault(.valueError, "condition must be a 1-d array")
    }
    return c.made(try lifted { () throws(ArrayError) in try a.compress(condition, axis: axis) })
  }

  static func `where`(_ c: Call) throws(Fault) -> Value {
    let condition = try c.array("condition")
    guard c.isGiven("x") || c.isGiven("y") else {
      guard condition.rank > 0 else {
        throw Fault(
          .valueError,
          "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. "
            + "If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
        )
      }
      return .tuple(
        try lifted { () throws(ArrayError) in try condition.nonzero() }.map { c.made($0) })
    }
    guard c.isGiven("x"), c.isGiven("y") else {
      throw Fault(.valueError, "either both or neither of x and y should be given")
    }
    let operands = try Operands(c["x"], c["y"], isComparison: false, c.machine)
    let mask = try lifted1(condition)
    try admit([mask, operands.a, operands.b], c.machine)
    do throws(ArrayError) {
      return c.made(try AnyNDArray.where(mask, operands.a, operands.b))
    } catch {
      guard error.kind == .value else { throw Fault(error) }
      let shapes = [mask.shape, operands.a.shape, operands.b.shape]
      throw Fault(
        .valueError,
        "operands could not be broadcast together with shapes "
          + shapes.map { Ufuncs.shapeText($0) }.joined(separator: " ") + " ")
    }
  }
}

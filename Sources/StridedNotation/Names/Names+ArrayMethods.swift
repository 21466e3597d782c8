// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Registry {
  /// Methods of arrays that are no functions of NumPy with the same parameters.
  func addArrayMethods() {
    method(.array, "copy(a, order='C')") { (c) throws(Fault) in
      try copied(c)
    }
    function("copy(a, order='K', subok=False)") { (c) throws(Fault) in try copied(c) }
    method(.array, "flatten(a, order='C')") { (c) throws(Fault) in
      let (a, order) = (try c.array("a"), try c.order())
      try c.machine.admit([a.count], a.dtype)
      return c.made(try lifted { () throws(ArrayError) in try a.flattened(order: order) })
    }
    method(.array, "astype(a, dtype, order='K', casting='unsafe', subok=True, copy=True)") {
      (c) throws(Fault) in
      try cast(c)
    }
    function("astype(a, dtype, /, *, copy=True, order='K', casting='unsafe')") {
      (c) throws(Fault) in
      try cast(c)
    }
    method(.array, "view(a, dtype=None, type=None)") { (c) throws(Fault) in
      let a = try c.object("a")
      if case .type(let type) = c["dtype"], type.kind == .ndarray {
        return c.view(a.array.viewOfAll, of: a)
      }
      guard let dtype = try c.dtype() else { return c.view(a.array.viewOfAll, of: a) }
      return c.view(try lifted { () throws(ArrayError) in try a.array.view(as: dtype) }, of: a)
    }
    method(.array, "fill(a, value, /)") { (c) throws(Fault) in
      let a = try c.object("a")
      guard a.array.isWritable else {
        throw Fault(.valueError, "assignment destination is read-only")
      }
      try c.machine.assign(c["value"], to: a.array)
      c.machine.observer?.wrote(through: a, a.array, by: "fill")
      return .none
    }
    method(.array, "item(a, /, *args)") { (c) throws(Fault) in
      try item(c)
    }
    method(.array, "tolist(a, /)") { (c) throws(Fault) in
      let a = try c.array("a")
      try c.machine.charge(items: a.count)
      return try list(of: a)
    }
    method(.array, "setflags(a, /, write=None, align=None, uic=None)") { (c) throws(Fault) in
      if c.has("write") {
        try FlagsObject(try c.object("a")).setWritable(try c.flag("write"))
      }
      return .none
    }
    method(.array, "__len__(a, /)") { (c) throws(Fault) in
      .int(try c.machine.count(of: c["a"]))
    }
    for name in ["conj", "conjugate"] {
      method(.array, "\(name)(a, /)") { (c) throws(Fault) in
        let a = try c.object("a")
        guard a.array.dtype.isComplex else { return c.same(a) }
        return try conjugated(c, a.array)
      }
      function("\(name)(x, /)") { (c) throws(Fault) in try conjugated(c, try c.array("x")) }
    }
  }
}

private func copied(_ c: Call) throws(Fault) -> Value {
  let (a, order) = (try c.array("a"), try c.order())
  try c.machine.admit(a.shape, a.dtype)
  return c.made(try lifted { () throws(ArrayError) in try a.copy(order: order) })
}

private func cast(_ c: Call) throws(Fault) -> Value {
  let (a, order) = (try c.object("a"), try c.order())
  let (dtype, rule) = (try DTypes.dtype(c["dtype"]), try c.text("casting"))
  let from = a.array.dtype
  guard try Casting.isAllowed(from, dtype, rule) else {
    throw Fault(
      .typeError,
      "Cannot cast array data from \(Printer.repr(.dtype(from))) to \(Printer.repr(.dtype(dtype))) "
        + "according to the rule '\(rule)'")
  }
  if try !c.flag("copy"), dtype == from, order.fits(a.array) { return c.same(a) }
  try c.machine.admit(a.array.shape, dtype)
  return c.made(
    try lifted { () throws(ArrayError) in try a.array.cast(to: dtype, order: order) })
}

private func conjugated(_ c: Call, _ array: AnyNDArray) throws(Fault) -> Value {
  try c.machine.admit(array.shape, array.dtype)
  let result = try lifted { () throws(ArrayError) in
    try array.cast(to: array.dtype.native, order: .keep)
  }
  if array.dtype.isComplex {
    let part = try lifted { () throws(ArrayError) in try result.imaginary() }
    try lifted { () throws(ArrayError) in
      let minus = NDArray(scalar: -1.0).erased
      try AnyNDArray.apply(.multiply, part, minus.cast(to: part.dtype), into: part)
    }
  }
  return c.result(result)
}

private func item(_ c: Call) throws(Fault) -> Value {
  let a = try c.object("a").array
  var places = c.rest("args")
  if places.count == 1, case .tuple(let tuple) = places[0] { places = tuple.items }
  if places.isEmpty {
    guard a.count == 1 else {
      throw Fault(.valueError, "can only convert an array of size 1 to a Python scalar")
    }
    return try Elements.value(of: a)
  }
  if places.count == 1, a.rank != 1 {
    guard let place = try c.machine.integer(places[0]) else {
      throw Fault(.typeError, "an integer is required")
    }
    guard place >= -Int64(a.count), place < Int64(a.count) else {
      throw Fault(
        .indexError, "index \(place) is out of bounds for size \(a.count)")
    }
    return try Elements.value(
      of: try lifted { () throws(ArrayError) in
        try a.take(Scalars.int(Int(place)))
      })
  }
  guard places.count == a.rank else {
    throw Fault(.valueError, "incorrect number of indices for array")
  }
  var terms: [AxisIndex] = []
  for place in places {
    guard let number = try c.machine.integer(place) else {
      throw Fault(.typeError, "an integer is required")
    }
    terms.append(.index(Int(clamping: number)))
  }
  return try Elements.value(
    of: try lifted { () throws(ArrayError) in try a.view(at: terms) })
}

/// An array as nested lists of Python's values.
private func list(of array: AnyNDArray) throws(Fault) -> Value {
  guard let axis = array.layout.axes.first else { return try Elements.value(of: array) }
  var items: [Value] = []
  for i in 0..<axis.length {
    items.append(
      try list(of: try lifted { () throws(ArrayError) in try array.view(at: [.index(i)]) }))
  }
  return .list(items)
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
import StridedMath
internal import StridedMemory

extension Registry {
  /// Products of matrices and sums of products.
  func addProducts() {
    product("matmul(x1, x2, /, out=None)", "x1", "x2") { (a, b) throws(ArrayError) in
      try a.matmul(b)
    }
    product("dot(a, b, out=None)", "a", "b", isMethod: true) { (a, b) throws(ArrayError) in
      try a.dot(b)
    }
    product("outer(a, b, out=None)", "a", "b") { (a, b) throws(ArrayError) in try a.outer(b) }
    product("inner(a, b, /)", "a", "b") { (a, b) throws(ArrayError) in try a.inner(b) }
    product("vdot(a, b, /)", "a", "b") { (a, b) throws(ArrayError) in
      try AnyNDArray.apply(.conjugate, a.raveled()).dot(b.raveled())
    }
    function("tensordot(a, b, axes=2)") { (c) throws(Fault) in
      let (a, b) = (try c.array("a"), try c.array("b"))
      if let count = try c.machine.integer(c["axes"]) {
        return c.made(
          try lifted { () throws(ArrayError) in
            try a.tensordot(b, axes: Int(clamping: count))
          })
      }
      let pair = try c.machine.items(of: c["axes"])
      guard pair.count == 2 else {
        throw Fault(.valueError, "axes must be an integer or two lists of axes")
      }
      let axes = (try Call.ints(pair[0], c.machine), try Call.ints(pair[1], c.machine))
      return c.made(
        try lifted { () throws(ArrayError) in try a.tensordot(b, axes: axes) })
    }
    function("einsum(subscripts, *operands, out=None, optimize=False)") { (c) throws(Fault) in
      let notation = try c.text("subscripts")
      let objects = try c.rest("operands").map { (value) throws(Fault) in
        try c.machine.arrayObject(value)
      }
      try Products.admit(notation, objects.map { $0.array }, c.machine)
      let result = try lifted { () throws(ArrayError) in
        try AnyNDArray.einsum(notation, objects.map { $0.array })
      }
      if let out = try c.target("out") { return try Products.write(result, to: out, c) }
      if objects.count == 1, let source = objects.first, result.rank > 0,
        result.storage.isSame(as: source.array.storage)
      {
        return c.view(result, of: source)
      }
      return c.result(result)
    }
    both("trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None)") { (c) throws(Fault) in
      let (a, offset) = (try c.array("a"), try c.int("offset"))
      let axes = (try c.int("axis1"), try c.int("axis2"))
      let dtype = try c.dtype()
      let result = try lifted { () throws(ArrayError) in
        try a.diagonal(offset: offset, axes: axes).sum(axes: [-1], dtype: dtype)
      }
      if let out = try c.target("out") { return try Products.write(result, to: out, c) }
      return c.result(result)
    }
  }

  private func product(
    _ signature: String, _ first: String, _ second: String, isMethod: Bool = false,
    _ body: @escaping (AnyNDArray, AnyNDArray) throws(ArrayError) -> AnyNDArray
  ) {
    let run: Entry.Body = { (c) throws(Fault) in
      let (a, b) = (try c.array(first), try c.array(second))
      try Products.admit(a, b, isOuter: c.entry.name == "outer", c.machine)
      let result = try lifted { () throws(ArrayError) in try body(a, b) }
      if let out = try c.target("out") { return try Products.write(result, to: out, c) }
      return c.result(result)
    }
    isMethod ? both(signature, run) : function(signature, run)
  }
}

/// What products have in common.
enum Products {
  /// Writes a product to the array given as `out=`.
  static func write(_ result: AnyNDArray, to out: ArrayObject, _ c: Call) throws(Fault) -> Value {
    guard out.array.isWritable else { throw Fault(.valueError, "output array is read-only") }
    guard out.array.shape == result.shape, out.array.dtype == result.dtype else {
      throw Fault(
        .valueError,
        "output array is not acceptable (must have the right datatype, number of dimensions, and be "
          + "a C-Array)")
    }
    try lifted { () throws(ArrayError) in try out.array.assign(from: result) }
    return c.written(out)
  }

  /// Refuses products whose results would be too large.
  static func admit(
    _ a: AnyNDArray, _ b: AnyNDArray, isOuter: Bool, _ machine: Machine
  ) throws(Fault) {
    let inner = isOuter ? 1 : max(1, a.shape.last ?? 1)
    let dtype = try lifted { () throws(ArrayError) in try DType.promoted(a.dtype, b.dtype) }
    try machine.admit([(a.count + inner - 1) / inner, (b.count + inner - 1) / inner], dtype)
  }

  /// Refuses sums of products whose results would be too large.
  static func admit(
    _ notation: String, _ operands: [AnyNDArray], _ machine: Machine
  ) throws(Fault) {
    var lengths: [UInt8: Int] = [:]
    let text = Array(notation.utf8.filter { $0 != Byte.space })
    let arrow = text.firstIndex(of: UInt8(ascii: "-")) ?? text.count
    for (labels, operand) in zip(text[..<arrow].split(separator: UInt8(ascii: ",")), operands)
    where labels.count == operand.rank {
      for (label, length) in zip(labels, operand.shape) { lengths[label] = length }
    }
    let shown = arrow < text.count ? Array(text[arrow...]) : Array(text[..<arrow])
    try machine.admit(Set(shown).compactMap { lengths[$0] }, .float64)
  }
}

extension Machine {
  /// `a @ b`.
  func matrixProduct(_ a: Value, _ b: Value) throws(Fault) -> Value {
    let (a, b) = (try array(a), try array(b))
    for (i, operand) in [a, b].enumerated() where operand.rank == 0 {
      throw Fault(
        .valueError,
        "matmul: Input operand \(i) does not have enough dimensions (has 0, gufunc core with "
          + "signature (n?,k),(k,m?)->(n?,m?) requires 1)")
    }
    return result(try lifted { () throws(ArrayError) in try a.matmul(b) }, by: "matmul")
  }
}

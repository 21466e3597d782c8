// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
import StridedLoops
internal import StridedMemory

extension Registry {
  /// Functions that make one element of many.
  func addReductions() {
    for ignores in [false, true] {
      addSums(ignoringNaN: ignores)
      addExtremes(ignoringNaN: ignores)
      addMeans(ignoringNaN: ignores)
    }
    for (name, isAll) in [("any", false), ("all", true)] {
      reduction("\(name)(a, axis=None, out=None, keepdims=False, *, where=True)", isMethod: true) {
        (_, r) throws(ArrayError) in
        try isAll
          ? r.a.all(axes: r.axes, keepingAxes: r.keeps, where: r.mask, into: r.target)
          : r.a.any(axes: r.axes, keepingAxes: r.keeps, where: r.mask, into: r.target)
      }
    }
    reduction("count_nonzero(a, axis=None, *, keepdims=False)", isMethod: false) {
      (_, r) throws(ArrayError) in
      try r.a.countNonzero(axes: r.axes, keepingAxes: r.keeps)
    }
    function("ptp(a, axis=None, out=None, keepdims=False)") { (c) throws(Fault) in
      let r = try Reductions(c)
      try r.checkIdentity("maximum")
      return try r.delivered(c) { () throws(ArrayError) in
        try r.a.peakToPeak(axes: r.axes, keepingAxes: r.keeps, into: r.target)
      }
    }
    alias("amin", of: "min")
    alias("amax", of: "max")
  }

  private func addSums(ignoringNaN ignores: Bool) {
    let rest = "(a, axis=None, dtype=None, out=None, keepdims=False, initial=<>, where=True)"
    for (name, isProduct) in [("sum", false), ("prod", true)] {
      reduction((ignores ? "nan" : "") + name + rest, isMethod: !ignores) {
        (_, r) throws(ArrayError) in
        try isProduct
          ? r.a.product(
            axes: r.axes, keepingAxes: r.keeps, dtype: r.dtype, initial: r.initial, where: r.mask,
            ignoringNaN: ignores, into: r.target)
          : r.a.sum(
            axes: r.axes, keepingAxes: r.keeps, dtype: r.dtype, initial: r.initial, where: r.mask,
            ignoringNaN: ignores, into: r.target)
      }
    }
  }

  private func addExtremes(ignoringNaN ignores: Bool) {
    for (name, full) in [("min", "minimum"), ("max", "maximum")] {
      let prefix = ignores ? "nan" : ""
      let signature =
        "\(prefix)\(name)(a, axis=None, out=None, keepdims=False, initial=<>, where=True)"
      let run: Entry.Body = { (c) throws(Fault) in
        let r = try Reductions(c)
        try r.checkIdentity(full)
        return try r.delivered(c) { () throws(ArrayError) in
          try name == "max"
            ? r.a.max(
              axes: r.axes, keepingAxes: r.keeps, initial: r.initial, where: r.mask,
              ignoringNaN: ignores, into: r.target)
            : r.a.min(
              axes: r.axes, keepingAxes: r.keeps, initial: r.initial, where: r.mask,
              ignoringNaN: ignores, into: r.target)
        }
      }
      ignores ? function(signature, run) : both(signature, run)
      let position: Entry.Body = { (c) throws(Fault) in
        let r = try Reductions(c)
        guard r.a.count > 0 || !(r.axes ?? []).isEmpty else {
          throw Fault(.valueError, "attempt to get arg\(name) of an empty sequence")
        }
        let axis = r.axes?.first
        return try r.delivered(c) { () throws(ArrayError) in
          try name == "max"
            ? r.a.argmax(
              axis: axis, keepingAxes: r.keeps, ignoringNaN: ignores, into: r.target)
            : r.a.argmin(
              axis: axis, keepingAxes: r.keeps, ignoringNaN: ignores, into: r.target)
        }
      }
      let positionSignature = "\(prefix)arg\(name)(a, axis=None, out=None, *, keepdims=False)"
      ignores ? function(positionSignature, position) : both(positionSignature, position)
    }
  }

  private func addMeans(ignoringNaN ignores: Bool) {
    let prefix = ignores ? "nan" : ""
    reduction(
      "\(prefix)mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True)",
      isMethod: !ignores
    ) { (_, r) throws(ArrayError) in
      try r.a.mean(
        axes: r.axes, keepingAxes: r.keeps, dtype: r.dtype, where: r.mask, ignoringNaN: ignores,
        into: r.target)
    }
    for (name, isRoot) in [("var", false), ("std", true)] {
      let signature =
        "\(prefix)\(name)(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, "
        + "where=True, correction=<>)"
      let run: Entry.Body = { (c) throws(Fault) in
        let r = try Reductions(c)
        let correction = try c.int(c.isGiven("correction") ? "correction" : "ddof")
        return try r.delivered(c) { () throws(ArrayError) in
          let a = try r.dtype.map { (dtype) throws(ArrayError) in try r.a.cast(to: dtype) } ?? r.a
          return try isRoot
            ? a.standardDeviation(
              axes: r.axes, keepingAxes: r.keeps, correction: correction, where: r.mask,
              ignoringNaN: ignores, into: r.target)
            : a.variance(
              axes: r.axes, keepingAxes: r.keeps, correction: correction, where: r.mask,
              ignoringNaN: ignores, into: r.target)
        }
      }
      ignores ? function(signature, run) : both(signature, run)
    }
  }

  /// Adds a reduction; `body` gives its result, which was written to the target if there is one.
  private func reduction(
    _ signature: String, isMethod: Bool,
    _ body: @escaping (Call, Reductions) throws(ArrayError) -> AnyNDArray
  ) {
    let run: Entry.Body = { (c) throws(Fault) in
      let arguments = try Reductions(c)
      return try arguments.delivered(c) { () throws(ArrayError) in try body(c, arguments) }
    }
    isMethod ? both(signature, run) : function(signature, run)
  }
}

/// The arguments that reductions have in common.
struct Reductions {
  let a: AnyNDArray
  let axes: [Int]?
  let keeps: Bool
  var dtype: DType?
  var initial: AnyNDArray?
  var mask: AnyNDArray?
  var target: AnyNDArray?

  /// - Parameter hasTarget: Whether results are written to `out=` as they are made.
  init(_ c: Call, hasTarget: Bool = true) throws(Fault) {
    a = try c.array("a")
    axes = try c.optionalInts("axis")
    keeps = try c.flag("keepdims")
    dtype = try c.dtype()
    if c.isGiven("initial"), c.has("initial") {
      let value = c["initial"]
      initial =
        Operands.isWeak(value)
        ? try Operands.weak(value, beside: a.dtype, false) : try c.array("initial")
    }
    if c.isGiven("where") { mask = try Masks.mask(c) }
    target = hasTarget ? try c.target("out")?.array : nil
    if let axes {
      var seen: Set<Int> = []
      for axis in axes {
        let layout = a.layout
        let normal = try lifted { () throws(ArrayError) in try layout.normalizedAxis(axis) }
        guard seen.insert(normal).inserted else {
          throw Fault(.valueError, "duplicate value in 'axis'")
        }
      }
    }
  }

  /// The result of `body`, or the array given as `out=`, which `body` has written to.
  func delivered(
    _ c: Call, _ body: () throws(ArrayError) -> AnyNDArray
  ) throws(Fault) -> Value {
    if let target, !target.isWritable { throw Fault(.valueError, "output array is read-only") }
    let result = try lifted(body)
    if let out = try c.target("out") { return c.written(out) }
    return c.result(result)
  }

  /// Throws NumPy's words where a least or greatest element is asked for and there is none.
  func checkIdentity(_ name: String) throws(Fault) {
    guard initial == nil, a.count == 0 else { return }
    let shape = a.shape
    let reduced = Set((axes ?? Array(shape.indices)).map { $0 < 0 ? $0 + shape.count : $0 })
    let kept = shape.indices.filter { !reduced.contains($0) }
    guard kept.allSatisfy({ shape[$0] > 0 }) else { return }
    throw Fault(
      .valueError,
      "zero-size array to reduction operation \(name) which has no identity")
  }
}

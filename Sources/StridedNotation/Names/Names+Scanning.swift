// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Registry {
  /// Running results, differences and rounding.
  func addScanning() {
    for ignores in [false, true] {
      for (name, isProduct) in [("cumsum", false), ("cumprod", true)] {
        let signature = (ignores ? "nan" : "") + name + "(a, axis=None, dtype=None, out=None)"
        let run: Entry.Body = { (c) throws(Fault) in
          let r = try Reductions(c)
          return try r.delivered(c) { () throws(ArrayError) in
            try isProduct
              ? r.a.cumulativeProduct(
                axis: r.axes?.first, dtype: r.dtype, ignoringNaN: ignores, into: r.target)
              : r.a.cumulativeSum(
                axis: r.axes?.first, dtype: r.dtype, ignoringNaN: ignores, into: r.target)
          }
        }
        ignores ? function(signature, run) : both(signature, run)
      }
    }
    function("diff(a, n=1, axis=-1, prepend=<>, append=<>)") { (c) throws(Fault) in
      let (n, axis) = (try c.int("n"), try c.int("axis"))
      var a = try c.array("a")
      let ends = try Ends(c, a, axis)
      a = try lifted { () throws(ArrayError) in try ends.joined(a, axis) }
      let result = try lifted { () throws(ArrayError) in try a.differences(order: n, axis: axis) }
      return n == 0 ? c["a"] : c.made(result)
    }
    both("round(a, decimals=0, out=None)") { (c) throws(Fault) in
      let (a, decimals) = (try c.array("a"), try c.int("decimals"))
      guard let out = try c.target("out") else {
        return c.result(try lifted { () throws(ArrayError) in try a.rounded(decimals: decimals) })
      }
      try lifted { () throws(ArrayError) in
        _ = try a.rounded(decimals: decimals, into: out.array)
      }
      return c.written(out)
    }
    alias("around", of: "round")
  }
}

/// What `numpy.diff` puts before and behind the elements.
private struct Ends {
  private var before: AnyNDArray?
  private var behind: AnyNDArray?

  init(_ c: Call, _ a: AnyNDArray, _ axis: Int) throws(Fault) {
    if c.isGiven("prepend") { before = try Ends.end(c, "prepend", a, axis) }
    if c.isGiven("append") { behind = try Ends.end(c, "append", a, axis) }
  }

  /// An end as an array; one number stands for a whole slice.
  private static func end(
    _ c: Call, _ name: String, _ a: AnyNDArray, _ axis: Int
  ) throws(Fault) -> AnyNDArray {
    let end = try c.array(name)
    guard end.rank == 0, a.rank > 0 else { return end }
    return try lifted { () throws(ArrayError) in
      var shape = a.shape
      shape[try a.layout.normalizedAxis(axis)] = 1
      return try end.broadcast(to: shape)
    }
  }

  func joined(_ a: AnyNDArray, _ axis: Int) throws(ArrayError) -> AnyNDArray {
    guard before != nil || behind != nil else { return a }
    return try AnyNDArray.concatenate([before, a, behind].compactMap { $0 }, axis: axis)
  }
}

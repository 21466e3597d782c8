// SPDX-License-Identifier: Apache-2.0

import Strided

extension Work {
  /// An array of the request's lengths, `1000000x3`, and the axis to work along, if there is one.
  private func shaped() throws -> (array: AnyNDArray, axis: Int?) {
    let shape = try numbers(3)
    let count = shape.reduce(1, *)
    let array = try pool.array(try word(2)).cut(0, count).reshaped(shape)
    return (array, try word(4) == "all" ? nil : try number(4))
  }

  private func repeated(_ body: @escaping () throws -> AnyNDArray) -> Body {
    { calls in for _ in 0..<calls { keep(try body()) } }
  }

  /// `reduce NAME TYPE LENGTHS AXIS`.
  func reduction() throws -> Body {
    let (a, axis) = try shaped()
    let axes = axis.map { [$0] }
    return switch try word(1) {
    case "sum": repeated { try a.sum(axes: axes) }
    case "prod": repeated { try a.product(axes: axes) }
    case "min": repeated { try a.min(axes: axes) }
    case "max": repeated { try a.max(axes: axes) }
    case "mean": repeated { try a.mean(axes: axes) }
    case "var": repeated { try a.variance(axes: axes) }
    case "std": repeated { try a.standardDeviation(axes: axes) }
    case "any": repeated { try a.any(axes: axes) }
    case "all": repeated { try a.all(axes: axes) }
    case "count_nonzero": repeated { try a.countNonzero(axes: axes) }
    case "argmin": repeated { try a.argmin(axis: axis) }
    case "argmax": repeated { try a.argmax(axis: axis) }
    case "ptp": repeated { try a.peakToPeak(axes: axes) }
    case "median": repeated { try a.median(axes: axes) }
    default: throw lacking("no reduction '\(try word(1))'")
    }
  }

  /// `scan NAME TYPE LENGTHS AXIS`.
  func scan() throws -> Body {
    let (a, axis) = try shaped()
    return switch try word(1) {
    case "cumsum": repeated { try a.cumulativeSum(axis: axis) }
    case "cumprod": repeated { try a.cumulativeProduct(axis: axis) }
    case "diff": repeated { try a.differences(axis: axis ?? -1) }
    default: throw lacking("no scan '\(try word(1))'")
    }
  }

  /// `sort NAME TYPE COUNT`.
  func sorting() throws -> Body {
    let a = try pool.array(try word(2)).cut(0, try number(3))
    switch try word(1) {
    case "sort": return repeated { try a.sorted() }
    case "argsort": return repeated { try a.argsort() }
    case "partition": return repeated { try a.partitioned(at: [a.count / 2]) }
    case "unique": return repeated { try a.unique() }
    case "searchsorted":
      let line = try a.sorted()
      return repeated { try line.searchSorted(a) }
    default: throw lacking("no sorting '\(try word(1))'")
    }
  }

  /// `product NAME TYPE SIDE`.
  func product() throws -> Body {
    let (side, elements) = (try number(3), try pool.array(try word(2)))
    let (a, b) = (try elements.cut(0, side), try elements.cut(side, side))
    switch try word(1) {
    case "matmul":
      let x = try elements.cut(0, side * side).reshaped([side, side])
      let y = try elements.cut(side * side, side * side).reshaped([side, side])
      return repeated { try x.matmul(y) }
    case "dot": return repeated { try a.dot(b) }
    case "outer": return repeated { try a.outer(b) }
    default: throw lacking("no product '\(try word(1))'")
    }
  }
}

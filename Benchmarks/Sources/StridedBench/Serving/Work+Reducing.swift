// SPDX-License-Identifier: Apache-2.0

import Strided

extension Work {
  /// An array of the request's lengths, `1000000x3`, and the axes to reduce.
  func shaped() throws -> (array: AnyNDArray, axes: [Int]?) {
    let shape = try numbers(3)
    let count = shape.reduce(1, *)
    let array = try pool.array(try word(2)).cut(0, count).reshaped(shape)
    return (array, try word(4) == "all" ? nil : [try number(4)])
  }

  /// `reduce NAME TYPE LENGTHS AXIS`.
  func reduction() throws -> Body {
    let (a, axes) = try shaped()
    switch try word(1) {
    case "sum": return { calls in for _ in 0..<calls { keep(try a.sum(axes: axes)) } }
    case "min": return { calls in for _ in 0..<calls { keep(try a.min(axes: axes)) } }
    case "max": return { calls in for _ in 0..<calls { keep(try a.max(axes: axes)) } }
    default: throw lacking("no reduction '\(try word(1))'")
    }
  }

  /// `scan NAME TYPE LENGTHS AXIS`.
  func scan() throws -> Body { throw lacking("no scan '\(try word(1))'") }

  /// `sort NAME TYPE COUNT`.
  func sorting() throws -> Body { throw lacking("no sorting '\(try word(1))'") }

  /// `product NAME TYPE SIDE`.
  func product() throws -> Body { throw lacking("no product '\(try word(1))'") }
}

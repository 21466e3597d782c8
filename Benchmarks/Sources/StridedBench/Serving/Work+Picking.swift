// SPDX-License-Identifier: Apache-2.0

import Strided

extension Work {
  /// `pick NAME TYPE COUNT`: elements picked by indices and masks.
  func picking() throws -> Body {
    let count = try number(3)
    let a = try pool.array(try word(2)).cut(0, count)
    switch try word(1) {
    case "take":
      let positions = try pool.array("index_\(count)")
      return { calls in for _ in 0..<calls { keep(try a.gathered(at: [.array(positions)])) } }
    case "columns":
      let (rows, columns) = Arrangement.factors(count)
      let positions = try pool.array("index_\(columns)")
      let square = try a.reshaped([rows, columns])
      return { calls in
        for _ in 0..<calls {
          keep(try square.gathered(at: [.basic(.slice(nil, nil)), .array(positions)]))
        }
      }
    case "mask":
      let mask = try pool.array("mask").cut(0, count)
      return { calls in for _ in 0..<calls { keep(try a.gathered(at: [.array(mask)])) } }
    case "mask_assign":
      let (mask, target) = (try pool.array("mask").cut(0, count), try a.copy())
      let zero = try AnyNDArray.zeros([], a.dtype)
      return { calls in for _ in 0..<calls { try target.scatter(zero, at: [.array(mask)]) } }
    case "where":
      let mask = try pool.array("mask").cut(0, count)
      let b = try pool.array(try word(2)).cut(count, count)
      return { calls in for _ in 0..<calls { keep(try AnyNDArray.where(mask, a, b)) } }
    case "nonzero":
      let mask = try pool.array("mask").cut(0, count)
      return { calls in for _ in 0..<calls { keep(try mask.nonzero()) } }
    case "add_at":
      let (positions, target) = (try pool.array("index_\(count)"), try a.copy())
      let values = try a.copy()
      return { calls in for _ in 0..<calls { try target.add(values, at: [.array(positions)]) } }
    default: throw lacking("no picking '\(try word(1))'")
    }
  }

  /// `assemble NAME TYPE COUNT`: arrays joined and repeated.
  func assembling() throws -> Body {
    let count = try number(3)
    let a = try pool.array(try word(2)).cut(0, count)
    let b = try pool.array(try word(2)).cut(count, count)
    switch try word(1) {
    case "concatenate":
      return { calls in for _ in 0..<calls { keep(try AnyNDArray.concatenate([a, b])) } }
    case "stack":
      return { calls in for _ in 0..<calls { keep(try AnyNDArray.stack([a, b], axis: -1)) } }
    case "tile": return { calls in for _ in 0..<calls { keep(try a.tiled([2])) } }
    case "repeat": return { calls in for _ in 0..<calls { keep(try a.repeated(2)) } }
    case "roll": return { calls in for _ in 0..<calls { keep(try a.rolled(by: 3, axis: 0)) } }
    case "flip": return { calls in for _ in 0..<calls { keep(try a.flipped(axis: 0).copy()) } }
    default: throw lacking("no assembling '\(try word(1))'")
    }
  }
}

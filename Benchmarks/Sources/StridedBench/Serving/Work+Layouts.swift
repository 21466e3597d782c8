// SPDX-License-Identifier: Apache-2.0

import Strided

extension Work {
  /// `view NAME`: what changes a layout, and access to single elements.
  ///
  /// Indices depend on the loop's variable, so that no work can be moved out of the loop.
  func view() throws -> Body {
    let line = NDArray<Int>.arange(10)
    let square = NDArray<Int>.arange(64).reshaped(8, 8)
    switch try word(1) {
    case "slice": return { calls in for i in 0..<calls { keep(line[1 + i & 1..<4]) } }
    case "column": return { calls in for i in 0..<calls { keep(square[.all, i & 7]) } }
    case "transpose": return { calls in for _ in 0..<calls { keep(square.transposed()) } }
    case "reshape": return { calls in for _ in 0..<calls { keep(square.reshaped(4, 16)) } }
    case "ravel": return { calls in for _ in 0..<calls { keep(square.raveled()) } }
    case "broadcast_to":
      return { calls in for _ in 0..<calls { keep(square.broadcast(to: [3, 8, 8])) } }
    case "expand_dims":
      return { calls in for _ in 0..<calls { keep(square.expanded(axes: [0])) } }
    case "moveaxis":
      return { calls in for _ in 0..<calls { keep(square.movingAxes([0], to: [1])) } }
    case "read": return { calls in for i in 0..<calls { keep(square[i & 7, i >> 3 & 7] as Int) } }
    case "write": return { calls in for i in 0..<calls { square[i & 7, i >> 3 & 7] = i } }
    default: throw lacking("no view '\(try word(1))'")
    }
  }

  /// `overlap easy` or `overlap hard`: the exact answer for slices, and for the pair of layouts
  /// that NumPy's source calls hard.
  func overlap() throws -> Body {
    if try word(1) == "hard" {
      let a = try Layout(shape: [1049, 1049, 1049], strides: [36674, 61119, 85569])
      let b = try Layout(
        shape: [1049, 1049, 1049], strides: [12223, 12224, 1], offset: 64_023_025)
      return { calls in
        for _ in 0..<calls { keep(a.overlaps(b, itemSize: 1, otherItemSize: 1)) }
      }
    }
    let line = NDArray<Int>.arange(1000)
    let (even, odd) = (line[.every(2)], line[.slice(1, nil, 2)])
    return { calls in for _ in 0..<calls { keep(even.sharesMemory(with: odd)) } }
  }

  /// `copy TYPE COUNT ARRANGEMENT`, into an existing array.
  func copy() throws -> Body {
    let source = try arrangement(3).operand(pool.array(try word(1)), number(2))
    let target = try AnyNDArray.zeros(source.shape, source.dtype)
    return { calls in for _ in 0..<calls { try target.assign(from: source) } }
  }

  /// `cast FROM TO COUNT`, into an existing array.
  func cast() throws -> Body {
    let source = try pool.array(try word(1)).cut(0, number(3))
    let target = try AnyNDArray.zeros(source.shape, pool.array(try word(2)).dtype)
    return { calls in for _ in 0..<calls { try target.assign(from: source) } }
  }

  /// `transpose TYPE LENGTHS AXES`: a copy of a row-major array with its axes in that order.
  func transposedCopy() throws -> Body {
    let shape = try numbers(2)
    let count = shape.reduce(1, *)
    let source = try pool.array(try word(1)).cut(0, count).reshaped(shape).permuted(numbers(3))
    let target = try AnyNDArray.zeros(source.shape, source.dtype)
    return { calls in for _ in 0..<calls { try target.assign(from: source) } }
  }

  /// A list of numbers written with `x` between them.
  func numbers(_ i: Int) throws -> [Int] {
    try word(i).split(separator: "x").compactMap { Int($0) }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Strided

extension Work {
  /// `expression NAME TYPE COUNT`: a chain of operators on typed arrays.
  func expression() throws -> Body {
    let count = try number(3)
    let whole = try pool.array("f64")
    let a = try NDArray<Double>(whole.cut(0, count))
    let b = try NDArray<Double>(whole.cut(count, count))
    switch try word(1) {
    case "a*b+c": return { calls in for _ in 0..<calls { keep(a * b + a) } }
    case "deferred:a*b+c":
      return { calls in for _ in 0..<calls { keep((a.deferred * b + a).evaluated()) } }
    case "deferred:exp(-a*a/2)*b+c":
      return { calls in
        for _ in 0..<calls { keep((exp(-a.deferred * a / 2) * b + a).evaluated()) }
      }
    case "exp(-a*a/2)*b+c":
      return { calls in for _ in 0..<calls { keep(exp((0 - a) * a / 2) * b + a) } }
    default: throw lacking("no expression '\(try word(1))'")
    }
  }

  /// `threads NAME TYPE COUNT THREADS`: a unary operation that may use so many threads.
  func threads() throws -> Body {
    let work = try Work(words: words.dropLast() + ["contiguous"], pool: pool).unary()
    let threads = try number(4)
    return { calls in try withParallelism(threads) { try work(calls) } }
  }

  /// `file NAME COUNT`: an `.npy` file of `float64`.
  func file() throws -> Body {
    let array = try pool.array("f64").cut(0, number(2))
    let path = pool.path("strided_file_\(try number(2))")
    try array.write(to: path)
    switch try word(1) {
    case "save": return { calls in for _ in 0..<calls { try array.write(to: path) } }
    case "load": return { calls in for _ in 0..<calls { keep(try AnyNDArray(contentsOf: path)) } }
    case "map": return { calls in for _ in 0..<calls { keep(try AnyNDArray(mapping: path)) } }
    default: throw lacking("no file work '\(try word(1))'")
    }
  }
}

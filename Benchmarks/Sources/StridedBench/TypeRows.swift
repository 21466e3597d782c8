// SPDX-License-Identifier: Apache-2.0

import Strided

/// What is done to arrays of every element type.
enum TypedWork: String, CaseIterable {
  case copy, add, sum

  /// The work on fresh contiguous arrays of `count` elements.
  func contender(_ dtype: DType, count: Int) throws -> Contender {
    let a = try AnyNDArray.full([count], 1, dtype)
    let b = try AnyNDArray.full([count], 1, dtype)
    let target = try AnyNDArray.full([count], 0, dtype)
    return Contender(dtype.name) { calls in
      always {
        for _ in 0..<calls {
          switch self {
          case .copy: try target.assign(from: a)
          case .add: try AnyNDArray.apply(.add, a, b, into: target)
          case .sum: keep(try a.sum())
          }
        }
      }
    }
  }
}

/// How long the arrays of each element type are.
enum TypedLength {
  /// As many elements for all types: wide types then leave the caches first.
  case elements(Int)
  /// As many bytes for all types, so that caches treat all alike.
  case bytes(Int)

  func count(_ dtype: DType) -> Int {
    switch self {
    case .elements(let count): count
    case .bytes(let bytes): bytes / dtype.itemSize
    }
  }

  var text: String {
    switch self {
    case .elements(let count): "\(count) elements"
    case .bytes(let bytes): "\(bytes) bytes"
    }
  }
}

/// Nanoseconds a byte of one kind of work for all element types, as multiples of `Float`'s.
func typeRows(_ work: TypedWork, _ length: TypedLength) -> Section {
  let types = DType.numbers
  let counts = types.map(length.count)
  let reference = types.firstIndex(of: .float32) ?? 0
  let timing = Timing(
    always { try zip(types, counts).map { try work.contender($0, count: $1) } })
  let byteCounts = zip(types, counts).map { Double($0.itemSize * $1) }
  let rows = types.indices.map { i in
    let ratio = timing.ratio(i, to: reference) * byteCounts[reference] / byteCounts[i]
    return Row(
      name: "\(work) \(types[i].name)", reference: "float32", ratio: ratio,
      amount: "\(decimal(timing.nanoseconds(i) / byteCounts[i])) ns/B",
      floor: ("<= 3", ratio <= 3))
  }
  return Section(title: "\(work.rawValue) of \(length.text), time a byte", rows: rows)
}

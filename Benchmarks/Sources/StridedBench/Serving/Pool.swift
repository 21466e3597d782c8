// SPDX-License-Identifier: Apache-2.0

import Strided

/// The arrays that both sides compute with: files that the NumPy side wrote.
final class Pool {
  private let folder: String
  private var loaded: [String: AnyNDArray] = [:]

  init(folder: String) { self.folder = folder }

  /// The whole array of that name, read once.
  func array(_ name: String) throws -> AnyNDArray {
    if let array = loaded[name] { return array }
    let array = try AnyNDArray(contentsOf: path(name))
    loaded[name] = array
    return array
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { "\(folder)/\(name).npy" }
}

/// How the operands of a row lie in memory.
enum Arrangement: String {
  case contiguous, strided, reversed, transposed, broadcast

  /// Two operands of `count` elements each, and the shape of what they give.
  func operands(_ pool: AnyNDArray, _ count: Int) throws -> (AnyNDArray, AnyNDArray) {
    let (rows, columns) = Self.factors(count)
    switch self {
    case .contiguous: return (try pool.cut(0, count), try pool.cut(count, count))
    case .strided:
      return (
        try pool.view(at: [.slice(0, 2 * count, 2)]),
        try pool.view(at: [.slice(1, 2 * count + 1, 2)])
      )
    case .reversed:
      return (
        try pool.cut(0, count).flipped(axis: 0), try pool.cut(count, count).flipped(axis: 0)
      )
    case .transposed:
      return (
        try pool.cut(0, count).reshaped([rows, columns]).transposed(),
        try pool.cut(count, count).reshaped([columns, rows])
      )
    case .broadcast:
      return (
        try pool.cut(0, rows).reshaped([rows, 1]),
        try pool.cut(rows, columns).reshaped([1, columns])
      )
    }
  }

  /// The one operand of a unary operation.
  func operand(_ pool: AnyNDArray, _ count: Int) throws -> AnyNDArray {
    let (rows, columns) = Self.factors(count)
    if self == .broadcast { return try pool.cut(0, columns).broadcast(to: [rows, columns]) }
    return try operands(pool, count).0
  }

  /// The most square shape of `count` elements; the comparison uses the same.
  static func factors(_ count: Int) -> (Int, Int) {
    var rows = Int(Double(count).squareRoot())
    while count % rows != 0 { rows -= 1 }
    return (rows, count / rows)
  }
}

extension AnyNDArray {
  /// A view of `count` elements of a line from `start`.
  func cut(_ start: Int, _ count: Int) throws -> AnyNDArray {
    try view(at: [.slice(start, start + count, 1)])
  }
}

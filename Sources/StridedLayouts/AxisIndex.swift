// SPDX-License-Identifier: Apache-2.0

/// One term of a subscript that makes a view.
public enum AxisIndex: Hashable, Sendable {
  /// One position; the axis disappears. Negative counts from the end.
  case index(Int)
  /// A regular choice of positions; the axis stays.
  case slice(Slice)
  /// A new axis of length 1. NumPy: `numpy.newaxis`.
  case newAxis
  /// As many whole axes as the other terms leave. NumPy: `Ellipsis`.
  case ellipsis
}

extension AxisIndex: CustomStringConvertible {
  /// The term in Swift's spelling, as `1..<4`, `.every(2)` or `.newAxis`.
  public var description: String {
    switch self {
    case .index(let index): "\(index)"
    case .slice(let slice): slice.description
    case .newAxis: ".newAxis"
    case .ellipsis: "..."
    }
  }

  /// The term in NumPy's spelling, as `1:4`, `::2` or `None`.
  public var numpy: String {
    switch self {
    case .index(let index): "\(index)"
    case .slice(let slice): slice.numpy
    case .newAxis: "None"
    case .ellipsis: "..."
    }
  }
}

extension Slice: CustomStringConvertible {
  /// The slice in Swift's spelling: a range where one says it.
  public var description: String {
    if step == 1 {
      switch (start, stop) {
      case (nil, nil): return ".all"
      case (let start?, nil): return "\(Self.operand(start))..."
      case (nil, let stop?): return "..<\(Self.operand(stop))"
      // A range whose ends cross traps, a slice of the same ends does not.
      case (let start?, let stop?) where start <= stop:
        return "\(Self.operand(start))..<\(Self.operand(stop))"
      default: break
      }
    }
    if start == nil, stop == nil { return ".every(\(step))" }
    let first = start.map { "\($0)" } ?? "nil"
    let last = stop.map { "\($0)" } ?? "nil"
    return step == 1 ? ".slice(\(first), \(last))" : ".slice(\(first), \(last), \(step))"
  }

  /// The slice in NumPy's spelling.
  public var numpy: String {
    let first = start.map { "\($0)" } ?? ""
    let last = stop.map { "\($0)" } ?? ""
    return step == 1 ? "\(first):\(last)" : "\(first):\(last):\(step)"
  }

  private static func operand(_ number: Int) -> String { number < 0 ? "(\(number))" : "\(number)" }
}

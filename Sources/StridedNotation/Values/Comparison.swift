// SPDX-License-Identifier: Apache-2.0

import ComplexModule

/// Comparison of Python's own values. Arrays and NumPy scalars are compared by the machine.
enum Comparison {
  private static let deepest = 60

  /// Whether two values are equal, as Python's `==` between values that are no arrays says.
  static func isEqual(_ a: Value, _ b: Value, depth: Int = 0) throws(Fault) -> Bool {
    guard depth < deepest else {
      throw Fault(.recursionError, "maximum recursion depth exceeded in comparison")
    }
    if let order = numberOrder(a, b) { return order == 0 }
    switch (a, b) {
    case (.text(let a), .text(let b)): return a.string == b.string
    case (.complex, _), (_, .complex):
      guard let x = complex(a), let y = complex(b) else { return false }
      return x.re == y.re && x.im == y.im
    case (.list(let a), .list(let b)): return try isEqual(a.items, b.items, depth)
    case (.tuple(let a), .tuple(let b)): return try isEqual(a.items, b.items, depth)
    case (.dict(let a), .dict(let b)):
      guard a.count == b.count else { return false }
      for entry in a.entries {
        guard let other = b.value(for: try DictKey(entry.key)),
          try isEqual(entry.value, other, depth: depth + 1)
        else { return false }
      }
      return true
    case (.range(let a), .range(let b)):
      guard a.count == b.count else { return false }
      return a.count == 0 || (a.start == b.start && (a.count == 1 || a.step == b.step))
    case (.slice(let a), .slice(let b)):
      return try isEqual(
        [a.start, a.stop, a.step], [b.start, b.stop, b.step], depth)
    case (.array, _), (_, .array), (.scalar, _), (_, .scalar):
      return try ArrayComparison.isEqual(a, b)
    case (.dtype(let a), _):
      guard let other = try? DTypes.dtype(b) else { return false }
      return a.dtype == other
    case (_, .dtype): return try isEqual(b, a, depth: depth + 1)
    default: return a.isSame(as: b)
    }
  }

  private static func isEqual(_ a: [Value], _ b: [Value], _ depth: Int) throws(Fault) -> Bool {
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      // One object equals itself here, whatever it is.
      if x.isSame(as: y) { continue }
      guard try isEqual(x, y, depth: depth + 1) else { return false }
    }
    return true
  }

  /// -1, 0 or 1 for two real numbers, 2 if one is not a number, nil for other values.
  static func numberOrder(_ a: Value, _ b: Value) -> Int? {
    switch (a, b) {
    case (.int(let a), .int(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.bool(let flag), _): return numberOrder(.int(flag ? Int64(1) : Int64(0)), b)
    case (_, .bool(let flag)): return numberOrder(a, .int(flag ? Int64(1) : Int64(0)))
    case (.float(let a), .float(let b)): return a < b ? -1 : a == b ? 0 : a > b ? 1 : 2
    case (.int(let a), .float(let b)): return order(a, b)
    case (.float(let a), .int(let b)):
      let order = order(b, a)
      return order == 2 ? 2 : -order
    default: return nil
    }
  }

  /// Compares exactly, since not every integer is a float.
  private static func order(_ a: Int64, _ b: Double) -> Int {
    if b.isNaN { return 2 }
    if b >= 0x1p63 { return -1 }
    if b < -0x1p63 { return 1 }
    let whole = b.rounded(.down)
    let other = Int64(whole)
    if a != other { return a < other ? -1 : 1 }
    return b > whole ? -1 : 0
  }

  /// The value as a complex number, if it is a number of Python.
  static func complex(_ value: Value) -> Complex<Double>? {
    switch value {
    case .bool(let flag): Complex(flag ? 1 : 0, 0)
    case .int(let number): Complex(Double(number), 0)
    case .float(let number): Complex(number, 0)
    case .complex(let object): object.number
    default: nil
    }
  }

  /// Whether two values compare as an order operator says.
  static func order(
    _ operation: ComparisonOperator, _ a: Value, _ b: Value, depth: Int = 0
  ) throws(Fault) -> Bool {
    guard depth < deepest else {
      throw Fault(.recursionError, "maximum recursion depth exceeded in comparison")
    }
    if let order = numberOrder(a, b) { return holds(operation, order) }
    switch (a, b) {
    case (.text(let a), .text(let b)):
      let (a, b) = (a.string.unicodeScalars, b.string.unicodeScalars)
      if a.elementsEqual(b) { return holds(operation, 0) }
      return holds(operation, a.lexicographicallyPrecedes(b) ? -1 : 1)
    case (.list(let a), .list(let b)): return try order(operation, a.items, b.items, depth)
    case (.tuple(let a), .tuple(let b)): return try order(operation, a.items, b.items, depth)
    default:
      throw Fault(
        .typeError,
        "'\(operation.rawValue)' not supported between instances of '\(a.typeName)' and "
          + "'\(b.typeName)'")
    }
  }

  private static func order(
    _ operation: ComparisonOperator, _ a: [Value], _ b: [Value], _ depth: Int
  ) throws(Fault) -> Bool {
    for (x, y) in zip(a, b) {
      if x.isSame(as: y) { continue }
      if try isEqual(x, y, depth: depth + 1) { continue }
      if case .array = x {
        throw Fault(.typeError, "arrays can't be put in order inside other values")
      }
      return try order(operation, x, y, depth: depth + 1)
    }
    return holds(operation, a.count < b.count ? -1 : a.count == b.count ? 0 : 1)
  }

  private static func holds(_ operation: ComparisonOperator, _ order: Int) -> Bool {
    switch operation {
    case .less: order == -1
    case .lessEqual: order == -1 || order == 0
    case .greater: order == 1
    case .greaterEqual: order == 1 || order == 0
    case .equal: order == 0
    default: order != 0
    }
  }
}

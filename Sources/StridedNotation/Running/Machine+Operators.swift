// SPDX-License-Identifier: Apache-2.0

import ComplexModule

extension Value {
  /// Whether NumPy rather than Python decides what an operator does.
  var isNumPy: Bool {
    switch self {
    case .array, .scalar: true
    default: false
    }
  }
}

extension Machine {
  /// `a operation b`.
  func binary(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws(Fault) -> Value {
    if a.isNumPy || b.isNumPy { return try arrayBinary(operation, a, b) }
    switch (a, b) {
    case (.int(let a), .int(let b)): return try Numbers.apply(operation, a, b)
    case (.float(let x), .float(let y)):
      if let result = try Numbers.apply(operation, x, y) { return result }
    case (.int(let x), .float(let y)):
      if let result = try Numbers.apply(operation, Double(x), y) { return result }
    case (.float(let x), .int(let y)):
      if let result = try Numbers.apply(operation, x, Double(y)) { return result }
    case (.bool(let x), .bool(let y)):
      switch operation {
      case .and: return .bool(x && y)
      case .or: return .bool(x || y)
      case .xor: return .bool(x != y)
      default: return try Numbers.apply(operation, x ? 1 : 0, y ? 1 : 0)
      }
    case (.bool(let x), _) where Comparison.complex(b) != nil:
      return try binary(operation, .int(x ? Int64(1) : Int64(0)), b)
    case (_, .bool(let y)) where Comparison.complex(a) != nil:
      return try binary(operation, a, .int(y ? Int64(1) : Int64(0)))
    case (.complex, _), (_, .complex):
      if let x = Comparison.complex(a), let y = Comparison.complex(b),
        let result = try Numbers.apply(operation, x, y)
      {
        return result
      }
    default:
      if let result = try sequences(operation, a, b) { return result }
    }
    if operation == .remainder, case .text(let format) = a {
      return .text(try percent(format.string, b))
    }
    throw unsupported(operation.rawValue, a, b)
  }

  func unsupported(_ mark: String, _ a: Value, _ b: Value) -> Fault {
    let shown = mark == "**" ? "** or pow()" : mark
    return Fault(
      .typeError,
      "unsupported operand type(s) for \(shown): '\(a.typeName)' and '\(b.typeName)'")
  }

  /// Joining and repeating.
  private func sequences(
    _ operation: BinaryOperator, _ a: Value, _ b: Value
  ) throws(Fault) -> Value? {
    switch (operation, a, b) {
    case (.add, .text(let x), .text(let y)):
      try charge(bytes: x.string.utf8.count + y.string.utf8.count)
      return .text(x.string + y.string)
    case (.add, .text, _):
      throw Fault(
        .typeError, "can only concatenate str (not \"\(b.typeName)\") to str")
    case (.add, .list(let x), .list(let y)):
      try charge(items: x.items.count + y.items.count)
      return .list(x.items + y.items)
    case (.add, .list, _):
      throw Fault(
        .typeError, "can only concatenate list (not \"\(b.typeName)\") to list")
    case (.add, .tuple(let x), .tuple(let y)):
      try charge(items: x.items.count + y.items.count)
      return .tuple(x.items + y.items)
    case (.add, .tuple, _):
      throw Fault(
        .typeError, "can only concatenate tuple (not \"\(b.typeName)\") to tuple")
    case (.multiply, .text, _), (.multiply, .list, _), (.multiply, .tuple, _):
      guard let count = try integer(b) else {
        throw Fault(
          .typeError, "can't multiply sequence by non-int of type '\(b.typeName)'")
      }
      return try repeated(a, count)
    case (.multiply, _, .text), (.multiply, _, .list), (.multiply, _, .tuple):
      return try sequences(operation, b, a)
    case (.or, .dict(let x), .dict(let y)):
      let result = DictObject()
      for entry in x.entries + y.entries {
        try step()
        result.set(entry.value, for: try DictKey(entry.key))
      }
      return .dict(result)
    default: return nil
    }
  }

  private func repeated(_ value: Value, _ count: Int64) throws(Fault) -> Value {
    let count = Int(clamping: max(0, count))
    func total(_ items: Int) throws(Fault) -> Int {
      let (product, overflow) = items.multipliedReportingOverflow(by: count)
      guard !overflow else { throw Fault(.memoryError, "") }
      return product
    }
    switch value {
    case .text(let text):
      try charge(bytes: try total(text.string.utf8.count))
      return .text(String(repeating: text.string, count: text.string.isEmpty ? 0 : count))
    case .list(let list):
      try charge(items: try total(list.items.count))
      return .list(Machine.repeated(list.items, count))
    case .tuple(let tuple):
      try charge(items: try total(tuple.items.count))
      return .tuple(Machine.repeated(tuple.items, count))
    default: return .none
    }
  }

  private static func repeated(_ items: [Value], _ count: Int) -> [Value] {
    guard !items.isEmpty else { return [] }
    return Array(repeatElement(items, count: count).joined())
  }

  /// `operation value`.
  func unary(_ operation: UnaryOperator, _ value: Value) throws(Fault) -> Value {
    switch (value, operation) {
    case (.array, _), (.scalar, _): return try arrayUnary(operation, value)
    case (.int(let number), .minus):
      guard number != .min else { throw Numbers.tooLarge("the result of -(\(number))") }
      return .int(-number)
    case (.int, .plus), (.float, .plus), (.complex, .plus): return value
    case (.int(let number), .invert): return .int(~number)
    case (.bool(let flag), _): return try unary(operation, .int(flag ? Int64(1) : Int64(0)))
    case (.float(let number), .minus): return .float(-number)
    case (.complex(let object), .minus):
      return .complex(Complex(-object.number.re, -object.number.im))
    default:
      throw Fault(
        .typeError,
        "bad operand type for unary \(operation.rawValue): '\(value.typeName)'")
    }
  }

  /// `a operation b` for a comparison.
  func compare(
    _ operation: ComparisonOperator, _ a: Value, _ b: Value
  ) throws(Fault) -> Value {
    switch operation {
    case .isSame: return .bool(a.isSame(as: b))
    case .isNotSame: return .bool(!a.isSame(as: b))
    case .isIn: return .bool(try contains(b, a))
    case .isNotIn: return .bool(!(try contains(b, a)))
    case .equal, .notEqual:
      if a.isNumPy || b.isNumPy { return try arrayCompare(operation, a, b) }
      return .bool(try Comparison.isEqual(a, b) == (operation == .equal))
    case .less, .lessEqual, .greater, .greaterEqual:
      if a.isNumPy || b.isNumPy { return try arrayCompare(operation, a, b) }
      return .bool(try Comparison.order(operation, a, b))
    }
  }

  private func contains(_ whole: Value, _ part: Value) throws(Fault) -> Bool {
    switch whole {
    case .text(let text):
      guard case .text(let part) = part else {
        throw Fault(
          .typeError, "'in <string>' requires string as left operand, not \(part.typeName)")
      }
      return try TextMethods.find(part.string, in: text.string, self) >= 0
    case .dict(let dict): return dict.value(for: try DictKey(part)) != nil
    case .array(let object): return try arrayContains(object, part)
    default:
      let iterator: IteratorObject
      do throws(Fault) { iterator = try self.iterator(over: whole) } catch {
        throw Fault(.typeError, "argument of type '\(whole.typeName)' is not iterable")
      }
      while let item = try iterator.next(self) {
        try step()
        if item.isSame(as: part) { return true }
        if try truth(of: try compare(.equal, item, part)) { return true }
      }
      return false
    }
  }

  /// `a operation= b`: arrays and lists change in place.
  func augmented(
    _ operation: BinaryOperator, _ a: Value, _ b: Value
  ) throws(Fault) -> Value {
    switch (a, operation) {
    case (.array(let array), _): return try arrayAugmented(operation, array, b)
    case (.list(let list), .add):
      list.items += try items(of: b)
      return a
    case (.list(let list), .multiply):
      guard case .list(let longer) = try binary(operation, a, b) else { return a }
      list.items = longer.items
      return a
    case (.dict(let dict), .or):
      guard case .dict(let other) = b else { break }
      for entry in other.entries { dict.set(entry.value, for: try DictKey(entry.key)) }
      return a
    default: break
    }
    do throws(Fault) { return try binary(operation, a, b) } catch {
      // Python names the operator as it is written.
      let message = error.exception.message
      let plain =
        "unsupported operand type(s) for \(operation == .power ? "** or pow()" : operation.rawValue): "
      if error.exception.type == .typeError, message.hasPrefix(plain) {
        throw Fault(
          .typeError,
          "unsupported operand type(s) for \(operation.rawValue)=: "
            + message.dropFirst(plain.count))
      }
      throw error
    }
  }
}

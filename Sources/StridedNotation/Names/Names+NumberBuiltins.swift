// SPDX-License-Identifier: Apache-2.0

import ComplexModule

extension Registry {
  /// Python's functions of numbers.
  func addNumberBuiltins() {
    function("abs(x, /)", in: builtins) { (c) throws(Fault) in
      switch c["x"] {
      case .bool(let flag): return .int(flag ? Int64(1) : Int64(0))
      case .int(let number):
        guard number != .min else { throw Numbers.tooLarge("abs(\(number))") }
        return .int(Swift.abs(number))
      case .float(let number): return .float(number.magnitude)
      case .complex(let object):
        return .float(Power.hypot(object.number.re, object.number.im))
      case .array, .scalar: return try Ufuncs.unary("absolute", c["x"], c.machine)
      default: throw Fault(.typeError, "bad operand type for abs(): '\(c["x"].typeName)'")
      }
    }
    function("sum(iterable, /, start=0)", in: builtins) { (c) throws(Fault) in
      var total = c["start"]
      let iterator = try c.machine.iterator(over: c["iterable"])
      while let item = try iterator.next(c.machine) {
        try c.machine.step()
        total = try c.machine.binary(.add, total, item)
      }
      return total
    }
    function("min(*values, key=None, default=<>)", in: builtins) { (c) throws(Fault) in
      try extreme(c, .less)
    }
    function("max(*values, key=None, default=<>)", in: builtins) { (c) throws(Fault) in
      try extreme(c, .greater)
    }
    function("round(number, ndigits=None)", in: builtins) { (c) throws(Fault) in
      try rounded(c["number"], try c.optionalInt("ndigits"), c.machine)
    }
    function("pow(base, exp, mod=None)", in: builtins) { (c) throws(Fault) in
      let power = try c.machine.binary(.power, c["base"], c["exp"])
      return c.has("mod") ? try c.machine.binary(.remainder, power, c["mod"]) : power
    }
    function("divmod(x, y, /)", in: builtins) { (c) throws(Fault) in
      .tuple([
        try c.machine.binary(.floorDivide, c["x"], c["y"]),
        try c.machine.binary(.remainder, c["x"], c["y"]),
      ])
    }
    for (name, base, prefix) in [("bin", 2, "0b"), ("oct", 8, "0o"), ("hex", 16, "0x")] {
      function("\(name)(number, /)", in: builtins) { (c) throws(Fault) in
        guard let number = try c.machine.integer(c["number"]) else {
          throw Fault(
            .typeError,
            "'\(c["number"].typeName)' object cannot be interpreted as an integer")
        }
        return .text(
          (number < 0 ? "-" : "") + prefix + String(number.magnitude, radix: base))
      }
    }
    function("chr(i, /)", in: builtins) { (c) throws(Fault) in
      guard let scalar = UInt32(exactly: try c.int("i")).flatMap({ UnicodeScalar($0) }) else {
        throw Fault(.valueError, "chr() arg not in range(0x110000)")
      }
      return .text(String(Character(scalar)))
    }
    function("ord(c, /)", in: builtins) { (c) throws(Fault) in
      let scalars = Array(try c.text("c").unicodeScalars)
      guard scalars.count == 1 else {
        throw Fault(
          .typeError,
          "ord() expected a character, but string of length \(scalars.count) found")
      }
      return .int(Int64(scalars[0].value))
    }
  }
}

/// The least or greatest of several values.
private func extreme(_ c: Call, _ operation: ComparisonOperator) throws(Fault) -> Value {
  var items = c.rest("values")
  guard let first = items.first else {
    throw Fault(.typeError, "\(c.entry.name) expected at least 1 argument, got 0")
  }
  if items.count == 1 { items = try c.machine.items(of: first) }
  guard var best = items.first else {
    guard c.isGiven("default") else {
      throw Fault(.valueError, "\(c.entry.name)() arg is an empty sequence")
    }
    return c["default"]
  }
  func keyed(_ value: Value) throws(Fault) -> Value {
    c.has("key")
      ? try c.machine.call(c["key"], Arguments(positional: [value])) : value
  }
  var bestKey = try keyed(best)
  for item in items.dropFirst() {
    try c.machine.step()
    let key = try keyed(item)
    if try c.machine.truth(of: try c.machine.compare(operation, key, bestKey)) {
      (best, bestKey) = (item, key)
    }
  }
  return best
}

/// A number rounded to so many digits, halves to even.
private func rounded(
  _ value: Value, _ digits: Int?, _ machine: Machine
) throws(Fault) -> Value {
  switch value {
  case .int, .bool:
    guard let digits, digits < 0, let number = try machine.integer(value) else {
      return .int(try machine.integer(value) ?? 0)
    }
    guard digits > -19 else { return .int(Int64(0)) }
    var unit = Int64(1)
    for _ in 0..<(-digits) { unit *= 10 }
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: unit)
    let twice = rest.magnitude * 2
    let isUp = twice > unit.magnitude || (twice == unit.magnitude && quotient % 2 != 0)
    let (product, overflow) = (quotient + (isUp ? (number < 0 ? -1 : 1) : 0))
      .multipliedReportingOverflow(by: unit)
    guard !overflow else { throw Numbers.tooLarge("the rounded number") }
    return .int(product)
  case .float(let number):
    guard let digits else {
      guard number.isFinite else {
        throw number.isNaN
          ? Fault(.valueError, "cannot convert float NaN to integer")
          : Fault(.overflowError, "cannot convert float infinity to integer")
      }
      guard let whole = Int64(exactly: number.rounded(.toNearestOrEven)) else {
        throw Numbers.tooLarge("the rounded number")
      }
      return .int(whole)
    }
    guard number.isFinite, digits < 308 else { return value }
    if digits < -308 { return .float(number * 0) }
    return .float(DecimalText.rounded(number, digits))
  case .scalar(let scalar) where digits == nil:
    return try rounded(try Elements.value(of: scalar.array), nil, machine)
  case .scalar:
    return try machine.call(
      try machine.attribute("round", of: value),
      Arguments(positional: digits.map { [.int($0)] } ?? []))
  default:
    throw Fault(.typeError, "type \(value.typeName) doesn't define __round__ method")
  }
}

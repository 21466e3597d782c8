// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Arithmetic of Python's numbers: integers of 64 bits, with an error beyond.
enum Numbers {
  /// The result of an operation on two integers where it is quickly found, or nil.
  @inline(__always)
  static func quick(_ operation: BinaryOperator, _ a: Int64, _ b: Int64) -> Value? {
    let result: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    default: return nil
    }
    return result.overflow ? nil : .int(result.partialValue)
  }

  /// An integer that may need all 64 bits without a sign.
  static func value(_ number: UInt64) -> Value {
    if let small = Int64(exactly: number) { return .int(small) }
    return .scalar(ScalarObject(NDArray(scalar: number).erased))
  }

  static func int64(_ array: AnyNDArray) throws(Fault) -> Int64 {
    if array.dtype.native == .uint64 {
      let number = try lifted { () throws(ArrayError) in try array.item(as: UInt64.self) }
      guard let value = Int64(exactly: number) else { throw tooLarge("\(number)") }
      return value
    }
    return try lifted { () throws(ArrayError) in try array.item(as: Int64.self) }
  }

  static func tooLarge(_ what: String) -> Fault {
    Fault(.overflowError, "\(what) needs more than the 64 bits that integers have here")
  }

  /// The result of an operation on two integers.
  static func apply(
    _ operation: BinaryOperator, _ a: Int64, _ b: Int64
  ) throws(Fault) -> Value {
    switch operation {
    case .add, .subtract, .multiply:
      guard let value = quick(operation, a, b) else {
        throw tooLarge("the result of \(a) \(operation.rawValue) \(b)")
      }
      return value
    case .divide:
      guard b != 0 else { throw Fault(.zeroDivisionError, "division by zero") }
      return .float(quotient(a, b))
    case .floorDivide, .remainder:
      guard b != 0 else {
        throw Fault(
          .zeroDivisionError,
          operation == .remainder ? "integer modulo by zero" : "integer division or modulo by zero")
      }
      if b == -1 {
        guard operation == .floorDivide else { return .int(Int64(0)) }
        guard a != .min else { throw tooLarge("the result of \(a) // -1") }
        return .int(-a)
      }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let isBelow = remainder != 0 && (remainder < 0) != (b < 0)
      if operation == .floorDivide { return .int(isBelow ? quotient - 1 : quotient) }
      return .int(isBelow ? remainder + b : remainder)
    case .power: return try power(a, b)
    case .and: return .int(a & b)
    case .or: return .int(a | b)
    case .xor: return .int(a ^ b)
    case .leftShift:
      guard b >= 0 else { throw Fault(.valueError, "negative shift count") }
      if a == 0 { return .int(Int64(0)) }
      guard b < 64, (a << b) >> b == a else { throw tooLarge("the result of \(a) << \(b)") }
      return .int(a << b)
    case .rightShift:
      guard b >= 0 else { throw Fault(.valueError, "negative shift count") }
      return .int(a >> min(b, 63))
    case .matrixMultiply:
      throw Fault(.typeError, "unsupported operand type(s) for @: 'int' and 'int'")
    }
  }

  /// The quotient of integers, rounded once.
  private static func quotient(_ a: Int64, _ b: Int64) -> Double {
    let limit = Int64(1) << 53
    if a.magnitude <= limit.magnitude, b.magnitude <= limit.magnitude {
      return Double(a) / Double(b)
    }
    let (whole, rest) = a.quotientAndRemainder(
      dividingBy: b == -1 ? 1 : b)
    if b == -1 { return -Double(a) }
    // A quotient of large numbers is near enough to its whole part and the rest's share.
    return Double(whole) + Double(rest) / Double(b)
  }

  private static func power(_ base: Int64, _ exponent: Int64) throws(Fault) -> Value {
    if exponent < 0 {
      guard base != 0 else {
        throw Fault(.zeroDivisionError, "0.0 cannot be raised to a negative power")
      }
      return .float(Power.of(Double(base), Double(exponent)))
    }
    var (result, factor, rest) = (Int64(1), base, exponent)
    while rest > 0 {
      if rest & 1 == 1 {
        let product = result.multipliedReportingOverflow(by: factor)
        if product.overflow { throw tooLarge("the result of \(base) ** \(exponent)") }
        result = product.partialValue
      }
      rest >>= 1
      guard rest > 0 else { break }
      let square = factor.multipliedReportingOverflow(by: factor)
      if square.overflow { throw tooLarge("the result of \(base) ** \(exponent)") }
      factor = square.partialValue
    }
    return .int(result)
  }

  /// The result of an operation on two floats.
  static func apply(
    _ operation: BinaryOperator, _ a: Double, _ b: Double
  ) throws(Fault) -> Value? {
    switch operation {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide:
      guard b != 0 else { throw Fault(.zeroDivisionError, "float division by zero") }
      return .float(a / b)
    case .floorDivide, .remainder:
      guard b != 0 else {
        throw Fault(
          .zeroDivisionError,
          operation == .remainder ? "float modulo" : "float floor division by zero")
      }
      let (quotient, remainder) = floorDivision(a, b)
      return .float(operation == .remainder ? remainder : quotient)
    case .power:
      guard a != 0 || b >= 0 else {
        throw Fault(.zeroDivisionError, "0.0 cannot be raised to a negative power")
      }
      if a < 0, a.isFinite, b.isFinite, b.rounded() != b {
        return try power(Complex(a), Complex(b))
      }
      let result = Power.of(a, b)
      if result.isInfinite, a.isFinite, b.isFinite {
        throw Fault(.overflowError, "(34, 'Numerical result out of range')")
      }
      return .float(result)
    default: return nil
    }
  }

  /// Quotient and remainder as Python rounds them: the remainder has the divisor's sign.
  private static func floorDivision(_ a: Double, _ b: Double) -> (Double, Double) {
    var remainder = a.truncatingRemainder(dividingBy: b)
    var quotient = (a - remainder) / b
    if remainder != 0 {
      if (b < 0) != (remainder < 0) {
        remainder += b
        quotient -= 1
      }
    } else {
      remainder = b < 0 ? -0.0 : 0.0
    }
    guard quotient != 0 else { return (a / b < 0 ? -0.0 : 0.0, remainder) }
    let floor = quotient.rounded(.down)
    return (quotient - floor > 0.5 ? floor + 1 : floor, remainder)
  }

  /// The result of an operation on two complex numbers.
  static func apply(
    _ operation: BinaryOperator, _ a: Complex<Double>, _ b: Complex<Double>
  ) throws(Fault) -> Value? {
    switch operation {
    case .add: return .complex(Complex(a.re + b.re, a.im + b.im))
    case .subtract: return .complex(Complex(a.re - b.re, a.im - b.im))
    case .multiply:
      return .complex(
        Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re))
    case .divide: return .complex(try quotient(a, b))
    case .power: return try power(a, b)
    default: return nil
    }
  }

  /// The quotient as CPython finds it, by the larger part of the divisor.
  private static func quotient(
    _ a: Complex<Double>, _ b: Complex<Double>
  ) throws(Fault) -> Complex<Double> {
    if abs(b.re) >= abs(b.im) {
      guard b.re != 0 else { throw Fault(.zeroDivisionError, "complex division by zero") }
      let ratio = b.im / b.re
      let scale = b.re + b.im * ratio
      return Complex((a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale)
    }
    let ratio = b.re / b.im
    let scale = b.re * ratio + b.im
    return Complex((a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale)
  }

  private static func power(
    _ a: Complex<Double>, _ b: Complex<Double>
  ) throws(Fault) -> Value {
    if b.re == 0, b.im == 0 { return .complex(Complex(1, 0)) }
    if a.re == 0, a.im == 0 {
      guard b.im == 0, b.re >= 0 else {
        throw Fault(.zeroDivisionError, "0.0 to a negative or complex power")
      }
      return .complex(Complex(0, 0))
    }
    // Small whole exponents are multiplied out, as CPython does.
    if b.im == 0, b.re == b.re.rounded(), abs(b.re) <= 100 {
      var result = Complex<Double>(1, 0)
      var (factor, rest) = (a, Int(abs(b.re)))
      func product(_ x: Complex<Double>, _ y: Complex<Double>) -> Complex<Double> {
        Complex(x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re)
      }
      while rest > 0 {
        if rest & 1 == 1 { result = product(result, factor) }
        rest >>= 1
        if rest > 0 { factor = product(factor, factor) }
      }
      return .complex(b.re < 0 ? try quotient(Complex(1, 0), result) : result)
    }
    return .complex(Power.of(a, b))
  }
}

extension Complex where RealType == Double {
  /// The parts as they are, whatever the number is.
  var re: Double { rawStorage.x }
  var im: Double { rawStorage.y }
}

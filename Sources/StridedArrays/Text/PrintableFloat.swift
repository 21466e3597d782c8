// SPDX-License-Identifier: Apache-2.0

/// A floating-point type whose elements can be written as text.
protocol PrintableFloat: BinaryFloatingPoint {
  /// Arrays with elements from here on are written with exponents.
  static var arrayExponentLimit: Self { get }
  /// Arrays with elements below this are written with exponents.
  static var arrayExponentFloor: Self { get }
  /// Numbers on their own are written with an exponent from here on.
  static var scalarExponentLimit: Double { get }
  /// The value as a double, which holds each of them exactly.
  var double: Double { get }
  /// The magnitude as `mantissa * 2^exponent`.
  var binary: BinaryParts { get }
}

/// A finite magnitude as `mantissa * 2^exponent`.
struct BinaryParts {
  var mantissa: UInt64
  var exponent: Int
  /// Whether the neighbour below is half as far away as the one above.
  var isUneven: Bool

  /// Puts the parts together from a float's fields.
  init(fraction: UInt64, fractionBits: Int, exponentField: Int, bias: Int) {
    if exponentField == 0 {
      mantissa = fraction
      exponent = 1 - bias - fractionBits
      isUneven = false
    } else {
      mantissa = fraction | (1 << UInt64(fractionBits))
      exponent = exponentField - bias - fractionBits
      isUneven = fraction == 0 && exponentField != 1
    }
  }
}

extension Float16: PrintableFloat {
  static var arrayExponentLimit: Float16 { 1e3 }
  static var arrayExponentFloor: Float16 { 0.0001 }
  static var scalarExponentLimit: Double { 1e3 }
  var double: Double { Double(self) }
  var binary: BinaryParts {
    BinaryParts(
      fraction: UInt64(significandBitPattern), fractionBits: 10,
      exponentField: Int(exponentBitPattern), bias: 15)
  }
}

extension Float: PrintableFloat {
  static var arrayExponentLimit: Float { 1e6 }
  static var arrayExponentFloor: Float { 0.0001 }
  static var scalarExponentLimit: Double { 1e6 }
  var double: Double { Double(self) }
  var binary: BinaryParts {
    BinaryParts(
      fraction: UInt64(significandBitPattern), fractionBits: 23,
      exponentField: Int(exponentBitPattern), bias: 127)
  }
}

extension Double: PrintableFloat {
  static var arrayExponentLimit: Double { 1e8 }
  static var arrayExponentFloor: Double { 0.0001 }
  static var scalarExponentLimit: Double { 1e16 }
  var double: Double { self }
  var binary: BinaryParts {
    BinaryParts(
      fraction: UInt64(significandBitPattern), fractionBits: 52,
      exponentField: Int(exponentBitPattern), bias: 1023)
  }
}

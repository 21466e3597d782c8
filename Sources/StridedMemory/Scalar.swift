// SPDX-License-Identifier: Apache-2.0

public import ComplexModule

/// An element type with arithmetic: the fourteen kinds of numbers, and Swift's `Int` and `UInt`.
public protocol Scalar: AnyBitPattern, Equatable {
  /// The type of a quotient: `Double` for integers, as `/` gives in NumPy.
  associatedtype Quotient: Scalar
  /// The type of a sum: the machine's word for smaller integers.
  associatedtype Sum: Scalar
  /// The type of a square root: of integers the smallest float that NumPy takes for their size.
  associatedtype Root: Scalar
  /// The type of a magnitude: the real type of complex numbers, else the type itself.
  associatedtype Part: Scalar
  /// The type of a variance: that of a quotient, real.
  associatedtype Deviation: Scalar
}

/// A scalar with an order.
public protocol OrderedScalar: Scalar, Comparable {}

/// A signed or unsigned integer.
public protocol IntegerScalar: OrderedScalar {}

/// A real floating-point number.
public protocol FloatScalar: OrderedScalar {}

extension Bool: Scalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = Int
  public typealias Root = Float16
  public typealias Part = Bool
  @inlinable public static var dtype: DType { .bool }

  /// Reads true from every byte but 0: foreign memory may hold more than 0 and 1.
  @inlinable public static func load(from address: UnsafeRawPointer) -> Bool {
    address.load(as: UInt8.self) != 0
  }

  @inlinable public func store(to address: UnsafeMutableRawPointer) {
    address.storeBytes(of: self ? 1 : 0, as: UInt8.self)
  }
}

extension Int8: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = Int
  public typealias Root = Float16
  public typealias Part = Int8
  @inlinable public static var dtype: DType { .int8 }
}

extension Int16: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = Int
  public typealias Root = Float
  public typealias Part = Int16
  @inlinable public static var dtype: DType { .int16 }
}

extension Int32: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = Int
  public typealias Root = Double
  public typealias Part = Int32
  @inlinable public static var dtype: DType { .int32 }
}

extension Int64: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = Int64
  public typealias Root = Double
  public typealias Part = Int64
  @inlinable public static var dtype: DType { .int64 }
}

extension Int: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = Int
  public typealias Root = Double
  public typealias Part = Int
  @inlinable public static var dtype: DType { .int }
}

extension UInt8: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = UInt
  public typealias Root = Float16
  public typealias Part = UInt8
  @inlinable public static var dtype: DType { .uint8 }
}

extension UInt16: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = UInt
  public typealias Root = Float
  public typealias Part = UInt16
  @inlinable public static var dtype: DType { .uint16 }
}

extension UInt32: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = UInt
  public typealias Root = Double
  public typealias Part = UInt32
  @inlinable public static var dtype: DType { .uint32 }
}

extension UInt64: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = UInt64
  public typealias Root = Double
  public typealias Part = UInt64
  @inlinable public static var dtype: DType { .uint64 }
}

extension UInt: IntegerScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = UInt
  public typealias Root = Double
  public typealias Part = UInt
  @inlinable public static var dtype: DType { .uint }
}

extension Float: FloatScalar {
  public typealias Quotient = Float
  public typealias Deviation = Float
  public typealias Sum = Float
  public typealias Root = Float
  public typealias Part = Float
  @inlinable public static var dtype: DType { .float32 }
}

extension Double: FloatScalar {
  public typealias Quotient = Double
  public typealias Deviation = Double
  public typealias Sum = Double
  public typealias Root = Double
  public typealias Part = Double
  @inlinable public static var dtype: DType { .float64 }
}

extension Float16: FloatScalar {
  public typealias Quotient = Float16
  public typealias Deviation = Float16
  public typealias Sum = Float16
  public typealias Root = Float16
  public typealias Part = Float16
  @inlinable public static var dtype: DType { .float16 }
}

/// The real types of which complex numbers are elements: `Float` and `Double`.
public protocol ComplexPart: FloatScalar {
  /// The type of complex numbers with these parts.
  static var complexDType: DType { get }
}

extension Float: ComplexPart {
  @inlinable public static var complexDType: DType { .complex64 }
}

extension Double: ComplexPart {
  @inlinable public static var complexDType: DType { .complex128 }
}

extension Complex: Storable, AnyBitPattern, Scalar where RealType: ComplexPart {
  public typealias Quotient = Complex
  public typealias Deviation = RealType
  public typealias Sum = Complex
  public typealias Root = Complex
  public typealias Part = RealType

  @inlinable public static var dtype: DType { RealType.complexDType }

  @inlinable public static func load(from address: UnsafeRawPointer) -> Complex {
    Complex(
      RealType.load(from: address),
      RealType.load(from: address + MemoryLayout<RealType>.size))
  }

  /// Writes both parts as they are, so that infinities and NaN keep their signs and payloads.
  @inlinable public func store(to address: UnsafeMutableRawPointer) {
    rawStorage.x.store(to: address)
    rawStorage.y.store(to: address + MemoryLayout<RealType>.size)
  }
}

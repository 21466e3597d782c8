// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import RealModule

/// The type of an array's elements as known at run time.
///
/// Fourteen kinds of numbers in native or swapped byte order, and records: users' structs, of
/// which only size and alignment are known.
///
/// NumPy: `numpy.dtype`.
public struct DType: Hashable, Sendable {
  /// What an element is, apart from its byte order. The raw values number the kernels' tables.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case bool
    case int8, int16, int32, int64
    case uint8, uint16, uint32, uint64
    case float16, float32, float64
    case complex64, complex128
    /// A user's struct, of which only size and alignment are known.
    case record
  }

  /// What an element is.
  public let kind: Kind
  /// Whether the bytes of a number are in the opposite of this machine's order.
  public let isSwapped: Bool
  /// The size of one element, in bytes. NumPy: `numpy.dtype.itemsize`.
  public let itemSize: Int
  /// What an aligned element's address is a multiple of, in bytes. NumPy: `numpy.dtype.alignment`.
  public let alignment: Int
  /// What tells one user's struct from another; 0 for numbers and for plain bytes.
  ///
  /// Only records of one identity can be assigned to each other, since foreign bytes need not be a
  /// value of the struct.
  let identity: Int

  /// Creates the type of numbers of `kind`, in this machine's byte order unless `isSwapped`.
  ///
  /// Single bytes have no order, so `isSwapped` is ignored for them.
  package init(number kind: Kind, isSwapped: Bool = false) {
    self.kind = kind
    (itemSize, alignment) = kind.sizeAndAlignment
    self.isSwapped = isSwapped && itemSize > 1
    identity = 0
  }

  private init(recordOfSize size: Int, alignment: Int, identity: Int) {
    kind = .record
    self.identity = identity
    isSwapped = false
    itemSize = size
    self.alignment = alignment
  }

  /// The type of plain bytes, `size` an element (at least 1).
  public static func record(size: Int, alignment: Int) -> DType {
    DType(recordOfSize: max(size, 1), alignment: max(alignment, 1), identity: 0)
  }

  /// The type of a user's struct.
  @inlinable public static func record<Item>(of type: Item.Type) -> DType {
    #if $Embedded
      record(size: MemoryLayout<Item>.stride, alignment: MemoryLayout<Item>.alignment)
    #else
      record(
        size: MemoryLayout<Item>.stride, alignment: MemoryLayout<Item>.alignment,
        identity: Int(bitPattern: ObjectIdentifier(type)))
    #endif
  }

  @usableFromInline static func record(size: Int, alignment: Int, identity: Int) -> DType {
    DType(recordOfSize: max(size, 1), alignment: max(alignment, 1), identity: identity | 1)
  }

  /// Whether values of a Swift type lie in Swift's memory as in an array's, and any bytes are one.
  ///
  /// True of the numbers that the library knows; another type may store itself as it likes.
  package static func isBitwise<Item>(_ type: Item.Type) -> Bool {
    type == Double.self || type == Float.self || type == Int.self || type == UInt8.self
      || type == Int8.self || type == Int16.self || type == Int32.self || type == Int64.self
      || type == UInt16.self || type == UInt32.self || type == UInt64.self || type == UInt.self
      || type == Float16.self || type == Complex<Float>.self || type == Complex<Double>.self
  }

  /// Whether every bit pattern is a value: true of numbers and plain bytes.
  public var isPlain: Bool { identity == 0 }

  public static let bool = DType(number: .bool)
  public static let int8 = DType(number: .int8)
  public static let int16 = DType(number: .int16)
  public static let int32 = DType(number: .int32)
  public static let int64 = DType(number: .int64)
  public static let uint8 = DType(number: .uint8)
  public static let uint16 = DType(number: .uint16)
  public static let uint32 = DType(number: .uint32)
  public static let uint64 = DType(number: .uint64)
  public static let float16 = DType(number: .float16)
  public static let float32 = DType(number: .float32)
  public static let float64 = DType(number: .float64)
  public static let complex64 = DType(number: .complex64)
  public static let complex128 = DType(number: .complex128)
  #if _pointerBitWidth(_64)
    /// The kind of the machine's word, as Swift's `Int`.
    public static let int = int64
    /// The kind of the machine's word, as Swift's `UInt`.
    public static let uint = uint64
  #else
    /// The kind of the machine's word, as Swift's `Int`.
    public static let int = int32
    /// The kind of the machine's word, as Swift's `UInt`.
    public static let uint = uint32
  #endif

  /// The fourteen kinds of numbers, in this machine's byte order.
  public static let numbers: [DType] = Kind.allCases.filter { $0 != .record }.map {
    DType(number: $0)
  }

  /// The same type with its bytes in the opposite order. NumPy: `numpy.dtype.newbyteorder`.
  public var swapped: DType {
    kind == .record ? self : DType(number: kind, isSwapped: !isSwapped)
  }

  /// The same type in this machine's byte order.
  public var native: DType { isSwapped ? DType(number: kind) : self }

  /// The kind of the parts of a complex number, or the type itself.
  public var part: DType {
    switch kind {
    case .complex64: isSwapped ? DType.float32.swapped : .float32
    case .complex128: isSwapped ? DType.float64.swapped : .float64
    default: self
    }
  }
}

extension DType.Kind {
  /// Alignment is that of the parts for complex numbers, as in C.
  var sizeAndAlignment: (Int, Int) {
    switch self {
    case .bool, .int8, .uint8, .record: (1, 1)
    case .int16, .uint16, .float16: (2, 2)
    case .int32, .uint32, .float32: (4, 4)
    case .int64, .uint64, .float64: (8, 8)
    case .complex64: (8, 4)
    case .complex128: (16, 8)
    }
  }
}

extension DType {
  /// Whether the elements are signed or unsigned integers (not `bool`).
  public var isInteger: Bool { isSigned || isUnsigned }
  /// Whether the elements are signed integers.
  public var isSigned: Bool {
    (Kind.int8.rawValue...Kind.int64.rawValue).contains(kind.rawValue)
  }
  /// Whether the elements are unsigned integers (not `bool`).
  public var isUnsigned: Bool {
    (Kind.uint8.rawValue...Kind.uint64.rawValue).contains(kind.rawValue)
  }
  /// Whether the elements are real floating-point numbers.
  public var isFloat: Bool { kind == .float16 || kind == .float32 || kind == .float64 }
  /// Whether the elements are complex numbers.
  public var isComplex: Bool { kind == .complex64 || kind == .complex128 }
  /// Whether the elements are numbers or truth values: everything but records.
  public var isNumber: Bool { kind != .record }
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Element types, from the values that stand for them.
enum DTypes {
  /// The type that `numpy.array` gives an array of one value.
  static func natural(of value: Value) throws(Fault) -> DType {
    switch value {
    case .bool: .bool
    case .int: .int64
    case .float: .float64
    case .complex: .complex128
    case .scalar(let scalar): scalar.dtype
    case .array(let object): object.array.dtype
    default:
      throw Fault(
        .typeError,
        "Strided's arrays hold numbers and truth values, not values of type '\(value.typeName)'")
    }
  }

  /// The type that a `dtype=` argument means; nil for `None`.
  static func optional(_ value: Value) throws(Fault) -> DType? {
    if case .none = value { return nil }
    return try dtype(value)
  }

  static func dtype(_ value: Value) throws(Fault) -> DType {
    switch value {
    case .none: return .float64
    case .dtype(let object): return object.dtype
    case .type(let type):
      if let dtype = type.dtype { return dtype }
      throw Fault(
        .typeError, "Strided has no arrays of type '\(type.name)'; it has numbers and bool")
    case .text(let text): return try dtype(named: text.string)
    case .scalar(let scalar): return scalar.dtype
    default:
      throw Fault(.typeError, "Cannot interpret '\(Printer.repr(value))' as a data type")
    }
  }

  private static func dtype(named name: String) throws(Fault) -> DType {
    if let dtype = DType(code: name) { return dtype }
    var body = Substring(name)
    var isSwapped = false
    if let mark = body.first, "<>=|".contains(mark) {
      isSwapped = mark == ">"
      body.removeFirst()
    }
    guard let dtype = byLetter[String(body)] else {
      if structureLetters.contains(where: { body.hasPrefix($0) }) {
        throw Fault(.typeError, "Strided has no arrays of the data type '\(name)'")
      }
      throw Fault(.typeError, "data type '\(name)' not understood")
    }
    return isSwapped ? dtype.swapped : dtype
  }

  private static let structureLetters = [
    "U", "S", "V", "O", "M", "m", "str", "object", "datetime", "timedelta", "bytes", "longdouble",
    "float128", "complex256", "clongdouble",
  ]

  private static let byLetter: [String: DType] = [
    "b": .int8, "h": .int16, "i": .int32, "l": .int64, "q": .int64, "p": .int64, "n": .int64,
    "B": .uint8, "H": .uint16, "I": .uint32, "L": .uint64, "Q": .uint64, "P": .uint64,
    "N": .uint64, "e": .float16, "f": .float32, "d": .float64, "F": .complex64,
    "D": .complex128, "int": .int64, "float": .float64, "complex": .complex128, "byte": .int8,
    "short": .int16, "intc": .int32, "long": .int64, "longlong": .int64, "intp": .int64,
    "int_": .int64, "ubyte": .uint8, "ushort": .uint16, "uintc": .uint32, "uint": .uint64,
    "ulong": .uint64, "ulonglong": .uint64, "uintp": .uint64, "half": .float16,
    "single": .float32, "double": .float64, "csingle": .complex64, "cdouble": .complex128,
    "bool_": .bool, "?": .bool,
  ]
}

// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Single elements, from and to Python's values.
enum Elements {
  /// Writes a value, converted, to an element of an array of one axis.
  static func store(_ value: Value, in array: AnyNDArray, at position: Int) throws(Fault) {
    let dtype = array.dtype
    let stride = array.layout.axes.first?.stride ?? 0
    let address = array.storage.address + array.layout.offset + position * stride
    if !dtype.isSwapped {
      switch (value, dtype.kind) {
      case (.int(let number), .int64):
        number.store(to: address)
        return
      case (.float(let number), .float64):
        number.store(to: address)
        return
      case (.int(let number), .float64):
        Double(number).store(to: address)
        return
      case (.bool(let flag), .bool):
        flag.store(to: address)
        return
      default: break
      }
    }
    let element = try converted(value, to: dtype)
    try lifted { () throws(ArrayError) in
      try array.view(at: [.index(position)]).assign(from: element)
    }
  }

  /// A value as an array of rank 0 of a type, which ledgers don't count as one.
  static func converted(_ value: Value, to dtype: DType) throws(Fault) -> AnyNDArray {
    try LedgerReport.unreported { () throws(Fault) in try number(value, as: dtype) }
  }

  private static func number(_ value: Value, as dtype: DType) throws(Fault) -> AnyNDArray {
    let source: AnyNDArray
    switch value {
    case .bool(let flag): source = NDArray(scalar: flag).erased
    case .int(let number):
      if dtype.isInteger { try checkRange(number, dtype) }
      source = NDArray(scalar: number).erased
    case .float(let number):
      if dtype.isInteger {
        guard !number.isNaN else {
          throw Fault(.valueError, "cannot convert float NaN to integer")
        }
        guard number.isFinite else {
          throw Fault(.overflowError, "cannot convert float infinity to integer")
        }
        guard number >= -0x1p63, number < 0x1p63 else {
          if dtype.kind == .uint64, number >= 0, number < 0x1p64 {
            return try cast(NDArray(scalar: UInt64(number)).erased, dtype)
          }
          throw Fault(.overflowError, "Python int too large to convert to C long")
        }
        try checkRange(Int64(number), dtype)
        source = NDArray(scalar: Int64(number)).erased
      } else {
        source = NDArray(scalar: number).erased
      }
    case .complex(let object):
      guard dtype.isComplex || dtype.kind == .bool else {
        throw Fault(
          .typeError,
          dtype.isInteger
            ? "int() argument must be a string, a bytes-like object or a real number, not 'complex'"
            : "float() argument must be a string or a real number, not 'complex'")
      }
      source = NDArray(scalar: object.number).erased
    case .scalar(let scalar): source = scalar.array
    case .array(let object) where object.array.count == 1:
      source = try lifted { () throws(ArrayError) in try object.array.reshaped([]) }
    case .array, .list, .tuple, .range:
      throw Fault(.valueError, "setting an array element with a sequence.")
    case .text(let text): return try converted(try parsed(text.string, dtype), to: dtype)
    default:
      throw Fault(
        .typeError,
        dtype.isInteger
          ? "int() argument must be a string, a bytes-like object or a real number, not "
            + "'\(value.typeName)'"
          : "float() argument must be a string or a real number, not '\(value.typeName)'")
    }
    return try cast(source, dtype)
  }

  private static func cast(_ array: AnyNDArray, _ dtype: DType) throws(Fault) -> AnyNDArray {
    try lifted { () throws(ArrayError) in try array.cast(to: dtype, copying: .ifNeeded) }
  }

  /// A string as the number that it is read as.
  private static func parsed(_ text: String, _ dtype: DType) throws(Fault) -> Value {
    if dtype.isInteger {
      guard let (number, fits) = DecimalText.integer(text, base: 10) else {
        throw Fault(
          .valueError, "invalid literal for int() with base 10: \(Printer.quoted(text))")
      }
      guard fits else { throw Numbers.tooLarge(text) }
      return .int(number)
    }
    guard let number = DecimalText.python(text) else {
      throw Fault(.valueError, "could not convert string to float: \(Printer.quoted(text))")
    }
    return .float(number)
  }

  /// The numbers that an integer type holds, as far as 64 bits with a sign reach.
  static func range(of dtype: DType) -> ClosedRange<Int64> {
    if dtype.kind == .uint64 { return 0...Int64.max }
    let bits = Int64(dtype.itemSize * 8)
    if dtype.isUnsigned { return 0...((1 << bits) - 1) }
    return bits == 64 ? Int64.min...Int64.max : -(1 << (bits - 1))...((1 << (bits - 1)) - 1)
  }

  static func checkRange(_ number: Int64, _ dtype: DType) throws(Fault) {
    guard range(of: dtype).contains(number) else {
      throw Fault(
        .overflowError, "Python integer \(number) out of bounds for \(dtype.native.name)")
    }
  }

  /// An array of rank 0 as a value of Python, as `item()` gives it.
  static func value(of array: AnyNDArray) throws(Fault) -> Value {
    try lifted { () throws(ArrayError) in
      switch array.dtype.kind {
      case .bool: .bool(try array.item(as: Bool.self))
      case .uint64: Numbers.value(try array.item(as: UInt64.self))
      case .float16, .float32, .float64: .float(try array.item(as: Double.self))
      case .complex64, .complex128: .complex(try array.item(as: Complex<Double>.self))
      default: .int(try array.item(as: Int64.self))
      }
    }
  }
}

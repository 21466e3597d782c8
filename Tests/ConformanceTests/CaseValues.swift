// SPDX-License-Identifier: Apache-2.0

import Strided

// The replay reads and makes elements from their bits itself, so that it does not depend on the
// library that it judges, nor on a `Float16` type, which some machines lack.

/// The bits of a 16-bit float of a whole number, rounded to nearest, ties to even.
func halfBits(_ value: Int) -> UInt16 {
  guard value > 0 else { return 0 }
  var exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
  var mantissa = value
  if exponent <= 10 {
    mantissa <<= 10 - exponent
  } else {
    let shift = exponent - 10
    let (rest, half) = (mantissa & (1 << shift - 1), 1 << (shift - 1))
    mantissa >>= shift
    if rest > half || (rest == half && mantissa & 1 == 1) { mantissa += 1 }
    if mantissa == 2048 { (mantissa, exponent) = (1024, exponent + 1) }
  }
  return exponent > 15 ? 0x7c00 : UInt16((exponent + 15) << 10 | (mantissa & 0x3ff))
}

/// The value of a 16-bit float.
func halfValue(_ bits: UInt16) -> Double {
  let sign = bits >> 15 == 1 ? -1.0 : 1.0
  let (exponent, mantissa) = (Int(bits >> 10 & 0x1f), Double(bits & 0x3ff))
  switch exponent {
  case 0: return sign * mantissa * 0x1p-24
  case 31: return mantissa == 0 ? sign * .infinity : .nan
  default:
    return sign * Double(sign: .plus, exponent: exponent - 15, significand: 1 + mantissa / 1024)
  }
}

/// One element as it stands in memory, comparable with how a case writes it.
struct CaseElement: CustomStringConvertible {
  var kind: DType.Kind
  /// The bits of the number, or of the two parts of a complex one.
  var words: [UInt64]

  init(at address: UnsafeRawPointer, _ dtype: DType) {
    kind = dtype.kind
    let isPair = kind == .complex64 || kind == .complex128
    let size = isPair ? dtype.itemSize / 2 : dtype.itemSize
    words = stride(from: 0, to: dtype.itemSize, by: size).map {
      loadWord(address + $0, size: size, isSwapped: dtype.isSwapped)
    }
  }

  /// Whether a case's value is this element: equal bits, but any NaN equals any other.
  func equals(_ value: JSON) -> Bool {
    switch kind {
    case .complex64, .complex128:
      guard let parts = value.asArray, parts.count == 2 else { return false }
      return equals(parts[0], part: 0) && equals(parts[1], part: 1)
    case .float16, .float32, .float64: return equals(value, part: 0)
    case .bool: return value == .int(Int(words[0]))
    case .int8: return value == .int(Int(Int8(truncatingIfNeeded: words[0])))
    case .int16: return value == .int(Int(Int16(truncatingIfNeeded: words[0])))
    case .int32: return value == .int(Int(Int32(truncatingIfNeeded: words[0])))
    case .int64: return value == .int(Int(Int64(truncatingIfNeeded: words[0])))
    default: return value == (Int(exactly: words[0]).map { .int($0) } ?? .uint(words[0]))
    }
  }

  private func double(_ part: Int) -> Double {
    switch kind {
    case .float16: halfValue(UInt16(truncatingIfNeeded: words[part]))
    case .float32, .complex64: Double(Float(bitPattern: UInt32(truncatingIfNeeded: words[part])))
    default: Double(bitPattern: words[part])
    }
  }

  private func equals(_ value: JSON, part: Int) -> Bool {
    let double = double(part)
    switch value {
    case .double(let wanted): return wanted.bitPattern == double.bitPattern
    case .int(let wanted): return Double(wanted).bitPattern == double.bitPattern
    case .string("nan"): return double.isNaN
    case .string("inf"): return double == .infinity
    case .string("-inf"): return double == -.infinity
    default: return false
    }
  }

  var description: String {
    switch kind {
    case .complex64, .complex128: "[\(double(0)),\(double(1))]"
    case .float16, .float32, .float64: "\(double(0))"
    case .int8: "\(Int8(truncatingIfNeeded: words[0]))"
    case .int16: "\(Int16(truncatingIfNeeded: words[0]))"
    case .int32: "\(Int32(truncatingIfNeeded: words[0]))"
    case .int64: "\(Int64(truncatingIfNeeded: words[0]))"
    default: "\(words[0])"
    }
  }
}

private func loadWord(_ address: UnsafeRawPointer, size: Int, isSwapped: Bool) -> UInt64 {
  switch size {
  case 1: return UInt64(address.load(as: UInt8.self))
  case 2:
    let word = address.loadUnaligned(as: UInt16.self)
    return UInt64(isSwapped ? word.byteSwapped : word)
  case 4:
    let word = address.loadUnaligned(as: UInt32.self)
    return UInt64(isSwapped ? word.byteSwapped : word)
  default:
    let word = address.loadUnaligned(as: UInt64.self)
    return isSwapped ? word.byteSwapped : word
  }
}

/// The elements of an array in row-major order, found by its layout alone.
func elements(of array: AnyNDArray) throws -> [CaseElement] {
  var offsets = [array.layout.offset]
  for axis in array.layout.axes {
    offsets = offsets.flatMap { start in (0..<axis.length).map { start + $0 * axis.stride } }
  }
  let last = array.storage.byteCount - array.itemSize
  return try offsets.map { offset in
    guard offset >= 0, offset <= last else {
      throw Mismatch(expected: "elements inside the storage", got: "one at byte \(offset)")
    }
    return CaseElement(at: array.storage.address + offset, array.dtype)
  }
}

/// Throws unless the elements of `array` are `values`, in row-major order.
func expectValues(_ values: [JSON], _ array: AnyNDArray) throws {
  let got = try elements(of: array)
  if got.count != values.count || !zip(got, values).allSatisfy({ $0.equals($1) }) {
    throw Mismatch(
      expected: "values \(JSON.array(values))",
      got: "values [\(got.map(\.description).joined(separator: ","))]")
  }
}

/// Writes a case's value as an element.
func store(_ value: JSON, at address: UnsafeMutableRawPointer, _ dtype: DType) throws {
  switch dtype.kind {
  case .complex64, .complex128:
    guard let parts = value.asArray, parts.count == 2 else {
      throw MalformedCase("no complex number: \(value)")
    }
    try store(parts[0], at: address, dtype.part)
    try store(parts[1], at: address + dtype.itemSize / 2, dtype.part)
  case .float16:
    // Values to write are small whole numbers.
    guard let number = value.asDouble, let whole = Int(exactly: number), whole >= 0 else {
      throw MalformedCase("no small whole number: \(value)")
    }
    address.storeBytes(of: halfBits(whole), as: UInt16.self)
  case .float32:
    guard let number = value.asDouble else { throw MalformedCase("no number: \(value)") }
    address.storeBytes(of: Float(number), as: Float.self)
  case .float64:
    guard let number = value.asDouble else { throw MalformedCase("no number: \(value)") }
    address.storeBytes(of: number, as: Double.self)
  default:
    var word: UInt64
    switch value {
    case .bool(let truth): word = truth ? 1 : 0
    case .int(let number): word = UInt64(truncatingIfNeeded: number)
    case .uint(let number): word = number
    default: throw MalformedCase("no integer: \(value)")
    }
    for i in 0..<dtype.itemSize {
      address.storeBytes(
        of: UInt8(truncatingIfNeeded: word), toByteOffset: i, as: UInt8.self)
      word >>= 8
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Strided

/// The owner of a record, as an array over memory with the described contents.
struct CaseMemory {
  /// The array that every view of the record lies on.
  let owner: AnyNDArray
  /// What the owner's bytes were at first.
  let bytes: [UInt8]

  init(_ record: JSON) throws {
    let description = try record.required("owner")
    let dtype = try dtypeNamed(description.string("dtype"))
    let count = try description.int("count")
    bytes = try CaseMemory.contents(description, dtype: dtype, count: count)
    let layout = try Layout.dense(shape: [count], itemSize: dtype.itemSize)
    let storage = try Storage.allocate(
      byteCount: bytes.count, zeroed: false, layout: layout, dtype: dtype)
    UnsafeMutableRawBufferPointer(start: storage.address, count: bytes.count)
      .copyBytes(from: bytes)
    owner = try AnyNDArray(
      storage: storage, layout: layout, dtype: dtype, isRoot: true,
      isWritable: description["writeable"]?.asBool ?? true)
  }

  /// The view of the owner that a member of the record describes.
  func view(_ record: JSON, _ name: String) throws -> AnyNDArray {
    try view(record.required(name))
  }

  func view(_ description: JSON) throws -> AnyNDArray {
    let dtype = try description["dtype"]?.asString.map(dtypeNamed) ?? owner.dtype
    let layout = try Layout(
      shape: description.ints("shape"), strides: description.ints("strides"),
      offset: description.int("offset"))
    return try AnyNDArray(
      storage: owner.storage, layout: layout, dtype: dtype, isWritable: owner.isWritable)
  }

  /// The owner's bytes as they are now.
  var currentBytes: [UInt8] {
    Array(UnsafeRawBufferPointer(start: owner.storage.address, count: bytes.count))
  }

  /// Throws unless the owner's bytes are what they were at first.
  func expectUnchanged() throws {
    try expectEqual("owner's bytes", expected: bytes, got: currentBytes)
  }

  private static func contents(
    _ description: JSON, dtype: DType, count: Int
  ) throws -> [UInt8] {
    let byteCount = count * dtype.itemSize
    if let hex = description["hex"]?.asString {
      let bytes = try bytesOfHex(hex)
      guard bytes.count == byteCount else { throw MalformedCase("hex of another length") }
      return bytes
    }
    if let hex = description["cycle_hex"]?.asString {
      let cycle = try bytesOfHex(hex)
      return (0..<byteCount).map { cycle[$0 % cycle.count] }
    }
    return (0..<count).flatMap { iotaBytes($0, dtype) }
  }
}

/// The numeric type of NumPy's name.
func dtypeNamed(_ name: String) throws -> DType {
  guard let dtype = DType.numbers.first(where: { $0.name == name }) else {
    throw MalformedCase("no type '\(name)'")
  }
  return dtype
}

/// The bytes of pairs of hexadecimal digits.
func bytesOfHex(_ hex: String) throws -> [UInt8] {
  func digit(_ byte: UInt8) throws -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - UInt8(ascii: "a") + 10
    default: throw MalformedCase("no hexadecimal digit")
    }
  }
  let digits = Array(hex.utf8)
  return try stride(from: 0, to: digits.count - 1, by: 2).map {
    try digit(digits[$0]) << 4 | digit(digits[$0 + 1])
  }
}

/// The bytes of element `i` of an owner without contents: i, or `i + (i+0.5)j`, or `i % 3 == 1`.
private func iotaBytes(_ i: Int, _ dtype: DType) -> [UInt8] {
  func little(_ word: UInt64, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
  }
  let value = Double(i)
  switch dtype.kind {
  case .bool: return [i % 3 == 1 ? 1 : 0]
  case .float16: return little(UInt64(halfBits(i)), 2)
  case .float32: return little(UInt64(Float(value).bitPattern), 4)
  case .float64: return little(value.bitPattern, 8)
  case .complex64:
    return little(UInt64(Float(value).bitPattern), 4)
      + little(UInt64(Float(value + 0.5).bitPattern), 4)
  case .complex128: return little(value.bitPattern, 8) + little((value + 0.5).bitPattern, 8)
  default: return little(UInt64(truncatingIfNeeded: i), dtype.itemSize)
  }
}

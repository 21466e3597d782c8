// SPDX-License-Identifier: Apache-2.0

/// A value of a case file.
///
/// Numbers keep what they were written as: integers up to 2^64-1 are exact, and `-0.0` has its sign.
enum JSON: Hashable {
  case null
  case bool(Bool)
  case int(Int)
  /// An integer beyond `Int.max`.
  case uint(UInt64)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// Parses one line of a case file.
  static func parse(_ line: UnsafeBufferPointer<UInt8>) throws -> JSON {
    var reader = JSONReader(bytes: line)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.position == line.count else { throw MalformedCase("text after a JSON value") }
    return value
  }
}

/// A case that the replay can't read: a fault of the file or of the replay.
struct MalformedCase: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

extension JSON {
  /// The member of an object, or nil if it is absent or null.
  subscript(key: String) -> JSON? {
    guard case .object(let members) = self, let value = members[key], value != .null else {
      return nil
    }
    return value
  }

  /// The member of an object, which must be there; it may be null.
  func required(_ key: String) throws -> JSON {
    guard case .object(let members) = self, let value = members[key] else {
      throw MalformedCase("no member '\(key)'")
    }
    return value
  }

  var asInt: Int? {
    if case .int(let value) = self { return value }
    return nil
  }
  var asDouble: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }
  var asString: String? {
    if case .string(let value) = self { return value }
    return nil
  }
  var asBool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }
  var asArray: [JSON]? {
    if case .array(let value) = self { return value }
    return nil
  }
  var asInts: [Int]? {
    guard case .array(let values) = self else { return nil }
    let ints = values.compactMap(\.asInt)
    return ints.count == values.count ? ints : nil
  }

  func int(_ key: String) throws -> Int { try unwrap(self[key]?.asInt, key) }
  func ints(_ key: String) throws -> [Int] { try unwrap(self[key]?.asInts, key) }
  func string(_ key: String) throws -> String { try unwrap(self[key]?.asString, key) }
  func array(_ key: String) throws -> [JSON] { try unwrap(self[key]?.asArray, key) }
  func bool(_ key: String) throws -> Bool { try unwrap(self[key]?.asBool, key) }

  private func unwrap<Value>(_ value: Value?, _ key: String) throws -> Value {
    guard let value else { throw MalformedCase("member '\(key)' is missing or of another type") }
    return value
  }
}

extension JSON: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): value.debugDescription
    case .array(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
        .joined(separator: ",") + "}"
    }
  }
}

/// Reads ASCII JSON.
private struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipSpace() {
    while next == UInt8(ascii: " ") || next == 13 || next == 9 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws -> JSON {
    for i in 0..<text.utf8CodeUnitCount {
      guard next == text.utf8Start[i] else { throw MalformedCase("unknown word") }
      position += 1
    }
    return value
  }

  mutating func value() throws -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object() throws -> JSON {
    position += 1
    var members: [String: JSON] = [:]
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw MalformedCase("no ':' after a key") }
      members[key] = try value()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw MalformedCase("an object without end") }
    return .object(members)
  }

  private mutating func array() throws -> JSON {
    position += 1
    var values: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat { values.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw MalformedCase("an array without end") }
    return .array(values)
  }

  private mutating func number() throws -> JSON {
    let start = position
    var isInteger = true
    scan: while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"):
        isInteger = false
      default: break scan
      }
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger {
      if let value = Int(text) { return .int(value) }
      if let value = UInt64(text) { return .uint(value) }
    } else if let value = Double(text) {
      return .double(value)
    }
    throw MalformedCase("no number: '\(text)'")
  }

  private mutating func string() throws -> String {
    guard next == UInt8(ascii: "\"") else { throw MalformedCase("no string") }
    position += 1
    var units: [UInt16] = []
    while position < bytes.count, next != UInt8(ascii: "\"") {
      let byte = next
      position += 1
      units.append(byte == UInt8(ascii: "\\") ? try escape() : UInt16(byte))
    }
    guard next == UInt8(ascii: "\"") else { throw MalformedCase("a string without end") }
    position += 1
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func escape() throws -> UInt16 {
    let byte = next
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "u"):
      guard position + 4 <= bytes.count else { throw MalformedCase("a short escape") }
      let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
      position += 4
      guard let unit = UInt16(digits, radix: 16) else { throw MalformedCase("a bad escape") }
      return unit
    default: return UInt16(byte)
    }
  }
}

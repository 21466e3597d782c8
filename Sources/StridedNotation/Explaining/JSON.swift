// SPDX-License-Identifier: Apache-2.0

/// A value of JSON, and its text.
package indirect enum JSON {
  case null
  case bool(Bool)
  case int(Int)
  /// A number as it is written.
  case number(String)
  case text(String)
  case list([JSON])
  case object([(name: String, value: JSON)])

  static func ints(_ numbers: [Int]) -> JSON { .list(numbers.map { .int($0) }) }
  static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

  /// The value on one line.
  package var text: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): "\(number)"
    case .number(let text): text
    case .text(let text): JSON.quoted(text)
    case .list(let items): "[" + items.map { $0.text }.joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { JSON.quoted($0.name) + ": " + $0.value.text }.joined(separator: ", ")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = [Byte.doubleQuote]
    for byte in text.utf8 {
      switch byte {
      case Byte.doubleQuote, Byte.backslash: bytes += [Byte.backslash, byte]
      case Byte.newline: bytes += [Byte.backslash, UInt8(ascii: "n")]
      case 0..<32:
        bytes += [Byte.backslash, UInt8(ascii: "u"), Byte.zero, Byte.zero]
        bytes += [digits[Int(byte / 16)], digits[Int(byte % 16)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes + [Byte.doubleQuote], as: UTF8.self)
  }
}

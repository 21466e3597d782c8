// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// A constant of the Python language, as it is written in the header of an `.npy` file.
///
/// Only what such headers are made of: no floating-point numbers, bytes, sets or expressions.
enum PythonLiteral: Equatable {
  case string(String)
  case integer(Int)
  case bool(Bool)
  case none
  case tuple([PythonLiteral])
  case list([PythonLiteral])
  case dictionary([Entry])

  /// One key of a dictionary and its value.
  struct Entry: Equatable {
    var key: String
    var value: PythonLiteral
  }

  /// How deep brackets may nest; a header of an array needs 2, of a structured type about 4.
  static let maximumDepth = 32

  /// What this is, for messages.
  var kindName: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .bool: "a Boolean"
    case .none: "None"
    case .tuple: "a tuple"
    case .list: "a list"
    case .dictionary: "a dictionary"
    }
  }
}

/// Reads one `PythonLiteral` from bytes, strictly and without evaluating anything.
///
/// Time and space are linear in the bytes; recursion ends at `PythonLiteral.maximumDepth`.
struct PythonLiteralParser {
  let bytes: UnsafeRawBufferPointer
  /// Where the first byte is in the file, for messages.
  let fileOffset: Int
  /// Whether text is UTF-8; it is Latin-1 if not.
  let isUTF8: Bool
  /// Whether integers may end in the `L` of Python 2.
  let allowsLongSuffix: Bool
  var position = 0

  init(
    _ bytes: UnsafeRawBufferPointer, fileOffset: Int, isUTF8: Bool, allowsLongSuffix: Bool
  ) {
    self.bytes = bytes
    self.fileOffset = fileOffset
    self.isUTF8 = isUTF8
    self.allowsLongSuffix = allowsLongSuffix
  }

  /// Reads the one literal that all bytes together must be.
  mutating func parse() throws(ArrayError) -> PythonLiteral {
    let literal = try value(depth: 0)
    skipSpace()
    if current != nil { throw unexpected("nothing after the \(literal.kindName.dropFirst(2))") }
    return literal
  }

  /// The byte at the position, or nil at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B {
      position += 1
    }
  }

  /// Steps over `character` if it is next, after spaces.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  func fault(_ message: String, at position: Int) -> ArrayError {
    let byte = fileOffset + position
    return ArrayError(
      .format, "the .npy header is malformed at byte \(byte): \(message)", index: byte)
  }

  func unexpected(_ expected: String) -> ArrayError {
    guard let byte = current else {
      return fault("the header ends where there should be \(expected)", at: position)
    }
    let found =
      (0x21...0x7E).contains(byte)
      ? "'\(Unicode.Scalar(byte))'" : "byte 0x\(String(byte, radix: 16))"
    return fault("\(found) where there should be \(expected)", at: position)
  }
}

extension PythonLiteralParser {
  mutating func value(depth: Int) throws(ArrayError) -> PythonLiteral {
    skipSpace()
    guard depth < PythonLiteral.maximumDepth else {
      throw fault("brackets nest deeper than \(PythonLiteral.maximumDepth)", at: position)
    }
    guard let byte = current else { throw unexpected("a value") }
    switch Unicode.Scalar(byte) {
    case "{": return try dictionary(depth: depth)
    case "[":
      position += 1
      return .list(try elements(until: "]", depth: depth).values)
    case "(":
      position += 1
      let (values, endsInComma) = try elements(until: ")", depth: depth)
      // Parentheses around one value only group it; the comma makes the tuple.
      return values.count == 1 && !endsInComma ? values[0] : .tuple(values)
    case "'", "\"": return .string(try string())
    case "0"..."9", "-", "+": return .integer(try integer())
    default: return try word()
    }
  }

  /// Reads the values of a tuple or a list behind its opening bracket.
  private mutating func elements(
    until closing: Unicode.Scalar, depth: Int
  ) throws(ArrayError) -> (values: [PythonLiteral], endsInComma: Bool) {
    var values: [PythonLiteral] = []
    var endsInComma = false
    while !skip(closing) {
      if !values.isEmpty && !endsInComma { throw unexpected("',' or '\(closing)'") }
      values.append(try value(depth: depth + 1))
      endsInComma = skip(",")
    }
    return (values, endsInComma)
  }

  private mutating func dictionary(depth: Int) throws(ArrayError) -> PythonLiteral {
    position += 1
    var entries: [PythonLiteral.Entry] = []
    var endsInComma = true
    while !skip("}") {
      guard endsInComma else { throw unexpected("',' or '}'") }
      let start = position
      guard case .string(let key) = try value(depth: depth + 1) else {
        throw fault("the key of a dictionary entry is not a string", at: start)
      }
      guard skip(":") else { throw unexpected("':' after the key '\(key)'") }
      entries.append(.init(key: key, value: try value(depth: depth + 1)))
      endsInComma = skip(",")
    }
    return .dictionary(entries)
  }

  /// Reads `True`, `False`, `None` or a string with the prefix `u`.
  private mutating func word() throws(ArrayError) -> PythonLiteral {
    let start = position
    while let byte = current, isWordByte(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "True": return .bool(true)
    case "False": return .bool(false)
    case "None": return .none
    case "u", "U":
      if current == 0x22 || current == 0x27 { return .string(try string()) }
    default: break
    }
    position = start
    throw unexpected("a string, an integer, True, False, None, a tuple, a list or a dictionary")
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: byte >= 0x80
    }
  }
}

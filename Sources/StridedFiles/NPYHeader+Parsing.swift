// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedMemory

extension NPYHeader {
  /// The longest that the bytes before the header's text can be.
  static let maximumPrefixCount = 12

  /// Reads the header that `bytes` start with; what follows it may be missing.
  ///
  /// Complexity: O(header), which is at most 10000 characters. Nothing of it is executed.
  ///
  /// - Throws: `ArrayError` of kind `format` that names the byte or the key at fault.
  ///
  /// NumPy: `numpy.lib.format.read_array_header_1_0`.
  public init(parsing bytes: UnsafeRawBufferPointer) throws(ArrayError) {
    let (version, range) = try Self.textRange(of: bytes)
    guard range.upperBound <= bytes.count else {
      throw Self.fault(
        "the header should end at byte \(range.upperBound), but there are \(bytes.count) bytes; "
          + "the file is cut short", at: bytes.count, bound: range.upperBound)
    }
    let text = UnsafeRawBufferPointer(rebasing: bytes[range])
    let isUTF8 = version == .three
    try Self.checkLimit(text, isUTF8: isUTF8, fileOffset: range.lowerBound)
    var parser = PythonLiteralParser(
      text, fileOffset: range.lowerBound, isUTF8: isUTF8, allowsLongSuffix: !isUTF8)
    let literal = try parser.parse()
    guard case .dictionary(let entries) = literal else {
      throw Self.fault(
        "the header is \(literal.kindName), but should be a dictionary", at: range.lowerBound)
    }

    // As in Python, the last of equal keys counts.
    var values: [String: PythonLiteral] = [:]
    for entry in entries {
      guard ["descr", "fortran_order", "shape"].contains(entry.key) else {
        throw Self.fault(
          "the key '\(entry.key)' is unknown; there should be 'descr', 'fortran_order' and 'shape'",
          at: range.lowerBound)
      }
      values[entry.key] = entry.value
    }
    self.version = version
    dtype = try Self.dtype(values["descr"])
    isColumnMajor = try Self.order(values["fortran_order"])
    shape = try Self.shape(values["shape"])
    dataOffset = range.upperBound
    _ = try dataByteCount()
  }

  /// Reads the version, and where the header's text is, from the first 12 bytes of a file.
  ///
  /// The text may reach beyond `bytes`, but no further than the limit of the length.
  static func textRange(
    of bytes: UnsafeRawBufferPointer
  ) throws(ArrayError) -> (version: Version, range: Range<Int>) {
    for (position, expected) in magic.enumerated() {
      guard position < bytes.count else { throw tooShort(bytes.count) }
      guard bytes[position] == expected else {
        let isArchive = bytes.count >= 4 && bytes[0] == 0x50 && bytes[1] == 0x4B
        throw fault(
          "the bytes are not an .npy file, which starts with \\x93NUMPY"
            + (isArchive ? "; they look like a zip archive (.npz)" : ""), at: position)
      }
    }
    guard bytes.count >= 8 else { throw tooShort(bytes.count) }
    let version = Version(major: bytes[6], minor: bytes[7])
    guard [.one, .two, .three].contains(version) else {
      throw fault(
        "version \(version.major).\(version.minor) is unknown; 1.0, 2.0 and 3.0 can be read", at: 6)
    }
    let start = version == .one ? 10 : maximumPrefixCount
    guard bytes.count >= start else { throw tooShort(bytes.count) }
    var count: UInt32 = 0
    for position in (8..<start).reversed() { count = count << 8 | UInt32(bytes[position]) }
    // A character takes at most 4 bytes of UTF-8.
    let limit = version == .three ? 4 * maximumTextCount : maximumTextCount
    guard count <= UInt32(limit) else {
      throw fault(
        "the header is \(count) bytes long; the most that is read is \(limit)", at: 8, bound: limit)
    }
    return (version, start..<(start + Int(count)))
  }

  private static func checkLimit(
    _ text: UnsafeRawBufferPointer, isUTF8: Bool, fileOffset: Int
  ) throws(ArrayError) {
    guard isUTF8 else { return }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw fault("the header of version 3.0 is not valid UTF-8", at: fileOffset)
    }
    let count = string.unicodeScalars.count
    guard count <= maximumTextCount else {
      throw fault(
        "the header is \(count) characters long; the most that is read is \(maximumTextCount)",
        at: fileOffset, bound: maximumTextCount)
    }
  }

  private static func tooShort(_ count: Int) -> ArrayError {
    fault("the bytes end inside the first part of the header; the file is cut short", at: count)
  }

  private static func fault(_ message: String, at byte: Int, bound: Int? = nil) -> ArrayError {
    ArrayError(.format, "byte \(byte): \(message)", index: byte, bound: bound)
  }
}

// MARK: The values of the three keys

extension NPYHeader {
  private static func dtype(_ value: PythonLiteral?) throws(ArrayError) -> DType {
    let expected = "a type of numbers such as '<f4', '|b1' or '>c16'"
    guard let value else { throw missing("descr", expected) }
    guard case .string(let code) = value else {
      if case .list = value {
        throw ArrayError(
          .format, "'descr' of the .npy header is a structured type; only \(expected) can be read")
      }
      throw wrong("descr", value.kindName, expected)
    }
    guard let dtype = DType(code: code) else {
      let note = code.hasSuffix("O") ? "; objects are pickled, which is never read" : ""
      throw wrong("descr", "'\(code)'", expected + note)
    }
    return dtype
  }

  private static func order(_ value: PythonLiteral?) throws(ArrayError) -> Bool {
    guard let value else { throw missing("fortran_order", "True or False") }
    guard case .bool(let isColumnMajor) = value else {
      throw wrong("fortran_order", value.kindName, "True or False")
    }
    return isColumnMajor
  }

  private static func shape(_ value: PythonLiteral?) throws(ArrayError) -> [Int] {
    guard let value else { throw missing("shape", "a tuple of integers") }
    guard case .tuple(let values) = value else {
      throw wrong("shape", value.kindName, "a tuple of integers")
    }
    var shape: [Int] = []
    for value in values {
      guard case .integer(let length) = value else {
        throw wrong("shape", "a tuple with \(value.kindName)", "a tuple of integers")
      }
      shape.append(length)
    }
    return shape
  }

  private static func missing(_ key: String, _ expected: String) -> ArrayError {
    ArrayError(.format, "the .npy header has no key '\(key)'; it should be \(expected)")
  }

  private static func wrong(_ key: String, _ found: String, _ expected: String) -> ArrayError {
    ArrayError(.format, "'\(key)' of the .npy header is \(found), but should be \(expected)")
  }
}

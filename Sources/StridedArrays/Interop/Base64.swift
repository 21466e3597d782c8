// SPDX-License-Identifier: Apache-2.0

/// Base64 as RFC 4648 has it, with padding: the form in which bytes go into JSON.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The six bits of each letter, 255 for what is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  static func text(of bytes: UnsafeRawBufferPointer) -> String {
    let count = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: count) { letters in
      var (read, written) = (0, 0)
      while read < bytes.count {
        var group = UInt32(bytes[read]) << 16
        if read + 1 < bytes.count { group |= UInt32(bytes[read + 1]) << 8 }
        if read + 2 < bytes.count { group |= UInt32(bytes[read + 2]) }
        for i in 0..<4 { letters[written + i] = alphabet[Int(group >> UInt32(18 - 6 * i) & 63)] }
        read += 3
        written += 4
      }
      let padding = UInt8(ascii: "=")
      if bytes.count % 3 != 0 { letters[count - 1] = padding }
      if bytes.count % 3 == 1 { letters[count - 2] = padding }
      return count
    }
  }

  /// The number of bytes that a text of valid length stands for, or nil.
  static func byteCount(of text: String) -> Int? {
    let count = text.utf8.count
    guard count % 4 == 0 else { return nil }
    let padding = text.utf8.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    return count / 4 * 3 - padding
  }

  /// Writes the bytes that `text` stands for; false if a letter is none of base64's.
  ///
  /// `bytes` must have the `byteCount(of:)` of the text.
  static func decode(_ text: String, into bytes: UnsafeMutableRawBufferPointer) -> Bool {
    var (group, letters, written) = (UInt32(0), 0, 0)
    let padded = bytes.count % 3 == 0 ? 0 : 3 - bytes.count % 3
    for letter in text.utf8.dropLast(padded) {
      let value = values[Int(letter)]
      guard value < 64 else { return false }
      group = group << 6 | UInt32(value)
      letters += 1
      if letters % 4 == 0 {
        for i in 0..<3 {
          bytes[written + i] = UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * i))
        }
        written += 3
      }
    }
    // Bits of the last letter that belong to no byte must be 0, so that a text has one meaning.
    switch padded {
    case 1:
      bytes[written] = UInt8(truncatingIfNeeded: group >> 10)
      bytes[written + 1] = UInt8(truncatingIfNeeded: group >> 2)
      return group & 3 == 0
    case 2:
      bytes[written] = UInt8(truncatingIfNeeded: group >> 4)
      return group & 15 == 0
    default: return true
    }
  }
}

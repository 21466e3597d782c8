// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension PythonLiteralParser {
  /// Reads an integer: decimal, hexadecimal, octal or binary, with a sign and `_` between digits.
  mutating func integer() throws(ArrayError) -> Int {
    let start = position
    var isNegative = false
    while let byte = current, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      if byte == UInt8(ascii: "-") { isNegative.toggle() }
      position += 1
      skipSpace()
    }
    let radix = skipRadixPrefix()
    let (magnitude, digitCount, startsWithZero) = try digits(radix: radix)
    guard digitCount > 0 else { throw unexpected("a digit") }
    // Python refuses 012, which once was octal, but takes 00.
    if radix == 10 && startsWithZero && magnitude != 0 {
      throw fault("a decimal integer starts with 0", at: start)
    }
    if allowsLongSuffix && current == UInt8(ascii: "L") { position += 1 }
    if let byte = current, isWordByte(byte) || byte == UInt8(ascii: ".") {
      throw unexpected("the end of an integer")
    }
    guard let magnitude, let value = Int(exactly: magnitude) else {
      throw fault("an integer does not fit \(Int.bitWidth) bits", at: start)
    }
    return isNegative ? -value : value
  }

  private mutating func skipRadixPrefix() -> UInt64 {
    guard current == UInt8(ascii: "0"), position + 1 < bytes.count else { return 10 }
    let radix: UInt64
    switch Unicode.Scalar(bytes[position + 1]) {
    case "x", "X": radix = 16
    case "o", "O": radix = 8
    case "b", "B": radix = 2
    default: return 10
    }
    position += 2
    if current == UInt8(ascii: "_") { position += 1 }
    return radix
  }

  /// Reads digits; the magnitude is nil if it does not fit.
  private mutating func digits(
    radix: UInt64
  ) throws(ArrayError) -> (magnitude: UInt64?, count: Int, startsWithZero: Bool) {
    var magnitude: UInt64? = 0
    var count = 0
    let startsWithZero = current == UInt8(ascii: "0")
    while let byte = current {
      if byte == UInt8(ascii: "_"), count > 0 {
        position += 1
        guard let next = current, digit(next) < radix else { throw unexpected("a digit after '_'") }
        continue
      }
      let value = digit(byte)
      guard value < radix else { break }
      if let old = magnitude {
        let (product, overflow) = old.multipliedReportingOverflow(by: radix)
        let (sum, carry) = product.addingReportingOverflow(value)
        magnitude = overflow || carry ? nil : sum
      }
      count += 1
      position += 1
    }
    return (magnitude, count, startsWithZero)
  }

  private func digit(_ byte: UInt8) -> UInt64 {
    switch Unicode.Scalar(byte) {
    case "0"..."9": UInt64(byte - UInt8(ascii: "0"))
    case "a"..."f": UInt64(byte - UInt8(ascii: "a") + 10)
    case "A"..."F": UInt64(byte - UInt8(ascii: "A") + 10)
    default: .max
    }
  }

  /// Reads a string in single or double quotes.
  mutating func string() throws(ArrayError) -> String {
    let start = position
    let quote = current
    position += 1
    var text = String.UnicodeScalarView()
    var run = position
    while let byte = current, byte != quote {
      guard byte != 0x0A, byte != 0x0D, byte != 0 else {
        throw unexpected("the closing quote of the string that starts at \(fileOffset + start)")
      }
      guard byte == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      text.append(contentsOf: decoded(run..<position))
      position += 1
      try appendEscape(to: &text)
      run = position
    }
    guard current != nil else { throw unexpected("the closing quote of a string") }
    text.append(contentsOf: decoded(run..<position))
    position += 1
    return String(text)
  }

  private func decoded(_ range: Range<Int>) -> String.UnicodeScalarView {
    if isUTF8 { return String(decoding: bytes[range], as: UTF8.self).unicodeScalars }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes[range].lazy.map { Unicode.Scalar($0) })
    return text
  }

  /// Reads what follows a backslash.
  private mutating func appendEscape(
    to text: inout String.UnicodeScalarView
  ) throws(ArrayError) {
    guard let byte = current else { throw unexpected("an escape") }
    position += 1
    switch Unicode.Scalar(byte) {
    case "\n": break
    case "\\", "'", "\"": text.append(Unicode.Scalar(byte))
    case "a": text.append("\u{07}")
    case "b": text.append("\u{08}")
    case "f": text.append("\u{0C}")
    case "n": text.append("\n")
    case "r": text.append("\r")
    case "t": text.append("\t")
    case "v": text.append("\u{0B}")
    case "x": text.append(try scalar(radix: 16, count: 2...2))
    case "u": text.append(try scalar(radix: 16, count: 4...4))
    case "U": text.append(try scalar(radix: 16, count: 8...8))
    case "0"..."7":
      position -= 1
      text.append(try scalar(radix: 8, count: 1...3))
    case "N": throw fault("a character by name is not read", at: position - 1)
    default:
      // Python keeps the backslash of an escape it does not know.
      text.append("\\")
      position -= 1
    }
  }

  private mutating func scalar(
    radix: UInt64, count: ClosedRange<Int>
  ) throws(ArrayError) -> Unicode.Scalar {
    let start = position
    var value: UInt64 = 0
    while position - start < count.upperBound, let byte = current, digit(byte) < radix {
      value = value * radix + digit(byte)
      position += 1
    }
    guard position - start >= count.lowerBound, let scalar = Unicode.Scalar(UInt32(value)) else {
      throw fault("an escape that stands for no character", at: start)
    }
    return scalar
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A program's text, and what stands where in it.
public final class Source: Sendable {
  /// The name that errors give the program, such as a file's.
  public let name: String
  /// The text in UTF-8.
  package let bytes: [UInt8]
  /// Where each line starts.
  private let lineStarts: [Int]

  /// Creates a source; line ends of any system are read as newlines.
  public init(_ text: String, name: String = "<notation>") {
    self.name = name
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var starts = [0]
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == Byte.newline, previous == Byte.carriageReturn {
        previous = byte
        continue
      }
      previous = byte
      bytes.append(byte == Byte.carriageReturn ? Byte.newline : byte)
      if bytes.last == Byte.newline { starts.append(bytes.count) }
    }
    self.bytes = bytes
    lineStarts = starts
  }

  /// The line, counted from 1, that a place lies in.
  public func line(of place: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column of a place in its line, in characters counted from 1.
  public func column(of place: Int) -> Int {
    let start = lineStarts[line(of: place) - 1]
    return String(decoding: bytes[start..<max(start, min(place, bytes.count))], as: UTF8.self)
      .unicodeScalars.count + 1
  }

  /// The text of a line, counted from 1, without its end.
  public func text(ofLine line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let start = lineStarts[line - 1]
    let end = bytes[start...].firstIndex(of: Byte.newline) ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text of a span.
  public func text(of span: Span) -> String {
    let start = min(max(0, span.start), bytes.count)
    return String(decoding: bytes[start..<min(max(start, span.end), bytes.count)], as: UTF8.self)
  }
}

/// A stretch of a source, in bytes.
public struct Span: Hashable, Sendable {
  /// Where it starts.
  public var start: Int
  /// Where it ends; the byte there is not part of it.
  public var end: Int

  /// Creates a span.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The span from the start of this one to the end of another.
  func through(_ other: Span) -> Span { Span(start, max(end, other.end)) }
}

/// The ASCII characters that the notation's readers look for.
enum Byte {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let formFeed: UInt8 = 12
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let backslash = UInt8(ascii: "\\")
  static let quote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let underscore = UInt8(ascii: "_")
  static let dot = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")

  static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= UInt8(ascii: "9") }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || byte == underscore
      || byte >= 0x80
  }

  /// The value of a digit of any base up to 36, or nil.
  static func digit(_ byte: UInt8) -> Int? {
    if isDigit(byte) { return Int(byte - zero) }
    let lower = byte | 0x20
    guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") else { return nil }
    return Int(lower - UInt8(ascii: "a")) + 10
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What the user pressed.
enum Key: Hashable {
  case character(Character)
  /// A letter with the control key, as `control("c")`.
  case control(Character)
  case enter, tab, backspace, delete
  case left, right, up, down, home, end
  case wordLeft, wordRight, deleteWordLeft, deleteWordRight
  /// Text that the terminal says was pasted.
  case paste(String)
}

/// Makes keys of the bytes that a terminal sends.
struct KeyDecoder {
  private var bytes: [UInt8] = []
  private var pasted: [UInt8]?
  private static let escape: UInt8 = 27
  private static let endOfPaste = Array("\u{1B}[201~".utf8)
  /// Sequences that are longer mean nothing here.
  private static let longest = 16

  /// Takes a byte; gives the key that it completes, if any.
  mutating func take(_ byte: UInt8) -> Key? {
    if pasted != nil { return takePasted(byte) }
    bytes.append(byte)
    switch bytes[0] {
    case Self.escape:
      guard let end = sequenceEnds() else { return nil }
      defer { bytes = [] }
      return end ? key(ofSequence: Array(bytes.dropFirst())) : nil
    case 0xC2...0xF4:
      let count = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
      guard bytes.count == count else { return nil }
      defer { bytes = [] }
      return String(decoding: bytes, as: UTF8.self).first.map { .character($0) }
    default:
      bytes = []
      return key(of: byte)
    }
  }

  private func key(of byte: UInt8) -> Key? {
    switch byte {
    case 9: .tab
    case 10, 13: .enter
    case 8, 127: .backspace
    case 1...26: .control(Character(UnicodeScalar(byte + 96)))
    case 32...126: .character(Character(UnicodeScalar(byte)))
    default: nil
    }
  }

  /// Whether the escape sequence is over and known to be one; nil while it goes on.
  private func sequenceEnds() -> Bool? {
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return true }
    guard bytes.count > 2 else { return nil }
    guard bytes.count <= Self.longest else { return false }
    return (0x40...0x7E).contains(bytes[bytes.count - 1]) ? true : nil
  }

  private mutating func key(ofSequence sequence: [UInt8]) -> Key? {
    switch String(decoding: sequence, as: UTF8.self) {
    case "[A", "OA": return .up
    case "[B", "OB": return .down
    case "[C", "OC": return .right
    case "[D", "OD": return .left
    case "[H", "OH", "[1~", "[7~": return .home
    case "[F", "OF", "[4~", "[8~": return .end
    case "[3~": return .delete
    case "b", "[1;5D", "[1;3D", "[5D": return .wordLeft
    case "f", "[1;5C", "[1;3C", "[5C": return .wordRight
    case "d": return .deleteWordRight
    case "\u{7F}", "\u{8}": return .deleteWordLeft
    case "[200~":
      pasted = []
      return nil
    default: return nil
    }
  }

  private mutating func takePasted(_ byte: UInt8) -> Key? {
    pasted?.append(byte)
    guard let all = pasted, all.suffix(Self.endOfPaste.count) == Self.endOfPaste[...] else {
      return nil
    }
    pasted = nil
    let text = String(decoding: all.dropLast(Self.endOfPaste.count), as: UTF8.self)
    return .paste(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
  }
}

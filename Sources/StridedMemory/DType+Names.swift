// SPDX-License-Identifier: Apache-2.0

extension DType {
  /// NumPy's name of the type, such as `int64`. NumPy: `numpy.dtype.name`.
  public var name: String {
    switch kind {
    case .bool: "bool"
    case .int8: "int8"
    case .int16: "int16"
    case .int32: "int32"
    case .int64: "int64"
    case .uint8: "uint8"
    case .uint16: "uint16"
    case .uint32: "uint32"
    case .uint64: "uint64"
    case .float16: "float16"
    case .float32: "float32"
    case .float64: "float64"
    case .complex64: "complex64"
    case .complex128: "complex128"
    case .record: "void\(itemSize * 8)"
    }
  }

  /// NumPy's type string: byte order, letter and size in bytes, such as `<f4` or `|b1`.
  ///
  /// NumPy: `numpy.dtype.str`.
  public var code: String { "\(orderMark)\(letter)\(itemSize)" }

  /// The letter of a type string.
  var letter: String {
    if kind == .bool { return "b" }
    if kind == .record { return "V" }
    return isSigned ? "i" : isUnsigned ? "u" : isFloat ? "f" : "c"
  }

  private var orderMark: String {
    if itemSize == 1 || kind == .record { return "|" }
    return isSwapped == DType.isBigEndianMachine ? "<" : ">"
  }

  static var isBigEndianMachine: Bool { 1.bigEndian == 1 }

  /// Creates a type from NumPy's type string or name, or returns nil where it names none of ours.
  ///
  /// Accepts an optional byte order (`<`, `>`, `=`, `|`), letter and size (`<f4`, `b1`, `?`), and
  /// names (`float32`).
  public init?(code: String) {
    if let named = DType.numbers.first(where: { $0.name == code }) {
      self = named
      return
    }
    var rest = Substring(code)
    var isBig = DType.isBigEndianMachine
    if let mark = rest.first, "<>=|".contains(mark) {
      if mark == "<" { isBig = false }
      if mark == ">" { isBig = true }
      rest.removeFirst()
    }
    let bare = rest == "?" ? "b1" : String(rest)
    guard let match = DType.numbers.first(where: { "\($0.letter)\($0.itemSize)" == bare }) else {
      return nil
    }
    self = DType(number: match.kind, isSwapped: isBig != DType.isBigEndianMachine)
  }
}

extension DType: CustomStringConvertible {
  /// The name, with the type string where the bytes are swapped.
  public var description: String { isSwapped ? "\(name) (\(code))" : name }
}

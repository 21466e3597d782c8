// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays

/// A format of Python's: `[[fill]align][sign][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
  var fill: UnicodeScalar = " "
  var align: UInt8 = 0
  var sign: UInt8 = UInt8(ascii: "-")
  var isAlternate = false
  var width = 0
  var grouping: UInt8 = 0
  var precision: Int?
  var type: UInt8 = 0

  /// The widest text that a format makes.
  static let widest = 10_000

  init(_ text: String) throws(Fault) {
    let scalars = Array(text.unicodeScalars)
    var i = 0
    func ascii(_ place: Int) -> UInt8 {
      place < scalars.count && scalars[place].isASCII ? UInt8(scalars[place].value) : 0
    }
    func isAlign(_ byte: UInt8) -> Bool { "<>=^".utf8.contains(byte) }
    if scalars.count > 1, isAlign(ascii(1)) {
      fill = scalars[0]
      align = ascii(1)
      i = 2
    } else if isAlign(ascii(0)) {
      align = ascii(0)
      i = 1
    }
    if "+- ".utf8.contains(ascii(i)), i < scalars.count {
      sign = ascii(i)
      i += 1
    }
    if ascii(i) == UInt8(ascii: "#") {
      isAlternate = true
      i += 1
    }
    if ascii(i) == Byte.zero {
      if align == 0 {
        fill = "0"
        align = UInt8(ascii: "=")
      }
      i += 1
    }
    func number() throws(Fault) -> Int? {
      var value: Int?
      while Byte.isDigit(ascii(i)) {
        value = (value ?? 0) * 10 + Int(ascii(i) - Byte.zero)
        guard let value, value <= FormatSpecification.widest else {
          throw Fault(.valueError, "Too many decimal digits in format string")
        }
        i += 1
      }
      return value
    }
    width = try number() ?? 0
    if ascii(i) == UInt8(ascii: ",") || ascii(i) == Byte.underscore {
      grouping = ascii(i)
      i += 1
    }
    if ascii(i) == Byte.dot {
      i += 1
      precision = try number()
      guard precision != nil else { throw Fault(.valueError, "Format specifier missing precision") }
    }
    if i < scalars.count {
      type = ascii(i)
      i += 1
    }
    guard i >= scalars.count else { throw Fault(.valueError, "Invalid format specifier") }
  }

  /// Puts a sign and digits into the width.
  func padded(_ sign: String, _ digits: String, numeric: Bool) -> String {
    let missing = width - sign.unicodeScalars.count - digits.unicodeScalars.count
    guard missing > 0 else { return sign + digits }
    let fill = { (count: Int) in String(repeating: String(Character(self.fill)), count: count) }
    switch align == 0 ? (numeric ? UInt8(ascii: ">") : UInt8(ascii: "<")) : align {
    case UInt8(ascii: "<"): return sign + digits + fill(missing)
    case UInt8(ascii: "="): return sign + fill(missing) + digits
    case UInt8(ascii: "^"): return fill(missing / 2) + sign + digits + fill(missing - missing / 2)
    default: return fill(missing) + sign + digits
    }
  }

  func signText(isNegative: Bool) -> String {
    if isNegative { return "-" }
    return sign == UInt8(ascii: "-") ? "" : String(Character(UnicodeScalar(sign)))
  }

  /// Digits with a mark between groups of three (or four, of other bases).
  func grouped(_ digits: String, by size: Int = 3) -> String {
    guard grouping != 0 else { return digits }
    let bytes = Array(digits.utf8)
    let whole = bytes.firstIndex { !(Byte.digit($0).map { $0 < 16 } ?? false) } ?? bytes.count
    var result: [UInt8] = []
    for (i, byte) in bytes[..<whole].enumerated() {
      if i > 0, (whole - i) % size == 0 { result.append(grouping) }
      result.append(byte)
    }
    return String(decoding: result + bytes[whole...], as: UTF8.self)
  }

  /// A number with so many digits after the point.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    DecimalText.fixed(value.magnitude, digits)
  }
}

extension FormatSpecification {
  func integer(_ number: Int64) throws(Fault) -> String {
    let sign = signText(isNegative: number < 0)
    func based(_ base: Int, _ prefix: String, isUpper: Bool = false) -> String {
      let digits = String(number.magnitude, radix: base, uppercase: isUpper)
      return padded(
        sign + (isAlternate ? prefix : ""), grouped(digits, by: 4), numeric: true)
    }
    switch type {
    case 0, UInt8(ascii: "d"), UInt8(ascii: "n"):
      guard precision == nil else {
        throw Fault(.valueError, "Precision not allowed in integer format specifier")
      }
      return padded(sign, grouped("\(number.magnitude)"), numeric: true)
    case UInt8(ascii: "b"): return based(2, "0b")
    case UInt8(ascii: "o"): return based(8, "0o")
    case UInt8(ascii: "x"): return based(16, "0x")
    case UInt8(ascii: "X"): return based(16, "0X", isUpper: true)
    case UInt8(ascii: "c"):
      guard let scalar = UInt32(exactly: number).flatMap({ UnicodeScalar($0) }) else {
        throw Fault(.overflowError, "%c arg not in range(0x110000)")
      }
      return padded("", String(Character(scalar)), numeric: false)
    default: return try float(Double(number), "int")
    }
  }

  func float(_ number: Double, _ typeName: String) throws(Fault) -> String {
    let isNegative = number.sign == .minus && !number.isNaN
    let sign = signText(isNegative: isNegative)
    let magnitude = number.magnitude
    let isUpper = "EFG".utf8.contains(type)
    if !number.isFinite {
      let text = number.isNaN ? "nan" : "inf"
      return padded(
        sign, (isUpper ? text.uppercased() : text) + (type == UInt8(ascii: "%") ? "%" : ""),
        numeric: true)
    }
    let digits: String
    switch type | 0x20 {
    case UInt8(ascii: "f"): digits = DecimalText.fixed(magnitude, precision ?? 6)
    case UInt8(ascii: "e"): digits = DecimalText.scientific(magnitude, precision ?? 6)
    case UInt8(ascii: "g"), UInt8(ascii: "n"):
      digits = DecimalText.general(magnitude, precision ?? 6, keepsZeros: isAlternate)
    case UInt8(ascii: "%"):
      digits = DecimalText.fixed(magnitude * 100, precision ?? 6) + "%"
    case 0x20 where type == 0:
      if let precision {
        let text = DecimalText.general(magnitude, precision, keepsZeros: false, least: 1)
        digits = text
      } else {
        digits = Printer.text(magnitude)
      }
    default:
      throw Fault(
        .valueError,
        "Unknown format code '\(Character(UnicodeScalar(type)))' for object of type '\(typeName)'")
    }
    return padded(sign, grouped(isUpper ? digits.uppercased() : digits), numeric: true)
  }

  func text(_ text: String) throws(Fault) -> String {
    guard type == 0 || type == UInt8(ascii: "s") else {
      throw Fault(
        .valueError,
        "Unknown format code '\(Character(UnicodeScalar(type)))' for object of type 'str'")
    }
    guard align != UInt8(ascii: "=") || fill == "0" && width == 0 else {
      throw Fault(.valueError, "'=' alignment not allowed in string format specifier")
    }
    let scalars = text.unicodeScalars
    let cut = precision.map { TextMethods.string(scalars.prefix($0)) } ?? text
    return padded("", cut, numeric: false)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts

extension Machine {
  /// A value in a format, as `format(value, text)` writes it.
  func format(_ value: Value, _ text: String) throws(Fault) -> String {
    if text.isEmpty {
      // NumPy formats its short floats as Python's.
      if case .scalar(let scalar) = value, scalar.dtype.isFloat || scalar.dtype.isComplex {
        return str(try Elements.value(of: scalar.array))
      }
      return str(value)
    }
    let format: FormatSpecification
    do throws(Fault) { format = try FormatSpecification(text) } catch {
      guard error.exception.message == "Invalid format specifier" else { throw error }
      throw Fault(
        .valueError,
        "Invalid format specifier '\(text)' for object of type '\(value.typeName)'")
    }
    switch value {
    case .text(let text): return try format.text(text.string)
    case .bool(let flag):
      return format.type == 0 && format.grouping == 0 && format.sign == UInt8(ascii: "-")
        && format.align == 0 && format.width == 0
        ? (flag ? "True" : "False") : try format.integer(flag ? 1 : 0)
    case .int(let number): return try format.integer(number)
    case .float(let number): return try format.float(number, "float")
    case .scalar(let scalar):
      let inner = try Elements.value(of: scalar.array)
      if scalar.dtype == .bool { return try format.text(str(value)) }
      // A number beyond the integers stays a scalar; its digits are formatted as text.
      if case .scalar = inner { return format.padded("", str(value), numeric: true) }
      return try self.format(inner, text)
    case .complex(let object):
      let number = object.number
      let (width, type) = (format.width, format.type)
      var part = format
      part.width = 0
      if type == 0, format.precision == nil {
        return format.padded("", Printer.text(number), numeric: true)
      }
      let real = try part.float(number.re, "complex")
      part.sign = UInt8(ascii: "+")
      let imaginary = try part.float(number.im, "complex")
      var whole = format
      whole.width = width
      return whole.padded("", real + imaginary + "j", numeric: true)
    default:
      throw Fault(
        .typeError, "unsupported format string passed to \(value.typeName).__format__")
    }
  }

  /// `text.format(…)`.
  func formatted(_ text: String, _ values: [Value], _ named: Value) throws(Fault) -> String {
    var automatic = 0
    return try formatted(Array(text.utf8), values, named, &automatic, level: 0)
  }

  private func formatted(
    _ bytes: [UInt8], _ values: [Value], _ named: Value, _ automatic: inout Int, level: Int
  ) throws(Fault) -> String {
    guard level < 3 else { throw Fault(.valueError, "Max string recursion exceeded") }
    var (result, i) = ([UInt8](), 0)
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      guard byte == Byte.openBrace || byte == Byte.closeBrace else {
        result.append(byte)
        continue
      }
      if i < bytes.count, bytes[i] == byte {
        result.append(byte)
        i += 1
        continue
      }
      guard byte == Byte.openBrace else {
        throw Fault(.valueError, "Single '}' encountered in format string")
      }
      let start = i
      var depth = 1
      while i < bytes.count, depth > 0 {
        if bytes[i] == Byte.openBrace { depth += 1 }
        if bytes[i] == Byte.closeBrace { depth -= 1 }
        i += 1
      }
      guard depth == 0 else { throw Fault(.valueError, "expected '}' before end of string") }
      let text = try field(Array(bytes[start..<i - 1]), values, named, &automatic, level: level)
      result += Array(text.utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func field(
    _ bytes: [UInt8], _ values: [Value], _ named: Value, _ automatic: inout Int, level: Int
  ) throws(Fault) -> String {
    let end = bytes.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "!") } ?? bytes.count
    var value = try self.value(
      String(decoding: bytes[..<end], as: UTF8.self), values, named, &automatic)
    var rest = bytes[end...]
    if rest.first == UInt8(ascii: "!") {
      let conversion = rest.dropFirst().first
      if conversion == UInt8(ascii: "r") { value = .text(repr(value)) }
      if conversion == UInt8(ascii: "s") { value = .text(str(value)) }
      rest = rest.dropFirst(2)
    }
    let format = try formatted(
      Array(rest.dropFirst()), values, named, &automatic, level: level + 1)
    return try self.format(value, format)
  }

  /// The value of a field's name: a number or keyword, with attributes and entries.
  private func value(
    _ name: String, _ values: [Value], _ named: Value, _ automatic: inout Int
  ) throws(Fault) -> Value {
    let head = name.prefix { $0 != "." && $0 != "[" }
    var value: Value
    if head.isEmpty || Int(head) != nil {
      let place = Int(head) ?? automatic
      if head.isEmpty { automatic += 1 }
      guard values.indices.contains(place) else {
        throw Fault(
          .indexError, "Replacement index \(place) out of range for positional args tuple")
      }
      value = values[place]
    } else {
      guard case .dict(let dict) = named,
        let found = dict.value(for: try DictKey(.text(String(head))))
      else { throw Fault(ExceptionObject(.keyError, arguments: [.text(String(head))])) }
      value = found
    }
    var rest = name.dropFirst(head.count)
    while let mark = rest.first {
      rest = rest.dropFirst()
      let word = rest.prefix { mark == "[" ? $0 != "]" : $0 != "." && $0 != "[" }
      rest = rest.dropFirst(word.count + (mark == "[" ? 1 : 0))
      if mark == "[" {
        let index = Int64(word).map { Value.int($0) } ?? .text(String(word))
        value = try entry(at: index, of: value)
      } else {
        value = try attribute(String(word), of: value)
      }
    }
    return value
  }

  /// `text % value`.
  func percent(_ text: String, _ value: Value) throws(Fault) -> String {
    var values = [value]
    if case .tuple(let tuple) = value { values = tuple.items }
    var next = 0
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      let start = i
      while i < bytes.count, "-+ #0123456789.".utf8.contains(bytes[i]) { i += 1 }
      guard i < bytes.count else { throw Fault(.valueError, "incomplete format") }
      let type = bytes[i]
      i += 1
      if type == UInt8(ascii: "%") {
        result.append(type)
        continue
      }
      guard next < values.count else {
        throw Fault(.typeError, "not enough arguments for format string")
      }
      let spec = String(decoding: bytes[start..<i - 1], as: UTF8.self)
      result += Array(try percentPart(spec, type, values[next]).utf8)
      next += 1
    }
    if next < values.count, case .dict = value {
    } else if next < values.count {
      throw Fault(.typeError, "not all arguments converted during string formatting")
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func percentPart(
    _ spec: String, _ type: UInt8, _ value: Value
  ) throws(Fault) -> String {
    // The old formats put a minus where the new ones put an angle.
    let isLeft = spec.utf8.contains(UInt8(ascii: "-"))
    let body = String(decoding: spec.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    var format = try FormatSpecification((isLeft ? "<" : ">") + body)
    if !isLeft, body.utf8.first == Byte.zero {
      format.fill = "0"
      format.align = UInt8(ascii: "=")
    }
    switch type {
    case UInt8(ascii: "s"): return try format.text(str(value))
    case UInt8(ascii: "r"): return try format.text(repr(value))
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "x"), UInt8(ascii: "X"),
      UInt8(ascii: "o"), UInt8(ascii: "c"):
      var number = try integer(value)
      if number == nil, let float = try? self.float(value),
        let whole = Int64(exactly: float.rounded(.towardZero))
      {
        number = whole
      }
      guard let number else {
        throw Fault(
          .typeError,
          "%\(Character(UnicodeScalar(type))) format: a real number is required, not "
            + value.typeName)
      }
      format.precision = nil
      format.type = type == UInt8(ascii: "i") ? UInt8(ascii: "d") : type
      return try format.integer(number)
    case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "e"), UInt8(ascii: "E"),
      UInt8(ascii: "g"), UInt8(ascii: "G"):
      format.type = type
      return try format.float(try float(value), "float")
    default:
      throw Fault(
        .valueError,
        "unsupported format character '\(Character(UnicodeScalar(type)))' (0x\(String(type, radix: 16))) at index 1"
      )
    }
  }

  /// A value as a float.
  func float(_ value: Value) throws(Fault) -> Double {
    switch value {
    case .bool(let flag): return flag ? 1 : 0
    case .int(let number): return Double(number)
    case .float(let number): return number
    case .scalar, .array:
      let array = try array(value)
      guard array.count == 1 else {
        throw Fault(.typeError, "only 0-dimensional arrays can be converted to Python scalars")
      }
      return try lifted { () throws(ArrayError) in
        try array.reshaped([]).real().item(as: Double.self)
      }
    default:
      throw Fault(.typeError, "must be real number, not \(value.typeName)")
    }
  }
}

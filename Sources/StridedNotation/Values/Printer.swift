// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
internal import StridedMemory

/// Writes values as Python's `str` and `repr` do.
struct Printer {
  /// How arrays are written.
  let options: PrintOptions
  /// The containers that are being written, since one can hold itself.
  private var open: [ObjectIdentifier] = []

  init(options: PrintOptions) { self.options = options }

  static func str(_ value: Value) -> String {
    var printer = Printer(options: .standard)
    return printer.str(value)
  }

  static func repr(_ value: Value) -> String {
    var printer = Printer(options: .standard)
    return printer.repr(value)
  }

  /// How deep containers are written before dots take their place.
  private static let deepest = 60

  mutating func str(_ value: Value) -> String {
    switch value {
    case .text(let text): text.string
    case .array(let object): object.array.text(options: options)
    case .scalar(let scalar): scalar.array.text()
    case .dtype(let object): object.dtype.isSwapped ? object.dtype.code : object.dtype.name
    case .exception(let exception): exception.message
    case .native(let object): object.str
    default: repr(value)
    }
  }

  mutating func repr(_ value: Value) -> String {
    switch value {
    case .none: return "None"
    case .ellipsis: return "Ellipsis"
    case .bool(let flag): return flag ? "True" : "False"
    case .int(let number): return "\(number)"
    case .float(let number): return Printer.text(number)
    case .complex(let object): return Printer.text(object.number)
    case .text(let text): return Printer.quoted(text.string)
    case .list(let list):
      return nested(list) { printer in
        "[" + list.items.map { printer.repr($0) }.joined(separator: ", ") + "]"
      } ?? "[...]"
    case .tuple(let tuple):
      return nested(tuple) { printer in
        let items = tuple.items.map { printer.repr($0) }.joined(separator: ", ")
        return tuple.items.count == 1 ? "(\(items),)" : "(\(items))"
      } ?? "(...)"
    case .dict(let dict):
      return nested(dict) { printer in
        "{"
          + dict.entries.map { "\(printer.repr($0.key)): \(printer.repr($0.value))" }
          .joined(separator: ", ") + "}"
      } ?? "{...}"
    case .range(let range):
      return range.step == 1
        ? "range(\(range.start), \(range.stop))"
        : "range(\(range.start), \(range.stop), \(range.step))"
    case .slice(let slice):
      return nested(slice) { printer in
        "slice(\(printer.repr(slice.start)), \(printer.repr(slice.stop)), "
          + "\(printer.repr(slice.step)))"
      } ?? "slice(...)"
    case .array(let object): return object.array.repr(options: options)
    case .scalar(let scalar): return Printer.repr(of: scalar)
    case .dtype(let object):
      let dtype = object.dtype
      return "dtype('\(dtype.isSwapped ? dtype.code : dtype.name)')"
    case .type(let type): return type.repr
    case .function(let function):
      return "<function \(function.name) at \(Printer.address(ObjectIdentifier(function)))>"
    case .builtin(let builtin):
      if builtin.entry.isUfunc { return "<ufunc '\(builtin.entry.name)'>" }
      if let receiver = builtin.receiver {
        return "<built-in method \(builtin.entry.name) of \(receiver.typeName) object>"
      }
      return "<function \(builtin.entry.name)>"
    case .module(let module): return "<module '\(module.name)'>"
    case .exception(let exception):
      var copy = self
      let items = exception.arguments.map { copy.repr($0) }.joined(separator: ", ")
      return "\(exception.type.rawValue)(\(items))"
    case .iterator(let iterator):
      return "<\(iterator.typeName) object at \(Printer.address(ObjectIdentifier(iterator)))>"
    case .native(let object): return object.repr
    }
  }

  private mutating func nested(
    _ container: Container, _ body: (inout Printer) -> String
  ) -> String? {
    let identity = ObjectIdentifier(container)
    guard open.count < Self.deepest, !open.contains(identity) else { return nil }
    open.append(identity)
    defer { open.removeLast() }
    return body(&self)
  }

  /// A float as Python writes it, which is as NumPy writes one on its own.
  static func text(_ number: Double) -> String {
    if let small = Int64(exactly: number), small.magnitude < 1_000_000_000_000_000,
      small != 0 || number.sign == .plus
    {
      return "\(small).0"
    }
    return NDArray(scalar: number).text()
  }

  static func text(_ number: Complex<Double>) -> String { NDArray(scalar: number).text() }

  /// A NumPy scalar with its type, as `np.int64(3)`.
  private static func repr(of scalar: ScalarObject) -> String {
    let text = scalar.array.text()
    let name = scalar.dtype.name
    if scalar.dtype == .bool { return "np.\(text)_" }
    if scalar.dtype.isComplex, text.utf8.first == UInt8(ascii: "(") {
      // The number's own brackets are those of the call.
      return "np.\(name)\(text)"
    }
    return "np.\(name)(\(text))"
  }

  static func address(_ identity: ObjectIdentifier) -> String {
    "0x" + String(UInt(bitPattern: identity), radix: 16)
  }

  /// A string in quotes, with what can't be printed escaped.
  static func quoted(_ string: String) -> String {
    let scalars = string.unicodeScalars
    let quote: UnicodeScalar =
      scalars.contains("'") && !scalars.contains("\"") ? "\"" : "'"
    var result = String(Character(quote))
    for scalar in scalars {
      switch scalar {
      case quote: result += "\\" + String(Character(quote))
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + String(Character(quote))
  }
}

extension Machine {
  func str(_ value: Value) -> String {
    if case .text(let text) = value { return text.string }
    var printer = Printer(options: printOptions)
    return printer.str(value)
  }

  package func repr(_ value: Value) -> String {
    var printer = Printer(options: printOptions)
    return printer.repr(value)
  }
}

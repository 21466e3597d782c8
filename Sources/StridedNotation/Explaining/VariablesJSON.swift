// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
internal import StridedMemory

extension Interpreter {
  /// Every variable as JSON, for tools: of an array its type, shape, strides, offset and flags, a
  /// number that arrays on the same memory share, and its values, if there are not too many.
  ///
  /// - Parameter limit: How many values of an array are listed.
  public func variablesAsJSON(listing limit: Int = 1000) -> String {
    var owners: [UInt] = []
    var members: [(name: String, value: JSON)] = []
    for (name, value) in machine.variables {
      guard let json = VariableJSON(limit).json(value, &owners) else { continue }
      members.append((name, json))
    }
    return JSON.object(members).text
  }
}

/// One variable as JSON.
private struct VariableJSON {
  private let limit: Int

  init(_ limit: Int) { self.limit = limit }

  func json(_ value: Value, _ owners: inout [UInt]) -> JSON? {
    switch value {
    case .module, .builtin, .type, .function: return nil
    case .array(let object): return json(object, &owners)
    case .none: return typed("NoneType", .null)
    case .bool(let flag): return typed("bool", .bool(flag))
    case .int(let number): return typed("int", .number("\(number)"))
    case .float(let number): return typed("float", float(number))
    case .scalar(let scalar):
      return .object([
        ("type", .text("numpy.\(scalar.dtype.name)")), ("dtype", .text(scalar.dtype.code)),
        ("value", element(scalar.array)),
      ])
    default: return typed(value.typeName, .text(Printer.repr(value)))
    }
  }

  private func typed(_ name: String, _ value: JSON) -> JSON {
    .object([("type", .text(name)), ("value", value)])
  }

  /// A number; JSON has none that are infinite or not a number.
  private func float(_ number: Double) -> JSON {
    number.isFinite ? .number(Printer.repr(.float(number))) : .text(Printer.repr(.float(number)))
  }

  private func json(_ object: ArrayObject, _ owners: inout [UInt]) -> JSON {
    let array = object.array
    let key = array.storage.key
    let owner = owners.firstIndex(of: key) ?? owners.count
    if owner == owners.count { owners.append(key) }
    let flags = array.flags
    var members: [(name: String, value: JSON)] = [
      ("type", .text("numpy.ndarray")), ("dtype", .text(array.dtype.code)),
      ("shape", .ints(array.shape)), ("strides", .ints(array.strides)),
      ("offset", .int(array.byteOffset)), ("owner", .int(owner)),
      ("isView", .bool(object.base != nil)),
      (
        "flags",
        .object([
          ("C_CONTIGUOUS", .bool(flags.isRowMajor)), ("F_CONTIGUOUS", .bool(flags.isColumnMajor)),
          ("OWNDATA", .bool(object.base == nil && flags.ownsMemory)),
          ("WRITEABLE", .bool(flags.isWritable)), ("ALIGNED", .bool(flags.isAligned)),
        ])
      ),
    ]
    if array.count <= limit { members.append(("values", values(array))) }
    return .object(members)
  }

  private func values(_ array: AnyNDArray) -> JSON {
    guard array.rank > 0 else { return element(array) }
    var items: [JSON] = []
    for i in 0..<(array.shape.first ?? 0) {
      guard let part = try? array.view(at: [.index(i)]) else { continue }
      items.append(values(part))
    }
    return .list(items)
  }

  /// The value of an array of rank 0; complex numbers are lists of two.
  private func element(_ array: AnyNDArray) -> JSON {
    guard let value = try? Elements.value(of: array) else { return .null }
    switch value {
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .number("\(number)")
    case .float(let number): return float(number)
    case .complex(let object): return .list([float(object.number.re), float(object.number.im)])
    default: return .number(Printer.str(value))
    }
  }
}

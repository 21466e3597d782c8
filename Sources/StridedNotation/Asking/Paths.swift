// SPDX-License-Identifier: Apache-2.0

extension Machine {
  /// The value of a dotted name, such as `np.linalg` or `photo.T`; nil where there is none.
  ///
  /// Nothing is called, and nobody is told of the views that attributes give.
  func value(of path: [String]) -> Value? {
    guard let first = path.first else { return nil }
    let watching = observer
    observer = nil
    defer { observer = watching }
    var found = symbols.existingNumber(of: first).flatMap { global($0) }
    if found == nil { found = registry.builtins.members[first] }
    for name in path.dropFirst() {
      guard let value = found else { return nil }
      found = try? attribute(name, of: value)
    }
    return found
  }

  /// The names after a dot behind a value, in order.
  func members(of value: Value) -> [String] {
    switch value {
    case .module(let module): return module.members.keys.sorted()
    case .array, .scalar: return members(.array, and: ArrayAttributes.names)
    case .list: return members(.list)
    case .tuple: return members(.tuple)
    case .text: return members(.text)
    case .dict: return members(.dict)
    case .dtype: return members(.dtype, and: DTypes.attributes)
    case .int, .bool: return members(.integer, and: ["denominator", "imag", "numerator", "real"])
    case .float: return members(.float, and: ["imag", "real"])
    case .complex: return members(.complex, and: ["imag", "real"])
    case .slice, .range: return ["start", "step", "stop"]
    case .exception: return ["args"]
    case .builtin(let builtin) where builtin.entry.isUfunc: return members(.ufunc)
    case .type(let type) where type.kind == .ndarray:
      return members(.array, and: ArrayAttributes.names)
    default: return []
    }
  }

  private func members(_ kind: Registry.Methods, and others: [String] = []) -> [String] {
    (Array((registry.methods[kind] ?? [:]).keys) + others).sorted()
  }
}

extension DTypes {
  static let attributes = [
    "alignment", "byteorder", "char", "isnative", "itemsize", "kind", "name", "ndim", "num",
    "shape",
    "str", "type",
  ]
}

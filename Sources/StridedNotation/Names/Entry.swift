// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// A function or method of NumPy or Python: its name, its signature and what it does.
final class Entry {
  typealias Body = (Call) throws(Fault) -> Value

  let name: String
  let isUfunc: Bool
  let text: String
  let body: Body
  private(set) lazy var signature = Signature(text)

  init(_ text: String, isUfunc: Bool = false, _ body: @escaping Body) {
    self.text = text
    self.isUfunc = isUfunc
    self.body = body
    name = String(text.prefix { $0 != "(" })
  }
}

/// One call of an entry: the machine and the arguments by name.
struct Call {
  let machine: Machine
  let entry: Entry
  let values: [Value?]

  /// The argument of a name, or its fallback.
  subscript(name: String) -> Value {
    for (i, parameter) in entry.signature.parameters.enumerated() where parameter.name == name {
      return values[i] ?? .none
    }
    return .none
  }

  /// Whether an argument was given or has a fallback.
  func isGiven(_ name: String) -> Bool {
    for (i, parameter) in entry.signature.parameters.enumerated() where parameter.name == name {
      return values[i] != nil
    }
    return false
  }

  /// Whether an argument is something other than `None`.
  func has(_ name: String) -> Bool {
    if case .none = self[name] { return false }
    return true
  }

  /// The arguments that a `*` parameter took.
  func rest(_ name: String) -> [Value] {
    if case .tuple(let tuple) = self[name] { return tuple.items }
    return []
  }
}

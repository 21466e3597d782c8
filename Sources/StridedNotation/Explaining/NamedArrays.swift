// SPDX-License-Identifier: Apache-2.0

/// An array that a program can reach, and how: `a`, `pair[1]`, `table['x']`.
struct NamedArray {
  let name: String
  let object: ArrayObject

  /// The variable, without the subscripts.
  var variable: String {
    let end = name.utf8.firstIndex { $0 == UInt8(ascii: "[") || $0 == Byte.space }
    return end.map { String(name[..<$0]) } ?? name
  }
}

/// Finds the arrays that a program can reach.
struct NamedArrays {
  /// How deep containers are searched, and how many entries of each.
  private static let depth = 3
  private static let entries = 64

  private(set) var list: [NamedArray] = []

  /// Collects the arrays of the variables of `frames`, the innermost first, and of the program;
  /// before all those whose variables are among `words`, the names that a statement itself uses.
  init(_ machine: Machine, frames: [Frame], words: Set<String> = []) {
    var seen: Set<ObjectIdentifier> = []
    for (level, frame) in frames.enumerated() where !frame.isProgram {
      guard seen.insert(ObjectIdentifier(frame)).inserted else { continue }
      let place = level == 0 ? "" : " in \(frame.code.name ?? "")"
      for (name, value) in frame.variables where !name.utf8.contains(UInt8(ascii: "@")) {
        add(value, name, place, NamedArrays.depth)
      }
    }
    for (name, value) in machine.variables { add(value, name, "", NamedArrays.depth) }
    guard !words.isEmpty else { return }
    let isUsed = { (entry: NamedArray) in words.contains(entry.variable) }
    list = list.filter(isUsed) + list.filter { !isUsed($0) }
  }

  private mutating func add(_ value: Value, _ name: String, _ place: String, _ depth: Int) {
    guard depth > 0 else { return }
    switch value {
    case .array(let object): list.append(NamedArray(name: name + place, object: object))
    case .list(let list): add(list.items, name, place, depth)
    case .tuple(let tuple): add(tuple.items, name, place, depth)
    case .dict(let dict):
      for entry in dict.entries.prefix(NamedArrays.entries) {
        add(entry.value, "\(name)[\(Printer.repr(entry.key))]", place, depth - 1)
      }
    default: break
    }
  }

  private mutating func add(_ items: [Value], _ name: String, _ place: String, _ depth: Int) {
    for (i, item) in items.prefix(NamedArrays.entries).enumerated() {
      add(item, "\(name)[\(i)]", place, depth - 1)
    }
  }

  /// The first name of the array that is this object.
  func entry(of id: ObjectIdentifier) -> NamedArray? {
    list.first { ObjectIdentifier($0.object) == id }
  }

  /// The first name of an array, or nil if none is known.
  func name(of object: ArrayObject) -> String? {
    list.first { $0.object === object }?.name
  }

  /// The names of an array.
  func names(of object: ArrayObject) -> [String] {
    var names: [String] = []
    for entry in list where entry.object === object && !names.contains(entry.name) {
      names.append(entry.name)
    }
    return names
  }
}

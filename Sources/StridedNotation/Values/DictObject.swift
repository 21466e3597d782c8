// SPDX-License-Identifier: Apache-2.0

/// A dict: values by keys, in the order in which the keys came.
package final class DictObject: Container {
  private var slots: [DictKey: Int] = [:]
  private var pairs: [(key: Value, value: Value)?] = []

  var count: Int { slots.count }
  /// The keys and values, in order.
  var entries: [(key: Value, value: Value)] { pairs.compactMap { $0 } }

  func value(for key: DictKey) -> Value? {
    guard let slot = slots[key] else { return nil }
    return pairs[slot]?.value
  }

  func set(_ value: Value, for key: DictKey) {
    if let slot = slots[key] {
      pairs[slot]?.value = value
      return
    }
    slots[key] = pairs.count
    pairs.append((key.value, value))
  }

  func removeValue(for key: DictKey) -> Value? {
    guard let slot = slots.removeValue(forKey: key) else { return nil }
    let value = pairs[slot]?.value
    pairs[slot] = nil
    // Holes are closed once they outnumber the pairs.
    if pairs.count > 16, slots.count < pairs.count / 2 {
      pairs = pairs.filter { $0 != nil }
      for (i, pair) in pairs.enumerated() {
        if let pair, let key = try? DictKey(pair.key) { slots[key] = i }
      }
    }
    return value
  }

  func removeAll() {
    slots = [:]
    pairs = []
  }

  override func surrender(to heap: inout [Container]) {
    for pair in pairs {
      guard let pair else { continue }
      heap.append(pair.key)
      heap.append(pair.value)
    }
    removeAll()
  }
}

/// A value that can be a key of a dict.
struct DictKey: Hashable {
  let value: Value

  /// - Throws: a `TypeError` for values that can change.
  init(_ value: Value) throws(Fault) {
    try DictKey.check(value, 0)
    self.value = value
  }

  private static func check(_ value: Value, _ depth: Int) throws(Fault) {
    switch value {
    case .list, .dict, .array, .slice:
      throw Fault(.typeError, "unhashable type: '\(value.typeName)'")
    case .tuple(let tuple):
      guard depth < 50 else { throw Fault(.recursionError, "maximum recursion depth exceeded") }
      for item in tuple.items { try check(item, depth + 1) }
    default: break
    }
  }

  static func == (a: DictKey, b: DictKey) -> Bool {
    a.value.isSame(as: b.value) || (try? Comparison.isEqual(a.value, b.value)) ?? false
  }

  func hash(into hasher: inout Hasher) { DictKey.hash(value, into: &hasher) }

  private static func hash(_ value: Value, into hasher: inout Hasher) {
    switch value {
    case .bool(let flag): hasher.combine(flag ? 1.0 : 0.0)
    case .int(let number): hasher.combine(Double(number))
    case .float(let number): hasher.combine(number)
    case .text(let text): hasher.combine(text.string)
    case .tuple(let tuple): for item in tuple.items { hash(item, into: &hasher) }
    case .scalar(let scalar): hasher.combine((try? scalar.array.item(as: Double.self)) ?? 0)
    default: break
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Sorting of Python's lists, whose comparisons can fail.
enum Sorting {
  static func sorted(
    _ items: [Value], key: Value, isReversed: Bool, _ machine: Machine
  ) throws(Fault) -> [Value] {
    var keys = items
    if case .none = key {
    } else {
      for i in items.indices {
        keys[i] = try machine.call(key, Arguments(positional: [items[i]]))
      }
    }
    var order = Array(items.indices)
    if isReversed { order.reverse() }
    order = try merged(order, keys, machine)
    if isReversed { order.reverse() }
    return order.map { items[$0] }
  }

  /// Sorts by merging, which keeps the order of equals.
  private static func merged(
    _ order: [Int], _ keys: [Value], _ machine: Machine
  ) throws(Fault) -> [Int] {
    guard order.count > 1 else { return order }
    let middle = order.count / 2
    let left = try merged(Array(order[..<middle]), keys, machine)
    let right = try merged(Array(order[middle...]), keys, machine)
    var (result, i, j) = ([Int](), 0, 0)
    result.reserveCapacity(order.count)
    while i < left.count, j < right.count {
      try machine.step()
      let isLess = try machine.compare(.less, keys[right[j]], keys[left[i]])
      if try machine.truth(of: isLess) {
        result.append(right[j])
        j += 1
      } else {
        result.append(left[i])
        i += 1
      }
    }
    return result + left[i...] + right[j...]
  }
}

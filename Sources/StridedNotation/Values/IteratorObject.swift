// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays

/// What gives values one after the other.
package class IteratorObject: Container {
  /// The name of its class.
  var typeName: String { "iterator" }

  /// The next value, or nil at the end.
  func next(_ machine: Machine) throws(Fault) -> Value? { nil }
}

/// Walks values that are there already.
final class ItemsIterator: IteratorObject {
  private var items: [Value]
  private var position = 0
  private let name: String

  init(_ items: [Value], _ name: String) {
    self.items = items
    self.name = name
  }

  override var typeName: String { name }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    guard position < items.count else { return nil }
    position += 1
    return items[position - 1]
  }

  override func surrender(to heap: inout [Container]) {
    for value in items { heap.append(value) }
    items = []
  }
}

/// Walks a list, which may change meanwhile.
final class ListIterator: IteratorObject {
  private var list: ListObject?
  private var position = 0

  init(_ list: ListObject) { self.list = list }

  override var typeName: String { "list_iterator" }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    guard let list, position < list.items.count else {
      list = nil
      return nil
    }
    position += 1
    return list.items[position - 1]
  }

  override func surrender(to heap: inout [Container]) {
    if let list { heap.append(list as Container) }
    list = nil
  }
}

/// Walks the numbers of a range.
final class RangeIterator: IteratorObject {
  private let range: RangeObject
  private var position = 0

  init(_ range: RangeObject) { self.range = range }

  override var typeName: String { "range_iterator" }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    guard position < range.count else { return nil }
    position += 1
    return .int(range[position - 1])
  }
}

/// Walks an array along its first axis: views, or scalars of an array of one axis.
final class ArrayIterator: IteratorObject {
  private var array: ArrayObject?
  private var position = 0
  private let count: Int

  init(_ array: ArrayObject) {
    self.array = array
    count = array.array.layout.axes.first?.length ?? 0
  }

  override var typeName: String { "iterator" }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    guard position < count, let array else { return nil }
    position += 1
    return try machine.entry(at: position - 1, ofArray: array)
  }

  override func surrender(to heap: inout [Container]) {
    if let array { heap.append(array as Container) }
    array = nil
  }
}

/// Walks several iterators side by side until the first one ends.
final class ZipIterator: IteratorObject {
  private var parts: [IteratorObject]
  private let isStrict: Bool

  init(_ parts: [IteratorObject], isStrict: Bool) {
    self.parts = parts
    self.isStrict = isStrict
  }

  override var typeName: String { "zip" }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    try machine.step()
    guard !parts.isEmpty else { return nil }
    var items: [Value] = []
    for (i, part) in parts.enumerated() {
      guard let item = try machine.deeper({ () throws(Fault) in try part.next(machine) }) else {
        guard isStrict else { return nil }
        let others = i == 1 ? "argument 1" : "arguments 1-\(i)"
        if i > 0 {
          throw Fault(.valueError, "zip() argument \(i + 1) is shorter than \(others)")
        }
        for j in 1..<max(1, parts.count) where try parts[j].next(machine) != nil {
          let others = j == 1 ? "argument 1" : "arguments 1-\(j)"
          throw Fault(.valueError, "zip() argument \(j + 1) is longer than \(others)")
        }
        return nil
      }
      items.append(item)
    }
    return .tuple(items)
  }

  override func surrender(to heap: inout [Container]) {
    heap += parts
    parts = []
  }
}

/// Counts what another iterator gives.
final class EnumerateIterator: IteratorObject {
  private var inner: IteratorObject?
  private var number: Int64

  init(_ inner: IteratorObject, start: Int64) {
    self.inner = inner
    number = start
  }

  override var typeName: String { "enumerate" }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    let item = try machine.deeper { () throws(Fault) in try inner?.next(machine) }
    guard let item else { return nil }
    defer { number &+= 1 }
    return .tuple([.int(number), item])
  }

  override func surrender(to heap: inout [Container]) {
    if let inner { heap.append(inner as Container) }
    inner = nil
  }
}

/// Calls a function with what other iterators give; keeps items for which a test holds.
final class CallIterator: IteratorObject {
  private var function: Value?
  private var parts: [IteratorObject]
  private let isFilter: Bool

  init(_ function: Value, _ parts: [IteratorObject], isFilter: Bool) {
    self.function = function
    self.parts = parts
    self.isFilter = isFilter
  }

  override var typeName: String { isFilter ? "filter" : "map" }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    while true {
      try machine.step()
      var items: [Value] = []
      for part in parts {
        let item = try machine.deeper { () throws(Fault) in try part.next(machine) }
        guard let item else { return nil }
        items.append(item)
      }
      guard let function, let first = items.first else { return nil }
      if isFilter, case .none = function {
        if try machine.truth(of: first) { return first }
        continue
      }
      let result = try machine.call(function, Arguments(positional: items))
      if !isFilter { return result }
      if try machine.truth(of: result) { return first }
    }
  }

  override func surrender(to heap: inout [Container]) {
    if let function { heap.append(function) }
    function = nil
    heap += parts
    parts = []
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts

extension Machine {
  /// What a loop over a value walks.
  func iterator(over value: Value) throws(Fault) -> IteratorObject {
    switch value {
    case .iterator(let iterator): return iterator
    case .list(let list): return ListIterator(list)
    case .tuple(let tuple): return ItemsIterator(tuple.items, "tuple_iterator")
    case .range(let range): return RangeIterator(range)
    case .dict(let dict):
      try charge(items: dict.count)
      return ItemsIterator(dict.entries.map(\.key), "dict_keyiterator")
    case .text(let text):
      try charge(bytes: text.string.utf8.count * 8)
      return ItemsIterator(
        text.string.unicodeScalars.map { .text(String(Character($0))) }, "str_iterator")
    case .array(let array):
      guard array.array.rank > 0 else {
        throw Fault(.typeError, "iteration over a 0-d array")
      }
      return ArrayIterator(array)
    case .native(let object):
      if let iterator = try object.iterator(self) { return iterator }
    default: break
    }
    throw Fault(.typeError, "'\(value.typeName)' object is not iterable")
  }

  /// All values that a loop over a value would see.
  func items(of value: Value) throws(Fault) -> [Value] {
    switch value {
    case .list(let list):
      try charge(items: list.items.count)
      return list.items
    case .tuple(let tuple):
      try charge(items: tuple.items.count)
      return tuple.items
    case .range(let range):
      try charge(items: range.count)
      return (0..<range.count).map { .int(range[$0]) }
    default: break
    }
    let iterator = try iterator(over: value)
    var items: [Value] = []
    while let item = try iterator.next(self) {
      try step()
      items.append(item)
    }
    return items
  }

  /// The number of entries, as `len` gives it.
  func count(of value: Value) throws(Fault) -> Int {
    switch value {
    case .list(let list): return list.items.count
    case .tuple(let tuple): return tuple.items.count
    case .dict(let dict): return dict.count
    case .range(let range): return range.count
    case .text(let text): return text.string.unicodeScalars.count
    case .array(let array):
      guard let axis = array.array.layout.axes.first else {
        throw Fault(.typeError, "len() of unsized object")
      }
      return axis.length
    case .native(let object):
      if let count = try object.count(self) { return count }
    default: break
    }
    throw Fault(.typeError, "object of type '\(value.typeName)' has no len()")
  }

  /// Whether a value counts as true.
  func truth(of value: Value) throws(Fault) -> Bool {
    switch value {
    case .none: return false
    case .bool(let flag): return flag
    case .int(let number): return number != 0
    case .float(let number): return number != 0
    case .complex(let object): return object.number.real != 0 || object.number.imaginary != 0
    case .text(let text): return !text.string.isEmpty
    case .list(let list): return !list.items.isEmpty
    case .tuple(let tuple): return !tuple.items.isEmpty
    case .dict(let dict): return dict.count > 0
    case .range(let range): return range.count > 0
    case .scalar(let scalar): return scalar.array.truth
    case .array(let object):
      let array = object.array
      if array.count == 1 { return try lifted { () throws(ArrayError) in try array.truthOfOnly() } }
      throw Fault(
        .valueError,
        array.count == 0
          ? "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an "
            + "array is not empty."
          : "The truth value of an array with more than one element is ambiguous. Use a.any() or "
            + "a.all()")
    case .native(let object):
      if let count = try object.count(self) { return count > 0 }
      return true
    default: return true
    }
  }
}

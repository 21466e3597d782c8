// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension Machine {
  /// The entry of a value at an index.
  func entry(at index: Value, of value: Value) throws(Fault) -> Value {
    switch value {
    case .array(let array): return try entry(index, of: array)
    case .list(let list):
      if case .slice(let slice) = index {
        let positions = try positions(of: slice, count: list.items.count)
        try charge(items: positions.count)
        return .list(positions.map { list.items[$0] })
      }
      return list.items[try position(index, list.items.count, "list")]
    case .tuple(let tuple):
      if case .slice(let slice) = index {
        let positions = try positions(of: slice, count: tuple.items.count)
        return .tuple(positions.map { tuple.items[$0] })
      }
      return tuple.items[try position(index, tuple.items.count, "tuple")]
    case .text(let text):
      let scalars = Array(text.string.unicodeScalars)
      try charge(items: scalars.count / 4)
      if case .slice(let slice) = index {
        var result = ""
        for i in try positions(of: slice, count: scalars.count) {
          result.unicodeScalars.append(scalars[i])
        }
        return .text(result)
      }
      return .text(String(Character(scalars[try position(index, scalars.count, "string")])))
    case .range(let range):
      if case .slice(let slice) = index { return try entry(slice, of: range) }
      return .int(range[try position(index, range.count, "range object")])
    case .dict(let dict):
      let key = try DictKey(index)
      guard let found = dict.value(for: key) else {
        throw Fault(ExceptionObject(.keyError, arguments: [index]))
      }
      return found
    case .native(let object): return try object.entry(index, self)
    case .scalar(let scalar):
      // NumPy lets a scalar be indexed as an array without axes.
      if case .tuple(let tuple) = index, tuple.items.isEmpty { return value }
      switch index {
      case .ellipsis, .none:
        return try entry(index, of: object(scalar.array))
      default: throw Fault(.indexError, "invalid index to scalar variable.")
      }
    case .type(let type): throw Fault(.typeError, "type '\(type.name)' is not subscriptable")
    default: throw Fault(.typeError, "'\(value.typeName)' object is not subscriptable")
    }
  }

  func setEntry(at index: Value, of value: Value, to new: Value) throws(Fault) {
    switch value {
    case .array(let array): try setEntry(index, of: array, to: new)
    case .list(let list):
      if case .slice(let slice) = index {
        try replace(slice, of: list, with: try items(of: new))
      } else {
        let position = try position(index, list.items.count, "list assignment")
        list.items[position] = new
      }
    case .dict(let dict):
      try step()
      dict.set(new, for: try DictKey(index))
    case .native(let object): try object.setEntry(index, new, self)
    default:
      throw Fault(.typeError, "'\(value.typeName)' object does not support item assignment")
    }
  }

  func removeEntry(at index: Value, of value: Value) throws(Fault) {
    switch value {
    case .list(let list):
      if case .slice(let slice) = index {
        let removed = Set(try positions(of: slice, count: list.items.count))
        list.items = list.items.indices.filter { !removed.contains($0) }.map { list.items[$0] }
      } else {
        list.items.remove(at: try position(index, list.items.count, "list assignment"))
      }
    case .dict(let dict):
      guard dict.removeValue(for: try DictKey(index)) != nil else {
        throw Fault(ExceptionObject(.keyError, arguments: [index]))
      }
    case .array: throw Fault(.valueError, "cannot delete array elements")
    default:
      throw Fault(.typeError, "'\(value.typeName)' object doesn't support item deletion")
    }
  }

  /// The position that an index means in a sequence.
  func position(_ index: Value, _ count: Int, _ what: String) throws(Fault) -> Int {
    guard let number = try integer(index) else {
      let name = what.split(separator: " ").first.map(String.init) ?? what
      throw Fault(
        .typeError, "\(name) indices must be integers or slices, not \(index.typeName)")
    }
    let position = number < 0 ? number + Int64(count) : number
    guard position >= 0, position < Int64(count) else {
      throw Fault(.indexError, "\(what) index out of range")
    }
    return Int(position)
  }

  /// The number that a value stands for where an integer is needed, or nil if it is none.
  func integer(_ value: Value) throws(Fault) -> Int64? {
    switch value {
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .scalar(let scalar) where scalar.dtype.isInteger:
      return try Numbers.int64(scalar.array)
    case .array(let object) where object.array.rank == 0 && object.array.dtype.isInteger:
      return try Numbers.int64(object.array)
    default: return nil
    }
  }

  /// An end or the step of a slice.
  private func end(_ value: Value) throws(Fault) -> Int? {
    if case .none = value { return nil }
    guard let number = try integer(value) else {
      throw Fault(
        .typeError, "slice indices must be integers or None or have an __index__ method")
    }
    return Int(clamping: number)
  }

  /// A slice as the library takes it.
  func slice(_ object: SliceObject) throws(Fault) -> Slice {
    let step = try end(object.step) ?? 1
    return Slice(try end(object.start), try end(object.stop), step)
  }

  /// The positions that a slice picks of so many entries.
  func positions(of object: SliceObject, count: Int) throws(Fault) -> [Int] {
    let slice = try slice(object)
    let picked = try lifted { () throws(ArrayError) in try slice.positions(length: count) }
    return (0..<picked.count).map { picked.start + $0 * picked.step }
  }

  private func entry(_ object: SliceObject, of range: RangeObject) throws(Fault) -> Value {
    let slice = try slice(object)
    let picked = try lifted { () throws(ArrayError) in try slice.positions(length: range.count) }
    let step = range.step.multipliedReportingOverflow(by: Int64(picked.step))
    let start = range.start &+ Int64(picked.start) &* range.step
    let length = Int64(picked.count).multipliedReportingOverflow(by: step.partialValue)
    let stop = start.addingReportingOverflow(length.partialValue)
    guard !step.overflow, !length.overflow, !stop.overflow else {
      throw Fault(.overflowError, "the slice of the range does not fit 64 bits")
    }
    return .range(RangeObject(start, stop.partialValue, step.partialValue))
  }

  private func replace(
    _ object: SliceObject, of list: ListObject, with new: [Value]
  ) throws(Fault) {
    let slice = try slice(object)
    let count = list.items.count
    if slice.step == 1 {
      let start = Slice.clipped(slice.start ?? 0, count)
      let stop = max(start, Slice.clipped(slice.stop ?? count, count))
      list.items.replaceSubrange(start..<stop, with: new)
      return
    }
    let positions = try positions(of: object, count: count)
    guard positions.count == new.count else {
      throw Fault(
        .valueError,
        "attempt to assign sequence of size \(new.count) to extended slice of size "
          + "\(positions.count)")
    }
    for (position, value) in zip(positions, new) { list.items[position] = value }
  }
}

extension Slice {
  /// An end of a slice as a position of a sequence.
  fileprivate static func clipped(_ end: Int, _ count: Int) -> Int {
    let (position, overflow) = end.addingReportingOverflow(end < 0 ? count : 0)
    return overflow ? 0 : min(max(position, 0), count)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Arguments as functions need them.
extension Call {
  /// The argument as an array object; lists and numbers are made into fresh arrays.
  func object(_ name: String) throws(Fault) -> ArrayObject { try machine.arrayObject(self[name]) }

  func array(_ name: String) throws(Fault) -> AnyNDArray { try object(name).array }

  /// The argument as an array, or nil for `None`.
  func optionalArray(_ name: String) throws(Fault) -> AnyNDArray? {
    has(name) ? try array(name) : nil
  }

  /// The argument as an array object that must be one already.
  func target(_ name: String) throws(Fault) -> ArrayObject? {
    switch self[name] {
    case .none: return nil
    case .array(let object): return object
    case .tuple(let tuple) where tuple.items.count == 1:
      if case .array(let object) = tuple.items[0] { return object }
    default: break
    }
    throw Fault(.typeError, "return arrays must be of ArrayType")
  }

  func int(_ name: String) throws(Fault) -> Int {
    let value = self[name]
    guard let number = try machine.integer(value) else {
      throw Fault(
        .typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
    }
    guard let result = Int(exactly: number) else {
      throw Fault(.overflowError, "Python int too large to convert to C long")
    }
    return result
  }

  func optionalInt(_ name: String) throws(Fault) -> Int? { has(name) ? try int(name) : nil }

  /// The argument as a truth value.
  func flag(_ name: String) throws(Fault) -> Bool { try machine.truth(of: self[name]) }

  func text(_ name: String) throws(Fault) -> String {
    guard case .text(let text) = self[name] else {
      throw Fault(.typeError, "\(name) must be str, not \(self[name].typeName)")
    }
    return text.string
  }

  /// The argument as integers; one integer counts as a list of one.
  func ints(_ name: String) throws(Fault) -> [Int] { try Call.ints(self[name], machine) }

  static func ints(_ value: Value, _ machine: Machine) throws(Fault) -> [Int] {
    if let number = try machine.integer(value) { return [Int(clamping: number)] }
    switch value {
    case .list, .tuple, .range: break
    case .array(let object) where object.array.rank <= 1 && object.array.dtype.isInteger: break
    default:
      throw Fault(
        .typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
    }
    var numbers: [Int] = []
    for item in try machine.items(of: value) {
      guard let number = try machine.integer(item) else {
        throw Fault(
          .typeError, "'\(item.typeName)' object cannot be interpreted as an integer")
      }
      numbers.append(Int(clamping: number))
    }
    return numbers
  }

  func optionalInts(_ name: String) throws(Fault) -> [Int]? {
    has(name) ? try ints(name) : nil
  }

  /// The argument as a shape.
  func shape(_ name: String) throws(Fault) -> [Int] {
    let value = self[name]
    if case .float = value {
      throw Fault(
        .typeError,
        "expected a sequence of integers or a single integer, got '\(Printer.repr(value))'")
    }
    let shape = try ints(name)
    if shape.contains(where: { $0 < 0 }) {
      throw Fault(.valueError, "negative dimensions are not allowed")
    }
    guard shape.count <= Layout.maximumRank else {
      throw Fault(
        .valueError,
        "maximum supported dimension for an ndarray is currently 64, found \(shape.count)")
    }
    return shape
  }

  /// The argument as a memory order.
  func order(_ name: String = "order") throws(Fault) -> MemoryOrder {
    let value = self[name]
    if case .none = value { return .keep }
    guard case .text(let text) = value else {
      throw Fault(.typeError, "order must be str, not \(value.typeName)")
    }
    guard let order = MemoryOrder(rawValue: text.string.uppercased()) else {
      throw Fault(
        .valueError, "order must be one of 'C', 'F', 'A', or 'K' (got '\(text.string)')")
    }
    return order
  }

  func dtype(_ name: String = "dtype") throws(Fault) -> DType? {
    try DTypes.optional(self[name])
  }

  /// The argument as a copy policy: `None`, `True` or `False`.
  func copyPolicy(_ name: String = "copy") throws(Fault) -> CopyPolicy {
    if case .none = self[name] { return .ifNeeded }
    return try flag(name) ? .always : .never
  }

  /// The arrays of a sequence.
  func objects(_ name: String) throws(Fault) -> [ArrayObject] {
    let value = self[name]
    switch value {
    case .list, .tuple, .array: break
    default:
      throw Fault(
        .typeError,
        "arrays to stack must be passed as a \"sequence\" type such as list or tuple.")
    }
    var objects: [ArrayObject] = []
    for item in try machine.items(of: value) { objects.append(try machine.arrayObject(item)) }
    return objects
  }

  func arrays(_ name: String) throws(Fault) -> [AnyNDArray] { try objects(name).map(\.array) }

  // MARK: Results

  /// A view of `source`, or a copy where the library had to make one.
  func view(_ array: AnyNDArray, of source: ArrayObject) -> Value {
    .array(machine.object(array, viewOf: source, by: entry.name))
  }

  /// An array as it is given back where nothing was to do.
  func same(_ object: ArrayObject) -> Value {
    machine.observer?.same(object, by: entry.name)
    return .array(object)
  }

  /// A fresh array.
  func made(_ array: AnyNDArray) -> Value {
    .array(machine.made(array, by: entry.name, from: firstArray))
  }

  /// A fresh array, or a scalar for rank 0.
  func result(_ array: AnyNDArray) -> Value {
    machine.result(array, by: entry.name, from: firstArray)
  }

  /// The first argument if it is an array: what a copy is a copy of.
  private var firstArray: ArrayObject? {
    if case .array(let object)?? = values.first { object } else { nil }
  }

  /// Whatever was written to `out`, or a fresh result.
  func written(_ target: ArrayObject) -> Value {
    machine.observer?.wrote(through: target, target.array, by: entry.name)
    return .array(target)
  }
}

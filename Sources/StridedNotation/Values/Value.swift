// SPDX-License-Identifier: Apache-2.0

import ComplexModule
package import StridedArrays
package import StridedMemory

/// A value of the notation.
package enum Value {
  case none
  case ellipsis
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case complex(ComplexObject)
  case text(TextObject)
  case list(ListObject)
  case tuple(TupleObject)
  case dict(DictObject)
  case range(RangeObject)
  case slice(SliceObject)
  case array(ArrayObject)
  /// A NumPy scalar, such as `np.int64(3)`.
  case scalar(ScalarObject)
  case dtype(DTypeObject)
  case type(TypeObject)
  case function(FunctionObject)
  case builtin(BuiltinObject)
  case module(ModuleObject)
  case exception(ExceptionObject)
  case iterator(IteratorObject)
  /// Anything else that has attributes or entries, such as an array's flags.
  case native(NativeObject)

  static func text(_ string: String) -> Value { .text(TextObject(string)) }
  static func tuple(_ items: [Value]) -> Value { .tuple(TupleObject(items)) }
  static func list(_ items: [Value]) -> Value { .list(ListObject(items)) }
  static func complex(_ number: Complex<Double>) -> Value { .complex(ComplexObject(number)) }
  static func dtype(_ dtype: DType) -> Value { .dtype(DTypeObject(dtype)) }
  static func int(_ number: Int) -> Value { .int(Int64(number)) }
  static func shape(_ numbers: [Int]) -> Value { .tuple(numbers.map { .int(Int64($0)) }) }

  /// The object that holds other values, if this is one.
  var container: Container? {
    switch self {
    case .list(let object): object
    case .tuple(let object): object
    case .dict(let object): object
    case .slice(let object): object
    case .array(let object): object
    case .function(let object): object
    case .builtin(let object): object
    case .exception(let object): object
    case .iterator(let object): object
    case .native(let object): object
    default: nil
    }
  }

  /// What tells objects apart; nil for values that have no identity of their own.
  var identity: ObjectIdentifier? {
    switch self {
    case .text(let object): ObjectIdentifier(object)
    case .complex(let object): ObjectIdentifier(object)
    case .range(let object): ObjectIdentifier(object)
    case .scalar(let object): ObjectIdentifier(object)
    case .module(let object): ObjectIdentifier(object)
    default: container.map { ObjectIdentifier($0) }
    }
  }

  /// Whether both are one object.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.none, .none), (.ellipsis, .ellipsis): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.float(let a), .float(let b)): return a.bitPattern == b.bitPattern
    case (.text(let a), .text(let b)): return a === b || a.string == b.string
    case (.dtype(let a), .dtype(let b)): return a.dtype == b.dtype
    case (.type(let a), .type(let b)): return a.kind == b.kind
    case (.tuple(let a), .tuple(let b)) where a.items.isEmpty && b.items.isEmpty: return true
    case (.scalar(let a), .scalar(let b)) where a.dtype == .bool && b.dtype == .bool:
      return a.array.truth == b.array.truth
    case (.builtin(let a), .builtin(let b)):
      return a === b || (a.entry === b.entry && a.receiver == nil && b.receiver == nil)
    default:
      guard let mine = identity, let theirs = other.identity else { return false }
      return mine == theirs
    }
  }
}

/// A string.
package final class TextObject {
  package let string: String
  init(_ string: String) { self.string = string }
}

/// A Python complex number.
package final class ComplexObject {
  package let number: Complex<Double>
  init(_ number: Complex<Double>) { self.number = number }
}

/// An element type.
package final class DTypeObject {
  package let dtype: DType
  init(_ dtype: DType) { self.dtype = dtype }
}

/// A NumPy scalar: one element that shares no memory and is never written.
package final class ScalarObject {
  package let array: AnyNDArray
  var dtype: DType { array.dtype }
  init(_ array: AnyNDArray) { self.array = array }
}

/// A list.
package final class ListObject: Container {
  package var items: [Value]
  init(_ items: [Value]) { self.items = items }

  override func surrender(to heap: inout [Container]) {
    for value in items { heap.append(value) }
    items = []
  }
}

/// A tuple.
package final class TupleObject: Container {
  package private(set) var items: [Value]
  init(_ items: [Value]) { self.items = items }

  override func surrender(to heap: inout [Container]) {
    for value in items { heap.append(value) }
    items = []
  }
}

/// The numbers of a `range`.
package final class RangeObject {
  let start: Int64
  let stop: Int64
  let step: Int64
  let count: Int

  /// Creates a range; the step must not be zero.
  init(_ start: Int64, _ stop: Int64, _ step: Int64) {
    self.start = start
    self.stop = stop
    self.step = step
    let isEmpty = step > 0 ? start >= stop : start <= stop
    // The distance of two numbers fits their unsigned magnitude.
    let distance = step > 0 ? UInt64(bitPattern: stop &- start) : UInt64(bitPattern: start &- stop)
    let steps = isEmpty ? 0 : (distance - 1) / step.magnitude + 1
    count = Int(exactly: steps) ?? .max
  }

  subscript(index: Int) -> Int64 { start &+ Int64(index) &* step }
}

/// A slice.
package final class SliceObject: Container {
  private(set) var start: Value
  private(set) var stop: Value
  private(set) var step: Value

  init(_ start: Value, _ stop: Value, _ step: Value) {
    self.start = start
    self.stop = stop
    self.step = step
  }

  override func surrender(to heap: inout [Container]) {
    for value in [start, stop, step] { heap.append(value) }
    (start, stop, step) = (.none, .none, .none)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Arrays of the library as objects with an identity.
extension Machine {
  /// Refuses a shape whose bytes the program may not use, before memory is asked for.
  func admit(_ shape: [Int], _ dtype: DType) throws(Fault) {
    var bytes = dtype.itemSize
    for length in shape {
      guard length > 0 else { return }
      let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
      guard !overflow else { return }
      bytes = product
    }
    guard bytes > memory.room else { return }
    // What was made since the last count may be gone.
    try count()
    guard bytes > memory.room else { return }
    throw Fault(
      .memoryError,
      "Unable to allocate \(Machine.bytesText(bytes)) for an array with shape "
        + "\(Printer.repr(.shape(shape))) and data type \(dtype.name); the limit is "
        + Machine.bytesText(limits.bytes))
  }

  /// A number of bytes as NumPy writes it.
  private static func bytesText(_ bytes: Int) -> String {
    var (unit, divisor) = (0, 1.0)
    while unit < 6, Double(bytes) / divisor >= 1024 {
      unit += 1
      divisor *= 1024
    }
    let value = Double(bytes) / divisor
    let names = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    if unit == 0 { return "\(bytes) bytes" }
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
    let text = FormatSpecification.fixed(value, digits)
    return "\(text) \(names[unit])"
  }

  /// The object of a fresh array, or of a view whose owner no object stands for yet.
  func object(_ array: AnyNDArray) -> ArrayObject {
    if array.rights.contains(.root) { return ArrayObject(array, base: nil) }
    guard let base = array.base else { return ArrayObject(array, base: nil) }
    return ArrayObject(array, base: ArrayObject(base, base: nil))
  }

  /// The object of a view of `source`, or of a copy where a view was not to be had.
  func object(_ array: AnyNDArray, viewOf source: ArrayObject, by name: String) -> ArrayObject {
    guard array.storage.isSame(as: source.array.storage) else {
      return made(array, by: name, from: source)
    }
    var view = array
    if array.rights.contains(.root) {
      // A view is no root, even if it shows the same elements.
      view = source.array.viewOfAll
    }
    let object = ArrayObject(view, base: source.owner)
    observer?.viewed(object, of: source, by: name)
    return object
  }

  /// The object of a fresh array, of `source`'s elements where it is a copy: of those that
  /// `terms` picked where it is one of indices.
  func made(
    _ array: AnyNDArray, by name: String, from source: ArrayObject? = nil,
    at terms: [AdvancedIndex] = []
  ) -> ArrayObject {
    let result = object(array)
    memory.made += array.storage.byteCount
    observer?.made(result, by: name, from: source, at: terms)
    return result
  }

  /// A result of an operation that gives scalars for arrays of rank 0.
  func result(_ array: AnyNDArray, by name: String, from source: ArrayObject? = nil) -> Value {
    if array.rank == 0 { return .scalar(ScalarObject(array)) }
    return .array(made(array, by: name, from: source))
  }

  /// The array that a value is, or is made into, as `numpy.asarray` does.
  func arrayObject(_ value: Value) throws(Fault) -> ArrayObject {
    switch value {
    case .array(let object): return object
    case .scalar(let scalar):
      return ArrayObject(scalar.array, base: nil)
    case .native(let native):
      if let array = try native.asArray(self) { return array }
    default: break
    }
    let array = try ArrayMaking.array(of: value, nil, self)
    return made(array, by: "array")
  }

  func array(_ value: Value) throws(Fault) -> AnyNDArray { try arrayObject(value).array }
}

extension AnyNDArray {
  /// A view of all elements, which is no root.
  var viewOfAll: AnyNDArray { (try? view(at: [.ellipsis])) ?? self }

  /// The same elements, which can't be written through this handle.
  func withWritable(_ isWritable: Bool, isRoot: Bool) throws(ArrayError) -> AnyNDArray {
    try AnyNDArray(
      storage: storage, layout: layout, dtype: dtype, isRoot: isRoot, isWritable: isWritable)
  }
}

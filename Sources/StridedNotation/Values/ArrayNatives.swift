// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// An array's flags, `a.flags`.
final class FlagsObject: NativeObject {
  private var object: ArrayObject?

  init(_ object: ArrayObject) { self.object = object }

  override func surrender(to heap: inout [Container]) {
    if let object { heap.append(object as Container) }
    object = nil
  }

  override var typeName: String { "numpy._core.multiarray.flagsobj" }

  private func flag(_ name: String) -> Bool? {
    guard let object else { return nil }
    let flags = object.array.flags
    switch name.lowercased() {
    case "c_contiguous", "contiguous", "c": return flags.isRowMajor
    case "f_contiguous", "fortran", "f": return flags.isColumnMajor
    case "owndata", "o": return object.ownsMemory
    case "writeable", "w": return flags.isWritable
    case "aligned", "a": return flags.isAligned
    case "writebackifcopy", "x": return false
    case "behaved", "b": return flags.isBehaved
    case "carray", "ca": return flags.isBehavedRowMajor
    case "farray", "fa": return flags.isBehavedColumnMajor
    case "forc": return flags.isContiguous
    case "fnc": return flags.isColumnMajorOnly
    default: return nil
    }
  }

  override var repr: String {
    let names = [
      "C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY",
    ]
    return names.map { "  \($0) : \(flag($0) ?? false ? "True" : "False")\n" }.joined()
  }

  private static let attributes: Set<String> = [
    "c_contiguous", "contiguous", "f_contiguous", "fortran", "owndata", "writeable", "aligned",
    "writebackifcopy", "behaved", "carray", "farray", "forc", "fnc", "num",
  ]

  override func attribute(_ name: String, _ machine: Machine) throws(Fault) -> Value? {
    guard Self.attributes.contains(name) else { return nil }
    if name == "num" {
      let bits: [(String, Int)] = [
        ("c", 1), ("f", 2), ("o", 4), ("a", 0x100), ("w", 0x400),
      ]
      return .int(bits.reduce(0) { flag($1.0) == true ? $0 | $1.1 : $0 })
    }
    return flag(name).map { .bool($0) }
  }

  override func entry(_ index: Value, _ machine: Machine) throws(Fault) -> Value {
    if case .text(let text) = index, text.string.uppercased() == text.string,
      let value = flag(text.string)
    {
      return .bool(value)
    }
    throw Fault(.keyError, "Unknown flag")
  }

  override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(Fault) -> Bool {
    guard Self.attributes.contains(name) else { return false }
    guard name == "writeable" else {
      if name == "aligned" || name == "writebackifcopy" {
        throw Fault(
          .valueError, "the flag '\(name)' is what the memory says, and can't be set here")
      }
      throw Fault(
        .attributeError,
        "attribute '\(name)' of 'numpy._core.multiarray.flagsobj' objects is not writable")
    }
    try setWritable(try machine.truth(of: value))
    return true
  }

  override func setEntry(_ index: Value, _ value: Value, _ machine: Machine) throws(Fault) {
    guard case .text(let text) = index, ["W", "WRITEABLE"].contains(text.string) else {
      throw Fault(.keyError, "Unknown flag")
    }
    try setWritable(try machine.truth(of: value))
  }

  func setWritable(_ isWritable: Bool) throws(Fault) {
    guard let object else { return }
    if isWritable, !object.array.isWritable {
      let owner = object.owner
      guard object.array.storage.isWritable else {
        throw Fault(
          .valueError,
          "cannot set WRITEABLE flag to True of this array: its memory is read-only, and read-only "
            + "is a guarantee here; copy it")
      }
      guard owner.array.isWritable || owner === object else {
        throw Fault(.valueError, "cannot set WRITEABLE flag to True of this array")
      }
    }
    object.array = try lifted { () throws(ArrayError) in
      try object.array.withWritable(isWritable, isRoot: object.base == nil)
    }
  }
}

/// An array's elements in row-major order, `a.flat`.
final class FlatObject: NativeObject {
  private var object: ArrayObject?
  private var position = 0

  init(_ object: ArrayObject) { self.object = object }

  override var typeName: String { "numpy.flatiter" }

  override func surrender(to heap: inout [Container]) {
    if let object { heap.append(object as Container) }
    object = nil
  }

  private func required() throws(Fault) -> ArrayObject {
    guard let object else { throw Fault(.runtimeError, "the array is gone") }
    return object
  }

  override func attribute(_ name: String, _ machine: Machine) throws(Fault) -> Value? {
    name == "base" ? .array(try required()) : nil
  }

  override func count(_ machine: Machine) throws(Fault) -> Int? { try required().array.count }

  override func asArray(_ machine: Machine) throws(Fault) -> ArrayObject? {
    let array = try required().array
    return machine.made(
      try lifted { () throws(ArrayError) in try array.flattened() }, by: "flat")
  }

  override func iterator(_ machine: Machine) throws(Fault) -> IteratorObject? {
    FlatIterator(try required())
  }

  /// The flat positions that an index means, as an array of them.
  private func positions(_ index: Value, _ machine: Machine) throws(Fault) -> AnyNDArray {
    let count = try required().array.count
    switch index {
    case .slice(let slice):
      let list = try machine.positions(of: slice, count: count)
      try machine.charge(items: list.count)
      return NDArray(list).erased
    case .ellipsis: return NDArray(0..<count).erased
    default: break
    }
    let array = try machine.array(index)
    if array.count == 0 { return NDArray([Int]()).erased }
    if array.dtype.kind == .bool {
      return try lifted { () throws(ArrayError) in try array.flatNonzero() }
    }
    guard array.dtype.isInteger else {
      throw Fault(.indexError, "unsupported iterator index")
    }
    return array
  }

  override func entry(_ index: Value, _ machine: Machine) throws(Fault) -> Value {
    let array = try required().array
    if let number = try machine.integer(index) {
      guard number >= -Int64(array.count), number < Int64(array.count) else {
        throw Fault(
          .indexError,
          "index \(number) is out of bounds for size \(array.count)")
      }
    }
    let places = try positions(index, machine)
    return machine.result(
      try lifted { () throws(ArrayError) in try array.take(places) }, by: "flat")
  }

  override func setEntry(_ index: Value, _ value: Value, _ machine: Machine) throws(Fault) {
    let object = try required()
    guard object.array.isWritable else {
      throw Fault(.valueError, "assignment destination is read-only")
    }
    let places = try positions(index, machine)
    let source: AnyNDArray
    do throws(Fault) { source = try machine.source(value, for: object.array.dtype) } catch {
      // NumPy's words for one element hide the reason.
      guard try machine.integer(index) != nil else { throw error }
      throw Fault(.valueError, "Error setting single item of array.")
    }
    try lifted { () throws(ArrayError) in try object.array.put(source, at: places) }
    machine.observer?.wrote(through: object, object.array, by: "flat", picked: true)
  }
}

/// Walks an array's elements in row-major order.
final class FlatIterator: IteratorObject {
  private var object: ArrayObject?
  private var position = 0
  private let count: Int

  init(_ object: ArrayObject) {
    self.object = object
    count = object.array.count
  }

  override var typeName: String { "numpy.flatiter" }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    guard position < count, let array = object?.array else { return nil }
    var (rest, terms) = (position, [AxisIndex]())
    for axis in array.layout.axes.map({ $0.length }).reversed() {
      terms.append(.index(rest % max(1, axis)))
      rest /= max(1, axis)
    }
    position += 1
    let view = try lifted { () throws(ArrayError) in try array.view(at: terms.reversed()) }
    return try machine.scalar(of: view)
  }

  override func surrender(to heap: inout [Container]) {
    if let object { heap.append(object as Container) }
    object = nil
  }
}

/// Where an array's memory is, `a.ctypes`.
final class AddressObject: NativeObject {
  private var object: ArrayObject?

  init(_ object: ArrayObject) { self.object = object }

  override var typeName: String { "numpy._core._internal._ctypes" }

  override func attribute(_ name: String, _ machine: Machine) throws(Fault) -> Value? {
    guard let object else { return nil }
    switch name {
    case "data": return .int(object.array.address)
    case "shape": return .shape(object.array.shape)
    case "strides": return .shape(object.array.strides)
    default: return nil
    }
  }

  override func surrender(to heap: inout [Container]) {
    if let object { heap.append(object as Container) }
    object = nil
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// The attributes of arrays.
enum ArrayAttributes {
  static let names = [
    "T", "mT", "base", "ctypes", "data", "dtype", "flags", "flat", "imag", "itemsize", "nbytes",
    "ndim", "real", "shape", "size", "strides", "device", "__array_interface__",
  ]

  /// Attributes and methods that NumPy's arrays have and Strided's have not.
  static let missing: Set<String> = [
    "byteswap", "dump", "dumps", "getfield", "setfield", "newbyteorder", "tofile", "tobytes",
    "resize", "setflags", "choose", "compress", "partition", "argpartition", "__array__",
  ]
}

extension Machine {
  /// `array.name`, or nil where there is no such attribute.
  func arrayAttribute(_ name: String, of object: ArrayObject) throws(Fault) -> Value? {
    let array = object.array
    switch name {
    case "shape": return .shape(array.shape)
    case "strides": return .shape(array.strides)
    case "dtype": return .dtype(array.dtype)
    case "ndim": return .int(array.rank)
    case "size": return .int(array.count)
    case "itemsize": return .int(array.itemSize)
    case "nbytes": return .int(array.byteCount)
    case "T": return .array(self.object(array.transposed(), viewOf: object, by: "T"))
    case "mT":
      let view = try lifted { () throws(ArrayError) in try array.matrixTransposed() }
      return .array(self.object(view, viewOf: object, by: "mT"))
    case "base": return object.base.map { .array($0) } ?? Value.none
    case "flags": return .native(FlagsObject(object))
    case "flat": return .native(FlatObject(object))
    case "real":
      guard array.dtype.isComplex else {
        observer?.same(object, by: "real")
        return .array(object)
      }
      return .array(self.object(array.real(), viewOf: object, by: "real"))
    case "imag":
      let part = try lifted { () throws(ArrayError) in try array.imaginary() }
      return .array(self.object(part, viewOf: object, by: "imag"))
    case "device": return .text("cpu")
    case "ctypes": return .native(AddressObject(object))
    case "__array_interface__": return try interface(of: object)
    default: return nil
    }
  }

  private func interface(of object: ArrayObject) throws(Fault) -> Value {
    let array = object.array
    let dict = DictObject()
    func set(_ name: String, _ value: Value) throws(Fault) {
      dict.set(value, for: try DictKey(.text(name)))
    }
    try set("data", .tuple([.int(array.address), .bool(!array.isWritable)]))
    try set("strides", array.isContiguous() ? .none : .shape(array.strides))
    try set("descr", .list([.tuple([.text(""), .text(array.dtype.code)])]))
    try set("typestr", .text(array.dtype.code))
    try set("shape", .shape(array.shape))
    try set("version", .int(Int64(3)))
    return .dict(dict)
  }

  /// `array.name = new`, or false where there is no such attribute.
  func setArrayAttribute(
    _ name: String, of object: ArrayObject, to new: Value
  ) throws(Fault) -> Bool {
    let array = object.array
    switch name {
    case "shape":
      let shape = try Call.ints(new, self)
      do throws(ArrayError) { object.array = try array.reshaped(shape, copying: .never) } catch {
        guard error.obstacle != nil else { throw Fault(error) }
        throw Fault(
          .attributeError,
          "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the "
            + "desired shape.")
      }
      observer?.same(object, by: "shape")
      return true
    case "strides":
      let strides = try Call.ints(new, self)
      object.array = try lifted { () throws(ArrayError) in
        try array.strided(shape: array.shape, strides: strides)
      }
      observer?.same(object, by: "strides")
      return true
    case "dtype":
      let dtype = try DTypes.dtype(new)
      object.array = try lifted { () throws(ArrayError) in try array.view(as: dtype) }
      observer?.same(object, by: "dtype")
      return true
    case "real":
      guard array.isWritable else {
        throw Fault(.valueError, "assignment destination is read-only")
      }
      try assign(new, to: array.real())
      observer?.wrote(through: object, array.real(), by: "real")
      return true
    case "imag":
      guard array.dtype.isComplex else {
        throw Fault(.typeError, "array does not have imaginary part to set")
      }
      let part = try lifted { () throws(ArrayError) in try array.imaginary() }
      try assign(new, to: part)
      observer?.wrote(through: object, part, by: "imag")
      return true
    case "flat":
      try FlatObject(object).setEntry(
        .slice(SliceObject(.none, .none, .none)), new, self)
      return true
    case "T", "mT", "base", "ctypes", "data", "flags", "itemsize", "nbytes", "ndim", "size",
      "__array_interface__", "device":
      throw Fault(
        .attributeError, "attribute '\(name)' of 'numpy.ndarray' objects is not writable")
    default: return false
    }
  }

  func dtypeAttribute(_ name: String, of dtype: DType) -> Value? {
    switch name {
    case "name": return .text(dtype.name)
    case "str": return .text(dtype.code)
    case "itemsize": return .int(dtype.itemSize)
    case "alignment": return .int(dtype.alignment)
    case "kind":
      let kind = dtype.isSigned ? "i" : dtype.isUnsigned ? "u" : dtype.isFloat ? "f" : "c"
      return .text(dtype.kind == .bool ? "b" : kind)
    case "char": return .text(DTypes.letter(of: dtype))
    case "num": return .int(DTypes.number(of: dtype))
    case "byteorder":
      return .text(dtype.itemSize == 1 ? "|" : dtype.isSwapped ? ">" : "=")
    case "isnative": return .bool(!dtype.isSwapped)
    case "type": return registry.numpy.members[dtype.name]
    case "fields", "names", "subdtype": return Value.none
    case "shape": return .tuple([])
    case "ndim": return .int(Int64(0))
    case "hasobject", "isalignedstruct": return .bool(false)
    default: return nil
    }
  }
}

extension DTypes {
  /// NumPy's letter of a type.
  static func letter(of dtype: DType) -> String {
    switch dtype.kind {
    case .bool: "?"
    case .int8: "b"
    case .int16: "h"
    case .int32: "i"
    case .int64: "l"
    case .uint8: "B"
    case .uint16: "H"
    case .uint32: "I"
    case .uint64: "L"
    case .float16: "e"
    case .float32: "f"
    case .float64: "d"
    case .complex64: "F"
    case .complex128: "D"
    case .record: "V"
    }
  }

  /// NumPy's number of a type.
  static func number(of dtype: DType) -> Int {
    switch dtype.kind {
    case .bool: 0
    case .int8: 1
    case .int16: 3
    case .int32: 5
    case .int64: 7
    case .uint8: 2
    case .uint16: 4
    case .uint32: 6
    case .uint64: 8
    case .float16: 23
    case .float32: 11
    case .float64: 12
    case .complex64: 14
    case .complex128: 15
    case .record: 20
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Calls of classes.
extension Machine {
  func construct(_ type: TypeObject, _ arguments: Arguments) throws(Fault) -> Value {
    let first = arguments.positional.first
    switch type.kind {
    case .int:
      return try makeInt(first, arguments)
    case .float:
      guard let first else { return .float(0.0) }
      if case .text(let text) = first {
        guard let number = DecimalText.python(text.string) else {
          throw Fault(
            .valueError, "could not convert string to float: \(Printer.quoted(text.string))")
        }
        return .float(number)
      }
      return .float(try pythonFloat(first))
    case .complex: return try makeComplex(arguments)
    case .bool:
      return .bool(try first.map { (value) throws(Fault) in try truth(of: value) } ?? false)
    case .str:
      guard let first else { return .text("") }
      let text = str(first)
      try charge(bytes: text.utf8.count)
      return .text(text)
    case .list:
      return .list(try first.map { (value) throws(Fault) in try items(of: value) } ?? [])
    case .tuple:
      return .tuple(try first.map { (value) throws(Fault) in try items(of: value) } ?? [])
    case .dict: return try makeDict(first, arguments)
    case .range: return try makeRange(arguments.positional)
    case .slice:
      let values = arguments.positional
      switch values.count {
      case 1: return .slice(SliceObject(.none, values[0], .none))
      case 2: return .slice(SliceObject(values[0], values[1], .none))
      case 3: return .slice(SliceObject(values[0], values[1], values[2]))
      default: throw Fault(.typeError, "slice expected at least 1 argument, got 0")
      }
    case .type:
      guard let first, arguments.positional.count == 1 else {
        throw Fault(.typeError, "type() takes 1 argument here")
      }
      return .type(self.type(of: first))
    case .map, .filter:
      guard let first, arguments.positional.count >= 2 else {
        throw Fault(.typeError, "\(type.name)() must have at least two arguments.")
      }
      var parts: [IteratorObject] = []
      for value in arguments.positional.dropFirst() { parts.append(try iterator(over: value)) }
      return .iterator(CallIterator(first, parts, isFilter: type.kind == .filter))
    case .zip:
      var parts: [IteratorObject] = []
      for value in arguments.positional { parts.append(try iterator(over: value)) }
      let strict = arguments.keywords.first { $0.name == "strict" }
      return .iterator(
        ZipIterator(
          parts,
          isStrict: try strict.map { (pair) throws(Fault) in try truth(of: pair.value) } ?? false))
    case .enumerate:
      guard let first else {
        throw Fault(.typeError, "enumerate() missing required argument 'iterable' (pos 1)")
      }
      let start =
        arguments.positional.count > 1
        ? arguments.positional[1] : arguments.keywords.first { $0.name == "start" }?.value
      return .iterator(
        EnumerateIterator(
          try iterator(over: first),
          start: try start.map { (value) throws(Fault) in try integer(value) ?? 0 } ?? 0))
    case .exception(let type):
      return .exception(ExceptionObject(type, arguments: arguments.positional))
    case .scalar(let kind):
      let dtype = DType.numbers.first { $0.kind == kind } ?? .float64
      return try makeScalar(dtype, first ?? .int(Int64(0)))
    case .dtype:
      guard let first else {
        throw Fault(.typeError, "dtype() missing required argument 'dtype' (pos 0)")
      }
      return .dtype(try DTypes.dtype(first))
    case .ndarray: return try makeArray(arguments)
    case .object: return .native(NativeObject())
    default: throw Fault(.typeError, "cannot create '\(type.name)' instances")
    }
  }

  /// The class of a value.
  func type(of value: Value) -> TypeObject {
    let kind = value.typeKind
    switch value {
    case .scalar(let scalar):
      if case .type(let type)? = registry.numpy.members[scalar.dtype.name] { return type }
    case .array: if case .type(let type)? = registry.numpy.members["ndarray"] { return type }
    case .dtype(let object): return TypeObject(kind, "numpy.dtypes.\(object.dtype.className)")
    default: break
    }
    if case .type(let type)? = registry.builtins.members[value.typeName] { return type }
    return TypeObject(kind, value.typeName)
  }

  /// The value as Python's `float()` reads it.
  func pythonFloat(_ value: Value) throws(Fault) -> Double {
    switch value {
    case .bool, .int, .float: return try float(value)
    case .scalar(let scalar) where !scalar.dtype.isComplex: return try float(value)
    case .array(let object) where object.array.count == 1 && !object.array.dtype.isComplex:
      guard object.array.rank == 0 else {
        throw Fault(
          .typeError, "only 0-dimensional arrays can be converted to Python scalars")
      }
      return try float(value)
    case .array(let object) where object.array.count != 1:
      throw Fault(.typeError, "only 0-dimensional arrays can be converted to Python scalars")
    default:
      throw Fault(
        .typeError,
        "float() argument must be a string or a real number, not '\(value.typeName)'")
    }
  }

  private func makeInt(_ value: Value?, _ arguments: Arguments) throws(Fault) -> Value {
    guard let value else { return .int(Int64(0)) }
    if let number = try integer(value) { return .int(number) }
    switch value {
    case .text(let text):
      let base = arguments.positional.count > 1 ? arguments.positional[1] : .int(Int64(10))
      let radix = Int(clamping: try integer(base) ?? 10)
      guard radix == 0 || (2...36).contains(radix) else {
        throw Fault(.valueError, "int() base must be >= 2 and <= 36, or 0")
      }
      guard let (number, fits) = DecimalText.integer(text.string, base: radix) else {
        throw Fault(
          .valueError,
          "invalid literal for int() with base \(radix): \(Printer.quoted(text.string))")
      }
      guard fits else { throw Numbers.tooLarge(text.string) }
      return .int(number)
    case .complex:
      throw Fault(
        .typeError,
        "int() argument must be a string, a bytes-like object or a real number, not 'complex'")
    case .float, .scalar, .array:
      let number = try pythonFloat(value)
      guard !number.isNaN else { throw Fault(.valueError, "cannot convert float NaN to integer") }
      guard number.isFinite else {
        throw Fault(.overflowError, "cannot convert float infinity to integer")
      }
      guard let whole = Int64(exactly: number.rounded(.towardZero)) else {
        throw Numbers.tooLarge("int(\(Printer.text(number)))")
      }
      return .int(whole)
    default:
      throw Fault(
        .typeError,
        "int() argument must be a string, a bytes-like object or a real number, not "
          + "'\(value.typeName)'")
    }
  }

  private func makeComplex(_ arguments: Arguments) throws(Fault) -> Value {
    func part(_ name: String, _ place: Int) throws(Fault) -> Complex<Double> {
      let value =
        arguments.positional.count > place
        ? arguments.positional[place] : arguments.keywords.first { $0.name == name }?.value
      guard let value else { return Complex(0, 0) }
      if let number = Comparison.complex(value) { return number }
      if case .scalar(let scalar) = value,
        let number = Comparison.complex(try Elements.value(of: scalar.array))
      {
        return number
      }
      throw Fault(
        .typeError,
        "complex() first argument must be a string or a number, not '\(value.typeName)'")
    }
    let (real, imaginary) = (try part("real", 0), try part("imag", 1))
    return .complex(Complex(real.re - imaginary.im, real.im + imaginary.re))
  }

  private func makeDict(_ value: Value?, _ arguments: Arguments) throws(Fault) -> Value {
    let dict = DictObject()
    if case .dict(let other)? = value {
      for entry in other.entries { dict.set(entry.value, for: try DictKey(entry.key)) }
    } else if let value {
      for (i, pair) in try items(of: value).enumerated() {
        let parts = try items(of: pair)
        guard parts.count == 2 else {
          throw Fault(
            .valueError,
            "dictionary update sequence element #\(i) has length \(parts.count); 2 is required")
        }
        dict.set(parts[1], for: try DictKey(parts[0]))
      }
    }
    for (name, value) in arguments.keywords { dict.set(value, for: try DictKey(.text(name))) }
    return .dict(dict)
  }

  private func makeRange(_ values: [Value]) throws(Fault) -> Value {
    var numbers: [Int64] = []
    for value in values {
      guard let number = try integer(value) else {
        throw Fault(
          .typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
      }
      numbers.append(number)
    }
    switch numbers.count {
    case 1: return .range(RangeObject(0, numbers[0], 1))
    case 2: return .range(RangeObject(numbers[0], numbers[1], 1))
    case 3:
      guard numbers[2] != 0 else {
        throw Fault(.valueError, "range() arg 3 must not be zero")
      }
      return .range(RangeObject(numbers[0], numbers[1], numbers[2]))
    case 0: throw Fault(.typeError, "range expected at least 1 argument, got 0")
    default: throw Fault(.typeError, "range expected at most 3 arguments, got \(numbers.count)")
    }
  }

  /// `np.int64(value)`: a scalar, or an array of a sequence.
  private func makeScalar(_ dtype: DType, _ value: Value) throws(Fault) -> Value {
    switch value {
    case .array(let object) where object.array.rank > 0:
      return .array(
        made(
          try lifted { () throws(ArrayError) in try object.array.cast(to: dtype) },
          by: dtype.name))
    case .list, .tuple, .range:
      return .array(made(try ArrayMaking.array(of: value, dtype, self), by: dtype.name))
    case .none where dtype.isFloat:
      return .scalar(ScalarObject(try Elements.converted(.float(.nan), to: dtype)))
    default:
      if dtype == .bool {
        return .scalar(ScalarObject(NDArray(scalar: try truth(of: value)).erased))
      }
      return .scalar(ScalarObject(try Elements.converted(value, to: dtype)))
    }
  }

  /// `np.ndarray(shape, dtype, buffer, offset, strides, order)`.
  private func makeArray(_ arguments: Arguments) throws(Fault) -> Value {
    let entry = Entry(
      "ndarray(shape, dtype=None, buffer=None, offset=0, strides=None, order='C')"
    ) { (_) throws(Fault) in .none }
    let call = Call(
      machine: self, entry: entry, values: try entry.signature.bind(arguments, of: "ndarray"))
    let (shape, dtype) = (try call.shape("shape"), try call.dtype() ?? .float64)
    guard call.has("buffer") else {
      try admit(shape, dtype)
      // Zeros: what memory held before is no business of a program.
      let order = try call.order()
      return call.made(
        try lifted { () throws(ArrayError) in
          try AnyNDArray.zeros(shape, dtype, order: order == .columnMajor ? order : .rowMajor)
        })
    }
    let buffer = try call.object("buffer")
    let (offset, strides) = (try call.int("offset"), try call.optionalInts("strides"))
    let view = try lifted { () throws(ArrayError) in
      let bytes = try buffer.array.raveled(order: .keep, copying: .never).view(as: .uint8)
      let typed = try bytes.strided(shape: [], strides: [], offset: 0)
      var steps = strides ?? []
      if strides == nil {
        steps = try Layout.dense(shape: shape, itemSize: dtype.itemSize).strides
      }
      let (start, overflow) = typed.byteOffset.addingReportingOverflow(offset)
      guard !overflow else { throw ArrayError(.value, "the offset does not fit the buffer") }
      return try AnyNDArray(
        storage: buffer.array.storage,
        layout: Layout(shape: shape, strides: steps, offset: start), dtype: dtype,
        isWritable: buffer.array.isWritable)
    }
    return call.view(view, of: buffer)
  }
}

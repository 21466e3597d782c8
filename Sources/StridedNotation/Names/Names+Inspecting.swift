// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Registry {
  /// Functions that tell something about arrays and types.
  func addInspecting() {
    function("shares_memory(a, b, /, max_work=-1)") { (c) throws(Fault) in
      .bool(try c.array("a").sharesMemory(with: try c.array("b")))
    }
    function("may_share_memory(a, b, /, max_work=0)") { (c) throws(Fault) in
      .bool(try c.array("a").mayShareMemory(with: try c.array("b")))
    }
    function("shape(a)") { (c) throws(Fault) in .shape(try c.array("a").shape) }
    function("ndim(a)") { (c) throws(Fault) in .int(try c.array("a").rank) }
    function("size(a, axis=None)") { (c) throws(Fault) in
      let array = try c.array("a")
      guard let axis = try c.optionalInt("axis") else { return .int(array.count) }
      return .int(
        try lifted { () throws(ArrayError) in
          array.shape[try array.layout.normalizedAxis(axis)]
        })
    }
    function("isscalar(element)") { (c) throws(Fault) in
      switch c["element"] {
      case .int, .float, .complex, .bool, .text, .scalar: .bool(true)
      default: .bool(false)
      }
    }
    function("iscomplexobj(x)") { (c) throws(Fault) in .bool(try c.array("x").dtype.isComplex) }
    function("isrealobj(x)") { (c) throws(Fault) in .bool(!(try c.array("x").dtype.isComplex)) }
    function("isfortran(a)") { (c) throws(Fault) in
      .bool(try c.array("a").flags.isColumnMajorOnly)
    }
    function("iterable(y)") { (c) throws(Fault) in
      .bool((try? c.machine.iterator(over: c["y"])) != nil)
    }
    function("byte_bounds(a)", in: module("numpy.lib.array_utils")) { (c) throws(Fault) in
      let array = try c.array("a")
      let bounds = array.byteBounds
      let start = array.address - array.byteOffset
      return .tuple([.int(start + bounds.lowerBound), .int(start + bounds.upperBound)])
    }
    function("array_equal(a1, a2, equal_nan=False)") { (c) throws(Fault) in
      let (a, b) = (try c.array("a1"), try c.array("a2"))
      return .bool(try Equality.areEqual(a, b, nanEqual: try c.flag("equal_nan")))
    }
    addTypeFunctions()
    addTesting()
  }

  private func addTypeFunctions() {
    function("promote_types(type1, type2)") { (c) throws(Fault) in
      let (a, b) = (try DTypes.dtype(c["type1"]), try DTypes.dtype(c["type2"]))
      return .dtype(try lifted { () throws(ArrayError) in try DType.promoted(a, b) })
    }
    function("result_type(*arrays_and_dtypes)") { (c) throws(Fault) in
      try resultType(c)
    }
    function("can_cast(from_, to, casting='safe')") { (c) throws(Fault) in
      let (to, rule) = (try DTypes.dtype(c["to"]), try c.text("casting"))
      if Operands.isWeak(c["from_"]) {
        throw Fault(
          .typeError,
          "can_cast() does not support Python ints, floats, and complex because the result used to "
            + "depend on the value.\nThis change was part of adopting NEP 50, we may explicitly allow "
            + "them again in the future.")
      }
      let from: DType
      if case .array(let object) = c["from_"] {
        from = object.array.dtype
      } else {
        from = try DTypes.dtype(c["from_"])
      }
      return .bool(try Casting.isAllowed(from, to, rule))
    }
    function("issubdtype(arg1, arg2)") { (c) throws(Fault) in
      func kind(_ value: Value) throws(Fault) -> TypeObject.Kind {
        if case .type(let type) = value {
          switch type.kind {
          case .int: return .scalar(.int64)
          case .float: return .scalar(.float64)
          case .complex: return .scalar(.complex128)
          case .bool: return .scalar(.bool)
          default: return type.kind
          }
        }
        return .scalar(try DTypes.dtype(value).kind)
      }
      let first: TypeObject.Kind
      if case .type(let type) = c["arg1"], DTypeTests.parent(type.kind) != nil {
        first = type.kind
      } else {
        first = .scalar(try DTypes.dtype(c["arg1"]).kind)
      }
      return .bool(DTypeTests.isSubtype(first, try kind(c["arg2"])))
    }
    function("min_scalar_type(a)") { (c) throws(Fault) in
      .dtype(try c.array("a").dtype)
    }
    function("iinfo(int_type)") { (c) throws(Fault) in
      var value = c["int_type"]
      if case .int = value { value = .dtype(.int64) }
      if case .array(let object) = value { value = .dtype(object.array.dtype) }
      let dtype = try DTypes.dtype(value)
      guard dtype.isInteger else {
        throw Fault(.valueError, "Invalid integer data type '\(dtype.isFloat ? "f" : "b")'.")
      }
      return .native(TypeInfoObject(dtype))
    }
    function("finfo(dtype)") { (c) throws(Fault) in
      var value = c["dtype"]
      if case .float = value { value = .dtype(.float64) }
      if case .array(let object) = value { value = .dtype(object.array.dtype) }
      let dtype = try DTypes.dtype(value)
      guard dtype.isFloat || dtype.isComplex else {
        throw Fault(.valueError, "data type <class 'numpy.\(dtype.name)'> not inexact")
      }
      return .native(TypeInfoObject(dtype.part))
    }
    method(.dtype, "newbyteorder(self, new_order='S', /)") { (c) throws(Fault) in
      let dtype = try DTypes.dtype(c["self"])
      switch try c.text("new_order").uppercased() {
      case "S", "SWAP": return .dtype(dtype.swapped)
      case "<", "L", "LITTLE", "=", "N", "NATIVE": return .dtype(dtype.native)
      case ">", "B", "BIG": return .dtype(dtype.native.swapped)
      default: return .dtype(dtype)
      }
    }
    for (name, kind) in [("is_integer", Methods.float), ("is_integer", .integer)] {
      method(kind, "\(name)(self, /)") { (c) throws(Fault) in
        if case .float(let number) = c["self"] {
          return .bool(number.isFinite && number.rounded() == number)
        }
        return .bool(true)
      }
    }
    for kind in [Methods.integer, .float, .complex] {
      method(kind, "conjugate(self, /)") { (c) throws(Fault) in
        if case .complex(let object) = c["self"] {
          return .complex(ComplexObject(.init(object.number.re, -object.number.im)))
        }
        return c["self"]
      }
    }
    method(.integer, "bit_length(self, /)") { (c) throws(Fault) in
      let number = try c.machine.integer(c["self"]) ?? 0
      return .int(64 - number.magnitude.leadingZeroBitCount)
    }
  }

  private func addTesting() {
    let testing = module("numpy.testing")
    for name in ["assert_array_equal", "assert_equal"] {
      function("\(name)(actual, desired, err_msg='', verbose=True, *, strict=False)", in: testing) {
        (c) throws(Fault) in
        let (a, b) = (try c.array("actual"), try c.array("desired"))
        if try Equality.areEqual(
          a, b, nanEqual: true, broadcasts: !(try c.flag("strict")))
        {
          return .none
        }
        throw Fault(
          .assertionError,
          "\nArrays are not equal\n\(try c.text("err_msg"))\n ACTUAL: \(c.machine.repr(c["actual"]))\n "
            + "DESIRED: \(c.machine.repr(c["desired"]))")
      }
    }
    for name in ["assert_allclose", "assert_array_almost_equal", "assert_almost_equal"] {
      function(
        "\(name)(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True)",
        in: testing
      ) { (c) throws(Fault) in
        let (a, b) = (try c.array("actual"), try c.array("desired"))
        let isClose = name == "assert_allclose"
        let relative = isClose ? try c.machine.float(c["rtol"]) : 0
        let absolute = isClose ? try c.machine.float(c["atol"]) : 1.5e-6
        if try Equality.areClose(a, b, relative, absolute, nanEqual: true, c.machine) {
          return .none
        }
        throw Fault(
          .assertionError,
          "\nNot equal to tolerance rtol=\(Printer.text(relative)), atol=\(Printer.text(absolute))\n"
            + "\(try c.text("err_msg"))\n ACTUAL: \(c.machine.repr(c["actual"]))\n DESIRED: "
            + c.machine.repr(c["desired"]))
      }
    }
    function("assert_(val, msg='')", in: testing) { (c) throws(Fault) in
      guard try c.flag("val") else { throw Fault(.assertionError, c.machine.str(c["msg"])) }
      return .none
    }
    function("assert_raises(exception_class, function=None, /, *args, **kwargs)", in: testing) {
      (c) throws(Fault) in
      guard c.has("function") else { return .native(RaisesObject(c["exception_class"])) }
      do throws(Fault) {
        _ = try c.machine.call(c["function"], Arguments(positional: c.rest("args")))
      } catch {
        if error.exception.type.canBeCaught,
          try TryStatement.catches(error.exception.type, c["exception_class"])
        {
          return .none
        }
        throw error
      }
      throw Fault(.assertionError, "\(c.machine.repr(c["exception_class"])) not raised")
    }
  }
}

private func resultType(_ c: Call) throws(Fault) -> Value {
  var result: DType?
  var weak: [Value] = []
  for value in c.rest("arrays_and_dtypes") {
    if Operands.isWeak(value) {
      weak.append(value)
      continue
    }
    let dtype: DType
    switch value {
    case .array(let object): dtype = object.array.dtype
    case .bool: dtype = .bool
    case .list, .tuple: dtype = try c.machine.array(value).dtype
    default: dtype = try DTypes.dtype(value)
    }
    result =
      try result.map { (other) throws(Fault) in
        try lifted { () throws(ArrayError) in try DType.promoted(other, dtype) }
      } ?? dtype.native
  }
  for value in weak {
    var beside = try DTypes.natural(of: value)
    if let result { beside = result }
    let type = Operands.weakType(value, beside: beside)
    result = try lifted { () throws(ArrayError) in try DType.promoted(beside, type) }
  }
  guard let result else {
    throw Fault(.valueError, "at least one array or dtype is required")
  }
  return .dtype(result)
}

/// The rules by which types are cast.
enum Casting {
  static func isAllowed(_ from: DType, _ to: DType, _ rule: String) throws(Fault) -> Bool {
    switch rule {
    case "no": return from == to
    case "equiv": return from.native == to.native
    case "safe": return from.isSafelyCast(to: to)
    case "same_kind": return from.isSafelyCast(to: to) || family(from) <= family(to)
    case "unsafe": return true
    default:
      throw Fault(
        .valueError,
        "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', 'same_value' (got '\(rule)')"
      )
    }
  }

  private static func family(_ dtype: DType) -> Int {
    dtype.kind == .bool
      ? 0 : dtype.isUnsigned ? 1 : dtype.isSigned ? 2 : dtype.isFloat ? 3 : 4
  }
}

/// What `np.iinfo` and `np.finfo` tell of a type.
final class TypeInfoObject: NativeObject {
  private let dtype: DType

  init(_ dtype: DType) { self.dtype = dtype }

  override var typeName: String { dtype.isInteger ? "numpy.iinfo" : "numpy.finfo" }
  override var repr: String {
    dtype.isInteger
      ? "iinfo(min=\(Elements.range(of: dtype).lowerBound), max=\(maximum), dtype=\(dtype.name))"
      : "finfo(dtype=\(dtype.name))"
  }

  private var maximum: String {
    dtype == .uint64 ? "\(UInt64.max)" : "\(Elements.range(of: dtype).upperBound)"
  }

  override func attribute(_ name: String, _ machine: Machine) throws(Fault) -> Value? {
    if name == "bits" { return .int(dtype.itemSize * 8) }
    if name == "dtype" { return .dtype(dtype) }
    if dtype.isInteger {
      let range = Elements.range(of: dtype)
      switch name {
      case "min": return .int(range.lowerBound)
      case "max": return dtype == .uint64 ? Numbers.value(UInt64.max) : .int(range.upperBound)
      default: return nil
      }
    }
    func value(_ half: Double, _ single: Double, _ double: Double) throws(Fault) -> Value {
      let number = dtype == .float16 ? half : dtype == .float32 ? single : double
      return .scalar(ScalarObject(try Elements.converted(.float(number), to: dtype)))
    }
    let greatest = Double(Float.greatestFiniteMagnitude)
    switch name {
    case "eps": return try value(0x1p-10, 0x1p-23, 0x1p-52)
    case "epsneg": return try value(0x1p-11, 0x1p-24, 0x1p-53)
    case "max": return try value(65504, greatest, Double.greatestFiniteMagnitude)
    case "min": return try value(-65504, -greatest, -Double.greatestFiniteMagnitude)
    case "tiny", "smallest_normal": return try value(0x1p-14, 0x1p-126, 0x1p-1022)
    case "smallest_subnormal": return try value(0x1p-24, 0x1p-149, 0x1p-1074)
    case "resolution": return try value(1e-3, 1e-6, 1e-15)
    case "precision": return .int(dtype == .float16 ? 3 : dtype == .float32 ? 6 : 15)
    case "nmant": return .int(dtype == .float16 ? 10 : dtype == .float32 ? 23 : 52)
    case "nexp": return .int(dtype == .float16 ? 5 : dtype == .float32 ? 8 : 11)
    default: return nil
    }
  }
}

/// `with assert_raises(Class):`.
final class RaisesObject: ContextObject {
  private var type: Value?

  init(_ type: Value) { self.type = type }

  override func suppresses(_ fault: Fault, _ machine: Machine) -> Bool {
    guard let type, fault.exception.type.canBeCaught else { return false }
    return (try? TryStatement.catches(fault.exception.type, type)) ?? false
  }
}

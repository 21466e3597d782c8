// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Registry {
  /// Functions that make arrays.
  func addMaking() {
    function(
      "array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, ndmax=0, like=None)"
    ) {
      (c) throws(Fault) in
      try converted(c, c["object"], try c.copyPolicy(), try c.int("ndmin"))
    }
    function("asarray(a, dtype=None, order='K', *, device=None, copy=None, like=None)") {
      (c) throws(Fault) in
      try converted(c, c["a"], try c.copyPolicy(), 0)
    }
    alias("asanyarray", of: "asarray")
    function("ascontiguousarray(a, dtype=None, *, like=None)") { (c) throws(Fault) in
      try contiguous(c, .rowMajor)
    }
    function("asfortranarray(a, dtype=None, *, like=None)") { (c) throws(Fault) in
      try contiguous(c, .columnMajor)
    }
    function("require(a, dtype=None, requirements=None, *, like=None)") { (c) throws(Fault) in
      try required(c)
    }
    for name in ["zeros", "empty", "ones"] {
      function("\(name)(shape, dtype=None, order='C', *, device=None, like=None)") {
        (c) throws(Fault) in
        try filled(c, try c.shape("shape"), try c.dtype() ?? .float64, name == "ones" ? 1 : 0)
      }
      function(
        "\(name)_like(prototype, dtype=None, order='K', subok=True, shape=None, *, device=None)"
      ) {
        (c) throws(Fault) in
        try like(c, "prototype", .int(name == "ones" ? Int64(1) : Int64(0)))
      }
    }
    function("full(shape, fill_value, dtype=None, order='C', *, device=None, like=None)") {
      (c) throws(Fault) in
      let fill = c["fill_value"]
      var natural = try c.dtype()
      if natural == nil { natural = try c.array("fill_value").dtype.native }
      let dtype = natural ?? .float64
      let order = try c.order()
      let shape = try c.shape("shape")
      try c.machine.admit(shape, dtype)
      let result = try lifted { () throws(ArrayError) in
        try AnyNDArray.empty(shape, dtype, order: order == .columnMajor ? order : .rowMajor)
      }
      try fillUnsafely(result, fill, c.machine)
      return c.made(result)
    }
    function(
      "full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None, *, device=None)"
    ) {
      (c) throws(Fault) in
      try like(c, "a", c["fill_value"])
    }
    function(
      "arange(start_or_stop=<>, /, stop=None, step=None, dtype=None, *, device=None, like=None)"
    ) {
      (c) throws(Fault) in
      try Ranges.arange(c)
    }
    function(
      "linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None)"
    ) {
      (c) throws(Fault) in
      try Ranges.linspace(c)
    }
    function("identity(n, dtype=None, *, like=None)") { (c) throws(Fault) in
      try diagonal(c, try c.int("n"), try c.int("n"), 0)
    }
    function("eye(N, M=None, k=0, dtype=None, order='C', *, device=None, like=None)") {
      (c) throws(Fault) in
      let rows = try c.int("N")
      return try diagonal(c, rows, try c.optionalInt("M") ?? rows, try c.int("k"))
    }
    function("tri(N, M=None, k=0, dtype=None, *, like=None)") { (c) throws(Fault) in
      let rows = try c.int("N")
      let (columns, k) = (try c.optionalInt("M") ?? rows, try c.int("k"))
      let dtype = try c.dtype() ?? .float64
      try c.machine.admit([max(0, rows), max(0, columns)], dtype)
      return c.made(
        try lifted { () throws(ArrayError) in
          try AnyNDArray.triangle(max(0, rows), max(0, columns), diagonal: k, dtype)
        })
    }
    function("fromfunction(function, shape, *, dtype=None, like=None, **kwargs)") {
      (c) throws(Fault) in
      let (shape, dtype) = (try c.shape("shape"), try c.dtype() ?? .float64)
      try c.machine.admit([max(1, shape.count)] + shape, dtype)
      let grid = try lifted { () throws(ArrayError) in try AnyNDArray.indices(shape, dtype) }
      let whole = c.machine.made(grid, by: "fromfunction")
      var arguments = Arguments()
      for axis in shape.indices {
        arguments.positional.append(try c.machine.entry(at: axis, ofArray: whole))
      }
      return try c.machine.call(c["function"], arguments)
    }
    function("fromiter(iter, dtype, count=-1, *, like=None)") { (c) throws(Fault) in
      let (items, count) = (try c.machine.items(of: c["iter"]), try c.int("count"))
      guard count <= items.count else {
        throw Fault(
          .valueError,
          "iterator too short: Expected \(count) but iterator had only \(items.count) items.")
      }
      let used = count < 0 ? items : Array(items.prefix(count))
      return c.made(
        try ArrayMaking.array(of: .list(used), try c.dtype() ?? .float64, c.machine))
    }
  }
}

/// `array` and `asarray`: a value as an array, copied as the policy says.
private func converted(
  _ c: Call, _ value: Value, _ policy: CopyPolicy, _ leastRank: Int
) throws(Fault) -> Value {
  let (dtype, order) = (try c.dtype(), try c.order())
  guard leastRank <= Layout.maximumRank else {
    throw Fault(.valueError, "ndmin bigger than allowable number of dimensions NPY_MAXDIMS (=64)")
  }
  let source: ArrayObject
  var isFresh = false
  switch value {
  case .array(let object): source = object
  case .scalar(let scalar):
    source = ArrayObject(scalar.array, base: nil)
    isFresh = policy != .never
  default:
    guard policy != .never else {
      throw Fault(
        .valueError,
        "Unable to avoid copy while creating an array as requested.\nIf using `np.array(obj, "
          + "copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed (no behavior "
          + "change in NumPy 1.x).\nFor more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword."
      )
    }
    let made = try ArrayMaking.array(of: value, dtype, c.machine, order: order)
    return c.made(try padded(made, leastRank))
  }
  let array = source.array
  if isFresh {
    let copy = try lifted { () throws(ArrayError) in try array.cast(to: dtype ?? array.dtype) }
    return c.made(try padded(copy, leastRank))
  }
  if policy != .always, dtype == nil || dtype == array.dtype, order.fits(array) {
    if array.rank >= leastRank { return c.same(source) }
    return c.view(try padded(array.viewOfAll, leastRank), of: source)
  }
  guard policy != .never else {
    throw Fault(.valueError, "Unable to avoid copy while creating an array as requested.")
  }
  try c.machine.admit(array.shape, dtype ?? array.dtype)
  let copy = try lifted { () throws(ArrayError) in
    dtype == nil || dtype == array.dtype
      ? try array.copy(order: order)
      : try array.cast(to: dtype ?? array.dtype, order: order)
  }
  return c.made(try padded(copy, leastRank))
}

/// An array with axes of length 1 put in front.
private func padded(_ array: AnyNDArray, _ rank: Int) throws(Fault) -> AnyNDArray {
  guard array.rank < rank else { return array }
  let axes = Array(0..<(rank - array.rank))
  return try lifted { () throws(ArrayError) in try array.expanded(axes: axes) }
}

extension MemoryOrder {
  /// Whether an array need not be copied for this order.
  func fits(_ array: AnyNDArray) -> Bool {
    switch self {
    case .rowMajor, .columnMajor: array.isContiguous(self)
    case .either: array.isContiguous(.rowMajor) || array.isContiguous(.columnMajor)
    case .keep: true
    }
  }
}

private func contiguous(_ c: Call, _ order: MemoryOrder) throws(Fault) -> Value {
  let (source, dtype) = (try c.object("a"), try c.dtype())
  let array = source.array
  if case .array = c["a"], dtype == nil || dtype == array.dtype, array.isContiguous(order) {
    if array.rank > 0 { return c.same(source) }
    return c.view(try lifted { () throws(ArrayError) in try array.expanded(axes: [0]) }, of: source)
  }
  try c.machine.admit(array.shape, dtype ?? array.dtype)
  return c.made(
    try lifted { () throws(ArrayError) in
      let wide = try array.expanded(toRank: 1)
      return try dtype == nil || dtype == array.dtype
        ? wide.copy(order: order) : wide.cast(to: dtype ?? array.dtype, order: order)
    })
}

private func required(_ c: Call) throws(Fault) -> Value {
  var requirements: Requirements = []
  var order = MemoryOrder.keep
  var names: [Value] = []
  if case .text(let text) = c["requirements"] {
    names = text.string.unicodeScalars.map { .text(String(Character($0))) }
  } else if c.has("requirements") {
    names = try c.machine.items(of: c["requirements"])
  }
  for name in names {
    switch c.machine.str(name).uppercased() {
    case "C", "C_CONTIGUOUS", "CONTIGUOUS": order = .rowMajor
    case "F", "F_CONTIGUOUS", "FORTRAN": order = .columnMajor
    case "A", "ALIGNED": requirements.insert(.aligned)
    case "W", "WRITEABLE": requirements.insert(.writable)
    case "O", "OWNDATA": requirements.insert(.ownsMemory)
    case "E", "ENSUREARRAY": break
    default: throw Fault(ExceptionObject(.keyError, arguments: [name]))
    }
  }
  let source = try c.object("a")
  let dtype = try c.dtype() ?? source.array.dtype
  guard dtype == source.array.dtype,
    source.array.copyReason(requiring: requirements, order: order) == nil,
    !requirements.contains(.ownsMemory) || source.ownsMemory
  else {
    try c.machine.admit(source.array.shape, dtype)
    return c.made(
      try lifted { () throws(ArrayError) in try source.array.cast(to: dtype, order: order) })
  }
  return c.same(source)
}

private func filled(
  _ c: Call, _ shape: [Int], _ dtype: DType, _ value: Int
) throws(Fault) -> Value {
  let order: MemoryOrder = try c.order() == .columnMajor ? .columnMajor : .rowMajor
  try c.machine.admit(shape, dtype)
  // What `empty` gives holds zeros: old memory is no business of a program.
  return c.made(
    try lifted { () throws(ArrayError) in
      value == 0
        ? try AnyNDArray.zeros(shape, dtype, order: order)
        : try AnyNDArray.full(shape, value, dtype, order: order)
    })
}

private func like(_ c: Call, _ name: String, _ fill: Value) throws(Fault) -> Value {
  let (array, order) = (try c.array(name), try c.order())
  let dtype = try c.dtype() ?? array.dtype
  let shape = c.has("shape") ? try c.shape("shape") : array.shape
  try c.machine.admit(shape, dtype)
  let result = try lifted { () throws(ArrayError) in
    if shape == array.shape {
      let axes = order == .keep ? array.layout.memoryOrder() : []
      if order == .keep {
        return try AnyNDArray.zeros(like: array.viewed(as: dtype, axes), order: .keep)
      }
    }
    let isColumns =
      order == .columnMajor
      || (order == .either && array.isContiguous(.columnMajor) && !array.isContiguous(.rowMajor))
    return try AnyNDArray.zeros(shape, dtype, order: isColumns ? .columnMajor : .rowMajor)
  }
  if case .int(0) = fill { return c.made(result) }
  try fillUnsafely(result, fill, c.machine)
  return c.made(result)
}

/// Fills an array; complex numbers lose their imaginary part where the type is real.
private func fillUnsafely(
  _ array: AnyNDArray, _ fill: Value, _ machine: Machine
) throws(Fault) {
  if case .complex(let object) = fill, !array.dtype.isComplex {
    try machine.assign(.float(object.number.re), to: array)
  } else {
    try machine.assign(fill, to: array)
  }
}

extension AnyNDArray {
  /// An array of another type whose axes lie in memory as this one's do.
  fileprivate func viewed(as dtype: DType, _ axes: [Int]) throws(ArrayError) -> AnyNDArray {
    if dtype == self.dtype { return self }
    // One element is enough to tell the order of the axes.
    let layout = try Layout.dense(shape: shape, itemSize: dtype.itemSize, axisOrder: axes)
    let one = try AnyNDArray.zeros([layout.count], dtype)
    return try one.strided(shape: shape, strides: layout.strides)
  }
}

private func diagonal(_ c: Call, _ rows: Int, _ columns: Int, _ k: Int) throws(Fault) -> Value {
  let dtype = try c.dtype() ?? .float64
  guard rows >= 0, columns >= 0 else {
    throw Fault(.valueError, "negative dimensions are not allowed")
  }
  try c.machine.admit([rows, columns], dtype)
  let order = c.entry.name == "eye" ? try c.order() : .rowMajor
  let result = try lifted { () throws(ArrayError) in
    try AnyNDArray.zeros(
      [rows, columns], dtype, order: order == .columnMajor ? order : .rowMajor)
  }
  guard k < columns, k > -rows, rows > 0, columns > 0 else { return c.made(result) }
  let (first, strides) = (max(0, -k), result.strides)
  let start = max(0, k)
  let count = min(rows - first, columns - start)
  let line = try lifted { () throws(ArrayError) in
    try result.strided(
      shape: [count], strides: [strides[0] + strides[1]],
      offset: first * strides[0] + start * strides[1])
  }
  try c.machine.assign(.int(Int64(1)), to: line)
  return c.made(result)
}

// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Registry {
  /// Functions that join arrays, repeat them, and edit copies of them.
  func addJoining() {
    for name in ["concatenate", "concat"] {
      function("\(name)(arrays, /, axis=0, out=None, *, dtype=None, casting='same_kind')") {
        (c) throws(Fault) in
        let arrays = try Joining.cast(try c.arrays("arrays"), c)
        guard !arrays.isEmpty else {
          throw Fault(.valueError, "need at least one array to concatenate")
        }
        let axis = try c.optionalInt("axis")
        try Joining.check(arrays, axis)
        return try Joining.into(c) { (target) throws(ArrayError) in
          try AnyNDArray.concatenate(arrays, axis: axis, into: target)
        }
      }
    }
    function("stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')") {
      (c) throws(Fault) in
      let arrays = try Joining.cast(try c.arrays("arrays"), c)
      let axis = try c.int("axis")
      guard let first = arrays.first else {
        throw Fault(.valueError, "need at least one array to stack")
      }
      guard arrays.allSatisfy({ $0.shape == first.shape }) else {
        throw Fault(.valueError, "all input arrays must have the same shape")
      }
      return try Joining.into(c) { (target) throws(ArrayError) in
        try AnyNDArray.stack(arrays, axis: axis, into: target)
      }
    }
    function("vstack(tup, *, dtype=None, casting='same_kind')") { (c) throws(Fault) in
      let arrays = try Joining.cast(try c.arrays("tup"), c)
      try Joining.check(try Joining.expanded(arrays, 2), 0)
      return c.made(try lifted { () throws(ArrayError) in try AnyNDArray.verticalStack(arrays) })
    }
    alias("row_stack", of: "vstack")
    function("hstack(tup, *, dtype=None, casting='same_kind')") { (c) throws(Fault) in
      let arrays = try Joining.cast(try c.arrays("tup"), c)
      let wide = try Joining.expanded(arrays, 1)
      try Joining.check(wide, wide.first?.rank == 1 ? 0 : 1)
      return c.made(try lifted { () throws(ArrayError) in try AnyNDArray.horizontalStack(arrays) })
    }
    function("dstack(tup)") { (c) throws(Fault) in
      let arrays = try c.arrays("tup")
      try Joining.check(try Joining.expanded(arrays, 3), 2)
      return c.made(try lifted { () throws(ArrayError) in try AnyNDArray.depthStack(arrays) })
    }
    function("column_stack(tup)") { (c) throws(Fault) in
      let arrays = try c.arrays("tup")
      return c.made(try lifted { () throws(ArrayError) in try AnyNDArray.columnStack(arrays) })
    }
    function("block(arrays)") { (c) throws(Fault) in
      var rows: [[AnyNDArray]] = []
      for row in try c.machine.items(of: c["arrays"]) {
        if case .list(let list) = row {
          var line: [AnyNDArray] = []
          for item in list.items { line.append(try c.machine.array(item)) }
          rows.append(line)
        } else if rows.isEmpty {
          var line: [AnyNDArray] = []
          for item in try c.machine.items(of: c["arrays"]) {
            line.append(try c.machine.array(item))
          }
          rows = [line]
          break
        }
      }
      return c.made(try lifted { () throws(ArrayError) in try AnyNDArray.block(rows) })
    }
    addRepeating()
    addEditing()
    addTriangles()
    addGrids()
  }

  private func addRepeating() {
    function("tile(A, reps)") { (c) throws(Fault) in
      let (a, counts) = (try c.array("A"), try c.ints("reps"))
      return c.made(try lifted { () throws(ArrayError) in try a.tiled(counts) })
    }
    both("repeat(a, repeats, axis=None)") { (c) throws(Fault) in
      let (a, axis) = (try c.array("a"), try c.optionalInt("axis"))
      if let count = try c.machine.integer(c["repeats"]) {
        let count = Int(clamping: count)
        guard count >= 0 else {
          throw Fault(.valueError, "negative dimensions are not allowed")
        }
        return c.made(
          try lifted { () throws(ArrayError) in try a.repeated(count, axis: axis) })
      }
      let counts = try c.ints("repeats")
      let length =
        try axis.map { (axis) throws(Fault) in
          try lifted { () throws(ArrayError) in a.shape[try a.layout.normalizedAxis(axis)] }
        } ?? a.count
      guard counts.count == length || counts.count == 1 else {
        throw Fault(
          .valueError,
          "operands could not be broadcast together with shape (\(length),) (\(counts.count),)")
      }
      return c.made(try lifted { () throws(ArrayError) in try a.repeated(counts, axis: axis) })
    }
    function("resize(a, new_shape)") { (c) throws(Fault) in
      let (a, shape) = (try c.array("a"), try c.ints("new_shape"))
      guard shape.allSatisfy({ $0 >= 0 }) else {
        throw Fault(.valueError, "all elements of `new_shape` must be non-negative")
      }
      try c.machine.admit(shape, a.dtype)
      return c.made(try lifted { () throws(ArrayError) in try a.resized(shape) })
    }
    function("roll(a, shift, axis=None)") { (c) throws(Fault) in
      let (a, shifts) = (try c.array("a"), try c.ints("shift"))
      guard var axes = try c.optionalInts("axis") else {
        let total = shifts.reduce(0, &+)
        return c.made(try lifted { () throws(ArrayError) in try a.rolled(by: total) })
      }
      var all = shifts
      if all.count == 1 { all = Array(repeating: all[0], count: axes.count) }
      if axes.count == 1 { axes = Array(repeating: axes[0], count: all.count) }
      guard all.count == axes.count else {
        throw Fault(.valueError, "'shift' and 'axis' should be scalars or 1D sequences")
      }
      return c.made(try lifted { () throws(ArrayError) in try a.rolled(by: all, axes: axes) })
    }
    function("pad(array, pad_width, mode='constant', *, constant_values=0)") { (c) throws(Fault) in
      try padded(c)
    }
  }

  private func addEditing() {
    function("append(arr, values, axis=None)") { (c) throws(Fault) in
      let (a, axis) = (try c.array("arr"), try c.optionalInt("axis"))
      let values = try c.array("values")
      if axis != nil { try Joining.check([a, values], axis) }
      return c.made(
        try lifted { () throws(ArrayError) in try a.appending(values, axis: axis) })
    }
    function("insert(arr, obj, values, axis=None)") { (c) throws(Fault) in
      let (a, axis) = (try c.array("arr"), try c.optionalInt("axis"))
      let values = try c.machine.source(c["values"], for: a.dtype)
      if let place = try c.machine.integer(c["obj"]) {
        let place = Int(clamping: place)
        return c.made(
          try lifted { () throws(ArrayError) in
            try a.inserting(values, at: place, axis: axis)
          })
      }
      let places = try Joining.places(c, a, axis)
      return c.made(
        try lifted { () throws(ArrayError) in try a.inserting(values, at: places, axis: axis) })
    }
    function("delete(arr, obj, axis=None)") { (c) throws(Fault) in
      let (a, axis) = (try c.array("arr"), try c.optionalInt("axis"))
      if let place = try c.machine.integer(c["obj"]) {
        let place = Int(clamping: place)
        return c.made(
          try lifted { () throws(ArrayError) in try a.deleting(at: place, axis: axis) })
      }
      if case .slice(let slice) = c["obj"] {
        let slice = try c.machine.slice(slice)
        return c.made(
          try lifted { () throws(ArrayError) in try a.deleting(at: slice, axis: axis) })
      }
      let places = try Joining.places(c, a, axis)
      return c.made(
        try lifted { () throws(ArrayError) in try a.deleting(at: places, axis: axis) })
    }
  }

  private func addTriangles() {
    function("tril(m, k=0)") { (c) throws(Fault) in
      let (m, k) = (try c.array("m"), try c.int("k"))
      return c.made(try lifted { () throws(ArrayError) in try m.lowerTriangle(diagonal: k) })
    }
    function("triu(m, k=0)") { (c) throws(Fault) in
      let (m, k) = (try c.array("m"), try c.int("k"))
      return c.made(try lifted { () throws(ArrayError) in try m.upperTriangle(diagonal: k) })
    }
    function("diag(v, k=0)") { (c) throws(Fault) in
      let (v, k) = (try c.object("v"), try c.int("k"))
      switch v.array.rank {
      case 1:
        let side = v.array.count.addingReportingOverflow(Int(clamping: k.magnitude))
        try c.machine.admit(
          Array(repeating: side.overflow ? .max : side.partialValue, count: 2), v.array.dtype)
        return c.made(
          try lifted { () throws(ArrayError) in try v.array.diagonalMatrix(offset: k) })
      case 2:
        return c.view(
          try lifted { () throws(ArrayError) in try v.array.diagonal(offset: k) }, of: v)
      default: throw Fault(.valueError, "Input must be 1- or 2-d.")
      }
    }
    function("diagflat(v, k=0)") { (c) throws(Fault) in
      let (v, k) = (try c.array("v"), try c.int("k"))
      let side = v.count.addingReportingOverflow(Int(clamping: k.magnitude))
      try c.machine.admit(
        Array(repeating: side.overflow ? .max : side.partialValue, count: 2), v.dtype)
      return c.made(
        try lifted { () throws(ArrayError) in try v.raveled().diagonalMatrix(offset: k) })
    }
    function("fill_diagonal(a, val, wrap=False)") { (c) throws(Fault) in
      let (a, wraps) = (try c.object("a"), try c.flag("wrap"))
      let values = try c.machine.source(c["val"], for: a.array.dtype)
      guard a.array.isWritable else {
        throw Fault(.valueError, "assignment destination is read-only")
      }
      try lifted { () throws(ArrayError) in
        try a.array.fillDiagonal(
          values.cast(to: a.array.dtype, copying: .ifNeeded), wraps: wraps)
      }
      c.machine.observer?.wrote(through: a, a.array, by: "fill_diagonal")
      return .none
    }
  }

  private func addGrids() {
    function("meshgrid(*xi, copy=True, sparse=False, indexing='xy')") { (c) throws(Fault) in
      var objects: [ArrayObject] = []
      for value in c.rest("xi") { objects.append(try c.machine.arrayObject(value)) }
      let indexing = try c.text("indexing")
      guard indexing == "xy" || indexing == "ij" else {
        throw Fault(.valueError, "Valid values for `indexing` are 'xy' and 'ij'.")
      }
      let (copies, isSparse) = (try c.flag("copy"), try c.flag("sparse"))
      if copies, !isSparse {
        try c.machine.admit(objects.map { $0.array.count }, .float64)
      }
      let arrays = objects.map(\.array)
      let grids = try lifted { () throws(ArrayError) in
        try AnyNDArray.meshgrid(
          arrays, indexing: indexing == "xy" ? .xy : .ij, isSparse: isSparse,
          copying: copies ? .always : .ifNeeded)
      }
      return .tuple(zip(grids, objects).map { c.view($0, of: $1) })
    }
    function("indices(dimensions, dtype=<>, sparse=False)") { (c) throws(Fault) in
      let shape = try c.shape("dimensions")
      let dtype = c.isGiven("dtype") ? try DTypes.dtype(c["dtype"]) : .int64
      if try c.flag("sparse") {
        return .tuple(
          try lifted { () throws(ArrayError) in
            try AnyNDArray.sparseIndices(shape, dtype)
          }.map { c.made($0) })
      }
      try c.machine.admit([max(1, shape.count)] + shape, dtype)
      return c.made(
        try lifted { () throws(ArrayError) in try AnyNDArray.indices(shape, dtype) })
    }
    function("ix_(*args)") { (c) throws(Fault) in
      var lists: [AnyNDArray] = []
      for value in c.rest("args") {
        let list = try c.machine.array(value)
        guard list.rank == 1 else {
          throw Fault(.valueError, "Cross index must be 1 dimensional")
        }
        lists.append(
          list.count == 0
            ? try lifted { () throws(ArrayError) in try list.cast(to: .int64) } : list)
      }
      var results: [Value] = []
      for term in try lifted({ () throws(ArrayError) in try AnyNDArray.mesh(lists) }) {
        if case .array(let array) = term { results.append(c.made(array)) }
      }
      return .tuple(results)
    }
    numpy.members["mgrid"] = .native(GridObject(isSparse: false))
    numpy.members["ogrid"] = .native(GridObject(isSparse: true))
  }
}

/// What functions that join arrays have in common.
enum Joining {
  /// The arrays in the type that `dtype=` asks for.
  static func cast(_ arrays: [AnyNDArray], _ c: Call) throws(Fault) -> [AnyNDArray] {
    guard let dtype = try c.dtype() else { return arrays }
    var result: [AnyNDArray] = []
    for array in arrays {
      guard try Casting.isAllowed(array.dtype, dtype, try c.text("casting")) else {
        throw Fault(
          .typeError,
          "Cannot cast array data from \(Printer.repr(.dtype(array.dtype))) to "
            + "\(Printer.repr(.dtype(dtype))) according to the rule '\(try c.text("casting"))'")
      }
      result.append(
        try lifted { () throws(ArrayError) in try array.cast(to: dtype, copying: .ifNeeded) })
    }
    return result
  }

  static func expanded(_ arrays: [AnyNDArray], _ rank: Int) throws(Fault) -> [AnyNDArray] {
    var result: [AnyNDArray] = []
    for array in arrays {
      result.append(try lifted { () throws(ArrayError) in try array.expanded(toRank: rank) })
    }
    return result
  }

  /// Throws NumPy's words unless the arrays can be joined along an axis.
  static func check(_ arrays: [AnyNDArray], _ axis: Int?) throws(Fault) {
    guard let first = arrays.first, let axis else { return }
    guard first.rank > 0 else {
      throw Fault(.valueError, "zero-dimensional arrays cannot be concatenated")
    }
    let joined = try lifted { () throws(ArrayError) in try first.layout.normalizedAxis(axis) }
    for (i, array) in arrays.enumerated() {
      guard array.rank == first.rank else {
        if array.rank == 0 {
          throw Fault(.valueError, "zero-dimensional arrays cannot be concatenated")
        }
        throw Fault(
          .valueError,
          "all the input arrays must have same number of dimensions, but the array at index 0 has "
            + "\(first.rank) dimension(s) and the array at index \(i) has \(array.rank) "
            + "dimension(s)")
      }
      for other in 0..<first.rank where other != joined && array.shape[other] != first.shape[other]
      {
        throw Fault(
          .valueError,
          "all the input array dimensions except for the concatenation axis must match exactly, but "
            + "along dimension \(other), the array at index 0 has size \(first.shape[other]) and the "
            + "array at index \(i) has size \(array.shape[other])")
      }
    }
  }

  /// Runs `body` with the `out=` array, or for a fresh result.
  static func into(
    _ c: Call, _ body: (AnyNDArray?) throws(ArrayError) -> AnyNDArray
  ) throws(Fault) -> Value {
    let target = try c.target("out")
    let result = try lifted { () throws(ArrayError) in try body(target?.array) }
    return target.map { c.written($0) } ?? c.made(result)
  }

  /// The positions that `obj` names along an axis: integers, or where a mask is true.
  static func places(_ c: Call, _ a: AnyNDArray, _ axis: Int?) throws(Fault) -> [Int] {
    if case .slice(let slice) = c["obj"] {
      let length =
        try axis.map { (axis) throws(Fault) in
          try lifted { () throws(ArrayError) in a.shape[try a.layout.normalizedAxis(axis)] }
        } ?? a.count
      return try c.machine.positions(of: slice, count: length)
    }
    let list = try c.array("obj")
    if list.dtype.kind == .bool {
      return try Call.ints(
        .array(
          ArrayObject(
            try lifted { () throws(ArrayError) in try list.flatNonzero() }, base: nil)), c.machine)
    }
    if list.count == 0 { return [] }
    return try c.ints("obj")
  }
}

private func padded(_ c: Call) throws(Fault) -> Value {
  let a = try c.array("array")
  var widths: [PadWidth] = []
  if let width = try c.machine.integer(c["pad_width"]) {
    let width = Int(clamping: width)
    widths = Array(repeating: PadWidth(width, width), count: a.rank)
  } else {
    let pairs = try c.array("pad_width")
    let wide: AnyNDArray
    do throws(ArrayError) {
      wide = try pairs.cast(to: .int64).broadcast(to: [a.rank, 2])
    } catch {
      throw Fault(
        .valueError,
        "operands could not be broadcast together with remapped shapes [original->remapped]: "
          + "\(Ufuncs.shapeText(pairs.shape))  and requested shape (\(a.rank),2)")
    }
    let numbers = try Call.ints(
      .array(
        ArrayObject(try lifted { () throws(ArrayError) in try wide.flattened() }, base: nil)),
      c.machine)
    for axis in 0..<a.rank { widths.append(PadWidth(numbers[2 * axis], numbers[2 * axis + 1])) }
  }
  var shape: [Int] = []
  for (axis, length) in a.shape.enumerated() {
    let (some, one) = length.addingReportingOverflow(widths[axis].before)
    let (total, two) = some.addingReportingOverflow(widths[axis].after)
    shape.append(one || two ? .max : total)
  }
  if shape.allSatisfy({ $0 >= 0 }) { try c.machine.admit(shape, a.dtype) }
  let modes: [String: Padding] = [
    "edge": .edge, "reflect": .reflect, "symmetric": .symmetric, "wrap": .wrap,
    "maximum": .maximum, "minimum": .minimum,
  ]
  let mode = try c.text("mode")
  let all = widths
  if mode == "constant" {
    let value = try Elements.converted(c["constant_values"], to: a.dtype)
    return c.made(try lifted { () throws(ArrayError) in try a.padded(all, with: value) })
  }
  guard let padding = modes[mode] else {
    throw Fault(.valueError, "mode '\(mode)' is not supported")
  }
  return c.made(try lifted { () throws(ArrayError) in try a.padded(all, padding) })
}

/// `np.mgrid[…]` and `np.ogrid[…]`.
final class GridObject: NativeObject {
  private let isSparse: Bool

  init(isSparse: Bool) { self.isSparse = isSparse }

  override var typeName: String { isSparse ? "OGridClass" : "MGridClass" }

  override func entry(_ index: Value, _ machine: Machine) throws(Fault) -> Value {
    var slices = [index]
    if case .tuple(let tuple) = index { slices = tuple.items }
    var lines: [AnyNDArray] = []
    for value in slices {
      guard case .slice(let slice) = value else {
        throw Fault(.typeError, "a grid is made of slices")
      }
      lines.append(try line(slice, machine))
    }
    guard let first = lines.first else { throw Fault(.valueError, "a grid needs a slice") }
    if case .slice = index { return .array(machine.made(first, by: "mgrid")) }
    try machine.admit([lines.count] + lines.map(\.count), .float64)
    let grids = try lifted { () throws(ArrayError) in
      try AnyNDArray.meshgrid(lines, indexing: .ij, isSparse: isSparse)
    }
    if isSparse { return .tuple(grids.map { .array(machine.made($0, by: "ogrid")) }) }
    return .array(
      machine.made(
        try lifted { () throws(ArrayError) in try AnyNDArray.stack(grids) }, by: "mgrid"))
  }

  private func line(_ slice: SliceObject, _ machine: Machine) throws(Fault) -> AnyNDArray {
    guard let numpy = machine.registry.numpy.members["arange"],
      let linspace = machine.registry.numpy.members["linspace"]
    else { throw Fault(.runtimeError, "no ranges") }
    var start = slice.start
    if case .none = start { start = .int(Int64(0)) }
    if case .complex(let steps) = slice.step {
      return try machine.array(
        try machine.call(
          linspace,
          Arguments(positional: [
            start, slice.stop,
            .int(Int64(exactly: steps.number.im.magnitude.rounded(.down)) ?? .max),
          ])))
    }
    var step = slice.step
    if case .none = step { step = .int(Int64(1)) }
    return try machine.array(
      try machine.call(numpy, Arguments(positional: [start, slice.stop, step])))
  }
}

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
      try c.machine.admit([a.count] + counts.map { max(0, $0) }, a.dtype)
      return c.made(try lifted { () throws(ArrayError) in try a.tiled(counts) })
    }
    both("repeat(a, repeats, axis=None)") { (c) throws(Fault) in
      let (a, axis) = (try c.array("a"), try c.optionalInt("axis"))
      if let count = try c.machine.integer(c["repeats"]) {
        let count = Int(clamping: count)
        guard count >= 0 else {
          throw Fault(.valueError, "negative dimensions are not allowed")
        }
        try c.machine.admit([a.count, count], a.dtype)
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
      let most = counts.reduce(0) { max($0, $1) }
      try c.machine.admit([a.count, most], a.dtype)
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

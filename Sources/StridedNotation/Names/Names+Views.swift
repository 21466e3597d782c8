// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Registry {
  /// Functions that give views, or copy where none is to be had.
  func addViews() {
    function("reshape(a, /, shape, order='C', *, copy=None)") { (c) throws(Fault) in
      try reshaped(c, try c.object("a"), try c.ints("shape"))
    }
    method(.array, "reshape(a, /, *shape, order='C', copy=None)") { (c) throws(Fault) in
      let parts = c.rest("shape")
      guard let first = parts.first else {
        return try reshaped(c, try c.object("a"), [])
      }
      let shape =
        parts.count == 1 ? try Call.ints(first, c.machine) : try Call.ints(.tuple(parts), c.machine)
      return try reshaped(c, try c.object("a"), shape)
    }
    both("ravel(a, order='C')") { (c) throws(Fault) in
      let (a, order) = (try c.object("a"), try c.order())
      try c.machine.admit([a.array.count], a.array.dtype)
      return c.view(
        try lifted { () throws(ArrayError) in try a.array.raveled(order: order) }, of: a)
    }
    function("transpose(a, axes=None)") { (c) throws(Fault) in
      try transposed(c, try c.optionalInts("axes"))
    }
    method(.array, "transpose(a, /, *axes)") { (c) throws(Fault) in
      let parts = c.rest("axes")
      if parts.count == 1 {
        if case .none = parts[0] { return try transposed(c, nil) }
        return try transposed(c, try Call.ints(parts[0], c.machine))
      }
      return try transposed(
        c, parts.isEmpty ? nil : try Call.ints(.tuple(parts), c.machine))
    }
    alias("permute_dims", of: "transpose")
    function("matrix_transpose(x, /)") { (c) throws(Fault) in
      let x = try c.object("x")
      return c.view(try lifted { () throws(ArrayError) in try x.array.matrixTransposed() }, of: x)
    }
    both("swapaxes(a, axis1, axis2)") { (c) throws(Fault) in
      let (a, first, second) = (try c.object("a"), try c.int("axis1"), try c.int("axis2"))
      return c.view(
        try lifted { () throws(ArrayError) in try a.array.swappingAxes(first, second) }, of: a)
    }
    function("moveaxis(a, source, destination)") { (c) throws(Fault) in
      let a = try c.object("a")
      let (from, to) = (try c.ints("source"), try c.ints("destination"))
      return c.view(
        try lifted { () throws(ArrayError) in try a.array.movingAxes(from, to: to) }, of: a)
    }
    function("rollaxis(a, axis, start=0)") { (c) throws(Fault) in
      let (a, axis, start) = (try c.object("a"), try c.int("axis"), try c.int("start"))
      return c.view(
        try lifted { () throws(ArrayError) in try a.array.rollingAxis(axis, to: start) }, of: a)
    }
    function("expand_dims(a, axis)") { (c) throws(Fault) in
      let (a, axes) = (try c.object("a"), try c.ints("axis"))
      return c.view(try lifted { () throws(ArrayError) in try a.array.expanded(axes: axes) }, of: a)
    }
    both("squeeze(a, axis=None)") { (c) throws(Fault) in
      let (a, axes) = (try c.object("a"), try c.optionalInts("axis"))
      return c.view(try lifted { () throws(ArrayError) in try a.array.squeezed(axes: axes) }, of: a)
    }
    for (name, rank) in [("atleast_1d", 1), ("atleast_2d", 2), ("atleast_3d", 3)] {
      function("\(name)(*arys)") { (c) throws(Fault) in
        var results: [Value] = []
        for value in c.rest("arys") {
          let a = try c.machine.arrayObject(value)
          results.append(
            a.array.rank >= rank
              ? c.same(a)
              : c.view(
                try lifted { () throws(ArrayError) in try a.array.expanded(toRank: rank) }, of: a))
        }
        return results.count == 1 ? results[0] : .tuple(results)
      }
    }
    function("broadcast_to(array, shape, subok=False)") { (c) throws(Fault) in
      let (a, shape) = (try c.object("array"), try c.ints("shape"))
      return c.view(
        try lifted { () throws(ArrayError) in try a.array.broadcast(to: shape) }, of: a)
    }
    function("broadcast_arrays(*args, subok=False)") { (c) throws(Fault) in
      var objects: [ArrayObject] = []
      for value in c.rest("args") { objects.append(try c.machine.arrayObject(value)) }
      let arrays = objects.map(\.array)
      let views = try lifted { () throws(ArrayError) in
        try AnyNDArray.broadcastTogether(arrays)
      }
      return .tuple(zip(views, objects).map { c.view($0, of: $1) })
    }
    function("broadcast_shapes(*args)") { (c) throws(Fault) in
      var shapes: [[Int]] = []
      for value in c.rest("args") { shapes.append(try Call.ints(value, c.machine)) }
      do throws(ArrayError) { return .shape(try Layout.broadcastShape(shapes)) } catch {
        throw Broadcasting.fault(shapes)
      }
    }
    addFlips()
    addSplits()
    addTricks()
  }

  private func addFlips() {
    function("flip(m, axis=None)") { (c) throws(Fault) in
      let (m, axes) = (try c.object("m"), try c.optionalInts("axis"))
      return c.view(try lifted { () throws(ArrayError) in try m.array.flipped(axes: axes) }, of: m)
    }
    for (name, axis) in [("flipud", 0), ("fliplr", 1)] {
      function("\(name)(m)") { (c) throws(Fault) in
        let m = try c.object("m")
        guard m.array.rank > axis else {
          throw Fault(.valueError, "Input must be >= \(axis + 1)-d.")
        }
        return c.view(
          try lifted { () throws(ArrayError) in try m.array.flipped(axis: axis) }, of: m)
      }
    }
    function("rot90(m, k=1, axes=<>)") { (c) throws(Fault) in
      let (m, times) = (try c.object("m"), try c.int("k"))
      let axes = c.isGiven("axes") ? try c.ints("axes") : [0, 1]
      guard axes.count == 2 else { throw Fault(.valueError, "len(axes) must be 2.") }
      return c.view(
        try lifted { () throws(ArrayError) in
          try m.array.rotated90(times: times, axes: (axes[0], axes[1]))
        }, of: m)
    }
    both("diagonal(a, offset=0, axis1=0, axis2=1)") { (c) throws(Fault) in
      let (a, offset) = (try c.object("a"), try c.int("offset"))
      let (first, second) = (try c.int("axis1"), try c.int("axis2"))
      return c.view(
        try lifted { () throws(ArrayError) in
          try a.array.diagonal(offset: offset, axes: (first, second))
        }, of: a)
    }
    for name in ["real", "imag"] {
      function("\(name)(val)") { (c) throws(Fault) in
        try c.machine.attribute(name, of: .array(try c.object("val")))
      }
    }
  }

  private func addSplits() {
    function("split(ary, indices_or_sections, axis=0)") { (c) throws(Fault) in
      try split(c, try c.int("axis"), isEven: true)
    }
    function("array_split(ary, indices_or_sections, axis=0)") { (c) throws(Fault) in
      try split(c, try c.int("axis"), isEven: false)
    }
    for (name, axis) in [("vsplit", 0), ("hsplit", 1), ("dsplit", 2)] {
      function("\(name)(ary, indices_or_sections)") { (c) throws(Fault) in
        let rank = try c.array("ary").rank
        let least = name == "vsplit" ? 2 : name == "hsplit" ? 1 : 3
        guard rank >= least else {
          throw Fault(
            .valueError, "\(name) only works on arrays of \(least) or more dimensions")
        }
        return try split(c, name == "hsplit" && rank == 1 ? 0 : axis, isEven: true)
      }
    }
    function("unstack(x, /, *, axis=0)") { (c) throws(Fault) in
      let (x, axis) = (try c.object("x"), try c.int("axis"))
      guard x.array.rank > 0 else {
        throw Fault(.valueError, "Input array must be at least 1-d.")
      }
      let moved = try lifted { () throws(ArrayError) in try x.array.movingAxes([axis], to: [0]) }
      let count = moved.layout.axes.first?.length ?? 0
      try c.machine.charge(items: count)
      var views: [Value] = []
      for i in 0..<count {
        views.append(
          c.view(
            try lifted { () throws(ArrayError) in try moved.view(at: [.index(i)]) }, of: x))
      }
      return .tuple(views)
    }
  }

  private func addTricks() {
    let tricks = module("numpy.lib.stride_tricks")
    function(
      "as_strided(x, shape=None, strides=None, subok=False, writeable=True, *, check_bounds=None)",
      in: tricks
    ) { (c) throws(Fault) in
      let x = try c.object("x")
      let shape = try c.optionalInts("shape") ?? x.array.shape
      let strides = try c.optionalInts("strides") ?? x.array.strides
      let isWritable = try c.flag("writeable")
      let view = try lifted { () throws(ArrayError) in
        let view = try x.array.strided(shape: shape, strides: strides)
        return isWritable ? view : try view.withWritable(false, isRoot: false)
      }
      return c.view(view, of: x)
    }
    function(
      "sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False)", in: tricks
    ) { (c) throws(Fault) in
      let (x, window) = (try c.object("x"), try c.ints("window_shape"))
      let axes = try c.optionalInts("axis")
      let isWritable = try c.flag("writeable")
      let view = try lifted { () throws(ArrayError) in
        let view = try x.array.slidingWindows(shape: window, axes: axes)
        return isWritable && x.array.isWritable
          ? try view.withWritable(true, isRoot: false) : view
      }
      return c.view(view, of: x)
    }
    for name in ["broadcast_to", "broadcast_arrays", "broadcast_shapes"] {
      tricks.members[name] = numpy.members[name]
    }
  }
}

private func reshaped(_ c: Call, _ a: ArrayObject, _ shape: [Int]) throws(Fault) -> Value {
  let (order, policy) = (try c.order(), try c.copyPolicy())
  guard order != .keep else {
    throw Fault(.valueError, "order 'K' is not permitted for reshaping")
  }
  try c.machine.admit([a.array.count], a.array.dtype)
  let result: AnyNDArray
  do throws(ArrayError) {
    result = try a.array.reshaped(shape, order: order, copying: policy)
  } catch {
    if policy == .never, error.obstacle != nil {
      throw Fault(
        .valueError, "Unable to avoid creating a copy while reshaping: \(error.message)")
    }
    throw Fault(error)
  }
  return c.view(result, of: a)
}

private func transposed(_ c: Call, _ axes: [Int]?) throws(Fault) -> Value {
  let a = try c.object("a")
  guard let axes else { return c.view(a.array.transposed(), of: a) }
  return c.view(try lifted { () throws(ArrayError) in try a.array.permuted(axes) }, of: a)
}

private func split(_ c: Call, _ axis: Int, isEven: Bool) throws(Fault) -> Value {
  let a = try c.object("ary")
  let value = c["indices_or_sections"]
  let views: [AnyNDArray]
  if let sections = try c.machine.integer(value) {
    let sections = Int(clamping: sections)
    try c.machine.charge(items: max(0, sections))
    if isEven, sections > 0, axis >= -a.array.rank, axis < a.array.rank {
      let length = a.array.shape[axis < 0 ? axis + a.array.rank : axis]
      guard length % sections == 0 else {
        throw Fault(.valueError, "array split does not result in an equal division")
      }
    }
    views = try lifted { () throws(ArrayError) in
      isEven
        ? try a.array.split(into: sections, axis: axis)
        : try a.array.splitUnevenly(into: sections, axis: axis)
    }
  } else {
    let places = try Call.ints(value, c.machine)
    views = try lifted { () throws(ArrayError) in try a.array.split(at: places, axis: axis) }
  }
  return .list(views.map { c.view($0, of: a) })
}

/// Errors about shapes that do not fit.
enum Broadcasting {
  static func fault(_ shapes: [[Int]]) -> Fault {
    for i in shapes.indices.dropFirst() {
      for j in 0..<i where (try? Layout.broadcastShape([shapes[j], shapes[i]])) == nil {
        return Fault(
          .valueError,
          "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg "
            + "\(j) with shape \(Printer.repr(.shape(shapes[j]))) and arg \(i) with shape "
            + "\(Printer.repr(.shape(shapes[i]))).")
      }
    }
    return Fault(
      .valueError, "shape mismatch: objects cannot be broadcast to a single shape")
  }
}

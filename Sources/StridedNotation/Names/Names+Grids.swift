// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Triangles, diagonals and grids.
extension Registry {
  func addTriangles() {
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
      c.machine.observer?.wrote(through: a, a.array, by: "fill_diagonal", picked: true)
      return .none
    }
  }

  func addGrids() {
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
      for term in try lifted({ () throws(ArrayError) in try AdvancedIndex.mesh(lists) }) {
        if case .array(let array) = term { results.append(c.made(array)) }
      }
      return .tuple(results)
    }
    numpy.members["mgrid"] = .native(GridObject(isSparse: false))
    numpy.members["ogrid"] = .native(GridObject(isSparse: true))
  }
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

// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
import StridedMemory

/// What is done to the elements along an axis. The raw values are the kernels' codes.
public enum Sorting: Int, Hashable, Sendable, CaseIterable {
  /// The elements in ascending order.
  case sorted
  /// The positions that the elements in ascending order have.
  case positions
  /// Some elements at the places that they have in ascending order, smaller ones before them.
  case partitioned
  /// The positions that partitioned elements have.
  case partitionedPositions

  /// Whether the result is made of positions.
  package var isOfPositions: Bool { self == .positions || self == .partitionedPositions }
}

extension Loops {
  /// Writes the elements of `a`, or their positions, into `target`, in the order that they have
  /// along `axis`.
  ///
  /// Equal elements keep their order; NaNs come last; complex numbers compare by their real parts
  /// first. Signs and payloads of NaNs are lost, and of equal zeros negative ones come first,
  /// except among positions. The result is that of copying the input first, whatever memory they
  /// share. O(n log n), O(n) where keys have few digits.
  ///
  /// - Parameter places: What a partition puts in place: ascending, in `0 ..< length`.
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes differ, `type` if the target's elements
  ///   are not those of the input (positions: not `int64`), `memory`.
  ///
  /// NumPy: `numpy.sort`, `numpy.argsort`, `numpy.partition`.
  public static func sort(
    _ sorting: Sorting, into target: Operand, _ a: Operand, axis: Int, places: [Int] = []
  ) throws(ArrayError) {
    let result = sorting.isOfPositions ? DType.int64 : a.dtype.native
    guard
      let kernel = strided_sort_kernel(CInt(sorting.rawValue), a.dtype.kind.code),
      target.dtype.native == result
    else { throw ArrayError(.type, "elements of \(a.dtype) don't sort into \(target.dtype)") }
    let shape = target.layout.shape
    guard shape == a.layout.shape, shape.indices.contains(axis) else {
      throw ArrayError(
        .value,
        "the sorted elements of \(tuple(a.layout.shape)) have its shape, not "
          + "\(tuple(shape))", axis: axis)
    }
    guard !target.layout.isEmpty else { return }

    let isShared = !isApart(target, a)
    if target.dtype.isSwapped || overlapsItself(target) || (sorting.isOfPositions && isShared) {
      if isShared {
        try LedgerReport.copying(
          target.layout.count * result.itemSize, .overlap, operation: "sort")
      }
      let scratch = try Scratch(count: target.layout.count, itemSize: result.itemSize)
      defer { scratch.release() }
      let compact = Operand(
        base: scratch.address, layout: try .dense(shape: shape, itemSize: result.itemSize),
        dtype: result)
      try sort(sorting, into: compact, a, axis: axis, places: places)
      return try assign(target, from: compact)
    }
    if sorting.isOfPositions, a.dtype.isSwapped {
      let scratch = try Scratch(count: a.layout.count, itemSize: a.dtype.itemSize)
      defer { scratch.release() }
      let native = Operand(
        base: scratch.address, layout: try .dense(shape: shape, itemSize: a.dtype.itemSize),
        dtype: a.dtype.native)
      try assign(native, from: a)
      return try sort(sorting, into: target, native, axis: axis, places: places)
    }
    var source = a
    let isSame = a.first == target.first && a.layout.axes == target.layout.axes
    if a.dtype.isSwapped || (isShared && !isSame) {
      // Every row is read whole before it is written: the target may be its own input.
      try assign(target, from: a)
      source = target
    }
    try LedgerReport.writing(to: target.first)
    try run(kernel, sorting, target, source, axis, places)
  }

  private static func run(
    _ kernel: strided_kernel, _ sorting: Sorting, _ target: Operand, _ source: Operand,
    _ axis: Int, _ places: [Int]
  ) throws(ArrayError) {
    let length = target.layout.axes[axis].length
    guard !sorting.isOfPositions || length <= Int32.max else {
      throw ArrayError(.memory, "no memory to bring \(length) positions in order; at most 2^31 are")
    }
    let (size, isComplex) = (source.dtype.itemSize, source.dtype.isComplex)
    let room = isComplex ? 2 * (size + 8) : sorting.isOfPositions ? 24 : 2 * size
    let scratch = try Scratch(count: length, itemSize: room)
    defer { scratch.release() }
    let list = try Scratch(count: places.count, itemSize: MemoryLayout<Int>.size)
    defer { list.release() }
    for (i, place) in places.enumerated() {
      list.address.storeBytes(of: place, toByteOffset: i * MemoryLayout<Int>.size, as: Int.self)
    }
    var plan = Plan<4>([
      target.first, source.first, scratch.address.assumingMemoryBound(to: CChar.self),
      list.address.assumingMemoryBound(to: CChar.self),
    ])
    let (to, from) = (target.layout.axes, source.layout.axes)
    for i in 0..<to.count where i != axis {
      plan.append(Plan<4>.Axis(count: to[i].length, steps: [to[i].stride, from[i].stride, 0, 0]))
    }
    plan.simplify(leader: 0)
    plan.append(
      Plan<4>.Axis(count: length, steps: [to[axis].stride, from[axis].stride, 0, places.count]))
    plan.run(kernel)
  }

  /// Writes into `target` how many elements of a sorted row come before each of the values.
  ///
  /// All are rows of one axis, values and row of one type in this machine's order, the results
  /// `int64` that share nothing with them. O(values · log row).
  ///
  /// NumPy: `numpy.searchsorted`; `isAfter` is `side='right'`.
  public static func search(
    _ row: Operand, for values: Operand, into target: Operand, isAfter: Bool
  ) throws(ArrayError) {
    guard
      row.layout.rank == 1, values.layout.rank == 1, target.layout.rank == 1,
      row.dtype == values.dtype, !row.dtype.isSwapped, target.dtype == .int64,
      let kernel = strided_search_kernel(row.dtype.kind.code, isAfter)
    else { throw ArrayError(.type, "\(values.dtype) can't be searched in \(row.dtype)") }
    let count = values.layout.axes[0].length
    guard count > 0 else { return }
    invoke(
      kernel, 1, count, [target.first, values.first, row.first],
      [0, 0, row.layout.axes[0].length],
      [target.layout.axes[0].stride, values.layout.axes[0].stride, row.layout.axes[0].stride])
  }
}

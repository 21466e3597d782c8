// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
import StridedMemory

extension Loops {
  /// Writes into `target` what `a` gives when the elements along `axes` are made one.
  ///
  /// `axes` are axes of `a`, each at most once and not negative; the target has the others, in
  /// order. Sums of integers collect in 64 bits and wrap, sums of float16 collect in float32, long
  /// float sums add up pairwise; the result is then converted to the target's type. A NaN wins
  /// over any minimum and maximum. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes don't fit, or if there is no element to
  ///   be a minimum or maximum; `type` for records; `memory` if there is none for a temporary.
  ///
  /// NumPy: `numpy.ufunc.reduce`.
  public static func reduce(
    _ operation: Reduction, into target: Operand, _ a: Operand, axes: [Int]
  ) throws(ArrayError) {
    let kept = try keptAxes(target, a, axes)
    guard a.dtype.kind != .record, target.dtype.kind != .record else {
      throw ArrayError(.type, "records have no arithmetic; compute with their fields")
    }
    guard !target.layout.isEmpty else { return }
    if a.layout.isEmpty, operation != .sum {
      let name = operation == .minimum ? "minimum" : "maximum"
      throw ArrayError(
        .value, "zero-size array to reduction operation \(name) which has no identity")
    }

    let computing =
      operation == .sum ? summand(of: a.dtype, for: target.dtype) : target.dtype.native
    let result = operation == .sum ? sumType(of: computing) : computing
    let stage = Stage.input(a.dtype, as: computing.kind, isHazardous: false)
    guard let kernel = strided_reduce_kernel(CInt(operation.rawValue), computing.kind.code) else {
      return
    }

    // Results collect in place only where nothing reads or converts them on the way.
    if target.dtype == result, isApart(target, a), !overlapsItself(target) {
      try collect(kernel, operation, stage, into: target, a, kept)
    } else {
      let count = target.layout.count
      let scratch = try Scratch(count: count, itemSize: result.itemSize)
      defer { scratch.release() }
      let compact = Operand(
        base: scratch.address,
        layout: try rowMajor(target.layout, itemSize: result.itemSize), dtype: result)
      try collect(kernel, operation, stage, into: compact, a, kept)
      if LedgerReport.isListening, !isApart(target, a) {
        try LedgerReport.copying(count * result.itemSize, .overlap, operation: operation.name)
      }
      try assign(target, from: compact)
    }
  }

  private static func collect(
    _ kernel: strided_kernel, _ operation: Reduction, _ stage: Stage?, into target: Operand,
    _ a: Operand, _ kept: [Bool]
  ) throws(ArrayError) {
    if operation == .sum {
      withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { zero in
        zero.initializeMemory(as: UInt8.self, repeating: 0)
        if let base = zero.baseAddress { fill(target, with: base) }
      }
    } else {
      // A smallest or largest element starts as the first one.
      var first = AxisList()
      for i in kept.indices where kept[i] { first.append(a.layout.axes[i]) }
      let layout = try Layout(axes: first, offset: a.layout.offset)
      try assign(target, from: Operand(base: a.base, layout: layout, dtype: a.dtype))
    }

    var plan = Plan<2>([target.first, a.first])
    var next = 0
    for i in kept.indices {
      let axis = a.layout.axes[i]
      plan.append(
        Plan<2>.Axis(
          count: axis.length,
          steps: [kept[i] ? target.layout.axes[next].stride : 0, axis.stride]))
      if kept[i] { next += 1 }
    }
    guard !plan.isEmpty else { return }
    plan.simplify(leader: 1)
    try plan.run(kernel, stages: [nil, stage], backward: false)
  }

  /// For each axis of `a`, whether the target has it too.
  private static func keptAxes(
    _ target: Operand, _ a: Operand, _ axes: [Int]
  ) throws(ArrayError) -> [Bool] {
    var kept = [Bool](repeating: true, count: a.layout.rank)
    for axis in axes {
      guard kept.indices.contains(axis), kept[axis] else {
        throw ArrayError(
          .axis, "axis \(axis) is out of bounds or given twice for \(a.layout.rank) axes",
          axis: axis, bound: a.layout.rank)
      }
      kept[axis] = false
    }
    let shape = kept.indices.filter { kept[$0] }.map { a.layout.axes[$0].length }
    guard shape == target.layout.shape else {
      throw ArrayError(
        .value,
        "a reduction of \(tuple(a.layout.shape)) over axes \(tuple(axes)) has shape "
          + "\(tuple(shape)), not \(tuple(target.layout.shape)); give a target of that shape")
    }
    return kept
  }

  /// What the elements are added as: themselves where the kinds of the sums are of one family.
  private static func summand(of input: DType, for target: DType) -> DType {
    if target.kind == .bool { return .bool }
    if target.isInteger, input.isInteger || input.kind == .bool { return input.native }
    if target.isFloat, sumType(of: input.native).kind == target.kind { return input.native }
    return target.native
  }

  private static func sumType(of dtype: DType) -> DType {
    switch strided_sum_kind(dtype.kind.code) {
    case DType.Kind.int64.code: .int64
    case DType.Kind.uint64.code: .uint64
    case DType.Kind.float32.code: .float32
    default: dtype
    }
  }

  private static func isApart(_ target: Operand, _ a: Operand) -> Bool {
    if a.layout.isEmpty { return true }
    let x = bounds(target)
    let y = bounds(a)
    return x.high <= y.low || y.high <= x.low
  }

  private static func overlapsItself(_ operand: Operand) -> Bool {
    var plan = Plan<1>(target: operand)
    plan.simplify(leader: 0)
    return !plan.isNested(itemSize: operand.dtype.itemSize)
      && plan.targetOverlapsItself(itemSize: operand.dtype.itemSize)
  }

  private static func bounds(_ operand: Operand) -> (low: Int, high: Int) {
    Plan<1>(target: operand).bounds(0, itemSize: operand.dtype.itemSize)
  }

  private static func rowMajor(_ layout: Layout, itemSize: Int) throws(ArrayError) -> Layout {
    var axes = layout.axes
    var step = itemSize
    for i in stride(from: axes.count - 1, through: 0, by: -1) {
      axes[i].stride = step
      step *= axes[i].length
    }
    return try Layout(axes: axes)
  }
}

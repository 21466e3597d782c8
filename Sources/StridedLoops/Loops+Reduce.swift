// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
import StridedMemory

extension Loops {
  /// Writes into `target` what `a` gives when the elements along `axes` are made one.
  ///
  /// `axes` are axes of `a`, each at most once and not negative; the target has the others, in
  /// order. Sums and products of integers collect in 64 bits and wrap, those of float16 collect in
  /// float32, long float sums add up pairwise; the result is then converted to the target's type.
  /// A NaN wins over any minimum and maximum. The result is that of copying the inputs first,
  /// whatever memory they share with the target. O(n).
  ///
  /// - Parameters:
  ///   - mask: Truth values, broadcast to the shape of `a`; elements where it is false are left out.
  ///   - initial: One element, with which the results start.
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes don't fit, or if there is no element to
  ///   be a minimum or maximum and no `initial` one; `type` for records and for masks that are not
  ///   truth values; `memory` if there is none for a temporary.
  ///
  /// NumPy: `numpy.ufunc.reduce`.
  public static func reduce(
    _ operation: Reduction, into target: Operand, _ a: Operand, axes: [Int],
    where mask: Operand? = nil, initial: Operand? = nil
  ) throws(ArrayError) {
    let kept = try keptAxes(target, a, axes)
    guard a.dtype.kind != .record, target.dtype.kind != .record else {
      throw ArrayError(
        .type, "records have no arithmetic; compute with their fields",
        operand: a.dtype.kind == .record ? "operand 0" : "target")
    }
    let mask = try mask.map { (mask) throws(ArrayError) in try truths(mask, over: a) }
    guard !target.layout.isEmpty else { return }
    if operation.needsElements, initial == nil {
      try requireElements(operation, a, isMasked: mask != nil)
    }

    let computing = operation.computing(a.dtype, for: target.dtype)
    let operation = computing.isFloat || computing.isComplex ? operation : operation.withNaN
    let result = operation.result(of: computing)
    guard let kernel = strided_reduce_kernel(CInt(operation.rawValue), computing.kind.code) else {
      throw ArrayError(.type, "the reduction \(operation.name) is not defined for \(computing)")
    }
    let walk = ReduceWalk(
      kernel: kernel, operation: operation, computing: computing, result: result, kept: kept,
      input: a, mask: mask)

    var isShared = !isApart(target, a)
    if let mask { isShared = isShared || !isApart(target, mask) }
    if let initial { isShared = isShared || !isApart(target, initial) }
    // Results collect in place only where nothing reads or converts them on the way.
    if target.dtype == result, !isShared, !overlapsItself(target) {
      try LedgerReport.writing(to: target.first)
      try walk.collect(into: target, initial)
    } else {
      let count = target.layout.count
      if isShared {
        try LedgerReport.copying(count * result.itemSize, .overlap, operation: operation.name)
      }
      let scratch = try Scratch(count: count, itemSize: result.itemSize)
      defer { scratch.release() }
      let compact = Operand(
        base: scratch.address,
        layout: try .dense(shape: target.layout.shape, itemSize: result.itemSize), dtype: result)
      try walk.collect(into: compact, initial)
      try assign(target, from: compact)
    }
  }

  private static func requireElements(
    _ operation: Reduction, _ a: Operand, isMasked: Bool
  ) throws(ArrayError) {
    let name = operation.withNaN.name
    if isMasked {
      throw ArrayError(
        .value,
        "reduction operation '\(name)' does not have an identity, so to use a where mask one has to "
          + "specify 'initial'")
    }
    if a.layout.isEmpty {
      throw ArrayError(
        .value, "zero-size array to reduction operation \(name) which has no identity")
    }
  }

  /// The mask, broadcast to the shape of the elements it is for.
  static func truths(_ mask: Operand, over a: Operand) throws(ArrayError) -> Operand {
    guard mask.dtype.kind == .bool else {
      throw ArrayError(
        .type, "a mask holds truth values, not \(mask.dtype.name); compare it with 0 first",
        operand: "mask")
    }
    return Operand(
      base: mask.base, layout: try mask.layout.broadcast(to: a.layout.shape), dtype: .bool)
  }

  /// For each axis of `a`, whether the target has it too.
  static func keptAxes(
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
    var next = 0
    var fits = target.layout.rank == a.layout.rank - axes.count
    for i in kept.indices where fits && kept[i] {
      fits = target.layout.axes[next].length == a.layout.axes[i].length
      next += 1
    }
    guard fits else {
      let shape = kept.indices.filter { kept[$0] }.map { a.layout.axes[$0].length }
      throw ArrayError(
        .value,
        "a reduction of \(tuple(a.layout.shape)) over axes \(tuple(axes)) has shape "
          + "\(tuple(shape)), not \(tuple(target.layout.shape)); give a target of that shape",
        operand: "target", shapes: [shape, target.layout.shape])
    }
    return kept
  }

  /// Whether no byte of the one lies between the first and the last byte of the other.
  static func isApart(_ target: Operand, _ a: Operand) -> Bool {
    if a.layout.isEmpty || target.layout.isEmpty { return true }
    let x = bounds(target)
    let y = bounds(a)
    return x.high <= y.low || y.high <= x.low
  }

  static func overlapsItself(_ operand: Operand) -> Bool {
    var plan = Plan<1>(target: operand)
    plan.simplify(leader: 0)
    return !plan.isNested(itemSize: operand.dtype.itemSize)
      && plan.targetOverlapsItself(itemSize: operand.dtype.itemSize)
  }

  private static func bounds(_ operand: Operand) -> (low: Int, high: Int) {
    Plan<1>(target: operand).bounds(0, itemSize: operand.dtype.itemSize)
  }
}

extension Reduction {
  /// What the elements are read as: themselves where the kinds of the sums are of one family.
  func computing(_ input: DType, for target: DType) -> DType {
    switch self {
    case .any, .all, .count, .countOfNumbers: return input.native
    case .minimum, .maximum, .minimumNumber, .maximumNumber: return target.native
    case .sum, .product, .sumOfNumbers, .productOfNumbers:
      if target.kind == .bool { return .bool }
      if target.isInteger, input.isInteger || input.kind == .bool { return input.native }
      if target.isFloat, result(of: input.native).kind == target.kind { return input.native }
      return target.native
    }
  }

  /// The type in which elements of type `computing` collect.
  func result(of computing: DType) -> DType {
    let code = strided_reduce_kind(CInt(rawValue), computing.kind.code)
    return DType.numbers.first { $0.kind.code == code } ?? computing
  }
}

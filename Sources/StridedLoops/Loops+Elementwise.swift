// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
import StridedMemory

// Every elementwise operation, of one to three inputs and one or two results, takes this way:
//
// - The inputs broadcast to the shape of the target. They are converted to the kinds of the
//   signature, the results to the targets' types, block by block.
// - Elements of the target where the mask is false keep what they hold.
// - The result is that of copying inputs and mask first, whatever the operands share. Of two
//   results that share memory, the second is written last.
// - Errors: `ArrayError` of kind `value` if an input doesn't broadcast to the target's shape,
//   `type` for records, `memory` if there is none for a temporary. Nothing is written then.
extension Loops {
  /// Writes an operation on `a` into `target`. O(n). NumPy: `numpy.ufunc.__call__`.
  public static func apply(
    _ types: Signature, into target: Operand, _ a: Operand, where mask: Operand? = nil
  ) throws(ArrayError) {
    if let mask { return try run(types, [target, a, mask], isMasked: true) }
    try run(types, [target, a])
  }

  /// Writes an operation on `a` and `b` into `target`. O(n). NumPy: `numpy.ufunc.__call__`.
  public static func apply(
    _ types: Signature, into target: Operand, _ a: Operand, _ b: Operand,
    where mask: Operand? = nil
  ) throws(ArrayError) {
    if types.isExchanged { return try inKernelOrder(types, into: target, b, a, where: mask) }
    try inKernelOrder(types, into: target, a, b, where: mask)
  }

  private static func inKernelOrder(
    _ types: Signature, into target: Operand, _ a: Operand, _ b: Operand, where mask: Operand?
  ) throws(ArrayError) {
    if let mask { return try run(types, [target, a, b, mask], isMasked: true) }
    try run(types, [target, a, b])
  }

  /// Writes an operation on three inputs into `target`. O(n). NumPy: `numpy.ufunc.__call__`.
  public static func apply(
    _ types: Signature, into target: Operand, _ a: Operand, _ b: Operand, _ c: Operand,
    where mask: Operand? = nil
  ) throws(ArrayError) {
    if let mask { return try run(types, [target, a, b, c, mask], isMasked: true) }
    try run(types, [target, a, b, c])
  }

  /// Writes the two results of an operation on `a`. O(n). NumPy: `numpy.ufunc.__call__`.
  public static func apply(
    _ types: Signature, into first: Operand, and second: Operand, _ a: Operand,
    where mask: Operand? = nil
  ) throws(ArrayError) {
    if let mask { return try run(types, [first, second, a, mask], results: 2, isMasked: true) }
    try run(types, [first, second, a], results: 2)
  }

  /// Writes the two results of an operation on `a` and `b`. O(n). NumPy: `numpy.ufunc.__call__`.
  public static func apply(
    _ types: Signature, into first: Operand, and second: Operand, _ a: Operand, _ b: Operand,
    where mask: Operand? = nil
  ) throws(ArrayError) {
    if let mask { return try run(types, [first, second, a, b, mask], results: 2, isMasked: true) }
    try run(types, [first, second, a, b], results: 2)
  }

  /// Runs a kernel over operands of any layout and type; the mask, if there is one, is the last.
  private static func run<let N: Int>(
    _ types: Signature, _ operands: InlineArray<N, Operand>, results: Int = 1,
    isMasked: Bool = false
  ) throws(ArrayError) {
    var plan = Plan<N>(target: operands[0])
    for k in 1..<N { try plan.attach(k, operands[k]) }
    for k in 0..<N where operands[k].dtype.kind == .record {
      throw ArrayError(
        .type, "records have no arithmetic; compute with their fields",
        operand: k < results ? "target" : "operand \(k - results)")
    }
    guard !plan.isEmpty else { return }
    var sizes = InlineArray<N, Int>(repeating: 0)
    for k in 0..<N { sizes[k] = operands[k].dtype.itemSize }

    if results == 2, !plan.isSecondResultApart(itemSizes: sizes) {
      return try runApart(types, operands, isMasked: isMasked)
    }
    let safety = try plan.order(itemSizes: sizes, results: results)
    defer { safety.release() }
    var stages = InlineArray<N, Stage?>(repeating: nil)
    for k in 0..<N {
      let kind = types.kinds[k]
      let dtype = operands[k].dtype
      if k >= results {
        // The second result still needs the mask when the first is written.
        let isSpoiled = isMasked && results == 2 && k == N - 1
        stages[k] = .input(dtype, as: kind, isHazardous: safety.isHazardous[k] || isSpoiled)
      } else {
        stages[k] = isMasked ? .maskedResult(dtype, from: kind) : .result(dtype, from: kind)
      }
    }
    try plan.run(
      .kernel(types.kernel), stages: stages, results: results, isMasked: isMasked, itemSizes: sizes,
      safety: safety)
  }

  /// Computes two results that can't be written at once into fresh memory, then writes them.
  private static func runApart<let N: Int>(
    _ types: Signature, _ operands: InlineArray<N, Operand>, isMasked: Bool
  ) throws(ArrayError) {
    var fresh = operands
    var copies: [Scratch] = []
    defer { for copy in copies { copy.release() } }
    for k in 0..<N where k < 2 || (isMasked && k == N - 1) {
      let dtype = k < 2 ? DType(number: types.kinds[k]) : .bool
      let shape = operands[0].layout.shape
      let layout = try Layout.dense(shape: shape, itemSize: dtype.itemSize)
      let copy = try Scratch(count: layout.count, itemSize: dtype.itemSize)
      copies.append(copy)
      try LedgerReport.copying(
        layout.count * dtype.itemSize, .overlap, operation: "assign")
      fresh[k] = Operand(base: copy.address, layout: layout, dtype: dtype)
      if k >= 2 { try assign(fresh[k], from: operands[k]) }
    }
    try run(types, fresh, results: 2)
    for k in 0..<2 {
      guard isMasked else {
        try assign(operands[k], from: fresh[k])
        continue
      }
      let kind = types.kinds[k]
      guard let copying = Signature(copying: kind) else { continue }
      try run(copying, [operands[k], fresh[k], fresh[N - 1]], isMasked: true)
    }
  }
}

extension Signature {
  /// The signature of a copy of numbers of one kind.
  init?(copying kind: DType.Kind) {
    guard let kernel = strided_copy_kernel(CInt(DType.size(of: kind))) else { return nil }
    self.kernel = kernel
    kinds = [kind, kind, .bool, .bool, .bool]
    isExchanged = false
  }
}

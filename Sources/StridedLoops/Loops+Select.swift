// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
import StridedMemory

extension Loops {
  /// Writes the elements of `a` where `condition` is not zero, of `b` elsewhere, into `target`.
  ///
  /// All three broadcast to the target's shape. Elements of the target's type are taken as they
  /// are, whatever they mean; others are converted. The result is that of copying the inputs
  /// first, whatever the four share. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if an input doesn't broadcast to the target's shape,
  ///   `type` if a record meets another type, `memory` if there is none for a temporary. Nothing
  ///   is written then.
  ///
  /// NumPy: `numpy.where`.
  public static func select(
    into target: Operand, where condition: Operand, _ a: Operand, _ b: Operand
  ) throws(ArrayError) {
    let type = target.dtype
    let isPlain = a.dtype == type && b.dtype == type
    guard isPlain || (type.isNumber && a.dtype.isNumber && b.dtype.isNumber) else {
      throw ArrayError(
        .type, "records can be chosen only from records of the same type; convert by field",
        operand: a.dtype == type ? "operand 2" : "operand 1")
    }
    guard condition.dtype.isNumber else {
      throw ArrayError(
        .type, "a condition must hold truth values or numbers, not records",
        operand: "operand 0")
    }
    var plan = Plan<4>(target: target)
    try plan.attach(1, condition)
    try plan.attach(2, a)
    try plan.attach(3, b)
    guard !plan.isEmpty else { return }

    var sizes: InlineArray<4, Int> = [
      type.itemSize, condition.dtype.itemSize, a.dtype.itemSize, b.dtype.itemSize,
    ]
    let word = isPlain ? plan.word(itemSize: type.itemSize) : type.itemSize
    if isPlain {
      if word < type.itemSize {
        plan.splitItems(itemSize: type.itemSize)
        plan[plan.rank - 1].steps[1] = 0
      }
      sizes = [word, sizes[1], word, word]
    }
    guard let kernel = strided_select_kernel(CInt(word)) else { return }
    let safety = try plan.order(itemSizes: sizes)
    defer { safety.release() }
    var stages = InlineArray<4, Stage?>(repeating: nil)
    stages[1] = .input(condition.dtype, as: .bool, isHazardous: safety.isHazardous[1])
    if isPlain {
      for k in 2...3 where safety.isHazardous[k] { stages[k] = .copy(size: word) }
    } else {
      stages[0] = .result(type, from: type.kind)
      stages[2] = .input(a.dtype, as: type.kind, isHazardous: safety.isHazardous[2])
      stages[3] = .input(b.dtype, as: type.kind, isHazardous: safety.isHazardous[3])
    }
    try plan.run(.kernel(kernel), stages: stages, itemSizes: sizes, safety: safety)
  }
}

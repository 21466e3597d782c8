// SPDX-License-Identifier: Apache-2.0
public import StridedLayouts
import StridedMemory

// Each answer is the plan that the operation itself would make, without its walk.
extension Loops {
  /// The bytes that `assign` would copy aside because source and target share memory. Copies
  /// nothing. O(rank) for slices of one array.
  ///
  /// - Throws: `ArrayError` of kind `value` if the source doesn't broadcast to the target's shape.
  public static func bytesCopied(
    assigning source: Operand, to target: Operand
  ) throws(ArrayError) -> Int {
    let (to, from) = (target.dtype, source.dtype)
    var plan = Plan<2>(target: target)
    try plan.attach(1, source)
    guard !plan.isEmpty else { return 0 }
    guard to == from else { return plan.bytesCopied([to.itemSize, from.itemSize]) }
    let word = plan.word(itemSize: to.itemSize)
    plan.splitItems(itemSize: to.itemSize)
    return plan.bytesCopied([word, word])
  }

  /// The bytes that an elementwise operation of two inputs would copy aside because they share
  /// memory with the target. Copies nothing. O(rank) for slices of one array.
  ///
  /// - Throws: `ArrayError` of kind `value` if an input doesn't broadcast to the target's shape.
  public static func bytesCopied(
    computing target: Operand, from a: Operand, _ b: Operand
  ) throws(ArrayError) -> Int {
    var plan = Plan<3>(target: target)
    try plan.attach(1, a)
    try plan.attach(2, b)
    guard !plan.isEmpty else { return 0 }
    return plan.bytesCopied([target.dtype.itemSize, a.dtype.itemSize, b.dtype.itemSize])
  }
}

extension Plan {
  /// The bytes of inputs that the plan would copy before its walk.
  fileprivate mutating func bytesCopied(_ itemSizes: Steps) -> Int {
    let isOrdered = order(targetItemSize: itemSizes[0])
    return copiedBytes(itemSizes: itemSizes, isOrdered: isOrdered)
  }
}

// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
import StridedMemory

extension Loops {
  /// Writes the elements of `source`, broadcast and converted, into `target`.
  ///
  /// The one path of everything that writes arrays. The result is that of copying the source
  /// first, whatever the two share. Floats become integers as the kernels document; complex
  /// numbers lose their imaginary parts. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if the source doesn't broadcast to the target's shape,
  ///   `type` if a record meets anything but a record of its type, `memory` if an overlap needs
  ///   a copy and there is no memory. Nothing is written then.
  ///
  /// NumPy: `numpy.copyto` with `casting='unsafe'`.
  public static func assign(_ target: Operand, from source: Operand) throws(ArrayError) {
    let (to, from) = (target.dtype, source.dtype)
    if to.kind == .record || from.kind == .record {
      guard to == from else {
        throw ArrayError(
          .type, "records can be assigned only from records of the same type; convert by field",
          operand: "source")
      }
    }
    if to == from, let count = target.flatCount, source.isFlat(like: target, count) {
      try LedgerReport.writing(to: target.first)
      strided_move(target.first, source.first, count * to.itemSize)
      return
    }
    var plan = Plan<2>(target: target)
    try plan.attach(1, source)
    guard !plan.isEmpty else { return }

    if to.kind == .record {
      try copy(&plan, itemSize: to.itemSize)
    } else if to.kind != from.kind {
      try convert(&plan, to, from)
    } else if to.isSwapped == from.isSwapped {
      try copy(&plan, itemSize: to.itemSize)
    } else if let swap = strided_swap_kernel(to.kind.code) {
      try run(&plan, swap, word: to.itemSize)
    }
  }

  /// Writes `element`, the bytes of one element of the target's type, to all places of `target`.
  ///
  /// O(n). NumPy: `numpy.ndarray.fill`.
  public static func fill(_ target: Operand, with element: UnsafeRawPointer) {
    let size = target.dtype.itemSize
    // The element may lie inside the target: a copy of it needs no overlap check.
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { copy in
      guard let base = copy.baseAddress else { return }
      base.copyMemory(from: element, byteCount: size)
      var plan = Plan<2>(target: target)
      guard !plan.isEmpty else { return }
      plan.pointers[1] = base.assumingMemoryBound(to: CChar.self)
      for i in 0..<plan.rank { plan[i].steps[1] = 0 }
      let word = plan.word(itemSize: size)
      plan.splitItems(itemSize: size)
      plan.order(targetItemSize: word)
      if let kernel = strided_copy_kernel(CInt(word)) { plan.run(kernel) }
    }
  }

  /// Copies elements as they are, those of unusual sizes in words.
  private static func copy(_ plan: inout Plan<2>, itemSize: Int) throws(ArrayError) {
    let word = plan.word(itemSize: itemSize)
    plan.splitItems(itemSize: itemSize)
    guard let kernel = strided_copy_kernel(CInt(word)) else { return }
    try run(&plan, kernel, word: word, isCopy: true)
  }

  /// Runs a kernel that needs staging for overlap only, on elements of `word` bytes.
  private static func run(
    _ plan: inout Plan<2>, _ kernel: strided_kernel, word: Int, isCopy: Bool = false
  ) throws(ArrayError) {
    let safety = try plan.order(itemSizes: [word, word])
    defer { safety.release() }
    guard safety.isHazardous[1] else { return plan.run(kernel) }
    let row = plan.inner.inner
    if isCopy, plan.rank > 0, row.steps[0] == word, row.steps[1] == word {
      plan.moveRows(bytes: row.count * word, backward: safety.backward)
    } else {
      try plan.run(kernel, stages: [nil, Stage.copy(size: word)], backward: safety.backward)
    }
  }

  /// Converts between kinds; swapped bytes on either side are staged.
  private static func convert(
    _ plan: inout Plan<2>, _ to: DType, _ from: DType
  ) throws(ArrayError) {
    guard let cast = strided_cast_kernel(from.kind.code, to.kind.code) else { return }
    let safety = try plan.order(itemSizes: [to.itemSize, from.itemSize])
    defer { safety.release() }
    let input = Stage.input(from, as: from.kind, isHazardous: safety.isHazardous[1])
    let result = Stage.result(to, from: to.kind)
    try plan.run(cast, stages: [result, input], backward: safety.backward)
  }
}

extension Plan {
  /// The largest size of the copy kernels that divides `itemSize`.
  func word(itemSize: Int) -> Int { min(16, 1 << min(itemSize.trailingZeroBitCount, 4)) }

  /// Makes the words of an item an axis of their own.
  mutating func splitItems(itemSize: Int) {
    let word = word(itemSize: itemSize)
    guard word < itemSize else { return }
    append(Axis(count: itemSize / word, steps: Steps(repeating: word)))
  }

  /// Brings the axes in the order of the result's memory, in as few axes as can be.
  ///
  /// A result that overlaps itself keeps the order of its indices, so that the last write wins;
  /// whether it does is the answer.
  @discardableResult mutating func order(targetItemSize: Int) -> Bool {
    dropUnitAxes()
    let asGiven = self
    reverse(leader: 0)
    sort(leader: 0)
    var isOrdered = false
    if !isNested(itemSize: targetItemSize), targetOverlapsItself(itemSize: targetItemSize) {
      self = asGiven
      isOrdered = true
    }
    merge()
    return isOrdered
  }

  /// Brings the axes in the best order that is right whatever the operands share.
  ///
  /// - Throws: as `resolveHazards`.
  mutating func order(itemSizes: Steps, results: Int = 1) throws(ArrayError) -> Safety<N> {
    let isOrdered = order(targetItemSize: itemSizes[0])
    return try resolveHazards(itemSizes: itemSizes, results: results, isOrdered: isOrdered)
  }
}

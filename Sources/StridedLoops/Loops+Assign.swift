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
      try swapBytes(&plan, swap, itemSize: to.itemSize)
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
      let isOrdered = plan.order(targetItemSize: word)
      run(&plan, word: word, isFree: !isOrdered, isApart: true)
    }
  }

  /// Copies elements as they are, those of unusual sizes in words.
  private static func copy(_ plan: inout Plan<2>, itemSize: Int) throws(ArrayError) {
    let word = plan.word(itemSize: itemSize)
    plan.splitItems(itemSize: itemSize)
    let safety = try plan.order(itemSizes: [word, word])
    defer { safety.release() }
    guard safety.isHazardous[1] else {
      return run(&plan, word: word, isFree: safety.isFree, isApart: safety.isApart)
    }
    let row = plan.inner.inner
    if plan.orbit == nil, plan.rank > 0, row.steps[0] == word, row.steps[1] == word {
      plan.moveRows(bytes: row.count * word, backward: safety.backward)
    } else if let kernel = strided_copy_kernel(CInt(word)) {
      try plan.run(
        .kernel(kernel), stages: [nil, Stage.copy(size: word)], backward: safety.backward)
    }
  }

  /// Runs the copy kernel, which transposes, in the best order and by the way past the cache that
  /// large results take.
  static func run(_ plan: inout Plan<2>, word: Int, isFree: Bool, isApart: Bool) {
    var isTiled = false
    if isFree {
      plan.lengthenRows()
      let isAcross = plan.bringAcross(results: 1)[1]
      // The kernel walks tiles itself where the elements are neighbours.
      isTiled = isAcross && plan.inner.outer.steps[1] != word
    }
    let isStreamed = isApart && plan.isStreamed(itemSize: word)
    let kernel =
      isStreamed ? strided_stream_kernel(CInt(word)) : strided_copy_kernel(CInt(word))
    guard let kernel else { return }
    guard isFree else {
      plan.run(kernel)
      return strided_stream_end()
    }
    _ = plan.split(itemSizes: [word, word]) { part in
      isTiled ? part.runTiles(kernel, itemSize: word) : part.run(kernel)
      if isStreamed { strided_stream_end() }
      return true
    }
  }

  /// Reverses the bytes of each number on the way.
  private static func swapBytes(
    _ plan: inout Plan<2>, _ swap: strided_kernel, itemSize: Int
  ) throws(ArrayError) {
    let sizes: InlineArray<2, Int> = [itemSize, itemSize]
    let safety = try plan.order(itemSizes: sizes)
    defer { safety.release() }
    let input = safety.isHazardous[1] ? Stage.copy(size: itemSize) : nil
    try plan.run(.kernel(swap), stages: [nil, input], itemSizes: sizes, safety: safety)
  }

  /// Converts between kinds; swapped bytes on either side are staged.
  private static func convert(
    _ plan: inout Plan<2>, _ to: DType, _ from: DType
  ) throws(ArrayError) {
    guard let cast = strided_cast_kernel(from.kind.code, to.kind.code) else { return }
    let sizes: InlineArray<2, Int> = [to.itemSize, from.itemSize]
    let safety = try plan.order(itemSizes: sizes)
    defer { safety.release() }
    let input = Stage.input(from, as: from.kind, isHazardous: safety.isHazardous[1])
    let result = Stage.result(to, from: to.kind)
    try plan.run(.kernel(cast), stages: [result, input], itemSizes: sizes, safety: safety)
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
}

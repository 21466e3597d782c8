// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedLayouts
import StridedMemory

/// One reduction over operands that share nothing with the results.
struct ReduceWalk {
  var kernel: strided_kernel
  var operation: Reduction
  /// What the kernel reads.
  var computing: DType
  /// What the kernel writes.
  var result: DType
  /// For each axis of the input, whether the results have it too.
  var kept: [Bool]
  var input: Operand
  /// Truth values of the input's shape.
  var mask: Operand?

  /// Writes the results into `target`, whose type is `result`.
  func collect(into target: Operand, _ initial: Operand?) throws(ArrayError) {
    // Two elements: what the results start with, and what changes no result.
    var values = InlineArray<4, UInt64>(repeating: 0)
    let code = (CInt(operation.rawValue), computing.kind.code)
    var span = values.mutableSpan
    try span.withUnsafeMutableBytes { bytes throws(ArrayError) in
      guard let start = bytes.baseAddress else { return }
      let neutral = start + 16
      strided_reduce_start(code.0, code.1, start)
      strided_reduce_neutral(code.0, code.1, neutral)
      if let initial {
        let scalar = Operand(base: start, layout: try Layout(axes: AxisList()), dtype: result)
        try Loops.assign(scalar, from: initial)
      }
      if let mask {
        Loops.fill(target, with: start)
        try collect(into: target, mask, neutral)
      } else {
        try collect(into: target, start)
      }
    }
  }

  private func collect(
    into target: Operand, _ start: UnsafeMutableRawPointer
  ) throws(ArrayError) {
    var plan = Plan<2>([target.first, input.first])
    for i in kept.indices {
      let axis = input.layout.axes[i]
      plan.append(Plan<2>.Axis(count: axis.length, steps: [step(i, target), axis.stride]))
    }
    guard !plan.isEmpty else { return Loops.fill(target, with: start) }
    plan.simplify(leader: 1)
    plan.liftShortRow(itemSize: computing.itemSize)

    let stage = Stage.input(input.dtype, as: computing.kind, isHazardous: false)
    var isOnce = stage == nil
    for i in 0..<max(plan.rank - 2, 0) where plan[i].steps[0] == 0 { isOnce = false }
    guard isOnce, let copy = strided_copy_kernel(CInt(result.itemSize)) else {
      Loops.fill(target, with: start)
      return try plan.run(.kernel(kernel), stages: [nil, stage], backward: false)
    }
    // Every call of the kernel completes its results: they start just before, in the cache.
    let first = start.assumingMemoryBound(to: CChar.self)
    let (rows, row) = plan.inner
    let piece = rows.steps[0] == 0 ? rows.count : max(Thresholds.reducedResults / row.count, 1)
    plan.walk(outer: max(plan.rank - 2, 0)) { p in
      var p = p
      var left = rows.count
      while left > 0 {
        let n = min(piece, left)
        invoke(
          copy, rows.steps[0] == 0 ? 1 : n, row.steps[0] == 0 ? 1 : row.count, [p[0], first],
          [rows.steps[0], 0], [row.steps[0], 0])
        invoke(kernel, n, row.count, p, rows.steps, row.steps)
        for k in 0..<2 { p[k] += n * rows.steps[k] }
        left -= n
      }
    }
  }

  /// Brings blocks of the input aside, replaces what the mask leaves out, and reduces them.
  private func collect(
    into target: Operand, _ mask: Operand, _ neutral: UnsafeMutableRawPointer
  ) throws(ArrayError) {
    var plan = Plan<3>([target.first, input.first, mask.first])
    for i in kept.indices {
      let axis = input.layout.axes[i]
      plan.append(
        Plan<3>.Axis(
          count: axis.length,
          steps: [step(i, target), axis.stride, mask.layout.axes[i].stride]))
    }
    guard !plan.isEmpty else { return }
    plan.simplify(leader: 1)
    let size = computing.itemSize
    guard
      let stage = Stage.input(input.dtype, as: computing.kind, isHazardous: true),
      let select = strided_select_kernel(CInt(size))
    else { return }
    let length = Thresholds.blockBytes / 16
    let scratch = try Scratch(count: length, itemSize: 32)
    defer { scratch.release() }
    let near = scratch.address.assumingMemoryBound(to: CChar.self)
    let far = stage.far == nil ? near : near + length * 16
    let other = neutral.assumingMemoryBound(to: CChar.self)
    let row = plan.inner.inner
    plan.walk(outer: max(plan.rank - 1, 0)) { p in
      var at = 0
      while at < row.count {
        let n = min(length, row.count - at)
        let result = p[0] + at * row.steps[0]
        invoke(
          stage.near, 1, n, [near, p[1] + at * row.steps[1]], [0, 0],
          [stage.nearSize, row.steps[1]])
        if let cast = stage.far {
          invoke(cast, 1, n, [far, near], [0, 0], [stage.size, stage.nearSize])
        }
        invoke(
          select, 1, n, [far, p[2] + at * row.steps[2], far, other], [0, 0, 0, 0],
          [size, row.steps[2], size, 0])
        invoke(kernel, 1, n, [result, far], [0, 0], [row.steps[0], size])
        at += n
      }
    }
  }

  /// How far the results move along axis `i` of the input.
  private func step(_ i: Int, _ target: Operand) -> Int {
    guard kept[i] else { return 0 }
    var position = 0
    for k in 0..<i where kept[k] { position += 1 }
    return target.layout.axes[position].stride
  }
}

extension Plan where N == 2 {
  /// Exchanges the two inner axes where the inner one is short and no kernel has a way for it.
  ///
  /// Kernels take short rows across their vectors if each gives one of neighbouring results, and
  /// join rows that follow each other.
  mutating func liftShortRow(itemSize: Int) {
    guard rank > 1 else { return }
    let (rows, row) = inner
    guard row.count < Thresholds.shortReducedRow, rows.count > row.count else { return }
    let isAcross = row.steps[0] == 0 && rows.steps[0] != 0
    let isJoined =
      row.steps[0] != 0 && rows.steps[0] == 0 && rows.steps[1] == row.count * itemSize
      && row.steps[1] == itemSize
    guard !isAcross, !isJoined else { return }
    self[rank - 2] = row
    self[rank - 1] = rows
  }
}

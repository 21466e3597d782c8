// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
public import StridedMemory

extension Loops {
  /// Applies `place = place op value` at one place of `target` after another, so that places that
  /// are listed more than once take all their values.
  ///
  /// A place is what the axes of the target's layout span, counted from its first element plus one
  /// of `offsets`, in bytes. Its axes before `list` are walked outside the offsets. `values` has
  /// the target's axes, and the axis of the offsets at position `list`. It must not share memory
  /// with the target. O(n).
  ///
  /// - Parameter isSum: Whether the operation is addition, which has a loop of its own.
  /// - Throws: `ArrayError` of kind `memory` if there is none for a buffer; places may have been
  ///   written then.
  ///
  /// NumPy: `numpy.ufunc.at`.
  public static func accumulate(
    _ types: Signature, into target: Operand, at offsets: UnsafeBufferPointer<Int>, list: Int,
    _ values: Operand, isSum: Bool
  ) throws(ArrayError) {
    // Where the kernel takes the values first, they are operand 1.
    let (place, value) = types.isExchanged ? (2, 1) : (1, 2)
    var stages = InlineArray<3, Stage?>(repeating: nil)
    stages[0] = .result(target.dtype, from: types.kinds[0])
    stages[place] = .input(target.dtype, as: types.kinds[place], isHazardous: false)
    stages[value] = .input(values.dtype, as: types.kinds[value], isHazardous: false)
    let isStaged = stages[0] != nil || stages[1] != nil || stages[2] != nil
    var first = InlineArray<3, UnsafeMutablePointer<CChar>>(repeating: target.first)
    first[value] = values.first
    var outer = Plan<3>(first)
    var inner = outer
    for i in 0..<target.layout.axes.count {
      let axis = target.layout.axes[i]
      var steps = InlineArray<3, Int>(repeating: axis.stride)
      steps[value] = values.layout.axes[i < list ? i : i + 1].stride
      let step = Plan<3>.Axis(count: axis.length, steps: steps)
      if i < list { outer.append(step) } else { inner.append(step) }
    }
    guard !outer.isEmpty, !inner.isEmpty else { return }
    // The order of the indices stays: a target that overlaps itself takes its values in sequence.
    inner.dropUnitAxes()
    inner.merge()
    let next = values.layout.axes[list].stride
    if !isStaged, inner.rank == 0, let start = offsets.baseAddress {
      outer.walk(outer: outer.rank) { p in
        if isSum, let kernel = strided_add_at_kernel(target.dtype.kind.code) {
          let list = UnsafeMutableRawPointer(mutating: start).assumingMemoryBound(to: CChar.self)
          let pointers: InlineArray<3, UnsafeMutablePointer<CChar>> = [p[0], p[value], list]
          invoke(
            kernel, 1, offsets.count, pointers, [0, 0, 0], [0, next, MemoryLayout<Int>.size])
        } else {
          strided_apply_at(
            types.kernel, types.isExchanged, offsets.count, p[0], start, p[value], next)
        }
      }
      return
    }
    var failure: ArrayError?
    outer.walk(outer: outer.rank) { p in
      guard failure == nil else { return }
      for i in 0..<offsets.count {
        let there = p[0] + offsets[i]
        inner.pointers = [there, there, there]
        inner.pointers[value] = p[value] + i &* next
        guard isStaged else {
          inner.run(types.kernel)
          continue
        }
        do throws(ArrayError) {
          try inner.run(.kernel(types.kernel), stages: stages, backward: false)
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
  }
}

extension Signature {
  /// The type as which the second input of a binary operation is read.
  public var secondInput: DType { DType(number: kinds[isExchanged ? 1 : 2]) }
}

// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
package import StridedLayouts
import StridedMemory

extension Loops {
  /// Writes into `target` the sums of (a − m)² along `axes`.
  ///
  /// `means` broadcasts to the shape of `a`. All is computed in the target's type, `float32` or
  /// `float64` in this machine's order, and the target shares nothing with the inputs: it is
  /// fresh. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes don't fit, `type` for other types,
  ///   `memory` if there is none for a temporary.
  ///
  /// NumPy: the inner sum of `numpy.var`.
  package static func deviations(
    into target: Operand, _ a: Operand, means: Operand, axes: [Int], where mask: Operand?,
    ignoringNaN: Bool
  ) throws(ArrayError) {
    let kept = try keptAxes(target, a, axes)
    let kind = target.dtype.kind
    guard
      let kernel = strided_deviation_kernel(kind.code, mask != nil, ignoringNaN),
      means.dtype == target.dtype, a.dtype.kind != .record
    else { throw ArrayError(.type, "deviations of \(a.dtype) don't collect in \(target.dtype)") }
    let mean = try means.layout.broadcast(to: a.layout.shape)
    let mask = try mask.map { (mask) throws(ArrayError) in try truths(mask, over: a) }
    var zero: (UInt64, UInt64) = (0, 0)
    withUnsafeBytes(of: &zero) { zero in
      if let base = zero.baseAddress { fill(target, with: base) }
    }
    // Without a mask its place is the mean once more, which the kernel doesn't read.
    let other = mask ?? means
    var plan = Plan<4>([
      target.first, a.first, (means.base + mean.offset).assumingMemoryBound(to: CChar.self),
      other.first,
    ])
    var next = 0
    for i in kept.indices {
      let axis = a.layout.axes[i]
      plan.append(
        Plan<4>.Axis(
          count: axis.length,
          steps: [
            kept[i] ? target.layout.axes[next].stride : 0, axis.stride, mean.axes[i].stride,
            mask?.layout.axes[i].stride ?? 0,
          ]))
      if kept[i] { next += 1 }
    }
    guard !plan.isEmpty else { return }
    plan.simplify(leader: 1)
    let stage = Stage.input(a.dtype, as: kind, isHazardous: false)
    try plan.run(.kernel(kernel), stages: [nil, stage, nil, nil], backward: false)
  }
}

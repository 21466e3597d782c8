// SPDX-License-Identifier: Apache-2.0
import CStridedKernels

extension Plan {
  /// Calls `body` at each position of the `outer` outermost axes, in order or from the last.
  @inline(__always)
  func walk(outer: Int, backward: Bool = false, _ body: (Pointers) -> Void) {
    var p = pointers
    guard outer > 0 else { return body(p) }
    let sign = backward ? -1 : 1
    var positions = InlineArray<4, Int>(repeating: 0)
    var more = outer > 4 ? [Int](repeating: 0, count: outer - 4) : []
    if backward {
      for i in 0..<outer {
        for k in 0..<N { p[k] += (self[i].count - 1) * self[i].steps[k] }
      }
    }
    while true {
      body(p)
      var i = outer - 1
      while i >= 0 {
        let axis = self[i]
        let position = (i < 4 ? positions[i] : more[i - 4]) + 1
        let wraps = position == axis.count
        if i < 4 { positions[i] = wraps ? 0 : position } else { more[i - 4] = wraps ? 0 : position }
        if !wraps {
          for k in 0..<N { p[k] += sign * axis.steps[k] }
          break
        }
        for k in 0..<N { p[k] -= sign * (axis.count - 1) * axis.steps[k] }
        i -= 1
      }
      if i < 0 { return }
    }
  }

  /// The two inner axes, which kernels walk; those that are missing have length 1.
  var inner: (outer: Axis, inner: Axis) {
    let single = Axis(count: 1, steps: Steps(repeating: 0))
    return (rank > 1 ? self[rank - 2] : single, rank > 0 ? self[rank - 1] : single)
  }

  /// Runs `kernel` over all elements, straight from the operands' memory.
  func run(_ kernel: strided_kernel) {
    let (rows, row) = inner
    walk(outer: max(rank - 2, 0)) { p in
      invoke(kernel, rows.count, row.count, p, rows.steps, row.steps)
    }
  }

  /// Moves contiguous rows of two operands that may overlap, in order or from the last.
  func moveRows(bytes: Int, backward: Bool) {
    walk(outer: max(rank - 1, 0), backward: backward) { p in strided_move(p[0], p[1], bytes) }
  }
}

/// Calls `kernel` on `n0` rows of `n1` elements.
@inline(__always)
func invoke<let N: Int>(
  _ kernel: strided_kernel, _ n0: Int, _ n1: Int,
  _ pointers: InlineArray<N, UnsafeMutablePointer<CChar>>, _ s0: InlineArray<N, Int>,
  _ s1: InlineArray<N, Int>
) {
  pointers.span.withUnsafeBufferPointer { p in
    s0.span.withUnsafeBufferPointer { s0 in
      s1.span.withUnsafeBufferPointer { s1 in
        guard let p = p.baseAddress, let s0 = s0.baseAddress, let s1 = s1.baseAddress else {
          return
        }
        kernel(n0, n1, p, s0, s1)
      }
    }
  }
}

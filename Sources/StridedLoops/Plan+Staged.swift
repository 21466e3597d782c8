// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedLayouts

/// The buffers of one run: for each operand two blocks, of which an unstaged operand uses none.
private struct Buffers<let N: Int> {
  var near: InlineArray<N, UnsafeMutablePointer<CChar>>
  var far: InlineArray<N, UnsafeMutablePointer<CChar>>
}

extension Plan {
  /// Runs `kernel` in blocks: each is brought in through the inputs' stages, computed, and stored
  /// through the results' stages before the next begins, in order or from the last.
  ///
  /// With `isMasked` the last operand is a mask, and results are stored where it isn't 0.
  ///
  /// - Throws: `ArrayError` of kind `memory` if there is none for the buffers.
  func run(
    _ kernel: strided_kernel, stages: InlineArray<N, Stage?>, results: Int = 1,
    isMasked: Bool = false, backward: Bool
  ) throws(ArrayError) {
    var widest = 1
    var elementBytes = 0
    for k in 0..<N {
      if let stage = stages[k] {
        widest = max(widest, stage.nearSize, stage.size)
        elementBytes += stage.nearSize + stage.size
      }
    }
    guard elementBytes > 0 else { return run(kernel) }
    let length = max(Thresholds.blockBytes / widest, Thresholds.shortestBlock)
    let scratch = try Scratch(count: length, itemSize: elementBytes)
    defer { scratch.release() }

    var buffers = Buffers<N>(near: pointers, far: pointers)
    var free = scratch.address.assumingMemoryBound(to: CChar.self)
    for k in 0..<N {
      if let stage = stages[k] {
        buffers.near[k] = free
        buffers.far[k] = stage.far == nil ? free : free + length * stage.nearSize
        free += length * (stage.nearSize + stage.size)
      }
    }

    let (rows, row) = inner
    // A block is a piece of one row, or as many whole rows as fit.
    let width = min(row.count, length)
    let height = row.count <= length ? max(length / row.count, 1) : 1
    walk(outer: max(rank - 2, 0), backward: backward) { p in
      blocks(of: rows.count, by: height, backward: backward) { j, blockRows in
        blocks(of: row.count, by: width, backward: backward) { i, blockLength in
          var q = p
          for k in 0..<N { q[k] += j * rows.steps[k] + i * row.steps[k] }
          runBlock(
            kernel, stages, buffers, results, isMasked, at: q, blockRows, blockLength,
            rows.steps, row.steps)
        }
      }
    }
  }

  private func runBlock(
    _ kernel: strided_kernel, _ stages: InlineArray<N, Stage?>, _ buffers: Buffers<N>,
    _ results: Int, _ isMasked: Bool, at p: Pointers, _ n0: Int, _ n1: Int, _ s0: Steps, _ s1: Steps
  ) {
    var q = p
    var t0 = s0
    var t1 = s1
    for k in 0..<N {
      guard let stage = stages[k] else { continue }
      // What an input repeats is staged once.
      let c0 = k >= results && s0[k] == 0 ? 1 : n0
      let c1 = k >= results && s1[k] == 0 ? 1 : n1
      if k >= results {
        invoke(
          stage.near, c0, c1, [buffers.near[k], p[k]], [c1 * stage.nearSize, s0[k]],
          [stage.nearSize, s1[k]])
        if let far = stage.far {
          invoke(
            far, 1, c0 * c1, [buffers.far[k], buffers.near[k]], [0, 0],
            [stage.size, stage.nearSize])
        }
      }
      q[k] = buffers.far[k]
      t0[k] = c0 == 1 ? 0 : c1 * stage.size
      t1[k] = c1 == 1 && k >= results ? 0 : stage.size
    }
    invoke(kernel, n0, n1, q, t0, t1)
    for k in 0..<results {
      guard let stage = stages[k] else { continue }
      let near = buffers.near[k]
      if let far = stage.far {
        invoke(
          far, 1, n0 * n1, [near, buffers.far[k]], [0, 0], [stage.nearSize, stage.size])
      }
      if let swap = stage.swap {
        invoke(swap, 1, n0 * n1, [near, near], [0, 0], [stage.nearSize, stage.nearSize])
      }
      let rowBytes = n1 * stage.nearSize
      if isMasked {
        invoke(
          stage.near, n0, n1, [p[k], near, q[N - 1]], [s0[k], rowBytes, t0[N - 1]],
          [s1[k], stage.nearSize, t1[N - 1]])
      } else {
        invoke(
          stage.near, n0, n1, [p[k], near], [s0[k], rowBytes], [s1[k], stage.nearSize])
      }
    }
  }
}

/// Calls `body` with start and length of each piece of at most `size` of `count` positions.
@inline(__always)
private func blocks(
  of count: Int, by size: Int, backward: Bool, _ body: (_ start: Int, _ length: Int) -> Void
) {
  if backward {
    var end = count
    while end > 0 {
      let length = min(size, end)
      end -= length
      body(end, length)
    }
  } else {
    var start = 0
    while start < count {
      let length = min(size, count - start)
      body(start, length)
      start += length
    }
  }
}

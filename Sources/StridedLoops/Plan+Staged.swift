// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedLayouts

/// The buffers of one run: for each operand two blocks, of which an unstaged operand uses none.
private struct Buffers<let N: Int> {
  var near: InlineArray<N, UnsafeMutablePointer<CChar>>
  var far: InlineArray<N, UnsafeMutablePointer<CChar>>
  /// Where a program keeps what it computes on the way, of blocks of so many elements.
  var room: UnsafeMutablePointer<CChar>
  var length: Int
}

/// The pieces in which the two inner axes are walked.
private struct Pieces {
  var height: Int
  var width: Int
  /// The size of the results' elements if pieces of a row should end at cache lines, else 0.
  var lineSize = 0

  /// Pieces of one row, or as many whole rows as fit.
  init(rows: Int, row: Int, length: Int) {
    width = min(row, length)
    height = row <= length ? max(length / row, 1) : 1
  }

  /// Pieces about as high as wide.
  init(tilesOf length: Int) {
    height = 1 << ((Int.bitWidth - 1 - length.leadingZeroBitCount) / 2)
    width = length / height
  }

  /// The width of the first piece of a row of results that starts at `address`.
  func lead(_ address: UnsafeMutablePointer<CChar>) -> Int {
    guard lineSize > 0 else { return width }
    let past = Int(bitPattern: address) & (Thresholds.lineBytes - 1)
    return past == 0 || past % lineSize != 0 ? width : (Thresholds.lineBytes - past) / lineSize
  }
}

extension Plan {
  /// Runs kernels through the stages in the order that suits the operands' memory, as far as it is
  /// right: inputs that lie across the result are turned in tiles, large results are stored past
  /// the cache.
  ///
  /// - Throws: as the other form.
  mutating func run(
    _ computing: Computing, stages: InlineArray<N, Stage?>, results: Int = 1,
    isMasked: Bool = false, itemSizes: Steps, safety: Safety<N>
  ) throws(ArrayError) {
    var stages = stages
    var isTiled = false
    if safety.isFree, results == 1 {
      lengthenRows()
      if count >= Thresholds.tiledElements {
        let isAcross = bringAcross(results: 1)
        for k in 1..<N where isAcross[k] {
          stages[k] = .across(stages[k], size: itemSizes[k])
          isTiled = true
        }
      }
    }
    if results == 1, stages[0] == nil, safety.isApart, isStreamed(itemSize: itemSizes[0]) {
      stages[0] = .stream(size: itemSizes[0])
    }
    guard safety.isFree, results == 1 else {
      return try run(
        computing, stages: stages, results: results, isMasked: isMasked, backward: safety.backward)
    }
    let isDone = split(itemSizes: itemSizes) { part in
      do throws(ArrayError) {
        try part.run(
          computing, stages: stages, isMasked: isMasked, isTiled: isTiled, backward: false)
        return true
      } catch { return false }
    }
    if !isDone { throw ArrayError(.memory, "no memory for the buffers of an operation") }
  }

  /// Whether the result is so large that it should be stored past the cache, in rows that can be.
  func isStreamed(itemSize: Int) -> Bool {
    guard rank > 0, self[rank - 1].steps[0] == itemSize else { return false }
    return count * itemSize >= Thresholds.streamBytes
  }

  /// Runs kernels in blocks: each is brought in through the inputs' stages, computed, and stored
  /// through the results' stages before the next begins, in order or from the last.
  ///
  /// With `isMasked` the last operand is a mask, and results are stored where it isn't 0.
  ///
  /// - Throws: `ArrayError` of kind `memory` if there is none for the buffers.
  func run(
    _ computing: Computing, stages: InlineArray<N, Stage?>, results: Int = 1,
    isMasked: Bool = false, isTiled: Bool = false, backward: Bool
  ) throws(ArrayError) {
    if let orbit {
      return try run(computing, stages: stages, results: results, isMasked: isMasked, orbit)
    }
    var widest = 1
    var elementBytes = 0
    for k in 0..<N {
      if let stage = stages[k] {
        widest = max(widest, stage.nearSize, stage.size)
        elementBytes += stage.nearSize + stage.size
      }
    }
    if elementBytes == 0, case .kernel(let kernel) = computing { return run(kernel) }
    if case .program(let program) = computing { widest = max(widest, program.widest) }
    let isStreamed = stages[0]?.isStream == true
    defer { if isStreamed { strided_stream_end() } }
    let bytes =
      isTiled
      ? Thresholds.tileBytes : isStreamed ? Thresholds.streamBlockBytes : Thresholds.blockBytes
    let length = max(bytes / widest, Thresholds.shortestBlock)
    var roomBytes = 0
    if case .program(let program) = computing { roomBytes = program.roomBytes(length) }
    let scratch = try Scratch(buffersOf: 1, itemSize: roomBytes + length * elementBytes)
    defer { scratch.release() }

    var free = scratch.address.assumingMemoryBound(to: CChar.self)
    var buffers = Buffers<N>(near: pointers, far: pointers, room: free, length: length)
    if case .program(let program) = computing { program.prepare(free) }
    free += roomBytes
    for k in 0..<N {
      if let stage = stages[k] {
        buffers.near[k] = free
        buffers.far[k] = stage.far == nil ? free : free + length * stage.nearSize
        free += length * (stage.nearSize + stage.size)
      }
    }

    let (rows, row) = inner
    var pieces =
      isTiled ? Pieces(tilesOf: length) : Pieces(rows: rows.count, row: row.count, length: length)
    if isStreamed, !isTiled { pieces.lineSize = row.steps[0] }
    walkPieces(pieces, backward: backward) { p, n0, n1 in
      runBlock(
        computing, stages, buffers, results, isMasked, at: p, n0, n1, rows.steps, row.steps)
    }
  }

  /// Runs a kernel that needs no stages in tiles.
  func runTiles(_ kernel: strided_kernel, itemSize: Int) {
    let (rows, row) = inner
    walkPieces(Pieces(tilesOf: Thresholds.tileBytes / itemSize), backward: false) { p, n0, n1 in
      invoke(kernel, n0, n1, p, rows.steps, row.steps)
    }
  }

  /// Calls `body` for each piece, with where it starts and how many rows and columns it has.
  @inline(__always)
  private func walkPieces(
    _ pieces: Pieces, backward: Bool, _ body: (Pointers, Int, Int) -> Void
  ) {
    let (rows, row) = inner
    walk(outer: max(rank - 2, 0), backward: backward) { p in
      blocks(of: rows.count, by: pieces.height, first: pieces.height, backward: backward) { j, n0 in
        let first = pieces.lead(p[0] + j * rows.steps[0])
        blocks(of: row.count, by: pieces.width, first: first, backward: backward) { i, n1 in
          var q = p
          for k in 0..<N { q[k] += j * rows.steps[k] + i * row.steps[k] }
          body(q, n0, n1)
        }
      }
    }
  }

  private func runBlock(
    _ computing: Computing, _ stages: InlineArray<N, Stage?>, _ buffers: Buffers<N>,
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
    switch computing {
    case .kernel(let kernel): invoke(kernel, n0, n1, q, t0, t1)
    case .program(let program):
      program.run(n0, n1, q, t0, t1, buffers.room, length: buffers.length)
    }
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

/// Calls `body` with start and length of each piece of `count` positions: one of at most `first`,
/// then of at most `size`.
@inline(__always)
private func blocks(
  of count: Int, by size: Int, first: Int, backward: Bool,
  _ body: (_ start: Int, _ length: Int) -> Void
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
    var length = min(first, count)
    while start < count {
      body(start, length)
      start += length
      length = min(size, count - start)
    }
  }
}

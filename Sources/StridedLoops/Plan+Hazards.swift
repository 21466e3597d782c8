// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedLayouts
import StridedMemory

/// How a plan must be walked so that no input is read after the result overwrote it.
struct Safety<let N: Int> {
  /// Inputs of which a block must be read whole before its results are stored.
  var isHazardous = InlineArray<N, Bool>(repeating: false)
  /// Whether the walk goes from the last element to the first.
  var backward = false
  /// Inputs that no walk saves: they must be copied before it.
  var mustCopy = InlineArray<N, Bool>(repeating: false)
  /// The walk in orbits, if no direction saves as much.
  var orbit: OrbitWalk?
  /// Copies of inputs that no direction saves.
  var copies: [Scratch] = []
  /// Whether any order of walking is right.
  var isFree = true
  /// Whether no input lies among the bytes that the first result spans.
  var isApart = true

  /// Gives the copies back.
  func release() { for copy in copies { copy.release() } }
}

extension Plan {
  /// The addresses from the first byte of operand `k` to behind the last.
  func bounds(_ k: Int, itemSize: Int) -> (low: Int, high: Int) {
    var low = Int(bitPattern: pointers[k])
    var high = low + itemSize
    for i in 0..<rank {
      let reach = (self[i].count - 1) * self[i].steps[k]
      if reach < 0 { low += reach } else { high += reach }
    }
    return (low, high)
  }

  /// Whether the bytes that two operands span meet.
  private func meets(_ k: Int, _ r: Int, itemSizes: Steps) -> Bool {
    let target = bounds(r, itemSize: itemSizes[r])
    let input = bounds(k, itemSize: itemSizes[k])
    return input.low < target.high && target.low < input.high
  }

  /// Whether no byte belongs to both result `r` and operand `k`; exact.
  private func isDisjoint(_ k: Int, from r: Int, itemSizes: Steps) -> Bool {
    if !meets(k, r, itemSizes: itemSizes) { return true }
    guard let a = layout(of: r), let b = layout(of: k) else { return false }
    return a.overlaps(b, itemSize: itemSizes[r], otherItemSize: itemSizes[k], effort: .exact)
      == .disjoint
  }

  /// Whether a second result, operand 1, can be written along with the first: it shares memory
  /// with nothing but inputs at the same places, and not with itself.
  func isSecondResultApart(itemSizes: Steps) -> Bool {
    for k in 0..<N where k != 1 {
      if k > 1, itemSizes[k] == itemSizes[1], isIdentical(k, to: 1) { continue }
      if !isDisjoint(k, from: 1, itemSizes: itemSizes) { return false }
    }
    guard let layout = layout(of: 1) else { return false }
    return layout.overlapsItself(itemSize: itemSizes[1]) == .disjoint
  }

  /// Whether two elements of the result share a byte; exact.
  func targetOverlapsItself(itemSize: Int) -> Bool {
    guard let layout = layout(of: 0) else { return true }
    return layout.overlapsItself(itemSize: itemSize) != .disjoint
  }

  /// The elements of operand `k` as a layout whose offset 0 is the result's first byte.
  private func layout(of k: Int) -> Layout? {
    var axes = AxisList()
    for i in 0..<rank {
      axes.append(StridedLayouts.Axis(length: self[i].count, stride: self[i].steps[k]))
    }
    return try? Layout(axes: axes, offset: pointers[k] - pointers[0])
  }

  /// Whether the result's addresses only grow along the walk, elements apart; then no two
  /// elements of it share a byte.
  func isNested(itemSize: Int) -> Bool {
    var extent = itemSize
    for i in stride(from: rank - 1, through: 0, by: -1) {
      guard self[i].steps[0] >= extent else { return false }
      extent += (self[i].count - 1) * self[i].steps[0]
    }
    return true
  }

  /// Whether operand `k` and result `r` are element by element at the same places.
  private func isIdentical(_ k: Int, to r: Int) -> Bool {
    guard pointers[k] == pointers[r] else { return false }
    for i in 0..<rank where self[i].steps[k] != self[i].steps[r] { return false }
    return true
  }

  /// Finds the walk that overwrites no input too early, and copies the inputs that none saves.
  ///
  /// - Throws: `ArrayError` of kind `memory` if an input must be copied and there is none, of kind
  ///   `value` if copies are refused.
  mutating func resolveHazards(
    itemSizes: Steps, results: Int, isOrdered: Bool
  ) throws(ArrayError) -> Safety<N> {
    var safety = safeWalk(itemSizes: itemSizes, results: results, isOrdered: isOrdered)
    orbit = safety.orbit
    for k in results..<N where safety.mustCopy[k] {
      do {
        safety.copies.append(try copyAside(k, itemSize: itemSizes[k]))
      } catch {
        safety.release()
        throw error
      }
    }
    try LedgerReport.writing(to: pointers[0])
    return safety
  }

  /// The bytes of inputs that `resolveHazards` would copy.
  func copiedBytes(itemSizes: Steps, isOrdered: Bool) -> Int {
    let safety = safeWalk(itemSizes: itemSizes, results: 1, isOrdered: isOrdered)
    var bytes = 0
    for k in 1..<N where safety.mustCopy[k] { bytes &+= distinctCount(k) &* itemSizes[k] }
    return bytes
  }

  /// Finds the walk that overwrites no input too early, with as few bytes to copy as can be. Copies
  /// nothing.
  ///
  /// `isOrdered` says that the result overlaps itself and is walked in the order of its indices. A
  /// second result is known to be apart from everything.
  private func safeWalk(itemSizes: Steps, results: Int, isOrdered: Bool) -> Safety<N> {
    var safety = Safety<N>()
    safety.isFree = !isOrdered
    var any = false
    for k in results..<N {
      if meets(k, 0, itemSizes: itemSizes) { safety.isApart = false }
      if !isOrdered, itemSizes[k] == itemSizes[0], isIdentical(k, to: 0) { continue }
      if isDisjoint(k, from: 0, itemSizes: itemSizes) { continue }
      safety.isHazardous[k] = true
      any = true
    }
    guard any else { return safety }

    // With growing addresses of the result, an input that is nowhere behind the result is safe
    // in a walk forwards: what was written lies below the result, so below the input. Backwards
    // likewise, if the input never reaches the result's next element.
    let nested = !isOrdered && isNested(itemSize: itemSizes[0])
    let nextElement = leastStep
    var forward = InlineArray<N, Bool>(repeating: false)
    var backward = forward
    var forwardBytes = 0
    var backwardBytes = 0
    for k in 1..<N where safety.isHazardous[k] {
      if nested {
        let (least, greatest) = lead(k)
        forward[k] = least >= 0
        backward[k] = rank == 0 || greatest + itemSizes[k] <= nextElement
      }
      let bytes = distinctCount(k) &* itemSizes[k]
      if !forward[k] { forwardBytes &+= bytes }
      if !backward[k] { backwardBytes &+= bytes }
    }
    if nested, min(forwardBytes, backwardBytes) > 0,
      let walk = orbitWalk(safety.isHazardous, itemSizes: itemSizes)
    {
      var bytes = 0
      for k in 1..<N where safety.isHazardous[k] && !walk.isInput[k] {
        bytes &+= distinctCount(k) &* itemSizes[k]
      }
      if bytes < min(forwardBytes, backwardBytes) {
        for k in 1..<N where safety.isHazardous[k] && !walk.isInput[k] {
          safety.mustCopy[k] = true
          safety.isHazardous[k] = false
        }
        safety.orbit = walk
        safety.isFree = false
        return safety
      }
    }
    safety.backward = backwardBytes < forwardBytes
    for k in 1..<N where safety.isHazardous[k] {
      if safety.backward ? backward[k] : forward[k] {
        safety.isFree = false
        continue
      }
      safety.mustCopy[k] = true
      safety.isHazardous[k] = false
    }
    return safety
  }

  /// The least distance from an element of the result to the next in a nested walk, in bytes.
  ///
  /// At the end of a row the next element may be nearer than one inside it.
  private var leastStep: Int {
    var least = Int.max
    var inside = 0
    for i in stride(from: rank - 1, through: 0, by: -1) {
      least = min(least, self[i].steps[0] - inside)
      inside += (self[i].count - 1) * self[i].steps[0]
    }
    return least
  }

  /// How far operand `k` is ahead of the result, at least and at most, in bytes.
  private func lead(_ k: Int) -> (least: Int, greatest: Int) {
    var least = pointers[k] - pointers[0]
    var greatest = least
    for i in 0..<rank {
      let drift = (self[i].count - 1) * (self[i].steps[k] - self[i].steps[0])
      if drift < 0 { least += drift } else { greatest += drift }
    }
    return (least, greatest)
  }

  /// The number of elements of operand `k`, repeated ones counted once.
  private func distinctCount(_ k: Int) -> Int {
    var count = 1
    for i in 0..<rank where self[i].steps[k] != 0 { count *= self[i].count }
    return count
  }

  /// Replaces operand `k` by a compact copy, in which repeated elements are stored once.
  private mutating func copyAside(_ k: Int, itemSize: Int) throws(ArrayError) -> Scratch {
    try LedgerReport.copying(distinctCount(k) * itemSize, .overlap, operation: "assign")
    let scratch = try Scratch(count: distinctCount(k), itemSize: itemSize)
    let first = scratch.address.assumingMemoryBound(to: CChar.self)
    var copy = Plan<2>([first, pointers[k]])
    var step = itemSize
    for i in stride(from: rank - 1, through: 0, by: -1) where self[i].steps[k] != 0 {
      copy.append(Plan<2>.Axis(count: self[i].count, steps: [step, self[i].steps[k]]))
      self[i].steps[k] = step
      step *= self[i].count
    }
    copy.simplify(leader: 0)
    Loops.run(&copy, word: itemSize, isFree: true, isApart: true)
    pointers[k] = first
    return scratch
  }
}

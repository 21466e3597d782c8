// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedLayouts
import StridedMemory

/// A permutation of the result's elements: where in the result each element of an input lies.
///
/// `x[...] = x.T` reads every element from a place of the result itself. Such a walk needs no copy of
/// the input: blocks that trade places, as (i, j) and (j, i) do, are read together before either is
/// written. So do the three or four blocks that a rotation moves around in a circle.
struct Orbit: Equatable {
  /// For each axis of an input the axis of the result that it runs along.
  var axes: [Int]
  /// Whether it runs from the end.
  var isReversed: [Bool]
  /// After how many steps every element is back at its place.
  var order: Int
}

/// A walk in orbits: the permutation, and the inputs that it makes of the result.
final class OrbitWalk {
  let orbit: Orbit
  let isInput: [Bool]
  let itemSizes: [Int]

  init(_ orbit: Orbit, isInput: [Bool], itemSizes: [Int]) {
    self.orbit = orbit
    self.isInput = isInput
    self.itemSizes = itemSizes
  }
}

extension Plan {
  /// The walk in orbits that spares the first of the inputs that it can, and all that are like it;
  /// nil if it spares none.
  func orbitWalk(_ isHazardous: InlineArray<N, Bool>, itemSizes: Steps) -> OrbitWalk? {
    var found: Orbit?
    var isInput = [Bool](repeating: false, count: N)
    for k in 1..<N where isHazardous[k] && itemSizes[k] == itemSizes[0] {
      guard let orbit = orbit(of: k), found == nil || orbit == found else { continue }
      found = orbit
      isInput[k] = true
    }
    return found.map {
      OrbitWalk($0, isInput: isInput, itemSizes: (0..<N).map { itemSizes[$0] })
    }
  }

  /// The permutation that makes operand `k` of the result, whose elements lie apart; nil if there
  /// is none.
  private func orbit(of k: Int) -> Orbit? {
    guard rank > 0 else { return nil }
    var axes: [Int] = []
    var isReversed: [Bool] = []
    var start = 0
    for i in 0..<rank {
      let step = self[i].steps[k]
      let match = (0..<rank).first {
        self[$0].steps[0] == abs(step) && self[$0].count == self[i].count
      }
      guard let match, step != 0, !axes.contains(match) else { return nil }
      axes.append(match)
      isReversed.append(step < 0)
      if step < 0 { start += (self[i].count - 1) * self[match].steps[0] }
    }
    guard pointers[k] - pointers[0] == start else { return nil }
    return Orbit(axes: axes, isReversed: isReversed)
  }

  /// Runs kernels in orbits of blocks: all inputs of an orbit that lie in the result are brought
  /// aside, in memory for a few blocks, before the first result of it is written.
  ///
  /// - Throws: `ArrayError` of kind `memory` if there is none for the buffers.
  func run(
    _ computing: Computing, stages: InlineArray<N, Stage?>, results: Int, isMasked: Bool,
    _ walk: OrbitWalk
  ) throws(ArrayError) {
    let (orbit, inputs, itemSizes) = (walk.orbit, walk.isInput, walk.itemSizes)
    let cuts = self.cuts(orbit, itemSize: itemSizes[0])
    let largest = cuts.reduce(1) { $0 * $1.longest }
    var stages = stages
    var inputBytes = 0
    for k in 1..<N where inputs[k] {
      inputBytes += itemSizes[k]
      // What is brought aside is safe; only a conversion is left to do.
      if stages[k]?.isCopy == true { stages[k] = nil }
    }
    let scratch = try Scratch(count: largest * orbit.order, itemSize: inputBytes)
    defer { scratch.release() }
    let buffers = scratch.address.assumingMemoryBound(to: CChar.self)

    var block = [Int](repeating: 0, count: rank)
    repeat {
      // Each orbit is run when its first block is reached.
      var members = [block]
      var isFirst = true
      while isFirst {
        let next = orbit.image(members[members.count - 1], cuts)
        if next == block { break }
        isFirst = block.lexicographicallyPrecedes(next)
        members.append(next)
      }
      guard isFirst else { continue }
      var parts: [Plan] = []
      for (number, member) in members.enumerated() {
        var part = part(member, cuts)
        var free = buffers + number * largest * inputBytes
        for k in 1..<N where inputs[k] {
          part.bringAside(k, to: free, itemSize: itemSizes[k])
          free += largest * itemSizes[k]
        }
        parts.append(part)
      }
      for var part in parts {
        part.dropUnitAxes()
        part.merge()
        try part.run(
          computing, stages: stages, results: results, isMasked: isMasked, backward: false)
      }
    } while advance(&block, cuts)
  }

  /// The axes cut in pieces, equally wherever elements move from one axis to another, and
  /// symmetrically wherever they move to the other end.
  private func cuts(_ orbit: Orbit, itemSize: Int) -> [Cuts] {
    var lengths = [Int](repeating: 0, count: rank)
    var isMirrored = [Bool](repeating: false, count: rank)
    var budget = max(Thresholds.orbitBlockBytes / itemSize, 1)
    for axis in stride(from: rank - 1, through: 0, by: -1) where lengths[axis] == 0 {
      var group = [axis]
      while let last = group.last, orbit.axes[last] != axis { group.append(orbit.axes[last]) }
      // Pieces of a group share the budget: the largest whose power fits.
      var length = 1
      func fits(_ length: Int) -> Bool {
        var product = 1
        for _ in group { product *= length }
        return product <= budget
      }
      while length < self[axis].count, fits(2 * length) { length *= 2 }
      length = min(length, self[axis].count)
      for member in group {
        budget = max(budget / length, 1)
        lengths[member] = length
        isMirrored[member] = group.contains { orbit.isReversed[$0] }
      }
    }
    return (0..<rank).map { Cuts(self[$0].count, by: lengths[$0], isMirrored: isMirrored[$0]) }
  }

  /// The part of the plan that is one block.
  private func part(_ block: [Int], _ cuts: [Cuts]) -> Plan {
    var part = self
    part.orbit = nil
    for i in 0..<rank {
      let piece = cuts[i].piece(block[i])
      for k in 0..<N { part.pointers[k] += piece.lowerBound * self[i].steps[k] }
      part[i].count = piece.count
    }
    return part
  }

  /// Copies what operand `k` is here, densely, and makes the copy the operand.
  private mutating func bringAside(
    _ k: Int, to target: UnsafeMutablePointer<CChar>, itemSize: Int
  ) {
    var copy = Plan<2>([target, pointers[k]])
    var step = itemSize
    for i in stride(from: rank - 1, through: 0, by: -1) {
      copy.append(Plan<2>.Axis(count: self[i].count, steps: [step, self[i].steps[k]]))
      self[i].steps[k] = step
      step *= self[i].count
    }
    copy.simplify(leader: 0)
    if let kernel = strided_copy_kernel(CInt(itemSize)) { copy.run(kernel) }
    pointers[k] = target
  }

  private func advance(_ block: inout [Int], _ cuts: [Cuts]) -> Bool {
    var axis = rank - 1
    while axis >= 0 {
      block[axis] += 1
      if block[axis] < cuts[axis].count { return true }
      block[axis] = 0
      axis -= 1
    }
    return false
  }
}

extension Orbit {
  /// Creates a permutation; nil if it takes too many steps to come back.
  init?(axes: [Int], isReversed: [Bool]) {
    self.init(axes: axes, isReversed: isReversed, order: 1)
    // The square, the cube … of the permutation, until it is the identity.
    var (power, signs) = (axes, isReversed)
    while power != Array(axes.indices) || signs.contains(true) {
      order += 1
      guard order <= Thresholds.longestOrbit else { return nil }
      signs = power.indices.map { signs[$0] != isReversed[power[$0]] }
      power = power.map { axes[$0] }
    }
  }

  /// The block of the result in which the inputs of a block lie.
  fileprivate func image(_ block: [Int], _ cuts: [Cuts]) -> [Int] {
    var image = block
    for (axis, target) in axes.enumerated() {
      image[target] = isReversed[axis] ? cuts[axis].count - 1 - block[axis] : block[axis]
    }
    return image
  }
}

/// An axis cut in pieces of equal length, but one: the last, or the one in the middle.
private struct Cuts {
  let length: Int
  let by: Int
  let isMirrored: Bool
  let count: Int

  init(_ length: Int, by: Int, isMirrored: Bool) {
    self.length = length
    self.by = by
    self.isMirrored = isMirrored
    let half = length / 2 / by
    // The middle is what two halves of whole pieces leave; there may be nothing.
    count = isMirrored ? 2 * half + (length == 2 * half * by ? 0 : 1) : (length + by - 1) / by
  }

  /// The length of the longest piece.
  var longest: Int { isMirrored ? max(by, length - 2 * (length / 2 / by) * by) : by }

  func piece(_ i: Int) -> Range<Int> {
    guard isMirrored else { return (i * by)..<min((i + 1) * by, length) }
    let half = length / 2 / by
    if i < half { return (i * by)..<((i + 1) * by) }
    let last = count - 1 - i
    if last < half { return (length - (last + 1) * by)..<(length - last * by) }
    return (half * by)..<(length - half * by)
  }
}

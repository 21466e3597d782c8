// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedLayouts

/// One walk over the elements of `N` operands of one shape; operand 0 is the result.
///
/// Axes are listed outermost first. A plan is made of operands, then simplified in stages: drop
/// axes of length 1, reverse, sort, merge. Up to four axes it allocates nothing.
public struct Plan<let N: Int> {
  typealias Steps = InlineArray<N, Int>
  typealias Pointers = InlineArray<N, UnsafeMutablePointer<CChar>>

  /// One axis: its length, and the distance of neighbours in each operand, in bytes.
  struct Axis {
    var count: Int
    var steps: Steps
  }

  // Invariant: axes 0..<4 are inline, the others in `spill`, whose count is max(rank - 4, 0).
  private var inline: InlineArray<4, Axis>
  private var spill: [Axis]
  private(set) var rank: Int
  /// Where the walk starts in each operand.
  var pointers: Pointers
  /// The walk in orbits, where inputs are permutations of the result.
  var orbit: OrbitWalk?

  /// Creates the plan of a single element at `pointers`.
  init(_ pointers: Pointers) {
    inline = InlineArray(repeating: Axis(count: 1, steps: Steps(repeating: 0)))
    spill = []
    rank = 0
    self.pointers = pointers
  }

  /// Creates a plan over the axes of `target`, whose steps fill every operand until they attach.
  init(target: Operand) {
    self.init(Pointers(repeating: target.first))
    for i in 0..<target.layout.axes.count {
      let axis = target.layout.axes[i]
      append(Axis(count: axis.length, steps: Steps(repeating: axis.stride)))
    }
  }

  subscript(i: Int) -> Axis {
    @inline(__always) get { i < 4 ? inline[i] : spill[i - 4] }
    set { if i < 4 { inline[i] = newValue } else { spill[i - 4] = newValue } }
  }

  /// Adds an axis inside all others.
  mutating func append(_ axis: Axis) {
    if rank < 4 { inline[rank] = axis } else { spill.append(axis) }
    rank += 1
  }

  /// Leaves out the innermost axis.
  mutating func removeLast() { truncate(to: rank - 1) }

  private mutating func truncate(to newRank: Int) {
    if spill.count > 0 { spill.removeLast(spill.count - max(newRank - 4, 0)) }
    rank = newRank
  }

  /// Makes operand `k` the elements of `operand`, broadcast to the shape of the plan.
  ///
  /// - Throws: `ArrayError` of kind `value` if a length is neither that of the plan nor 1.
  mutating func attach(_ k: Int, _ operand: Operand) throws(ArrayError) {
    let extra = rank - operand.layout.axes.count
    pointers[k] = operand.first
    var fits = true
    for i in 0..<max(rank, operand.layout.axes.count) {
      // Position i of the longer list of axes; both end together.
      let outer = extra < 0 ? i + extra : i
      let own = extra < 0 ? i : i - extra
      if outer < 0 {
        fits = fits && operand.layout.axes[own].length == 1
      } else if own < 0 {
        self[outer].steps[k] = 0
      } else {
        let axis = operand.layout.axes[own]
        fits = fits && (axis.length == self[outer].count || axis.length == 1)
        self[outer].steps[k] = axis.length == 1 ? 0 : axis.stride
      }
    }
    guard fits else {
      let own = operand.layout.shape
      let wanted = (0..<rank).map { self[$0].count }
      throw ArrayError(
        .value,
        "could not broadcast input array from shape \(tuple(own, separator: ",")) into shape "
          + "\(tuple(wanted, separator: ",")); every length must be equal or 1, "
          + "counted from the last axis",
        operand: N == 2 ? "source" : "operand \(k - 1)", shapes: [own, wanted])
    }
  }

  /// The number of positions.
  var count: Int {
    var count = 1
    for i in 0..<rank { count *= self[i].count }
    return count
  }

  /// Whether there is nothing to walk.
  var isEmpty: Bool {
    for i in 0..<rank where self[i].count == 0 { return true }
    return false
  }
}

// MARK: Stages

extension Plan {
  /// Leaves out axes of length 1.
  mutating func dropUnitAxes() {
    var kept = 0
    for i in 0..<rank where self[i].count != 1 {
      if kept != i { self[kept] = self[i] }
      kept += 1
    }
    truncate(to: kept)
  }

  /// Reverses the axes that `leader` (or where it stands still, the first that moves) walks
  /// backwards.
  mutating func reverse(leader: Int) {
    for i in 0..<rank {
      var sign = self[i].steps[leader].signum()
      for k in 0..<N where sign == 0 { sign = self[i].steps[k].signum() }
      if sign < 0 { reverse(axis: i) }
    }
  }

  /// Walks an axis the other way.
  mutating func reverse(axis i: Int) {
    for k in 0..<N {
      let step = self[i].steps[k]
      pointers[k] += (self[i].count - 1) * step
      self[i].steps[k] = 0 &- step
    }
  }

  /// Sorts the axes by the distance `leader` moves, largest first; equal ones by the others'.
  mutating func sort(leader: Int) {
    var i = 1
    while i < rank {
      let axis = self[i]
      var j = i
      while j > 0, isInside(self[j - 1], axis, leader) {
        self[j] = self[j - 1]
        j -= 1
      }
      if j != i { self[j] = axis }
      i += 1
    }
  }

  private func isInside(_ a: Axis, _ b: Axis, _ leader: Int) -> Bool {
    if a.steps[leader].magnitude != b.steps[leader].magnitude {
      return a.steps[leader].magnitude < b.steps[leader].magnitude
    }
    for k in 0..<N where a.steps[k].magnitude != b.steps[k].magnitude {
      return a.steps[k].magnitude < b.steps[k].magnitude
    }
    return false
  }

  /// Joins neighbours that all operands walk as if they were one axis.
  mutating func merge() {
    guard rank > 1 else { return }
    var last = 0
    for i in 1..<rank {
      let axis = self[i]
      var joins = true
      for k in 0..<N where self[last].steps[k] != axis.steps[k] &* axis.count { joins = false }
      if joins {
        self[last] = Axis(count: self[last].count * axis.count, steps: axis.steps)
      } else {
        last += 1
        if last != i { self[last] = axis }
      }
    }
    truncate(to: last + 1)
  }

  /// Brings the axes in the order that suits `leader`, in as few axes as can be.
  mutating func simplify(leader: Int) {
    dropUnitAxes()
    reverse(leader: leader)
    sort(leader: leader)
    merge()
  }
}

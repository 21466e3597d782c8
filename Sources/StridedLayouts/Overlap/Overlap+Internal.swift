// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Whether two different elements of this layout share a byte.
  ///
  /// Without a search it is known that an axis of stride 0, or whose stride is shorter than an
  /// element, makes elements share bytes, and that they don't if along every axis one step is
  /// longer than all inner axes together: so it is for every slice or transpose of a dense array.
  ///
  /// - Parameters:
  ///   - itemSize: The bytes of an element; without bytes nothing is shared.
  ///   - effort: How hard to look. With `exact` the answer is never `undecided`.
  /// - Complexity: O(rank²) without a search; see `Diophantine` for others.
  ///
  /// NumPy: `numpy._core._multiarray_tests.internal_overlap`.
  public func overlapsItself(itemSize: Int, effort: OverlapEffort = .exact) -> OverlapAnswer {
    guard itemSize > 0, !isEmpty else { return .disjoint }
    if axes.count <= AxisList.inlineCapacity {
      var sorted = InlineArray<4, Axis>(repeating: Axis(length: 1, stride: 0))
      var span = sorted.mutableSpan
      return internalOverlap(itemSize, effort, &span)
    }
    var sorted = [Axis](repeating: Axis(length: 1, stride: 0), count: axes.count)
    var span = sorted.mutableSpan
    return internalOverlap(itemSize, effort, &span)
  }

  @inline(__always)
  private func internalOverlap(
    _ itemSize: Int, _ effort: OverlapEffort, _ sorted: inout MutableSpan<Axis>
  ) -> OverlapAnswer {
    // The axes that address something, longest stride first.
    var count = 0
    for i in 0..<axes.count where axes[i].length > 1 {
      let axis = axes[i]
      if axis.stride.magnitude < UInt(bitPattern: itemSize) { return .shared }
      var j = count
      while j > 0, sorted[j - 1].stride.magnitude < axis.stride.magnitude {
        sorted[j] = sorted[j - 1]
        j -= 1
      }
      if j > 0, sorted[j - 1].stride.magnitude == axis.stride.magnitude { return .shared }
      sorted[j] = axis
      count += 1
    }

    // Two elements that share a byte differ first along some axis: let one be a step or more ahead
    // there, then all inner axes together have to make up for it.
    let slack = UInt(bitPattern: itemSize &- 1)
    var reach = slack
    var answer = OverlapAnswer.disjoint
    for k in (0..<count).reversed() {
      let stride = sorted[k].stride.magnitude
      if stride <= reach {
        if case .bounds = effort { return .undecided }
        switch stepIsMadeUp(k, count, reach - stride, slack, effort, sorted) {
        case .shared: return .shared
        case .undecided: answer = .undecided
        case .disjoint: break
        }
      }
      reach = reach.addingCutOff(
        stride.multipliedCutOff(UInt(bitPattern: sorted[k].length &- 1)))
    }
    return answer
  }

  /// Whether one or more steps along axis `k` can be undone by the axes after it, to within an
  /// element: `stride * d + sum(±innerStride * e) + w == 0`, all counted from their least values.
  private func stepIsMadeUp(
    _ k: Int, _ count: Int, _ total: UInt, _ slack: UInt, _ effort: OverlapEffort,
    _ sorted: borrowing MutableSpan<Axis>
  ) -> OverlapAnswer {
    var terms = [SearchTerm](repeating: SearchTerm(), count: count - k + 1)
    var span = terms.mutableSpan
    var search = DiophantineSearch(total: total)
    search.add(
      sorted[k].stride.magnitude, upTo: UInt(bitPattern: sorted[k].length &- 2), to: &span)
    for j in (k + 1)..<max(k + 1, count) {
      let bound = UInt(bitPattern: sorted[j].length &- 1)
      search.add(sorted[j].stride.magnitude, upTo: bound.multipliedCutOff(2), to: &span)
    }
    search.add(1, upTo: slack.multipliedCutOff(2), to: &span)
    var workLimit: Int?
    if case .limited(let work) = effort { workLimit = work }
    switch search.solve(&span, workLimit: workLimit) {
    case .found: return .shared
    case .impossible: return .disjoint
    case .undecided: return .undecided
    }
  }
}

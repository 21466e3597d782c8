// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the axes in the order in which they lie in memory, outermost first.
  ///
  /// By the size of the stride, descending; equal ones keep their order and zero is the smallest.
  /// O(rank²). NumPy: what `order='K'` means to `numpy.copy` and `numpy.empty_like`.
  public func memoryOrder() -> [Int] {
    var order = Array(0..<rank)
    for i in order.indices.dropFirst() {
      var hole = i
      let size = axes[i].stride.magnitude
      while hole > 0, axes[order[hole - 1]].stride.magnitude < size {
        order[hole] = order[hole - 1]
        hole -= 1
      }
      order[hole] = i
    }
    return order
  }

  /// Returns the order in which a walk over several arrays of one shape visits their axes,
  /// outermost first.
  ///
  /// Starts from row-major order. Two axes are compared only by layouts that move along both, and
  /// one layout that wants them in row-major order is enough to keep them so. O(rank² × layouts).
  /// NumPy: what `order='K'` means to `numpy.nditer` and to the results of ufuncs.
  ///
  /// - Precondition: All layouts have the same shape.
  public static func memoryOrder(of layouts: [Layout]) -> [Int] {
    let rank = layouts.first?.rank ?? 0
    // Innermost first while sorting.
    var order = Array((0..<rank).reversed())
    for i in order.indices.dropFirst() {
      let axis = order[i]
      var target = i
      var j = i - 1
      while j >= 0 {
        switch comparison(of: axis, within: order[j], layouts) {
        case .inside: target = j
        case .outside: j = 0
        case .unknown: break
        }
        j -= 1
      }
      if target != i {
        order.remove(at: i)
        order.insert(axis, at: target)
      }
    }
    return order.reversed()
  }

  private enum Place { case inside, outside, unknown }

  /// Where `axis` belongs, as against `other`, which lies further inside so far.
  private static func comparison(
    of axis: Int, within other: Int, _ layouts: [Layout]
  ) -> Place {
    var place = Place.unknown
    for layout in layouts {
      let size = layout.walkingStride(axis)
      let otherSize = layout.walkingStride(other)
      guard size != 0, otherSize != 0 else { continue }
      if otherSize <= size { return .outside }
      place = .inside
    }
    return place
  }

  /// The size of a stride; an axis of length 1 does not move.
  private func walkingStride(_ axis: Int) -> UInt {
    axes[axis].length == 1 ? 0 : axes[axis].stride.magnitude
  }
}

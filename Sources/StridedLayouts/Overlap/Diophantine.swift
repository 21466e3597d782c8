// SPDX-License-Identifier: Apache-2.0

/// A linear equation in bounded whole numbers: `sum(coefficients[i] * x[i]) == total` with
/// `0 <= x[i] <= bounds[i]`.
///
/// Whether two strided arrays share a byte is such an equation, and so is a subset sum: in general
/// the problem is NP-hard. `solve` tries, in this order,
///
/// 1. a depth-first search that follows only values which the greatest common divisor and the
///    largest sum of the other terms allow; slices of one dense array are decided here at once;
/// 2. after some thousand dead ends, whichever is cheapest: two sorted lists of partial sums (for
///    few combinations), a bitset of reachable sums (for totals that fit memory), or all values
///    of the term with the fewest, and the rest likewise;
/// 3. if the first two are too large, the third alone, which may take exponential time.
///
/// NumPy: `solve_diophantine` in `mem_overlap.c`, which has the search only.
public struct Diophantine: Hashable, Sendable {
  /// What became of the search for a solution.
  public enum Solution: Hashable, Sendable {
    /// These values solve the equation, in the order of the coefficients.
    case solvable([Int])
    /// No values do.
    case unsolvable
    /// The work limit was reached first.
    case undecided
  }

  /// The factors of the unknowns; any sign.
  public var coefficients: [Int]
  /// The largest value of each unknown; a missing or negative one allows no value at all.
  public var bounds: [Int]
  /// The sum to reach.
  public var total: Int

  /// Creates an equation.
  public init(coefficients: [Int], bounds: [Int], total: Int) {
    self.coefficients = coefficients
    self.bounds = bounds
    self.total = total
  }

  /// Looks for a solution.
  ///
  /// - Parameter workLimit: The number of dead ends of the search after which to give up; nil
  ///   never gives up. Without a limit the answer is exact, except that an equation whose negative
  ///   coefficients add up to more than `UInt.max` is `undecided`.
  /// - Complexity: O(n log n) for equations of slices of one dense array; exponential in the
  ///   number of unknowns at worst.
  public func solve(workLimit: Int? = nil) -> Solution {
    guard bounds.count == coefficients.count, bounds.allSatisfy({ $0 >= 0 }) else {
      return .unsolvable
    }
    switch turnedTotal() {
    case .below: return .unsolvable
    case .above: return .undecided
    case .exactly(let total): return solve(turned: total, workLimit: workLimit)
    }
  }

  private enum TurnedTotal { case below, above, exactly(UInt) }

  /// The total once every unknown of a negative coefficient is counted down from its bound.
  private func turnedTotal() -> TurnedTotal {
    var sum = UInt(0)
    for i in coefficients.indices where coefficients[i] < 0 {
      let (part, partOverflows) = coefficients[i].magnitude
        .multipliedReportingOverflow(by: bounds[i].magnitude)
      let (next, overflows) = sum.addingReportingOverflow(part)
      if partOverflows || overflows { return .above }
      sum = next
    }
    if total < 0 {
      return sum < total.magnitude ? .below : .exactly(sum - total.magnitude)
    }
    let (all, overflows) = sum.addingReportingOverflow(total.magnitude)
    return overflows ? .above : .exactly(all)
  }

  private func solve(turned total: UInt, workLimit: Int?) -> Solution {
    var terms = [SearchTerm](repeating: SearchTerm(), count: coefficients.count)
    var span = terms.mutableSpan
    var search = DiophantineSearch(total: total)
    for i in coefficients.indices {
      search.add(coefficients[i].magnitude, upTo: bounds[i].magnitude, to: &span)
    }
    switch search.solve(&span, workLimit: workLimit) {
    case .impossible: return .unsolvable
    case .undecided: return .undecided
    case .found: break
    }
    // Equal coefficients were merged into one term: hand its value out to them in order.
    var values = [Int](repeating: 0, count: coefficients.count)
    for i in coefficients.indices {
      let share = search.take(coefficients[i].magnitude, upTo: bounds[i].magnitude, from: &span)
      values[i] = coefficients[i] < 0 ? bounds[i] - Int(share) : Int(share)
    }
    return .solvable(values)
  }
}

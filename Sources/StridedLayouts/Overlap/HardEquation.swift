// SPDX-License-Identifier: Apache-2.0

/// A positive factor and the largest value of its unknown.
struct BoundedTerm {
  var coefficient: UInt
  var bound: UInt
}

/// An equation of positive terms on which plain search has failed, to be answered exactly.
struct HardEquation {
  /// The memory and time limits, all in one place.
  enum Limits {
    /// The longest bitset of reachable sums, in bits (256 MB).
    static let sums = UInt(1) << 31
    /// The longest sorted list of sums (32 MB of 64-bit sums).
    static let list = UInt(1) << 22
    /// The most sums that are looked up in a bitset.
    static let probes = UInt(1) << 32
    /// The most values of one term for each of which the other terms are solved apart.
    static let branches = UInt(4)
  }

  /// The terms, largest coefficient first.
  let terms: [BoundedTerm]
  /// The sum to reach.
  let total: UInt

  /// The values of a solution in the order of the terms, or nil if there is none.
  func solve() -> [UInt]? {
    guard !terms.isEmpty else { return total == 0 ? [] : nil }
    var divisor = UInt(0)
    for term in terms { divisor = divisor.commonDivisor(term.coefficient) }
    guard divisor > 0, total % divisor == 0 else { return nil }
    let reduced = total / divisor

    // Terms that can only be zero are left out.
    var kept: [Int] = []
    var capped: [BoundedTerm] = []
    var largest = UInt(0)
    for i in terms.indices {
      let coefficient = terms[i].coefficient / divisor
      let bound = min(terms[i].bound, reduced / coefficient)
      guard bound > 0 else { continue }
      kept.append(i)
      capped.append(BoundedTerm(coefficient: coefficient, bound: bound))
      largest = largest.addingCutOff(coefficient * bound)
    }
    guard reduced <= largest else { return nil }

    // Counting all unknowns down from their bounds gives an equation of the same kind.
    let isTurned = largest < .max && largest - reduced < reduced
    let core = HardEquation(terms: capped, total: isTurned ? largest - reduced : reduced)
    guard let values = core.solveReduced() else { return nil }
    var all = [UInt](repeating: 0, count: terms.count)
    for (i, value) in zip(kept, values) { all[i] = value }
    if isTurned {
      for (i, term) in zip(kept, capped) { all[i] = term.bound - all[i] }
    }
    return all
  }

  /// Solves the equation by search if that is easy, else by the cheapest method that is possible.
  func solveWithSearch(workLimit: Int) -> (outcome: DiophantineSearch.Outcome, values: [UInt]) {
    var search = DiophantineSearch(total: total)
    var states = [SearchTerm](repeating: SearchTerm(), count: terms.count)
    var span = states.mutableSpan
    for term in terms { search.add(term.coefficient, upTo: term.bound, to: &span) }
    let outcome = search.searchOnly(&span, workLimit: workLimit)
    guard outcome == .found else { return (outcome, []) }
    var values: [UInt] = []
    for term in terms {
      values.append(search.take(term.coefficient, upTo: term.bound, from: &span))
    }
    return (outcome, values)
  }

  private func solveReduced() -> [UInt]? {
    if terms.isEmpty { return total == 0 ? [] : nil }
    let (outcome, values) = solveWithSearch(workLimit: DiophantineSearch.easyWork)
    switch outcome {
    case .found: return values
    case .impossible: return nil
    case .undecided: break
    }
    if let (position, first, step, last) = fewestBranches() {
      return solve(fixing: position, first, step, last)
    }
    switch cheapestMethod() {
    case .lists(let left, let right): return SumLists(equation: self).solve(left, right)
    case .bits(let inBits): return solve(inBits: inBits)
    case .search: return solveWithSearch(workLimit: .max).values.nonEmpty
    }
  }

  // MARK: One term that the divisor of the others leaves few values

  private func fewestBranches() -> (position: Int, first: UInt, step: UInt, last: UInt)? {
    for i in terms.indices.reversed() {
      var others = UInt(0)
      for j in terms.indices where j != i { others = others.commonDivisor(terms[j].coefficient) }
      guard others > 1 else { continue }
      let (shared, inverse) = others.commonDivisor(invertingIn: terms[i].coefficient)
      let step = others / shared
      guard step > 1 else { continue }
      // The divisor of all terms is 1, so a residue exists.
      let first = (total / shared).multiplied(by: inverse, modulo: step)
      guard first <= terms[i].bound else { return (i, 1, 1, 0) }
      if (terms[i].bound - first) / step < Limits.branches {
        return (i, first, step, terms[i].bound)
      }
    }
    return nil
  }

  private func solve(
    fixing position: Int, _ first: UInt, _ step: UInt, _ last: UInt
  ) -> [UInt]? {
    var others = terms
    let term = others.remove(at: position)
    var value = first
    while value <= last {
      let rest = total - value * term.coefficient
      if var values = HardEquation(terms: others, total: rest).solve() {
        values.insert(value, at: position)
        return values
      }
      let (next, overflows) = value.addingReportingOverflow(step)
      if overflows { break }
      value = next
    }
    return nil
  }

  // MARK: The choice of a method

  private enum Method { case lists([Int], [Int]), bits(Int), search }

  private func cheapestMethod() -> Method {
    var best = Method.search
    var bestCost = UInt.max

    // Two lists of about the same length: each term joins the shorter one, longest first.
    var sides: ([Int], [Int]) = ([], [])
    var lengths = (UInt(1), UInt(1))
    let order = terms.indices.sorted { terms[$0].bound > terms[$1].bound }
    for i in order {
      let choices = terms[i].bound.addingCutOff(1)
      if lengths.0 <= lengths.1 {
        sides.0.append(i)
        lengths.0 = lengths.0.multipliedCutOff(choices)
      } else {
        sides.1.append(i)
        lengths.1 = lengths.1.multipliedCutOff(choices)
      }
    }
    if max(lengths.0, lengths.1) <= Limits.list {
      best = .lists(sides.0, sides.1)
      bestCost = (lengths.0 + lengths.1) * 16
    }

    // The smallest coefficients in a bitset, all sums of the others looked up in it.
    for inBits in 1..<max(1, terms.count) {
      let sums = ReachableSums.cost(of: terms.suffix(inBits), upTo: total)
      var probes = UInt(1)
      for term in terms.dropLast(inBits) {
        probes = probes.multipliedCutOff(term.bound.addingCutOff(1))
      }
      guard sums.bits <= Limits.sums, probes <= Limits.probes else { continue }
      let cost = sums.wordSteps.addingCutOff(probes.multipliedCutOff(4))
      if cost < bestCost {
        best = .bits(inBits)
        bestCost = cost
      }
    }
    return best
  }

  private func solve(inBits: Int) -> [UInt]? {
    let small = Array(terms.suffix(inBits))
    let large = Array(terms.dropLast(inBits))
    let reachable = ReachableSums(of: small, upTo: total)
    guard let (values, rest) = reachable.firstHit(large, total: total) else { return nil }
    // A smaller equation with a known answer: only the way to it is still to be found.
    guard let others = HardEquation(terms: small, total: rest).solve() else { return nil }
    return values + others
  }
}

extension Array {
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}

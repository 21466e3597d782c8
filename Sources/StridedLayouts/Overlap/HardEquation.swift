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
    static let probes = UInt(UInt32.max)
    /// The most values of one term for each of which the other terms are solved apart.
    static let branches = UInt(4)
  }

  /// The terms, largest coefficient first.
  let terms: [BoundedTerm]
  /// The sum to reach.
  let total: UInt
  /// Dead ends after which plain search is given up.
  var patience = DiophantineSearch.easyWork

  /// The values of a solution in the order of the terms, or nil if there is none.
  func solve() -> [UInt]? {
    // Terms that can only be zero are left out, also from the divisor.
    var kept: [Int] = []
    var divisor = UInt(0)
    for i in terms.indices where min(terms[i].bound, total / terms[i].coefficient) > 0 {
      kept.append(i)
      divisor = divisor.commonDivisor(terms[i].coefficient)
    }
    guard divisor > 0 else { return total == 0 ? terms.map { _ in 0 } : nil }
    guard total % divisor == 0 else { return nil }
    let reduced = total / divisor
    var capped: [BoundedTerm] = []
    var largest = UInt(0)
    for i in kept {
      let coefficient = terms[i].coefficient / divisor
      let bound = min(terms[i].bound, reduced / coefficient)
      capped.append(BoundedTerm(coefficient: coefficient, bound: bound))
      largest = largest.addingCutOff(coefficient * bound)
    }
    guard reduced <= largest else { return nil }

    // Counting all unknowns down from their bounds gives an equation of the same kind.
    let isTurned = largest < .max && largest - reduced < reduced
    let goal = isTurned ? largest - reduced : reduced
    let core = HardEquation(
      terms: isTurned
        ? capped.map {
          BoundedTerm(coefficient: $0.coefficient, bound: min($0.bound, goal / $0.coefficient))
        } : capped,
      total: goal, patience: patience)
    guard let values = core.solveReduced() else { return nil }
    var all = [UInt](repeating: 0, count: terms.count)
    for (i, value) in zip(kept, values) { all[i] = value }
    if isTurned {
      for (i, term) in zip(kept, capped) { all[i] = term.bound - all[i] }
    }
    return all
  }

  /// Searches for a solution until patience is lost.
  private func solveWithSearch() -> (outcome: DiophantineSearch.Outcome, values: [UInt]) {
    var search = DiophantineSearch(total: total)
    var states = [SearchTerm](repeating: SearchTerm(), count: terms.count)
    var span = states.mutableSpan
    for term in terms { search.add(term.coefficient, upTo: term.bound, to: &span) }
    let outcome = search.searchOnly(&span, workLimit: patience)
    guard outcome == .found else { return (outcome, []) }
    var values: [UInt] = []
    for term in terms {
      values.append(search.take(term.coefficient, upTo: term.bound, from: &span))
    }
    return (outcome, values)
  }

  /// Solves an equation with a common divisor of 1 and no bound above `total / coefficient`: by
  /// search if that is easy, else by the cheapest method that is possible.
  private func solveReduced() -> [UInt]? {
    if terms.isEmpty { return total == 0 ? [] : nil }
    let (outcome, values) = solveWithSearch()
    switch outcome {
    case .found: return values
    case .impossible: return nil
    case .undecided: break
    }
    if let branches = fewestBranches() { return solve(branches) }
    switch cheapestMethod() {
    case .lists(let left, let right): return SumLists(equation: self).solve(left, right)
    case .bits(let inBits): return solve(inBits: inBits)
    case .branches(let position): return solve(allBranches(of: position))
    }
  }

  // MARK: One value of one term after the other

  /// Values of the term at `position` that are worth a try: `first`, `first + step` … `last`.
  struct Branches {
    var position: Int
    var first: UInt
    var step: UInt
    var last: UInt
  }

  /// A term of which the divisor of the others leaves few values.
  private func fewestBranches() -> Branches? {
    for i in terms.indices.reversed() {
      let branches = allBranches(of: i)
      guard branches.step > 1 else { continue }
      if branches.first > branches.last { return branches }
      if (branches.last - branches.first) / branches.step < Limits.branches { return branches }
    }
    return nil
  }

  /// The values of a term that leave the others a multiple of their divisor and no more than their
  /// largest sum.
  func allBranches(of position: Int) -> Branches {
    var others = UInt(0)
    var reach = UInt(0)
    for (i, term) in terms.enumerated() where i != position {
      others = others.commonDivisor(term.coefficient)
      reach = reach.addingCutOff(term.coefficient * term.bound)
    }
    let term = terms[position]
    var first = total > reach ? (total - reach - 1) / term.coefficient + 1 : 0
    guard others > 1 else {
      return Branches(position: position, first: first, step: 1, last: term.bound)
    }
    // The divisor of all terms is 1, so there is one residue.
    let step = others
    let inverse = others.commonDivisor(invertingIn: term.coefficient).inverse
    let residue = total.multiplied(by: inverse, modulo: step)
    let off = first % step
    first = first.addingCutOff(residue >= off ? residue - off : residue + (step - off))
    return Branches(position: position, first: first, step: step, last: term.bound)
  }

  /// Solves a reduced equation, one value of a term after the other.
  func solve(_ branches: Branches) -> [UInt]? {
    var others = terms
    let term = others.remove(at: branches.position)
    var value = branches.first
    while value <= branches.last {
      let rest = total - value * term.coefficient
      if var values = HardEquation(terms: others, total: rest, patience: patience).solve() {
        values.insert(value, at: branches.position)
        return values
      }
      let (next, overflows) = value.addingReportingOverflow(branches.step)
      if overflows { break }
      value = next
    }
    return nil
  }

  // MARK: The choice of a method

  private enum Method { case lists([Int], [Int]), bits(Int), branches(Int) }

  private func cheapestMethod() -> Method {
    // All values of the term with the fewest: two terms are solved without a search, so that all
    // but the two largest bounds make up the cost. This one always works.
    var fewest = 0
    for i in terms.indices where terms[i].bound < terms[fewest].bound { fewest = i }
    var best = Method.branches(fewest)
    var bestCost = UInt(64)
    for bound in terms.map({ $0.bound }).sorted().dropLast(2) {
      bestCost = bestCost.multipliedCutOff(bound.addingCutOff(1))
    }

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
      let cost = (lengths.0 + lengths.1) * 16
      if cost < bestCost {
        best = .lists(sides.0, sides.1)
        bestCost = cost
      }
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

  /// Solves a reduced equation with its last `inBits` terms in a bitset.
  func solve(inBits: Int) -> [UInt]? {
    let small = Array(terms.suffix(inBits))
    let large = Array(terms.dropLast(inBits))
    let reachable = ReachableSums(of: small, upTo: total)
    guard let (values, rest) = reachable.firstHit(large, total: total) else { return nil }
    // A smaller equation with a known answer: only the way to it is still to be found.
    let smaller = HardEquation(terms: small, total: rest, patience: patience)
    guard let others = smaller.solve() else { return nil }
    return values + others
  }
}

// SPDX-License-Identifier: Apache-2.0

/// One term of an equation during the search for a solution.
struct SearchTerm {
  /// The factor, at least 1.
  var coefficient: UInt = 1
  /// The largest value, at least 1.
  var bound: UInt = 0
  /// The greatest common divisor of the coefficients of this term and of those before it.
  var divisor: UInt = 1
  /// The largest sum of the terms before this one, or `UInt.max`.
  var limit: UInt = 0
  /// The distance of two values that leave the terms before this one a multiple of their divisor.
  var step: UInt = 1
  /// The inverse of `coefficient / divisor` modulo `step`.
  var inverse: UInt = 0
  /// What this term and those before it have to sum up to.
  var rest: UInt = 0
  /// The value that is being tried.
  var value: UInt = 0
  /// The last value that is worth a try.
  var last: UInt = 0
}

/// The depth-first search for a solution of a bounded linear equation of positive terms.
///
/// The terms live with the caller, so that a small equation needs no heap memory. They are kept
/// sorted by coefficient, largest first, and are given values from the smallest coefficient on:
/// what is left for the others must be a multiple of their greatest common divisor, and for slices
/// of one dense array that leaves at most two values. With two terms left every value that passes
/// is part of a solution.
///
/// All sums are at most `total`, or are cut off at `UInt.max`, so 64-bit coefficients do no harm.
struct DiophantineSearch {
  enum Outcome { case found, impossible, undecided }

  /// Dead ends after which the search gives way to the methods that need memory.
  static let easyWork = 4096

  /// The sum to reach.
  let total: UInt
  /// How many terms there are.
  private(set) var count = 0

  init(total: UInt) {
    self.total = total
  }

  /// Adds `coefficient * x` with `0 <= x <= bound`, sorted in and merged with an equal coefficient.
  @inline(__always)
  mutating func add(_ coefficient: UInt, upTo bound: UInt, to terms: inout MutableSpan<SearchTerm>)
  {
    // A term that can only be zero says nothing.
    guard coefficient > 0, bound > 0, coefficient <= total else { return }
    var i = count
    while i > 0, terms[i - 1].coefficient < coefficient { i -= 1 }
    if i > 0, terms[i - 1].coefficient == coefficient {
      // Cut off is right: no value above `total` can be part of a solution.
      terms[i - 1].bound = terms[i - 1].bound.addingCutOff(bound)
      return
    }
    var j = count
    while j > i {
      terms[j].coefficient = terms[j - 1].coefficient
      terms[j].bound = terms[j - 1].bound
      j -= 1
    }
    terms[i].coefficient = coefficient
    terms[i].bound = bound
    count += 1
  }

  /// Takes up to `bound` of the value that the solution gives to `coefficient`.
  func take(
    _ coefficient: UInt, upTo bound: UInt, from terms: inout MutableSpan<SearchTerm>
  ) -> UInt {
    for i in 0..<count where terms[i].coefficient == coefficient {
      let share = min(bound, terms[i].value)
      terms[i].value -= share
      return share
    }
    return 0
  }

  /// Looks for a solution and leaves it in the terms' values.
  ///
  /// - Parameter workLimit: The dead ends after which to give up; nil for an exact answer.
  func solve(_ terms: inout MutableSpan<SearchTerm>, workLimit: Int?) -> Outcome {
    let outcome = searchOnly(&terms, workLimit: workLimit ?? Self.easyWork)
    guard outcome == .undecided, workLimit == nil else { return outcome }
    return solveWithMemory(&terms)
  }

  /// As `solve`, with the search alone.
  func searchOnly(_ terms: inout MutableSpan<SearchTerm>, workLimit: Int) -> Outcome {
    guard count > 0 else { return total == 0 ? .found : .impossible }
    guard prepare(&terms) else { return .impossible }
    return descend(&terms, workLimit: workLimit)
  }

  private func solveWithMemory(_ terms: inout MutableSpan<SearchTerm>) -> Outcome {
    var plain: [BoundedTerm] = []
    for i in 0..<count {
      plain.append(BoundedTerm(coefficient: terms[i].coefficient, bound: terms[i].bound))
    }
    guard let values = HardEquation(terms: plain, total: total).solve() else { return .impossible }
    for i in 0..<count { terms[i].value = values[i] }
    return .found
  }

  /// Fills in what the search needs to know of each term; false if the divisor excludes `total`.
  @inline(__always)
  private func prepare(_ terms: inout MutableSpan<SearchTerm>) -> Bool {
    var divisor = UInt(0)
    var limit = UInt(0)
    for i in 0..<count {
      let coefficient = terms[i].coefficient
      let (all, inverse) = divisor.commonDivisor(invertingIn: coefficient)
      terms[i].divisor = all
      terms[i].step = divisor == all ? 1 : divisor / all
      terms[i].inverse = inverse
      terms[i].limit = limit
      divisor = all
      limit = limit.addingCutOff(coefficient.multipliedCutOff(terms[i].bound))
    }
    return total <= limit && (divisor == 1 || total % divisor == 0)
  }

  /// The search proper, with the recursion unrolled into the terms.
  private func descend(_ terms: inout MutableSpan<SearchTerm>, workLimit: Int) -> Outcome {
    var level = count - 1
    var deadEnds = 0
    var enters = begin(level, total, &terms)
    while true {
      if enters {
        guard level > 0 else { return .found }
        let rest = terms[level].rest - terms[level].coefficient * terms[level].value
        level -= 1
        enters = begin(level, rest, &terms)
        continue
      }
      deadEnds += 1
      repeat {
        level += 1
        guard level < count else { return .impossible }
      } while terms[level].last - terms[level].value < terms[level].step
      guard deadEnds < workLimit else { return .undecided }
      terms[level].value += terms[level].step
      enters = true
    }
  }

  /// Finds the first and last value to try for a term; false if there is none.
  @inline(__always)
  private func begin(
    _ level: Int, _ rest: UInt, _ terms: inout MutableSpan<SearchTerm>
  ) -> Bool {
    let term = terms[level]
    let last = min(term.bound, term.coefficient == 1 ? rest : rest / term.coefficient)
    var first = UInt(0)
    if level == 0 {
      // The divisor of the first term is its coefficient, which thus divides the rest.
      first = rest / term.coefficient
    } else {
      if rest > term.limit {
        first = (rest - term.limit - 1) / term.coefficient + 1
      }
      if term.step > 1 {
        let residue = (rest / term.divisor).multiplied(by: term.inverse, modulo: term.step)
        let off = first % term.step
        let (next, overflows) = first.addingReportingOverflow(
          residue >= off ? residue - off : residue + (term.step - off))
        if overflows { return false }
        first = next
      }
    }
    guard first <= last else { return false }
    terms[level].rest = rest
    terms[level].value = first
    terms[level].last = last
    return true
  }
}

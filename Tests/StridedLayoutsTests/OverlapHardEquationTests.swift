// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import StridedLayouts

@Suite struct OverlapHardEquationTests {
  private func bruteForce(_ terms: ArraySlice<BoundedTerm>, _ total: UInt) -> Bool {
    guard let term = terms.first else { return total == 0 }
    return (0...min(term.bound, total / term.coefficient)).contains {
      bruteForce(terms.dropFirst(), total - term.coefficient * $0)
    }
  }

  private func check(_ values: [UInt]?, _ equation: HardEquation, _ solvable: Bool, _ how: String) {
    #expect((values != nil) == solvable, "\(how): \(equation)")
    guard let values else { return }
    #expect(values.count == equation.terms.count, "\(how): \(equation)")
    var sum = UInt(0)
    for (term, value) in zip(equation.terms, values) {
      #expect(value <= term.bound, "\(how): \(equation)")
      sum += term.coefficient * value
    }
    #expect(sum == equation.total, "\(how): \(values) in \(equation)")
  }

  /// Small equations, each solved by every method, as if search had failed at once.
  @Test func everyMethodAgreesWithBruteForce() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("everyMethodAgreesWithBruteForce: seed \(seed)")
    var random = OverlapRandom(state: seed)
    var solvableCount = 0
    for _ in 0..<1500 {
      var coefficients = Set((0..<random.next(2...5)).map { _ in UInt(random.next(1...60)) })
      // The methods expect a common divisor of 1.
      if coefficients.reduce(UInt(0), { $0.commonDivisor($1) }) > 1 { coefficients.insert(1) }
      let total = UInt(random.next(1...400))
      let terms = coefficients.sorted(by: >).map { coefficient in
        BoundedTerm(
          coefficient: coefficient, bound: min(UInt(random.next(1...6)), total / coefficient))
      }
      let equation = HardEquation(terms: terms, total: total, patience: 0)
      let solvable = bruteForce(terms[...], total)
      solvableCount += solvable ? 1 : 0
      check(equation.solve(), equation, solvable, "all")
      for inBits in 1..<max(1, terms.count) {
        check(equation.solve(inBits: inBits), equation, solvable, "bits")
      }
      for position in terms.indices {
        let branches = equation.allBranches(of: position)
        check(equation.solve(branches), equation, solvable, "branches")
      }
      let split = random.next(0...terms.count)
      let lists = SumLists(equation: equation)
      check(
        lists.solve(Array(0..<split), Array(split..<terms.count)), equation, solvable, "lists")
    }
    #expect(solvableCount > 150 && solvableCount < 1450)
  }

  @Test func divisorOfTheTermsThatMatter() {
    // Once 58 is taken, 50 no longer fits into the 48 left, and the others share the divisor 3.
    let terms = zip([58, 50, 39, 15, 9] as [UInt], [1, 2, 2, 2, 4] as [UInt]).map {
      BoundedTerm(coefficient: $0, bound: $1)
    }
    let equation = HardEquation(terms: terms, total: 106, patience: 0)
    check(equation.solve(), equation, true, "all")
    check(equation.solve(equation.allBranches(of: 0)), equation, true, "branches")
  }

  @Test func bitsetAcrossWords() {
    // Shifts by less than a word, whole words, and words with a remainder.
    let terms = [
      BoundedTerm(coefficient: 4096, bound: 3), BoundedTerm(coefficient: 130, bound: 9),
      BoundedTerm(coefficient: 64, bound: 5), BoundedTerm(coefficient: 3, bound: 2),
    ]
    let sums = ReachableSums(of: terms, upTo: 13_000)
    var reachable: Set<UInt> = [0]
    for term in terms {
      reachable = Set(
        reachable.flatMap { sum in (0...term.bound).map { sum + term.coefficient * $0 } })
    }
    for total in UInt(0)...14_000 {
      let expected = total <= 13_000 && reachable.contains(total)
      if sums.contains(total) != expected {
        Issue.record("\(total) is reachable: \(expected)")
        return
      }
    }
  }

  @Test func inversesModulo() {
    let large: [UInt] = [.max, .max - 58, 1 << 63, (1 << 62) + 7, 1_000_003, 12, 2, 1]
    for a in large {
      for b in large {
        let (divisor, inverse) = a.commonDivisor(invertingIn: b)
        #expect(divisor == a.commonDivisor(b))
        let modulus = a / divisor
        if modulus > 1 {
          #expect((b / divisor % modulus).multiplied(by: inverse, modulo: modulus) == 1)
        }
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct OverlapDiophantineTests {
  /// Whether any values solve the equation, by trying all of them.
  private func bruteForce(_ a: ArraySlice<Int>, _ u: ArraySlice<Int>, _ total: Int) -> Bool {
    guard let factor = a.first, let bound = u.first else { return total == 0 }
    guard bound >= 0 else { return false }
    return (0...bound).contains {
      bruteForce(a.dropFirst(), u.dropFirst(), total - factor * $0)
    }
  }

  private func isSolution(_ values: [Int], _ equation: Diophantine) -> Bool {
    guard values.count == equation.coefficients.count else { return false }
    var sum = Int128(0)
    for i in values.indices {
      guard values[i] >= 0, values[i] <= equation.bounds[i] else { return false }
      sum += Int128(values[i]) * Int128(equation.coefficients[i])
    }
    return sum == Int128(equation.total)
  }

  private func expect(
    _ equation: Diophantine, solvable: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    switch equation.solve() {
    case .solvable(let values):
      #expect(solvable, "\(equation) has no solution", sourceLocation: sourceLocation)
      #expect(
        isSolution(values, equation), "\(values) do not solve \(equation)",
        sourceLocation: sourceLocation)
    case .unsolvable:
      #expect(!solvable, "\(equation) has a solution", sourceLocation: sourceLocation)
    case .undecided:
      Issue.record("\(equation) was not decided", sourceLocation: sourceLocation)
    }
  }

  @Test func everySmallEquationOfTwoTerms() {
    for a in 0...5 {
      for b in 0...5 {
        for u in 0...3 {
          for v in 0...3 {
            for total in -1...(5 * 6 + 1) {
              expect(
                Diophantine(coefficients: [a, b], bounds: [u, v], total: total),
                solvable: bruteForce([a, b], [u, v], total))
            }
          }
        }
      }
    }
  }

  @Test func sampledEquationsOfAnySign() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("sampledEquationsOfAnySign: seed \(seed)")
    var random = OverlapRandom(state: seed)
    for _ in 0..<2000 {
      let n = random.next(0...5)
      let a = (0..<n).map { _ in random.next(-12...40) }
      let u = (0..<n).map { _ in random.next(0...4) }
      let total = random.next(-20...200)
      expect(
        Diophantine(coefficients: a, bounds: u, total: total),
        solvable: bruteForce(a[...], u[...], total))
    }
  }

  @Test func degenerateEquations() {
    expect(Diophantine(coefficients: [], bounds: [], total: 0), solvable: true)
    expect(Diophantine(coefficients: [], bounds: [], total: 1), solvable: false)
    expect(Diophantine(coefficients: [3], bounds: [-1], total: 0), solvable: false)
    expect(Diophantine(coefficients: [3], bounds: [], total: 0), solvable: false)
    expect(Diophantine(coefficients: [0, 0], bounds: [5, 5], total: 0), solvable: true)
    expect(Diophantine(coefficients: [-7, 3], bounds: [4, 9], total: -25), solvable: true)
  }

  @Test func instanceOfNumPysManual() {
    let equation = Diophantine(
      coefficients: [36674, 61119, 85569, 12223, 12224],
      bounds: [1048, 1048, 1048, 1048, 1048], total: 89_643_481)
    #expect(equation.solve(workLimit: 1000) == .undecided)
    expect(equation, solvable: false)
  }

  @Test func bitsetFindsTheWayToASolution() {
    let coefficients = [36674, 61119, 85569, 12223, 12224]
    let values = [1000, 3, 517, 1048, 1]
    expect(
      Diophantine(
        coefficients: coefficients, bounds: [1048, 1048, 1048, 1048, 1048],
        total: zip(coefficients, values).reduce(0) { $0 + $1.0 * $1.1 }), solvable: true)
  }

  @Test func subsetSumsOfHugeNumbers() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("subsetSumsOfHugeNumbers: seed \(seed)")
    var random = OverlapRandom(state: seed)
    let coefficients = (0..<30).map { _ in random.next(1 << 56...1 << 57) | 1 }
    let chosen = coefficients.filter { _ in random.next(0...1) == 1 }
    let bounds = [Int](repeating: 1, count: 30)
    let total = chosen.reduce(0, +)
    expect(
      Diophantine(coefficients: coefficients, bounds: bounds, total: total), solvable: true)
    // Multiples of 8 and a single 4 never leave a remainder of 2.
    let even = coefficients.map { $0 & ~7 }
    expect(
      Diophantine(coefficients: even + [4], bounds: bounds + [1], total: total & ~7 | 2),
      solvable: false)
  }

  @Test func coefficientsOfTheSizeOfInt() {
    let big = Int.max
    expect(Diophantine(coefficients: [big, 1], bounds: [big, 5], total: big), solvable: true)
    expect(Diophantine(coefficients: [big - 1, 7], bounds: [big, 1], total: big), solvable: false)
    expect(
      Diophantine(
        coefficients: [4_611_686_018_427_387_847, 3_037_000_493, 1_000_003],
        bounds: [big, big, big], total: big), solvable: true)
    expect(
      Diophantine(coefficients: [Int.min, 3], bounds: [1, big], total: Int.min), solvable: true)
    // The inverse modulo a 62-bit prime needs a product of 124 bits.
    let prime = 4_611_686_018_427_387_847
    expect(
      Diophantine(coefficients: [prime, prime - 12345], bounds: [1, 1], total: 2 * prime - 12345),
      solvable: true)
    expect(
      Diophantine(coefficients: [prime, prime - 12345], bounds: [1, 1], total: 2 * prime - 12344),
      solvable: false)
  }

  @Test func totalsThatNoWordHoldsAreUndecided() {
    let equation = Diophantine(
      coefficients: [-Int.max, -Int.max, 1], bounds: [Int.max, 3, 1], total: 0)
    #expect(equation.solve() == .undecided)
  }
}

/// A small generator of numbers that a printed seed repeats (SplitMix64).
struct OverlapRandom {
  var state: UInt64

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return range.lowerBound + Int(z % UInt64(range.count))
  }
}

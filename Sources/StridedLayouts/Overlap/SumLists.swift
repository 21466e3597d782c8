// SPDX-License-Identifier: Apache-2.0

/// Two sorted lists of partial sums that are searched for a pair with the wanted total.
///
/// Subset sums with huge coefficients are decided this way in the square root of the number of
/// combinations.
struct SumLists {
  let equation: HardEquation

  /// The values of a solution in the order of the terms, whose positions make up the two sides.
  func solve(_ left: [Int], _ right: [Int]) -> [UInt]? {
    let leftSums = sums(left)
    let rightSums = sums(right)
    var i = 0
    var j = rightSums.count - 1
    while i < leftSums.count, j >= 0 {
      let (sum, overflows) = leftSums[i].addingReportingOverflow(rightSums[j])
      if overflows || sum > equation.total {
        j -= 1
      } else if sum < equation.total {
        i += 1
      } else {
        var values = [UInt](repeating: 0, count: equation.terms.count)
        recover(left[...], leftSums[i], &values)
        recover(right[...], rightSums[j], &values)
        return values
      }
    }
    return nil
  }

  /// The sums of the terms at `positions` that are at most the total, ascending, each once.
  private func sums(_ positions: [Int]) -> [UInt] {
    var sums: [UInt] = [0]
    for i in positions {
      let term = equation.terms[i]
      var left = term.bound
      var times = UInt(1)
      while left > 0 {
        // The bounds are capped, so that no multiple exceeds the total.
        let taken = min(times, left)
        sums = merge(sums, term.coefficient * taken)
        left -= taken
        times <<= 1
      }
    }
    return sums
  }

  private func merge(_ sums: [UInt], _ shift: UInt) -> [UInt] {
    var result: [UInt] = []
    result.reserveCapacity(2 * sums.count)
    var i = 0
    for sum in sums {
      guard sum <= equation.total - shift else { break }
      let shifted = sum + shift
      while i < sums.count, sums[i] < shifted {
        result.append(sums[i])
        i += 1
      }
      if i < sums.count, sums[i] == shifted { i += 1 }
      result.append(shifted)
    }
    result.append(contentsOf: sums[i...])
    return result
  }

  /// Finds the values of one side by trying all of them; false if they don't sum up to `rest`.
  @discardableResult
  private func recover(_ positions: ArraySlice<Int>, _ rest: UInt, _ values: inout [UInt]) -> Bool {
    guard let position = positions.last else { return rest == 0 }
    let term = equation.terms[position]
    var value = min(term.bound, rest / term.coefficient)
    while true {
      if recover(positions.dropLast(), rest - value * term.coefficient, &values) {
        values[position] = value
        return true
      }
      if value == 0 { return false }
      value -= 1
    }
  }
}

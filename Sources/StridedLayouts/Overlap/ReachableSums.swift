// SPDX-License-Identifier: Apache-2.0

/// The sums that some terms can reach, one bit for each multiple of their common divisor.
///
/// Adding a term shifts the whole set by 1, 2, 4 … times its coefficient and joins it, so the cost
/// is the largest sum / 64 times the logarithms of the bounds, whatever the number of solutions.
struct ReachableSums {
  /// The greatest common divisor of the coefficients.
  let divisor: UInt
  /// The largest sum that has a bit.
  let largest: UInt
  private var words: [UInt64]

  /// The number of bits that the sums of `terms` need, and the words to be worked through.
  static func cost(
    of terms: ArraySlice<BoundedTerm>, upTo total: UInt
  ) -> (bits: UInt, wordSteps: UInt) {
    var divisor = UInt(0)
    var sum = UInt(0)
    var wordSteps = UInt(0)
    for term in terms.reversed() {
      divisor = divisor.commonDivisor(term.coefficient)
    }
    for term in terms.reversed() {
      sum = sum.addingCutOff(term.coefficient.multipliedCutOff(term.bound))
      let shifts = UInt(UInt.bitWidth - term.bound.leadingZeroBitCount)
      let words = min(sum, total) / max(1, divisor) / 64 + 1
      wordSteps = wordSteps.addingCutOff(words.multipliedCutOff(shifts))
    }
    return ((min(sum, total) / max(1, divisor)).addingCutOff(1), wordSteps)
  }

  /// Collects the sums of `terms` that are at most `total`.
  init(of terms: [BoundedTerm], upTo total: UInt) {
    var divisor = UInt(0)
    var largest = UInt(0)
    for term in terms {
      divisor = divisor.commonDivisor(term.coefficient)
      largest = largest.addingCutOff(term.coefficient.multipliedCutOff(term.bound))
    }
    divisor = max(1, divisor)
    largest = min(largest, total)
    let lastBit = largest / divisor
    words = [UInt64](repeating: 0, count: Int(lastBit / 64) + 1)
    words[0] = 1
    self.divisor = divisor
    self.largest = largest

    // The smallest coefficients first: the part of the set that is in use grows slowest.
    var used = UInt(0)
    for term in terms.reversed() {
      let coefficient = term.coefficient / divisor
      var left = min(term.bound, lastBit / coefficient)
      var shift = UInt(1)
      while left > 0 {
        let times = min(shift, left)
        used = min(lastBit, used.addingCutOff(coefficient * times))
        join(shiftedBy: coefficient * times, lastWord: Int(used / 64))
        left -= times
        shift <<= 1
      }
    }
  }

  /// `bits |= bits << distance`, from the top so that every word is read before it is changed.
  private mutating func join(shiftedBy distance: UInt, lastWord: Int) {
    let wordShift = Int(distance / 64)
    let bitShift = UInt64(distance % 64)
    guard wordShift <= lastWord else { return }
    words.withUnsafeMutableBufferPointer { words in
      var i = lastWord
      if bitShift == 0 {
        while i >= wordShift {
          words[i] |= words[i - wordShift]
          i -= 1
        }
        return
      }
      let backShift = 64 - bitShift
      while i > wordShift {
        let high = words[i - wordShift] &<< bitShift
        let low = words[i - wordShift - 1] &>> backShift
        words[i] |= high | low
        i -= 1
      }
      words[wordShift] |= words[0] &<< bitShift
    }
  }

  /// Whether the terms can sum up to `sum`.
  func contains(_ sum: UInt) -> Bool {
    guard sum <= largest else { return false }
    let bit: UInt
    if divisor == 1 {
      bit = sum
    } else {
      let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: divisor)
      guard remainder == 0 else { return false }
      bit = quotient
    }
    return words[Int(bit / 64)] &>> UInt64(bit % 64) & 1 == 1
  }

  /// The first values of `terms` that leave of `total` a sum of this set, and that sum.
  func firstHit(_ terms: [BoundedTerm], total: UInt) -> (values: [UInt], rest: UInt)? {
    // What the terms from a position on can contribute, with the set.
    var limits = [UInt](repeating: largest, count: terms.count + 1)
    for i in terms.indices.reversed() {
      limits[i] = limits[i + 1].addingCutOff(
        terms[i].coefficient.multipliedCutOff(terms[i].bound))
    }
    var values = [UInt](repeating: 0, count: terms.count)
    let rest = probe(terms, limits, 0, total, &values)
    return rest.map { (values, $0) }
  }

  private func probe(
    _ terms: [BoundedTerm], _ limits: [UInt], _ level: Int, _ rest: UInt, _ values: inout [UInt]
  ) -> UInt? {
    guard level < terms.count else { return contains(rest) ? rest : nil }
    let coefficient = terms[level].coefficient
    let reach = limits[level + 1]
    var value = rest > reach ? (rest - reach - 1) / coefficient + 1 : 0
    let last = min(terms[level].bound, rest / coefficient)
    guard value <= last else { return nil }
    var left = rest - value * coefficient
    if level == terms.count - 1 {
      // The innermost loop: one look-up each.
      while true {
        if contains(left) {
          values[level] = value
          return left
        }
        if value == last { return nil }
        value += 1
        left -= coefficient
      }
    }
    while true {
      if let hit = probe(terms, limits, level + 1, left, &values) {
        values[level] = value
        return hit
      }
      if value == last { return nil }
      value += 1
      left -= coefficient
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension UInt {
  /// The sum, or `UInt.max` if it is larger.
  @inline(__always)
  func addingCutOff(_ other: UInt) -> UInt {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }

  /// The product, or `UInt.max` if it is larger.
  @inline(__always)
  func multipliedCutOff(_ other: UInt) -> UInt {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }

  /// `self * other % modulus`, right also where the product does not fit.
  @inline(__always)
  func multiplied(by other: UInt, modulo modulus: UInt) -> UInt {
    if other == 1 { return self % modulus }
    let (product, overflows) = multipliedReportingOverflow(by: other)
    if !overflows { return product % modulus }
    // With a factor below the modulus the quotient fits, as `dividingFullWidth` requires.
    return modulus.dividingFullWidth((self % modulus).multipliedFullWidth(by: other)).remainder
  }

  /// The greatest common divisor `g` of two numbers that are not both 0, and the inverse of
  /// `other / g` modulo `self / g` (0 where that modulus is 1 or 0).
  @inline(__always)
  func commonDivisor(invertingIn other: UInt) -> (divisor: UInt, inverse: UInt) {
    if self == 0 { return (other, 0) }
    if other == 1 { return (1, self == 1 ? 0 : 1) }
    if self == 1 || other == self { return (self, 0) }
    return euclid(other)
  }

  private func euclid(_ other: UInt) -> (divisor: UInt, inverse: UInt) {
    // Euclid's algorithm that keeps `b * other ≡ r` modulo `self`, the sign of b alternating
    // so that magnitudes suffice: |b| never exceeds self / g.
    var r0 = self
    var r1 = other % self
    if r1 == 0 { return (self, 0) }
    var b0 = UInt(0)
    var b1 = UInt(1)
    var isPositive = false
    while r1 != 0 {
      let (quotient, remainder) = r0.quotientAndRemainder(dividingBy: r1)
      let b2 = b0 &+ quotient &* b1
      (r0, r1) = (r1, remainder)
      (b0, b1) = (b1, b2)
      isPositive.toggle()
    }
    let modulus = self / r0
    if modulus == 1 { return (r0, 0) }
    return (r0, isPositive ? b0 : modulus - b0)
  }

  /// The greatest common divisor; that with 0 is the number itself.
  func commonDivisor(_ other: UInt) -> UInt {
    var (a, b) = (self, other)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The arithmetic that finding decimal digits needs of a natural number.
protocol DigitInteger {
  init(_ value: UInt64)
  var isZero: Bool { get }
  mutating func multiply(by factor: UInt32)
  /// Multiplies by a power of two; a negative count does nothing.
  mutating func shiftLeft(by count: Int)
  /// Subtracts the largest multiple of a divisor that fits and returns how often, at most 9 times.
  mutating func divide(by divisor: Self) -> UInt8
  /// How `self` compares with `other`: negative, zero or positive.
  func compare(_ other: Self) -> Int
  /// How `self + addend` compares with `other`: negative, zero or positive.
  func compareSum(_ addend: Self, _ other: Self) -> Int
}

extension DigitInteger {
  /// Multiplies by a power of ten; a negative exponent does nothing.
  mutating func multiply(byPowerOfTen exponent: Int) {
    var left = exponent
    while left >= 9 {
      multiply(by: 1_000_000_000)
      left -= 9
    }
    var factor: UInt32 = 1
    for _ in 0..<max(0, left) { factor *= 10 }
    if factor > 1 { multiply(by: factor) }
  }
}

// Most numbers people print fit here. Callers see to it that nothing leaves 128 bits.
extension UInt128: DigitInteger {
  var isZero: Bool { self == 0 }

  mutating func multiply(by factor: UInt32) { self &*= UInt128(factor) }

  mutating func shiftLeft(by count: Int) { if count > 0 { self <<= UInt128(count) } }

  mutating func divide(by divisor: UInt128) -> UInt8 {
    var quotient: UInt8 = 0
    while self >= divisor {
      self &-= divisor
      quotient += 1
    }
    return quotient
  }

  func compare(_ other: UInt128) -> Int { self < other ? -1 : (self == other ? 0 : 1) }

  func compareSum(_ addend: UInt128, _ other: UInt128) -> Int { (self &+ addend).compare(other) }
}

/// A natural number of any size, in limbs of 32 bits, the lowest first and the highest not zero.
struct BigNatural: DigitInteger {
  private var limbs: [UInt32] = []

  init(_ value: UInt64) {
    limbs.reserveCapacity(40)
    limbs.append(UInt32(truncatingIfNeeded: value))
    limbs.append(UInt32(truncatingIfNeeded: value >> 32))
    trim()
  }

  var isZero: Bool { limbs.isEmpty }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for i in 0..<limbs.count {
      let product = UInt64(limbs[i]) &* UInt64(factor) &+ carry
      limbs[i] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry != 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
  }

  mutating func shiftLeft(by count: Int) {
    if count <= 0 || limbs.isEmpty { return }
    let bits = count % 32
    if bits > 0 { multiply(by: 1 << UInt32(bits)) }
    limbs.insert(contentsOf: repeatElement(0, count: count / 32), at: 0)
  }

  mutating func divide(by divisor: BigNatural) -> UInt8 {
    let n = divisor.limbs.count
    if n == 0 || limbs.count < n { return 0 }
    // The top limbs give a quotient that is right or a little small, never too large.
    let top = (UInt64(limbs.count > n ? limbs[n] : 0) << 32) | UInt64(limbs[n - 1])
    var quotient = UInt8(truncatingIfNeeded: min(9, top / (UInt64(divisor.limbs[n - 1]) + 1)))
    if quotient > 0 { subtract(divisor, times: UInt32(quotient)) }
    while compare(divisor) >= 0 {
      subtract(divisor, times: 1)
      quotient += 1
    }
    return quotient
  }

  /// Subtracts a multiple that is known to be no larger than `self`.
  private mutating func subtract(_ other: BigNatural, times factor: UInt32) {
    var carry: UInt64 = 0
    for i in 0..<limbs.count {
      let limb = i < other.limbs.count ? UInt64(other.limbs[i]) : 0
      let product = limb &* UInt64(factor) &+ carry
      let low = UInt32(truncatingIfNeeded: product)
      carry = (product >> 32) &+ (limbs[i] < low ? 1 : 0)
      limbs[i] &-= low
    }
    trim()
  }

  func compare(_ other: BigNatural) -> Int {
    if limbs.count != other.limbs.count { return limbs.count - other.limbs.count }
    var i = limbs.count - 1
    while i >= 0 {
      if limbs[i] != other.limbs[i] { return limbs[i] < other.limbs[i] ? -1 : 1 }
      i -= 1
    }
    return 0
  }

  func compareSum(_ addend: BigNatural, _ other: BigNatural) -> Int {
    let length = max(limbs.count, addend.limbs.count)
    var carry: UInt64 = 0
    // The highest limbs that differ decide, so that later ones overrule earlier ones.
    var result = 0
    for i in 0..<max(length, other.limbs.count) {
      var total = carry
      if i < limbs.count { total += UInt64(limbs[i]) }
      if i < addend.limbs.count { total += UInt64(addend.limbs[i]) }
      let limb = UInt32(truncatingIfNeeded: total)
      let otherLimb = i < other.limbs.count ? other.limbs[i] : 0
      if limb != otherLimb { result = limb < otherLimb ? -1 : 1 }
      carry = total >> 32
    }
    return carry != 0 ? 1 : result
  }
}

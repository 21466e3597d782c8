// SPDX-License-Identifier: Apache-2.0

/// Where the digits of a number stop.
struct DigitLimits {
  /// Whether to stop at the digits that tell the value from its neighbours.
  var unique: Bool
  /// The most digits, or a negative number for no such limit.
  var most: Int
  /// The fewest digits, or a negative number for no such limit. Only for `unique`.
  var fewest: Int
  /// Whether the limits count all digits, rather than those after the decimal point.
  var countsAll: Bool
}

/// The decimal digits of a magnitude: `digits[0].digits[1]digits[2]… * 10^exponent`.
///
/// One value serves many numbers, so that its memory is used again.
struct DecimalDigits {
  private(set) var digits: [UInt8] = []
  private(set) var exponent = 0

  /// Finds the digits of a magnitude, correctly rounded, ties to even.
  ///
  /// This is the Dragon4 method of Steele and White in the form that NumPy gave it. The value, its
  /// distance to its neighbours and the weight of a digit are kept as integers of one scale.
  mutating func find(_ value: BinaryParts, _ limits: DigitLimits) {
    digits.removeAll(keepingCapacity: true)
    exponent = 0
    if value.mantissa == 0 {
      digits.append(0)
      return
    }
    let bits = 64 - value.mantissa.leadingZeroBitCount
    // Right or one too small.
    let estimate = (Double(bits - 1 + value.exponent) * 0.301029995663981195 - 0.69).rounded(.up)
    var point = Int(estimate)
    if limits.most >= 0 && !limits.countsAll { point = max(point, 1 - limits.most) }
    let valueBits = bits + 2 + max(0, value.exponent) + (10 * max(0, -point)) / 3 + 1
    let scaleBits = 3 + max(0, -value.exponent) + (10 * max(0, point)) / 3 + 1
    if valueBits <= 120 && scaleBits <= 120 {
      generate(value, point, limits, UInt128(4 &* value.mantissa), UInt128(4))
    } else {
      generate(value, point, limits, BigNatural(4 &* value.mantissa), BigNatural(4))
    }
  }

  private mutating func generate<Integer: DigitInteger>(
    _ parts: BinaryParts, _ estimate: Int, _ limits: DigitLimits, _ start: Integer, _ unit: Integer
  ) {
    var point = estimate
    var value = start
    var scale = unit
    // Half the distance to the neighbour below; above, it is the same or twice as much.
    var low = Integer(parts.isUneven ? 1 : 2)
    value.shiftLeft(by: parts.exponent)
    low.shiftLeft(by: parts.exponent)
    scale.shiftLeft(by: -parts.exponent)
    value.multiply(byPowerOfTen: -point)
    low.multiply(byPowerOfTen: -point)
    scale.multiply(byPowerOfTen: point)

    if value.compare(scale) >= 0 {
      point += 1
    } else {
      value.multiply(by: 10)
      low.multiply(by: 10)
    }
    var lastPlace = Int.min
    if limits.most >= 0 { lastPlace = (limits.countsAll ? point : 0) - limits.most }
    var firstStop = point
    if limits.fewest >= 0 {
      firstStop = min(point, (limits.countsAll ? point : 0) - limits.fewest)
    }
    let even = parts.mantissa & 1 == 0
    var isNearLow = false
    var isNearHigh = false
    var place = point - 1
    exponent = place
    var digit: UInt8 = 0
    while true {
      digit = value.divide(by: scale)
      if limits.unique {
        isNearLow = value.compare(low) < (even ? 1 : 0)
        var high = low
        if parts.isUneven { high.shiftLeft(by: 1) }
        isNearHigh = value.compareSum(high, scale) > (even ? -1 : 0)
        if ((isNearLow || isNearHigh) && place <= firstStop) || place == lastPlace { break }
      } else if value.isZero || place == lastPlace {
        break
      }
      digits.append(digit)
      value.multiply(by: 10)
      if limits.unique && low.compare(scale) <= 0 {
        // Beyond the scale both neighbours stay near, however far one goes on.
        low.multiply(by: 10)
      }
      place -= 1
    }

    var roundsDown = isNearLow
    if isNearLow == isNearHigh {
      let half = value.compareSum(value, scale)
      roundsDown = half == 0 ? digit & 1 == 0 : half < 0
    }
    digits.append(digit)
    if !roundsDown { roundUp() }
  }

  private mutating func roundUp() {
    while let last = digits.last {
      if last < 9 {
        digits[digits.count - 1] = last + 1
        return
      }
      digits.removeLast()
    }
    digits.append(1)
    exponent += 1
  }
}

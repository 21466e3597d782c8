// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import RealModule

/// Powers and roots of Python's numbers.
enum Power {
  static func of(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    // The power of a negative number by a whole one has the sign of its parity.
    if base < 0, exponent.rounded() == exponent {
      let isOdd = exponent.truncatingRemainder(dividingBy: 2) != 0
      let magnitude = Double.pow(-base, exponent)
      return isOdd ? -magnitude : magnitude
    }
    return Double.pow(base, exponent)
  }

  static func of(_ base: Complex<Double>, _ exponent: Complex<Double>) -> Complex<Double> {
    let length = Double.hypot(base.re, base.im)
    let angle = Double.atan2(y: base.im, x: base.re)
    let magnitude =
      Double.pow(length, exponent.re) * Double.exp(-angle * exponent.im)
    let turn = exponent.im * Double.log(length) + exponent.re * angle
    return Complex(magnitude * Double.cos(turn), magnitude * Double.sin(turn))
  }

  static func hypot(_ x: Double, _ y: Double) -> Double { Double.hypot(x, y) }
}

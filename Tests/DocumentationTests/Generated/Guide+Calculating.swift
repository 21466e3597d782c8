// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionCalculating = Section(
#"Calculating"#, 0x06280f35eb498d15, [
Row(#"a + 1"#, #"a + 1"#, #"`[2 3 4]`"#) { try runCalculating(0) },
Row(#"m * a"#, #"m * a"#, #"`[[ 0  2  6] [ 3  8 15]]`"#) { try runCalculating(1) },
Row(#"1 - x"#, #"1 - x"#, #"`[ 0.5 -0.5 -1.5]`"#) { try runCalculating(2) },
Row(#"a / 2"#, #"a / 2"#, #"`[0.5 1.  1.5]`"#) { try runCalculating(3) },
Row(#"a % 2"#, #"a % 2"#, #"`[1 0 1]`"#) { try runCalculating(4) },
Row(#"a // 2"#, #"a.floorDivided(by: 2)"#, #"`[0 1 1]`"#) { try runCalculating(5) },
Row(#"np.fmod(x, -1.0)"#, #"x.fmod(-1.0)"#, #"`[0.5 0.5 0.5]`"#) { try runCalculating(6) },
Row(#"np.power(a, 2)"#, #"a.raised(to: 2)"#, #"`[1 4 9]`"#) { try runCalculating(7) },
Row(#"np.square(a)"#, #"a.squared()"#, #"`[1 4 9]`"#) { try runCalculating(8) },
Row(#"np.sqrt(x)"#, #"x.squareRoot()"#, #"`[0.70710678 1.22474487 1.58113883]`"#) { try runCalculating(9) },
Row(#"np.reciprocal(x)"#, #"x.reciprocal()"#, #"`[2.         0.66666667 0.4       ]`"#) { try runCalculating(10) },
Row(#"-a"#, #"-a"#, #"`[-1 -2 -3]`"#) { try runCalculating(11) },
Row(#"np.abs(-x)"#, #"(-x).absolute()"#, #"`[0.5 1.5 2.5]`"#) { try runCalculating(12) },
Row(#"np.sign(x - 1)"#, #"(x - 1).sign()"#, #"`[-1.  1.  1.]`"#) { try runCalculating(13) },
Row(#"np.copysign(x, -1.0)"#, #"x.withSign(of: -1.0)"#, #"`[-0.5 -1.5 -2.5]`"#) { try runCalculating(14) },
Row(#"np.floor(x)"#, #"x.floor()"#, #"`[0. 1. 2.]`"#) { try runCalculating(15) },
Row(#"np.ceil(x)"#, #"x.ceil()"#, #"`[1. 2. 3.]`"#) { try runCalculating(16) },
Row(#"np.trunc(x)"#, #"x.truncated()"#, #"`[0. 1. 2.]`"#) { try runCalculating(17) },
Row(#"np.round(x)"#, #"x.rounded()"#, #"`[0. 2. 2.]`"#) { try runCalculating(18) },
Row(#"np.round(x / 3, 2)"#, #"(x / 3).rounded(decimals: 2)"#, #"`[0.17 0.5  0.83]`"#) { try runCalculating(19) },
Row(#"np.minimum(a, 2)"#, #"a.minimum(2)"#, #"`[1 2 2]`"#) { try runCalculating(20) },
Row(#"np.maximum(a, 2)"#, #"a.maximum(2)"#, #"`[2 2 3]`"#) { try runCalculating(21) },
Row(#"np.clip(a, 2, 3)"#, #"a.clipped(to: 2...3)"#, #"`[2 2 3]`"#) { try runCalculating(22) },
Row(#"np.fmin(x, 1.0)"#, #"x.minimumNumber(1.0)"#, #"`[0.5 1.  1. ]`"#) { try runCalculating(23) },
Row(#"np.fmax(x, 1.0)"#, #"x.maximumNumber(1.0)"#, #"`[1.  1.5 2.5]`"#) { try runCalculating(24) },
Row(#"a & 1"#, #"a .& 1"#, #"`[1 0 1]`"#) { try runCalculating(25) },
Row(#"a | 4"#, #"a .| 4"#, #"`[5 6 7]`"#) { try runCalculating(26) },
Row(#"a ^ a"#, #"a .^ a"#, #"`[0 0 0]`"#) { try runCalculating(27) },
Row(#"~a"#, #".~a"#, #"`[-2 -3 -4]`"#) { try runCalculating(28) },
Row(#"a << 2"#, #"a .<< 2"#, #"`[ 4  8 12]`"#) { try runCalculating(29) },
Row(#"a >> 1"#, #"a .>> 1"#, #"`[0 1 1]`"#) { try runCalculating(30) },
Row(#"(a > 1) & (a < 3)"#, #"a .> 1 .& a .< 3"#, #"`[False  True False]`"#) { try runCalculating(31) },
Row(#"np.logical_and(a, m > 2)"#, #"(a .!= 0) .&& (m .> 2)"#, #"`[[False False False] [ True  True  True]]`"#) { try runCalculating(32) },
Row(#"np.logical_not(a)"#, #".!a"#, #"`[False False False]`"#) { try runCalculating(33) },
Row(#"np.isnan(x)"#, #"x.isNaN()"#, #"`[False False False]`"#) { try runCalculating(34) },
Row(#"np.isfinite(x)"#, #"x.isFinite()"#, #"`[ True  True  True]`"#) { try runCalculating(35) },
Row(#"np.isinf(x)"#, #"x.isInfinite()"#, #"`[False False False]`"#) { try runCalculating(36) },
Row(#"np.signbit(x)"#, #"x.hasMinusSign()"#, #"`[False False False]`"#) { try runCalculating(37) },
Row(#"np.gcd(a, 6)"#, #"a.greatestCommonDivisor(with: 6)"#, #"`[1 2 3]`"#) { try runCalculating(38) },
Row(#"np.lcm(a, 4)"#, #"a.leastCommonMultiple(with: 4)"#, #"`[ 4  4 12]`"#) { try runCalculating(39) },
Row(#"np.bitwise_count(a)"#, #"a.bitCount()"#, #"`[1 1 2]`"#) { try runCalculating(40) },
Row(#"np.hypot(x, 2.0)"#, #"x.hypot(2.0)"#, #"`[2.06155281 2.5        3.20156212]`"#) { try runCalculating(41) },
Row(#"np.nextafter(x, 3.0)"#, #"x.nextAfter(3.0)"#, #"`[0.5 1.5 2.5]`"#) { try runCalculating(42) },
Row(#"np.spacing(x)"#, #"x.spacing()"#, #"`[1.11022302e-16 2.22044605e-16 4.44089210e-16]`"#) { try runCalculating(43) },
Row(#"np.divmod(a, 2)[0]"#, #"a.divmod(2).quotient"#, #"`[0 1 1]`"#) { try runCalculating(44) },
Row(#"np.frexp(x)[1]"#, #"x.frexp().exponent"#, #"`[0 1 2]`"#) { try runCalculating(45) },
Row(#"np.modf(x)[0]"#, #"x.modf().fraction"#, #"`[0.5 0.5 0.5]`"#) { try runCalculating(46) },
Row(#"a > 1"#, #"a .> 1"#, #"`[False  True  True]`"#) { try runCalculating(47) },
Row(#"a == 2"#, #"a .== 2"#, #"`[False  True False]`"#) { try runCalculating(48) },
Row(#"m != 3"#, #"m .!= 3"#, #"`[[ True  True  True] [False  True  True]]`"#) { try runCalculating(49) },
Row(#"a * m + a"#, #"(a.deferred * m + a).evaluated()"#, #"`[[ 1  4  9] [ 4 10 18]]`"#) { try runCalculating(50) },
Row(#"x * x / 2 - x"#, #"(x.deferred * x / 2 - x).evaluated()"#, #"`[-0.375 -0.375  0.625]`"#) { try runCalculating(51) },
Row(#"x.sum()"#, #"x.sum()"#, #"`4.5`"#) { try runCalculating(52) },
Row(#"x.min()"#, #"x.min()"#, #"`0.5`"#) { try runCalculating(53) },
Row(#"x.max()"#, #"x.max()"#, #"`2.5`"#) { try runCalculating(54) },
Row(#"m.sum(axis=0)"#, #"m.sum(axis: 0)"#, #"`[3 5 7]`"#) { try runCalculating(55) },
Row(#"m.sum(axis=1, keepdims=True)"#, #"m.sum(axis: 1, keepingAxes: true)"#, #"`[[ 3] [12]]`"#) { try runCalculating(56) },
])

static func runCalculating(_ row: Int) throws -> String {
let a = NDArray([1, 2, 3])
let x = NDArray([0.5, 1.5, 2.5])
let m = NDArray(0..<6).reshaped(2, 3)
let known: [Any] = [a, x, m]
_ = known
switch row {
case 0:
return shown(a + 1, beside: known)
case 1:
return shown(m * a, beside: known)
case 2:
return shown(1 - x, beside: known)
case 3:
return shown(a / 2, beside: known)
case 4:
return shown(a % 2, beside: known)
case 5:
return shown(a.floorDivided(by: 2), beside: known)
case 6:
return shown(x.fmod(-1.0), beside: known)
case 7:
return shown(a.raised(to: 2), beside: known)
case 8:
return shown(a.squared(), beside: known)
case 9:
return shown(x.squareRoot(), beside: known)
case 10:
return shown(x.reciprocal(), beside: known)
case 11:
return shown(-a, beside: known)
case 12:
return shown((-x).absolute(), beside: known)
case 13:
return shown((x - 1).sign(), beside: known)
case 14:
return shown(x.withSign(of: -1.0), beside: known)
case 15:
return shown(x.floor(), beside: known)
case 16:
return shown(x.ceil(), beside: known)
case 17:
return shown(x.truncated(), beside: known)
case 18:
return shown(x.rounded(), beside: known)
case 19:
return shown((x / 3).rounded(decimals: 2), beside: known)
case 20:
return shown(a.minimum(2), beside: known)
case 21:
return shown(a.maximum(2), beside: known)
case 22:
return shown(a.clipped(to: 2...3), beside: known)
case 23:
return shown(x.minimumNumber(1.0), beside: known)
case 24:
return shown(x.maximumNumber(1.0), beside: known)
case 25:
return shown(a .& 1, beside: known)
case 26:
return shown(a .| 4, beside: known)
case 27:
return shown(a .^ a, beside: known)
case 28:
return shown(.~a, beside: known)
case 29:
return shown(a .<< 2, beside: known)
case 30:
return shown(a .>> 1, beside: known)
case 31:
return shown(a .> 1 .& a .< 3, beside: known)
case 32:
return shown((a .!= 0) .&& (m .> 2), beside: known)
case 33:
return shown(.!a, beside: known)
case 34:
return shown(x.isNaN(), beside: known)
case 35:
return shown(x.isFinite(), beside: known)
case 36:
return shown(x.isInfinite(), beside: known)
case 37:
return shown(x.hasMinusSign(), beside: known)
case 38:
return shown(a.greatestCommonDivisor(with: 6), beside: known)
case 39:
return shown(a.leastCommonMultiple(with: 4), beside: known)
case 40:
return shown(a.bitCount(), beside: known)
case 41:
return shown(x.hypot(2.0), beside: known)
case 42:
return shown(x.nextAfter(3.0), beside: known)
case 43:
return shown(x.spacing(), beside: known)
case 44:
return shown(a.divmod(2).quotient, beside: known)
case 45:
return shown(x.frexp().exponent, beside: known)
case 46:
return shown(x.modf().fraction, beside: known)
case 47:
return shown(a .> 1, beside: known)
case 48:
return shown(a .== 2, beside: known)
case 49:
return shown(m .!= 3, beside: known)
case 50:
return shown((a.deferred * m + a).evaluated(), beside: known)
case 51:
return shown((x.deferred * x / 2 - x).evaluated(), beside: known)
case 52:
return shown(x.sum(), beside: known)
case 53:
return shown(x.min(), beside: known)
case 54:
return shown(x.max(), beside: known)
case 55:
return shown(m.sum(axis: 0), beside: known)
case 56:
return shown(m.sum(axis: 1, keepingAxes: true), beside: known)
default: return ""
}
}
}

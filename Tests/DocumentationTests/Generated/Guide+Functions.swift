// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionFunctions = Section(
#"Functions"#, 0x579aa171f124f2a4, [
Row(#"np.exp(x)"#, #"exp(x)"#, #"`[1.28402542 1.64872127 2.71828183]`"#) { try runFunctions(0) },
Row(#"np.exp2(x)"#, #"exp2(x)"#, #"`[1.18920712 1.41421356 2.        ]`"#) { try runFunctions(1) },
Row(#"np.expm1(x)"#, #"expm1(x)"#, #"`[0.28402542 0.64872127 1.71828183]`"#) { try runFunctions(2) },
Row(#"np.log(x)"#, #"log(x)"#, #"`[-1.38629436 -0.69314718  0.        ]`"#) { try runFunctions(3) },
Row(#"np.log2(x)"#, #"log2(x)"#, #"`[-2. -1.  0.]`"#) { try runFunctions(4) },
Row(#"np.log10(x)"#, #"log10(x)"#, #"`[-0.60205999 -0.30103     0.        ]`"#) { try runFunctions(5) },
Row(#"np.log1p(x)"#, #"log1p(x)"#, #"`[0.22314355 0.40546511 0.69314718]`"#) { try runFunctions(6) },
Row(#"np.logaddexp(x, 1.0)"#, #"logaddexp(x, 1.0)"#, #"`[1.38687101 1.47407698 1.69314718]`"#) { try runFunctions(7) },
Row(#"np.logaddexp2(x, x)"#, #"logaddexp2(x, x)"#, #"`[1.25 1.5  2.  ]`"#) { try runFunctions(8) },
Row(#"np.power(x, 3.0)"#, #"pow(x, 3.0)"#, #"`[0.015625 0.125    1.      ]`"#) { try runFunctions(9) },
Row(#"np.power(2.0, x)"#, #"pow(2.0, x)"#, #"`[1.18920712 1.41421356 2.        ]`"#) { try runFunctions(10) },
Row(#"np.cbrt(x)"#, #"cbrt(x)"#, #"`[0.62996052 0.79370053 1.        ]`"#) { try runFunctions(11) },
Row(#"np.sin(x)"#, #"sin(x)"#, #"`[0.24740396 0.47942554 0.84147098]`"#) { try runFunctions(12) },
Row(#"np.cos(x)"#, #"cos(x)"#, #"`[0.96891242 0.87758256 0.54030231]`"#) { try runFunctions(13) },
Row(#"np.tan(x)"#, #"tan(x)"#, #"`[0.25534192 0.54630249 1.55740772]`"#) { try runFunctions(14) },
Row(#"np.arcsin(x)"#, #"asin(x)"#, #"`[0.25268026 0.52359878 1.57079633]`"#) { try runFunctions(15) },
Row(#"np.arccos(x)"#, #"acos(x)"#, #"`[1.31811607 1.04719755 0.        ]`"#) { try runFunctions(16) },
Row(#"np.arctan(x)"#, #"atan(x)"#, #"`[0.24497866 0.46364761 0.78539816]`"#) { try runFunctions(17) },
Row(#"np.arctan2(x, 1.0)"#, #"atan2(x, 1.0)"#, #"`[0.24497866 0.46364761 0.78539816]`"#) { try runFunctions(18) },
Row(#"np.rad2deg(x)"#, #"rad2deg(x)"#, #"`[14.32394488 28.64788976 57.29577951]`"#) { try runFunctions(19) },
Row(#"np.deg2rad(x)"#, #"deg2rad(x)"#, #"`[0.00436332 0.00872665 0.01745329]`"#) { try runFunctions(20) },
Row(#"np.sinh(x)"#, #"sinh(x)"#, #"`[0.25261232 0.52109531 1.17520119]`"#) { try runFunctions(21) },
Row(#"np.cosh(x)"#, #"cosh(x)"#, #"`[1.0314131  1.12762597 1.54308063]`"#) { try runFunctions(22) },
Row(#"np.tanh(x)"#, #"tanh(x)"#, #"`[0.24491866 0.46211716 0.76159416]`"#) { try runFunctions(23) },
Row(#"np.arcsinh(x)"#, #"asinh(x)"#, #"`[0.24746646 0.48121183 0.88137359]`"#) { try runFunctions(24) },
Row(#"np.arccosh(x + 1)"#, #"acosh(x + 1)"#, #"`[0.69314718 0.96242365 1.3169579 ]`"#) { try runFunctions(25) },
Row(#"np.arctanh(x / 2)"#, #"atanh(x / 2)"#, #"`[0.12565721 0.25541281 0.54930614]`"#) { try runFunctions(26) },
Row(#"np.exp(np.array([1j]))"#, #"exp(NDArray([Complex(0.0, 1.0)]))"#, #"`[0.54030231+0.84147098j]`"#) { try runFunctions(27) },
])

static func runFunctions(_ row: Int) throws -> String {
let x = NDArray([0.25, 0.5, 1])
let known: [Any] = [x]
_ = known
switch row {
case 0:
return shown(exp(x), beside: known)
case 1:
return shown(exp2(x), beside: known)
case 2:
return shown(expm1(x), beside: known)
case 3:
return shown(log(x), beside: known)
case 4:
return shown(log2(x), beside: known)
case 5:
return shown(log10(x), beside: known)
case 6:
return shown(log1p(x), beside: known)
case 7:
return shown(logaddexp(x, 1.0), beside: known)
case 8:
return shown(logaddexp2(x, x), beside: known)
case 9:
return shown(pow(x, 3.0), beside: known)
case 10:
return shown(pow(2.0, x), beside: known)
case 11:
return shown(cbrt(x), beside: known)
case 12:
return shown(sin(x), beside: known)
case 13:
return shown(cos(x), beside: known)
case 14:
return shown(tan(x), beside: known)
case 15:
return shown(asin(x), beside: known)
case 16:
return shown(acos(x), beside: known)
case 17:
return shown(atan(x), beside: known)
case 18:
return shown(atan2(x, 1.0), beside: known)
case 19:
return shown(rad2deg(x), beside: known)
case 20:
return shown(deg2rad(x), beside: known)
case 21:
return shown(sinh(x), beside: known)
case 22:
return shown(cosh(x), beside: known)
case 23:
return shown(tanh(x), beside: known)
case 24:
return shown(asinh(x), beside: known)
case 25:
return shown(acosh(x + 1), beside: known)
case 26:
return shown(atanh(x / 2), beside: known)
case 27:
return shown(exp(NDArray([Complex(0.0, 1.0)])), beside: known)
default: return ""
}
}
}

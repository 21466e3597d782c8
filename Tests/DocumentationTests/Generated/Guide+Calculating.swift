// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionCalculating = Section(
#"Calculating"#, 0x9a9b8b8d294c979e, [
Row(#"a + 1"#, #"a + 1"#, #"`[2 3 4]`"#) { try runCalculating(0) },
Row(#"m * a"#, #"m * a"#, #"`[[ 0  2  6] [ 3  8 15]]`"#) { try runCalculating(1) },
Row(#"1 - x"#, #"1 - x"#, #"`[ 0.5 -0.5 -1.5]`"#) { try runCalculating(2) },
Row(#"a / 2"#, #"a / 2"#, #"`[0.5 1.  1.5]`"#) { try runCalculating(3) },
Row(#"a > 1"#, #"a .> 1"#, #"`[False  True  True]`"#) { try runCalculating(4) },
Row(#"a == 2"#, #"a .== 2"#, #"`[False  True False]`"#) { try runCalculating(5) },
Row(#"m != 3"#, #"m .!= 3"#, #"`[[ True  True  True] [False  True  True]]`"#) { try runCalculating(6) },
Row(#"x.sum()"#, #"x.sum()"#, #"`4.5`"#) { try runCalculating(7) },
Row(#"x.min()"#, #"x.min()"#, #"`0.5`"#) { try runCalculating(8) },
Row(#"x.max()"#, #"x.max()"#, #"`2.5`"#) { try runCalculating(9) },
Row(#"m.sum(axis=0)"#, #"m.sum(axis: 0)"#, #"`[3 5 7]`"#) { try runCalculating(10) },
Row(#"m.sum(axis=1, keepdims=True)"#, #"m.sum(axis: 1, keepingAxes: true)"#, #"`[[ 3] [12]]`"#) { try runCalculating(11) },
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
return shown(a .> 1, beside: known)
case 5:
return shown(a .== 2, beside: known)
case 6:
return shown(m .!= 3, beside: known)
case 7:
return shown(x.sum(), beside: known)
case 8:
return shown(x.min(), beside: known)
case 9:
return shown(x.max(), beside: known)
case 10:
return shown(m.sum(axis: 0), beside: known)
case 11:
return shown(m.sum(axis: 1, keepingAxes: true), beside: known)
default: return ""
}
}
}

// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionTakingApart = Section(
#"Taking apart"#, 0x1f1e74b027cc8a2e, [
Row(#"a[2]"#, #"a[2]"#, #"`2`"#) { try runTakingApart(0) },
Row(#"a[-1]"#, #"a[-1]"#, #"`5`"#) { try runTakingApart(1) },
Row(#"m[1, 2]"#, #"m[1, 2]"#, #"`6`"#) { try runTakingApart(2) },
Row(#"m[2]"#, #"m[2, ...]"#, #"`[ 8  9 10 11]` view"#) { try runTakingApart(3) },
Row(#"m[2, ...]"#, #"m[2, ...]"#, #"`[ 8  9 10 11]` view"#) { try runTakingApart(4) },
Row(#"a[1:4]"#, #"a[1..<4]"#, #"`[1 2 3]` view"#) { try runTakingApart(5) },
Row(#"a[:-1]"#, #"a[..<(-1)]"#, #"`[0 1 2 3 4]` view"#) { try runTakingApart(6) },
Row(#"a[-2:]"#, #"a[(-2)...]"#, #"`[4 5]` view"#) { try runTakingApart(7) },
Row(#"a[::2]"#, #"a[.every(2)]"#, #"`[0 2 4]` view"#) { try runTakingApart(8) },
Row(#"a[::-1]"#, #"a[.every(-1)]"#, #"`[5 4 3 2 1 0]` view"#) { try runTakingApart(9) },
Row(#"a[5:1:-2]"#, #"a[.slice(5, 1, -2)]"#, #"`[5 3]` view"#) { try runTakingApart(10) },
Row(#"a[1:None:3]"#, #"a[.slice(1, nil, 3)]"#, #"`[1 4]` view"#) { try runTakingApart(11) },
Row(#"m[:, 0]"#, #"m[.all, 0]"#, #"`[0 4 8]` view"#) { try runTakingApart(12) },
Row(#"m[..., 0]"#, #"m[..., 0]"#, #"`[0 4 8]` view"#) { try runTakingApart(13) },
Row(#"m[1:, ::2]"#, #"m[1..., .every(2)]"#, #"`[[ 4  6] [ 8 10]]` view"#) { try runTakingApart(14) },
Row(#"a[:2, None]"#, #"a[..<2, .newAxis]"#, #"`[[0] [1]]` view"#) { try runTakingApart(15) },
Row(#"np.split(a, 3)"#, #"a.split(into: 3)"#, #"`[[0 1], [2 3], [4 5]]` view"#) { try runTakingApart(16) },
Row(#"np.array_split(a, 4)"#, #"a.splitUnevenly(into: 4)"#, #"`[[0 1], [2 3], [4], [5]]` view"#) { try runTakingApart(17) },
Row(#"np.split(a, [1, 4])"#, #"a.split(at: [1, 4])"#, #"`[[0], [1 2 3], [4 5]]` view"#) { try runTakingApart(18) },
Row(#"np.diagonal(m)"#, #"m.diagonal()"#, #"`[ 0  5 10]` view"#) { try runTakingApart(19) },
Row(#"z.real"#, #"z.real()"#, #"`[1. 3.]` view"#) { try runTakingApart(20) },
Row(#"z.imag"#, #"z.imaginary()"#, #"`[ 2. -4.]` view"#) { try runTakingApart(21) },
Row(#"[row.sum() for row in m]"#, #"m.map { $0.sum() }"#, #"`[6, 22, 38]`"#) { try runTakingApart(22) },
Row(#"list(m.flat)"#, #"Array(m.elements)"#, #"`[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]`"#) { try runTakingApart(23) },
Row(#"m.item(1, 2)"#, #"m[element: [1, 2]]"#, #"`6`"#) { try runTakingApart(24) },
])

static func runTakingApart(_ row: Int) throws -> String {
let a = NDArray(0..<6)
let m = NDArray(0..<12).reshaped(3, 4)
let z = NDArray([Complex(1.0, 2), Complex(3.0, -4)])
let known: [Any] = [a, m, z]
_ = known
switch row {
case 0:
return shown(a[2], beside: known)
case 1:
return shown(a[-1], beside: known)
case 2:
return shown(m[1, 2], beside: known)
case 3:
return shown(m[2, ...], beside: known)
case 4:
return shown(m[2, ...], beside: known)
case 5:
return shown(a[1..<4], beside: known)
case 6:
return shown(a[..<(-1)], beside: known)
case 7:
return shown(a[(-2)...], beside: known)
case 8:
return shown(a[.every(2)], beside: known)
case 9:
return shown(a[.every(-1)], beside: known)
case 10:
return shown(a[.slice(5, 1, -2)], beside: known)
case 11:
return shown(a[.slice(1, nil, 3)], beside: known)
case 12:
return shown(m[.all, 0], beside: known)
case 13:
return shown(m[..., 0], beside: known)
case 14:
return shown(m[1..., .every(2)], beside: known)
case 15:
return shown(a[..<2, .newAxis], beside: known)
case 16:
return shown(a.split(into: 3), beside: known)
case 17:
return shown(a.splitUnevenly(into: 4), beside: known)
case 18:
return shown(a.split(at: [1, 4]), beside: known)
case 19:
return shown(m.diagonal(), beside: known)
case 20:
return shown(z.real(), beside: known)
case 21:
return shown(z.imaginary(), beside: known)
case 22:
return shown(m.map { $0.sum() }, beside: known)
case 23:
return shown(Array(m.elements), beside: known)
case 24:
return shown(m[element: [1, 2]], beside: known)
default: return ""
}
}
}

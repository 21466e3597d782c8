// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionPicking = Section(
#"Picking"#, 0x19dfa4ee547a0f63, [
Row(#"a[[2, 0]]"#, #"a[at: [2, 0]]"#, #"`[40 50]`"#) { try runPicking(0) },
Row(#"a[i]"#, #"a[at: i]"#, #"`[[50 10] [40 20]]`"#) { try runPicking(1) },
Row(#"m[[0, 2], [1, 3]]"#, #"m[at: [0, 2], [1, 3]]"#, #"`[ 1 11]`"#) { try runPicking(2) },
Row(#"m[[0, 2]]"#, #"m[at: [0, 2]]"#, #"`[[ 0  1  2  3] [ 8  9 10 11]]`"#) { try runPicking(3) },
Row(#"m[1:, [0, 0]]"#, #"m[at: 1..., [0, 0]]"#, #"`[[4 4] [8 8]]`"#) { try runPicking(4) },
Row(#"m[np.ix_([0, 2], [1, 3])]"#, #"m[at: NDArray<Int>.mesh([0, 2], [1, 3])]"#, #"`[[ 1  3] [ 9 11]]`"#) { try runPicking(5) },
Row(#"a[a > 15]"#, #"a[where: a .> 15]"#, #"`[50 40 20]`"#) { try runPicking(6) },
Row(#"m[m % 2 == 0]"#, #"m[where: m.mapElements { $0 % 2 == 0 }]"#, #"`[ 0  2  4  6  8 10]`"#) { try runPicking(7) },
Row(#"a[[2, 0]] = 7"#, #"a[at: [2, 0]] = 7"#, #"`[ 7 10  7 20]`"#) { try runPicking(8) },
Row(#"a[a > 15] = 0"#, #"a[where: a .> 15] = 0"#, #"`[ 0 10  0  0]`"#) { try runPicking(9) },
Row(#"np.add.at(a, [0, 0], 1)"#, #"try a.erased.add(NDArray(scalar: 1).erased, at: [[0, 0].advancedIndex])"#, #"`[52 10 40 20]`"#) { try runPicking(10) },
Row(#"np.take(a, [3, 5], mode="wrap")"#, #"a.take(NDArray([3, 5]), mode: .wrap)"#, #"`[20 10]`"#) { try runPicking(11) },
Row(#"np.take(m, [1, 0], axis=1)"#, #"m.take(NDArray([1, 0]), axis: 1)"#, #"`[[1 0] [5 4] [9 8]]`"#) { try runPicking(12) },
Row(#"np.put(a, [0, 2], [1, 2])"#, #"a.put(NDArray([1, 2]), at: NDArray([0, 2]))"#, #"`[ 1 10  2 20]`"#) { try runPicking(13) },
Row(#"a[[2, 0]] = 7"#, #"a[at: [2, 0]] = NDArray(scalar: 7)"#, #"`[ 7 10  7 20]`"#) { try runPicking(14) },
Row(#"a[a > 15] = 0"#, #"a[where: a .> 15] = NDArray(scalar: 0)"#, #"`[ 0 10  0  0]`"#) { try runPicking(15) },
Row(#"a[[0, 0]] += 1"#, #"a[at: [0, 0]] += 1"#, #"`[51 10 40 20]`"#) { try runPicking(16) },
Row(#"np.add.at(a, [0, 0], 1)"#, #"a.add(NDArray(scalar: 1), at: [0, 0])"#, #"`[52 10 40 20]`"#) { try runPicking(17) },
Row(#"np.take(a, [3, 5], mode="wrap")"#, #"a.take([3, 5], mode: .wrap)"#, #"`[20 10]`"#) { try runPicking(18) },
Row(#"np.take_along_axis(m, np.array([[3], [0], [1]]), 1)"#, #"m.takeAlong(NDArray([[3], [0], [1]]))"#, #"`[[3] [4] [9]]`"#) { try runPicking(19) },
Row(#"np.put_along_axis(m, np.array([[3], [0], [1]]), 0, 1)"#, #"m.putAlong(NDArray(scalar: 0), at: NDArray([[3], [0], [1]]))"#, #"`[[ 0  1  2  0] [ 0  5  6  7] [ 8  0 10 11]]`"#) { try runPicking(20) },
Row(#"np.take(m, [1, 0], axis=1)"#, #"m.take([1, 0], axis: 1)"#, #"`[[1 0] [5 4] [9 8]]`"#) { try runPicking(21) },
Row(#"np.put(a, [0, 2], [1, 2])"#, #"a.put(NDArray([1, 2]), at: [0, 2])"#, #"`[ 1 10  2 20]`"#) { try runPicking(22) },
Row(#"np.putmask(a, a > 15, 0)"#, #"a.putMask(a .> 15, NDArray(scalar: 0))"#, #"`[ 0 10  0  0]`"#) { try runPicking(23) },
Row(#"np.place(a, a > 15, [1, 2])"#, #"a.place(a .> 15, NDArray([1, 2]))"#, #"`[ 1 10  2  1]`"#) { try runPicking(24) },
Row(#"np.compress([True, False, True], m, axis=0)"#, #"m.compress([true, false, true], axis: 0)"#, #"`[[ 0  1  2  3] [ 8  9 10 11]]`"#) { try runPicking(25) },
Row(#"np.extract(a > 15, a)"#, #"a.extract(a .> 15)"#, #"`[50 40 20]`"#) { try runPicking(26) },
Row(#"np.where(a > 15, a, 0)"#, #"NDArray.where(a .> 15, a, 0)"#, #"`[50  0 40 20]`"#) { try runPicking(27) },
Row(#"np.nonzero(m > 8)"#, #"(m .> 8).nonzero()"#, #"`[[2 2 2], [1 2 3]]`"#) { try runPicking(28) },
Row(#"np.argwhere(m > 9)"#, #"(m .> 9).argwhere()"#, #"`[[2 2] [2 3]]`"#) { try runPicking(29) },
Row(#"np.flatnonzero(a > 15)"#, #"(a .> 15).flatNonzero()"#, #"`[0 2 3]`"#) { try runPicking(30) },
])

static func runPicking(_ row: Int) throws -> String {
let a = NDArray([50, 10, 40, 20])
let m = NDArray(0..<12).reshaped(3, 4)
let i = NDArray([[0, 1], [2, 3]])
let known: [Any] = [a, m, i]
_ = known
switch row {
case 0:
return shown(a[at: [2, 0]], beside: known)
case 1:
return shown(a[at: i], beside: known)
case 2:
return shown(m[at: [0, 2], [1, 3]], beside: known)
case 3:
return shown(m[at: [0, 2]], beside: known)
case 4:
return shown(m[at: 1..., [0, 0]], beside: known)
case 5:
return shown(m[at: NDArray<Int>.mesh([0, 2], [1, 3])], beside: known)
case 6:
return shown(a[where: a .> 15], beside: known)
case 7:
return shown(m[where: m.mapElements { $0 % 2 == 0 }], beside: known)
case 8:
a[at: [2, 0]] = 7
return shown(a)
case 9:
a[where: a .> 15] = 0
return shown(a)
case 10:
try a.erased.add(NDArray(scalar: 1).erased, at: [[0, 0].advancedIndex])
return shown(a)
case 11:
return shown(a.take(NDArray([3, 5]), mode: .wrap), beside: known)
case 12:
return shown(m.take(NDArray([1, 0]), axis: 1), beside: known)
case 13:
a.put(NDArray([1, 2]), at: NDArray([0, 2]))
return shown(a)
case 14:
a[at: [2, 0]] = NDArray(scalar: 7)
return shown(a)
case 15:
a[where: a .> 15] = NDArray(scalar: 0)
return shown(a)
case 16:
a[at: [0, 0]] += 1
return shown(a)
case 17:
a.add(NDArray(scalar: 1), at: [0, 0])
return shown(a)
case 18:
return shown(a.take([3, 5], mode: .wrap), beside: known)
case 19:
return shown(m.takeAlong(NDArray([[3], [0], [1]])), beside: known)
case 20:
m.putAlong(NDArray(scalar: 0), at: NDArray([[3], [0], [1]]))
return shown(m)
case 21:
return shown(m.take([1, 0], axis: 1), beside: known)
case 22:
a.put(NDArray([1, 2]), at: [0, 2])
return shown(a)
case 23:
a.putMask(a .> 15, NDArray(scalar: 0))
return shown(a)
case 24:
a.place(a .> 15, NDArray([1, 2]))
return shown(a)
case 25:
return shown(m.compress([true, false, true], axis: 0), beside: known)
case 26:
return shown(a.extract(a .> 15), beside: known)
case 27:
return shown(NDArray.where(a .> 15, a, 0), beside: known)
case 28:
return shown((m .> 8).nonzero(), beside: known)
case 29:
return shown((m .> 9).argwhere(), beside: known)
case 30:
return shown((a .> 15).flatNonzero(), beside: known)
default: return ""
}
}
}

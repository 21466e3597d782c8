// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionAssembling = Section(
#"Assembling"#, 0x92e6df0f81c7a1a1, [
Row(#"np.concatenate([a, b])"#, #"NDArray.concatenate([a, b])"#, #"`[1 2 3 4 5 6]`"#) { try runAssembling(0) },
Row(#"np.concatenate([m, m], axis=1)"#, #"NDArray.concatenate([m, m], axis: 1)"#, #"`[[0 1 0 1] [2 3 2 3]]`"#) { try runAssembling(1) },
Row(#"np.concatenate([a, b], out=c)"#, #"NDArray.concatenate([a, b], into: c)"#, #"`[1 2 3 4 5 6]`"#) { try runAssembling(2) },
Row(#"np.stack([a, b])"#, #"NDArray.stack([a, b])"#, #"`[[1 2 3] [4 5 6]]`"#) { try runAssembling(3) },
Row(#"np.stack([a, b], axis=1)"#, #"NDArray.stack([a, b], axis: 1)"#, #"`[[1 4] [2 5] [3 6]]`"#) { try runAssembling(4) },
Row(#"np.vstack([a, b])"#, #"NDArray.verticalStack([a, b])"#, #"`[[1 2 3] [4 5 6]]`"#) { try runAssembling(5) },
Row(#"np.hstack([a, b])"#, #"NDArray.horizontalStack([a, b])"#, #"`[1 2 3 4 5 6]`"#) { try runAssembling(6) },
Row(#"np.dstack([a, b])"#, #"NDArray.depthStack([a, b])"#, #"`[[[1 4] [2 5] [3 6]]]`"#) { try runAssembling(7) },
Row(#"np.column_stack([a, b])"#, #"NDArray.columnStack([a, b])"#, #"`[[1 4] [2 5] [3 6]]`"#) { try runAssembling(8) },
Row(#"np.block([[m, m], [m, m]])"#, #"NDArray.block([[m, m], [m, m]])"#, #"`[[0 1 0 1] [2 3 2 3] [0 1 0 1] [2 3 2 3]]`"#) { try runAssembling(9) },
Row(#"np.append(a, b)"#, #"a.appending(b)"#, #"`[1 2 3 4 5 6]`"#) { try runAssembling(10) },
Row(#"np.insert(a, 1, 9)"#, #"a.inserting(NDArray(scalar: 9), at: 1)"#, #"`[1 9 2 3]`"#) { try runAssembling(11) },
Row(#"np.delete(a, 1)"#, #"a.deleting(at: 1)"#, #"`[1 3]`"#) { try runAssembling(12) },
Row(#"np.delete(m, [0], axis=0)"#, #"m.deleting(at: [0], axis: 0)"#, #"`[[2 3]]`"#) { try runAssembling(13) },
Row(#"np.tile(a, 2)"#, #"a.tiled([2])"#, #"`[1 2 3 1 2 3]`"#) { try runAssembling(14) },
Row(#"np.repeat(a, 2)"#, #"a.repeated(2)"#, #"`[1 1 2 2 3 3]`"#) { try runAssembling(15) },
Row(#"np.repeat(m, [1, 2], axis=0)"#, #"m.repeated([1, 2], axis: 0)"#, #"`[[0 1] [2 3] [2 3]]`"#) { try runAssembling(16) },
Row(#"np.roll(a, 1)"#, #"a.rolled(by: 1)"#, #"`[3 1 2]`"#) { try runAssembling(17) },
Row(#"np.roll(m, 1, axis=1)"#, #"m.rolled(by: 1, axis: 1)"#, #"`[[1 0] [3 2]]`"#) { try runAssembling(18) },
Row(#"np.pad(a, (1, 2))"#, #"a.padded([PadWidth(1, 2)])"#, #"`[0 1 2 3 0 0]`"#) { try runAssembling(19) },
Row(#"np.pad(a, 2, "reflect")"#, #"a.padded([PadWidth(2, 2)], .reflect)"#, #"`[3 2 1 2 3 2 1]`"#) { try runAssembling(20) },
Row(#"np.pad(a, 1, constant_values=(8, 9))"#, #"a.padded([PadWidth(1)], with: NDArray([8, 9]))"#, #"`[8 1 2 3 9]`"#) { try runAssembling(21) },
Row(#"np.pad(a, 2, "mean")"#, #"a.padded([PadWidth(2)], .mean)"#, #"`[2 2 1 2 3 2 2]`"#) { try runAssembling(22) },
Row(#"np.pad(a, 2, "linear_ramp")"#, #"a.padded([PadWidth(2)], .ramp)"#, #"`[0 0 1 2 3 1 0]`"#) { try runAssembling(23) },
Row(#"np.resize(a, (2, 4))"#, #"a.resized([2, 4])"#, #"`[[1 2 3 1] [2 3 1 2]]`"#) { try runAssembling(24) },
Row(#"np.tril(m)"#, #"m.lowerTriangle()"#, #"`[[0 0] [2 3]]`"#) { try runAssembling(25) },
Row(#"np.triu(m)"#, #"m.upperTriangle()"#, #"`[[0 1] [0 3]]`"#) { try runAssembling(26) },
Row(#"np.fill_diagonal(m, 7)"#, #"m.fillDiagonal(NDArray(scalar: 7))"#, #"`[[7 1] [2 7]]`"#) { try runAssembling(27) },
Row(#"np.meshgrid(a, b[:2])"#, #"NDArray.meshgrid([a, b[..<2]])"#, #"`[[[1 2 3] [1 2 3]], [[4 4 4] [5 5 5]]]`"#) { try runAssembling(28) },
Row(#"np.broadcast_arrays(a, m[:, :1])"#, #"NDArray.broadcastTogether([a, m[.all, ..<1]])"#, #"`[[[1 2 3] [1 2 3]], [[0 0 0] [2 2 2]]]` view"#) { try runAssembling(29) },
])

static func runAssembling(_ row: Int) throws -> String {
let a = NDArray([1, 2, 3])
let b = NDArray([4, 5, 6])
let m = NDArray(0..<4).reshaped(2, 2)
let c = NDArray<Int>.zeros([6])
let known: [Any] = [a, b, m, c]
_ = known
switch row {
case 0:
return shown(NDArray.concatenate([a, b]), beside: known)
case 1:
return shown(NDArray.concatenate([m, m], axis: 1), beside: known)
case 2:
NDArray.concatenate([a, b], into: c)
return shown(c)
case 3:
return shown(NDArray.stack([a, b]), beside: known)
case 4:
return shown(NDArray.stack([a, b], axis: 1), beside: known)
case 5:
return shown(NDArray.verticalStack([a, b]), beside: known)
case 6:
return shown(NDArray.horizontalStack([a, b]), beside: known)
case 7:
return shown(NDArray.depthStack([a, b]), beside: known)
case 8:
return shown(NDArray.columnStack([a, b]), beside: known)
case 9:
return shown(NDArray.block([[m, m], [m, m]]), beside: known)
case 10:
return shown(a.appending(b), beside: known)
case 11:
return shown(a.inserting(NDArray(scalar: 9), at: 1), beside: known)
case 12:
return shown(a.deleting(at: 1), beside: known)
case 13:
return shown(m.deleting(at: [0], axis: 0), beside: known)
case 14:
return shown(a.tiled([2]), beside: known)
case 15:
return shown(a.repeated(2), beside: known)
case 16:
return shown(m.repeated([1, 2], axis: 0), beside: known)
case 17:
return shown(a.rolled(by: 1), beside: known)
case 18:
return shown(m.rolled(by: 1, axis: 1), beside: known)
case 19:
return shown(a.padded([PadWidth(1, 2)]), beside: known)
case 20:
return shown(a.padded([PadWidth(2, 2)], .reflect), beside: known)
case 21:
return shown(a.padded([PadWidth(1)], with: NDArray([8, 9])), beside: known)
case 22:
return shown(a.padded([PadWidth(2)], .mean), beside: known)
case 23:
return shown(a.padded([PadWidth(2)], .ramp), beside: known)
case 24:
return shown(a.resized([2, 4]), beside: known)
case 25:
return shown(m.lowerTriangle(), beside: known)
case 26:
return shown(m.upperTriangle(), beside: known)
case 27:
m.fillDiagonal(NDArray(scalar: 7))
return shown(m)
case 28:
return shown(NDArray.meshgrid([a, b[..<2]]), beside: known)
case 29:
return shown(NDArray.broadcastTogether([a, m[.all, ..<1]]), beside: known)
default: return ""
}
}
}

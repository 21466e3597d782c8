// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionTurning = Section(
#"Turning"#, 0x58878036e3d4c50a, [
Row(#"m.T"#, #"m.transposed()"#, #"`[[0 3] [1 4] [2 5]]` view"#) { try runTurning(0) },
Row(#"m.mT"#, #"m.matrixTransposed()"#, #"`[[0 3] [1 4] [2 5]]` view"#) { try runTurning(1) },
Row(#"np.transpose(t, (2, 0, 1)).shape"#, #"t.permuted([2, 0, 1]).shape"#, #"`[4, 2, 3]`"#) { try runTurning(2) },
Row(#"np.swapaxes(m, 0, 1)"#, #"m.swappingAxes(0, 1)"#, #"`[[0 3] [1 4] [2 5]]` view"#) { try runTurning(3) },
Row(#"np.moveaxis(t, 0, -1).strides"#, #"t.movingAxes([0], to: [-1]).strides"#, #"`[32, 8, 96]`"#) { try runTurning(4) },
Row(#"np.rollaxis(t, 2).shape"#, #"t.rollingAxis(2).shape"#, #"`[4, 2, 3]`"#) { try runTurning(5) },
Row(#"np.flip(m)"#, #"m.flipped()"#, #"`[[5 4 3] [2 1 0]]` view"#) { try runTurning(6) },
Row(#"np.flip(m, 0)"#, #"m.flipped(axis: 0)"#, #"`[[3 4 5] [0 1 2]]` view"#) { try runTurning(7) },
Row(#"np.rot90(m)"#, #"m.rotated90()"#, #"`[[2 5] [1 4] [0 3]]` view"#) { try runTurning(8) },
Row(#"np.expand_dims(a, 0)"#, #"a.expanded(axes: [0])"#, #"`[[0 1 2 3]]` view"#) { try runTurning(9) },
Row(#"np.squeeze(a[None])"#, #"a[.newAxis].squeezed()"#, #"`[0 1 2 3]` view"#) { try runTurning(10) },
Row(#"np.atleast_2d(a)"#, #"a.expanded(toRank: 2)"#, #"`[[0 1 2 3]]` view"#) { try runTurning(11) },
Row(#"np.broadcast_to(a, (2, 4))"#, #"a.broadcast(to: [2, 4])"#, #"`[[0 1 2 3] [0 1 2 3]]` view"#) { try runTurning(12) },
Row(#"sliding_window_view(a, 3)"#, #"a.slidingWindows(shape: [3])"#, #"`[[0 1 2] [1 2 3]]` view"#) { try runTurning(13) },
Row(#"as_strided(a, (2, 2), (8, 8))"#, #"a.strided(shape: [2, 2], strides: [8, 8])"#, #"`[[0 1] [1 2]]` view"#) { try runTurning(14) },
Row(#"a.view(np.int32)"#, #"a.view(as: Int32.self)"#, #"`[0 0 1 0 2 0 3 0]` view"#) { try runTurning(15) },
])

static func runTurning(_ row: Int) throws -> String {
let m = NDArray(0..<6).reshaped(2, 3)
let t = NDArray(0..<24).reshaped(2, 3, 4)
let a = NDArray(0..<4)
let known: [Any] = [m, t, a]
_ = known
switch row {
case 0:
return shown(m.transposed(), beside: known)
case 1:
return shown(m.matrixTransposed(), beside: known)
case 2:
return shown(t.permuted([2, 0, 1]).shape, beside: known)
case 3:
return shown(m.swappingAxes(0, 1), beside: known)
case 4:
return shown(t.movingAxes([0], to: [-1]).strides, beside: known)
case 5:
return shown(t.rollingAxis(2).shape, beside: known)
case 6:
return shown(m.flipped(), beside: known)
case 7:
return shown(m.flipped(axis: 0), beside: known)
case 8:
return shown(m.rotated90(), beside: known)
case 9:
return shown(a.expanded(axes: [0]), beside: known)
case 10:
return shown(a[.newAxis].squeezed(), beside: known)
case 11:
return shown(a.expanded(toRank: 2), beside: known)
case 12:
return shown(a.broadcast(to: [2, 4]), beside: known)
case 13:
return shown(a.slidingWindows(shape: [3]), beside: known)
case 14:
return shown(a.strided(shape: [2, 2], strides: [8, 8]), beside: known)
case 15:
return shown(a.view(as: Int32.self), beside: known)
default: return ""
}
}
}

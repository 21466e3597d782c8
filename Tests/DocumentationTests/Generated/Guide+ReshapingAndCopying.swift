// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionReshapingAndCopying = Section(
#"Reshaping and copying"#, 0x638e05e1f4bb9c58, [
Row(#"a.reshape(2, -1)"#, #"a.reshaped(2, -1)"#, #"`[[0 1 2] [3 4 5]]` view"#) { try runReshapingAndCopying(0) },
Row(#"m.T.reshape(6)"#, #"m.transposed().reshaped(6)"#, #"`[0 3 1 4 2 5]`"#) { try runReshapingAndCopying(1) },
Row(#"np.reshape(a, (3, 2), copy=False)"#, #"try a.reshaped(3, 2, copying: .never)"#, #"`[[0 1] [2 3] [4 5]]` view"#) { try runReshapingAndCopying(2) },
Row(#"m.T.reshape(6, order="F")"#, #"m.transposed().reshaped([6], order: .columnMajor)"#, #"`[0 1 2 3 4 5]` view"#) { try runReshapingAndCopying(3) },
Row(#"m.ravel()"#, #"m.raveled()"#, #"`[0 1 2 3 4 5]` view"#) { try runReshapingAndCopying(4) },
Row(#"m.T.ravel()"#, #"m.transposed().raveled()"#, #"`[0 3 1 4 2 5]`"#) { try runReshapingAndCopying(5) },
Row(#"m.T.ravel("K")"#, #"m.transposed().raveled(order: .keep)"#, #"`[0 1 2 3 4 5]` view"#) { try runReshapingAndCopying(6) },
Row(#"m.flatten()"#, #"m.flattened()"#, #"`[0 1 2 3 4 5]`"#) { try runReshapingAndCopying(7) },
Row(#"a.copy()"#, #"a.copy()"#, #"`[0 1 2 3 4 5]`"#) { try runReshapingAndCopying(8) },
Row(#"m.copy("F").strides"#, #"m.copy(order: .columnMajor).strides"#, #"`[8, 16]`"#) { try runReshapingAndCopying(9) },
Row(#"a.astype(np.float32)"#, #"a.cast(to: Float.self)"#, #"`[0. 1. 2. 3. 4. 5.]`"#) { try runReshapingAndCopying(10) },
Row(#"np.ascontiguousarray(m)"#, #"m.contiguous()"#, #"`[[0 1 2] [3 4 5]]` view"#) { try runReshapingAndCopying(11) },
Row(#"np.ascontiguousarray(m.T)"#, #"m.transposed().contiguous()"#, #"`[[0 3] [1 4] [2 5]]`"#) { try runReshapingAndCopying(12) },
Row(#"np.require(m, requirements=["C", "A"])"#, #"m.required(.aligned, order: .rowMajor)"#, #"`[[0 1 2] [3 4 5]]` view"#) { try runReshapingAndCopying(13) },
])

static func runReshapingAndCopying(_ row: Int) throws -> String {
let a = NDArray(0..<6)
let m = NDArray(0..<6).reshaped(2, 3)
let known: [Any] = [a, m]
_ = known
switch row {
case 0:
return shown(a.reshaped(2, -1), beside: known)
case 1:
return shown(m.transposed().reshaped(6), beside: known)
case 2:
return shown(try a.reshaped(3, 2, copying: .never), beside: known)
case 3:
return shown(m.transposed().reshaped([6], order: .columnMajor), beside: known)
case 4:
return shown(m.raveled(), beside: known)
case 5:
return shown(m.transposed().raveled(), beside: known)
case 6:
return shown(m.transposed().raveled(order: .keep), beside: known)
case 7:
return shown(m.flattened(), beside: known)
case 8:
return shown(a.copy(), beside: known)
case 9:
return shown(m.copy(order: .columnMajor).strides, beside: known)
case 10:
return shown(a.cast(to: Float.self), beside: known)
case 11:
return shown(m.contiguous(), beside: known)
case 12:
return shown(m.transposed().contiguous(), beside: known)
case 13:
return shown(m.required(.aligned, order: .rowMajor), beside: known)
default: return ""
}
}
}

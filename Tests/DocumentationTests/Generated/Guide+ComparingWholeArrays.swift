// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionComparingWholeArrays = Section(
#"Comparing whole arrays"#, 0xa50175e6aff7b332, [
Row(#"np.array_equal(a, a.copy())"#, #"a.isEqual(to: a.copy())"#, #"`true`"#) { try runComparingWholeArrays(0) },
Row(#"np.array_equal(x, x.copy())"#, #"x.isEqual(to: x.copy())"#, #"`false`"#) { try runComparingWholeArrays(1) },
Row(#"np.array_equal(x, x.copy(), equal_nan=True)"#, #"x.isEqual(to: x.copy(), equalNaN: true)"#, #"`true`"#) { try runComparingWholeArrays(2) },
Row(#"np.isclose(x, y)"#, #"x.isClose(to: y)"#, #"`[ True False]`"#) { try runComparingWholeArrays(3) },
Row(#"np.isclose(x, y, equal_nan=True)"#, #"x.isClose(to: y, equalNaN: true)"#, #"`[ True  True]`"#) { try runComparingWholeArrays(4) },
Row(#"np.allclose(a, a + 1)"#, #"a.allClose(to: a + 1)"#, #"`false`"#) { try runComparingWholeArrays(5) },
Row(#"np.allclose(a, a + 1, atol=2)"#, #"a.allClose(to: a + 1, absoluteTolerance: 2)"#, #"`true`"#) { try runComparingWholeArrays(6) },
])

static func runComparingWholeArrays(_ row: Int) throws -> String {
let x = NDArray([1.0, .nan])
let y = NDArray([1.0 + 1e-9, .nan])
let a = NDArray(0..<3)
let known: [Any] = [x, y, a]
_ = known
switch row {
case 0:
return shown(a.isEqual(to: a.copy()), beside: known)
case 1:
return shown(x.isEqual(to: x.copy()), beside: known)
case 2:
return shown(x.isEqual(to: x.copy(), equalNaN: true), beside: known)
case 3:
return shown(x.isClose(to: y), beside: known)
case 4:
return shown(x.isClose(to: y, equalNaN: true), beside: known)
case 5:
return shown(a.allClose(to: a + 1), beside: known)
case 6:
return shown(a.allClose(to: a + 1, absoluteTolerance: 2), beside: known)
default: return ""
}
}
}

// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionAddingUpAndFinding = Section(
#"Adding up and finding"#, 0x071bae287cdb66a9, [
Row(#"np.sum(m)"#, #"m.sum()"#, #"`15`"#) { try runAddingUpAndFinding(0) },
Row(#"np.sum(m, axis=0)"#, #"m.sum(axis: 0)"#, #"`[3 5 7]`"#) { try runAddingUpAndFinding(1) },
Row(#"np.prod(a)"#, #"a.product()"#, #"`6`"#) { try runAddingUpAndFinding(2) },
Row(#"np.max(m, axis=1, keepdims=True)"#, #"m.max(axis: 1, keepingAxes: true)"#, #"`[[2] [5]]`"#) { try runAddingUpAndFinding(3) },
Row(#"np.nanmin(n)"#, #"n.min(ignoringNaN: true)"#, #"`1.0`"#) { try runAddingUpAndFinding(4) },
Row(#"np.mean(m, axis=0)"#, #"m.mean(axis: 0)"#, #"`[1.5 2.5 3.5]`"#) { try runAddingUpAndFinding(5) },
Row(#"np.var(m)"#, #"m.variance()"#, #"`2.9166666666666665`"#) { try runAddingUpAndFinding(6) },
Row(#"np.std(a, ddof=1)"#, #"a.standardDeviation(correction: 1)"#, #"`0.9574271077563381`"#) { try runAddingUpAndFinding(7) },
Row(#"np.any(m > 4)"#, #"(m .> 4).any()"#, #"`true`"#) { try runAddingUpAndFinding(8) },
Row(#"np.all(m, axis=1)"#, #"m.all(axis: 1)"#, #"`[False  True]`"#) { try runAddingUpAndFinding(9) },
Row(#"np.count_nonzero(m)"#, #"m.countNonzero()"#, #"`5`"#) { try runAddingUpAndFinding(10) },
Row(#"np.argmax(a)"#, #"a.argmax()"#, #"`0`"#) { try runAddingUpAndFinding(11) },
Row(#"np.argmin(m, axis=0)"#, #"m.argmin(axis: 0)"#, #"`[0 0 0]`"#) { try runAddingUpAndFinding(12) },
Row(#"np.ptp(a)"#, #"a.peakToPeak()"#, #"`2`"#) { try runAddingUpAndFinding(13) },
Row(#"np.nanargmax(n)"#, #"n.argmax(ignoringNaN: true)"#, #"`2`"#) { try runAddingUpAndFinding(14) },
Row(#"np.cumsum(m)"#, #"m.cumulativeSum()"#, #"`[ 0  1  3  6 10 15]`"#) { try runAddingUpAndFinding(15) },
Row(#"np.cumsum(m, axis=1)"#, #"m.cumulativeSum(axis: 1)"#, #"`[[ 0  1  3] [ 3  7 12]]`"#) { try runAddingUpAndFinding(16) },
Row(#"np.nancumsum(n)"#, #"n.cumulativeSum(ignoringNaN: true)"#, #"`[1. 1. 5.]`"#) { try runAddingUpAndFinding(17) },
Row(#"np.cumprod(a)"#, #"a.cumulativeProduct()"#, #"`[3 3 6 6]`"#) { try runAddingUpAndFinding(18) },
Row(#"np.maximum.accumulate(a)"#, #"a.cumulativeMax()"#, #"`[3 3 3 3]`"#) { try runAddingUpAndFinding(19) },
Row(#"np.diff(a)"#, #"a.differences()"#, #"`[-2  1 -1]`"#) { try runAddingUpAndFinding(20) },
Row(#"np.diff(a, n=2)"#, #"a.differences(order: 2)"#, #"`[ 3 -2]`"#) { try runAddingUpAndFinding(21) },
Row(#"np.diff(a, prepend=0)"#, #"a.differences(prepending: NDArray(scalar: 0))"#, #"`[ 3 -2  1 -1]`"#) { try runAddingUpAndFinding(22) },
Row(#"np.median(a)"#, #"a.median()"#, #"`1.5`"#) { try runAddingUpAndFinding(23) },
Row(#"np.nanmedian(n)"#, #"n.median(ignoringNaN: true)"#, #"`2.5`"#) { try runAddingUpAndFinding(24) },
Row(#"np.median(m, axis=0)"#, #"m.median(axes: [0])"#, #"`[1.5 2.5 3.5]`"#) { try runAddingUpAndFinding(25) },
Row(#"np.quantile(a, 0.25)"#, #"a.quantile(0.25)"#, #"`1.0`"#) { try runAddingUpAndFinding(26) },
Row(#"np.percentile(a, 90)"#, #"a.percentile(90)"#, #"`2.7`"#) { try runAddingUpAndFinding(27) },
])

static func runAddingUpAndFinding(_ row: Int) throws -> String {
let a = NDArray([3, 1, 2, 1])
let m = NDArray(0..<6).reshaped(2, 3)
let n = NDArray([1, .nan, 4])
let known: [Any] = [a, m, n]
_ = known
switch row {
case 0:
return shown(m.sum(), beside: known)
case 1:
return shown(m.sum(axis: 0), beside: known)
case 2:
return shown(a.product(), beside: known)
case 3:
return shown(m.max(axis: 1, keepingAxes: true), beside: known)
case 4:
return shown(n.min(ignoringNaN: true), beside: known)
case 5:
return shown(m.mean(axis: 0), beside: known)
case 6:
return shown(m.variance(), beside: known)
case 7:
return shown(a.standardDeviation(correction: 1), beside: known)
case 8:
return shown((m .> 4).any(), beside: known)
case 9:
return shown(m.all(axis: 1), beside: known)
case 10:
return shown(m.countNonzero(), beside: known)
case 11:
return shown(a.argmax(), beside: known)
case 12:
return shown(m.argmin(axis: 0), beside: known)
case 13:
return shown(a.peakToPeak(), beside: known)
case 14:
return shown(n.argmax(ignoringNaN: true), beside: known)
case 15:
return shown(m.cumulativeSum(), beside: known)
case 16:
return shown(m.cumulativeSum(axis: 1), beside: known)
case 17:
return shown(n.cumulativeSum(ignoringNaN: true), beside: known)
case 18:
return shown(a.cumulativeProduct(), beside: known)
case 19:
return shown(a.cumulativeMax(), beside: known)
case 20:
return shown(a.differences(), beside: known)
case 21:
return shown(a.differences(order: 2), beside: known)
case 22:
return shown(a.differences(prepending: NDArray(scalar: 0)), beside: known)
case 23:
return shown(a.median(), beside: known)
case 24:
return shown(n.median(ignoringNaN: true), beside: known)
case 25:
return shown(m.median(axes: [0]), beside: known)
case 26:
return shown(a.quantile(0.25), beside: known)
case 27:
return shown(a.percentile(90), beside: known)
default: return ""
}
}
}

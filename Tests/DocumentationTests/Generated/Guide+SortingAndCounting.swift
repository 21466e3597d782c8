// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionSortingAndCounting = Section(
#"Sorting and counting"#, 0x0e966114054a9d23, [
Row(#"np.sort(a)"#, #"a.sorted()"#, #"`[1 1 2 3]`"#) { try runSortingAndCounting(0) },
Row(#"np.sort(m, axis=0)"#, #"m.sorted(axis: 0)"#, #"`[[2 1] [3 1] [3 2]]`"#) { try runSortingAndCounting(1) },
Row(#"np.argsort(a, stable=True)"#, #"a.argsort()"#, #"`[1 3 2 0]`"#) { try runSortingAndCounting(2) },
Row(#"np.partition(a, 3)[3]"#, #"a.partitioned(at: [3])[3]"#, #"`3`"#) { try runSortingAndCounting(3) },
Row(#"np.lexsort((a, [0, 1, 0, 1]))"#, #"NDArray.lexsort([a, NDArray([0, 1, 0, 1])])"#, #"`[2 0 1 3]`"#) { try runSortingAndCounting(4) },
Row(#"np.searchsorted([1, 2, 4], a)"#, #"NDArray([1, 2, 4]).searchSorted(a)"#, #"`[2 0 1 0]`"#) { try runSortingAndCounting(5) },
Row(#"np.searchsorted([1, 2, 4], a, side='right')"#, #"NDArray([1, 2, 4]).searchSorted(a, side: .right)"#, #"`[2 1 2 1]`"#) { try runSortingAndCounting(6) },
Row(#"np.unique(a)"#, #"a.unique()"#, #"`[1 2 3]`"#) { try runSortingAndCounting(7) },
Row(#"np.unique(m, axis=0)"#, #"m.unique(axis: 0)"#, #"`[[2 2] [3 1]]`"#) { try runSortingAndCounting(8) },
Row(#"np.isin(a, b)"#, #"a.isIn(b)"#, #"`[False  True False  True]`"#) { try runSortingAndCounting(9) },
Row(#"np.union1d(a, b)"#, #"a.union(b)"#, #"`[1 2 3 4]`"#) { try runSortingAndCounting(10) },
Row(#"np.intersect1d(a, b)"#, #"a.intersection(b)"#, #"`[1]`"#) { try runSortingAndCounting(11) },
Row(#"np.setdiff1d(a, b)"#, #"a.subtracting(b)"#, #"`[2 3]`"#) { try runSortingAndCounting(12) },
Row(#"np.setxor1d(a, b)"#, #"a.symmetricDifference(b)"#, #"`[2 3 4]`"#) { try runSortingAndCounting(13) },
Row(#"np.bincount(a)"#, #"a.bincount()"#, #"`[0 2 1 1]`"#) { try runSortingAndCounting(14) },
Row(#"np.digitize(a, [1, 3])"#, #"a.digitize(NDArray([1, 3]))"#, #"`[2 1 1 1]`"#) { try runSortingAndCounting(15) },
Row(#"np.histogram(a, bins=2)[0]"#, #"a.histogram(bins: .count(2)).counts"#, #"`[2 2]`"#) { try runSortingAndCounting(16) },
Row(#"np.histogram_bin_edges(a, bins=2)"#, #"a.histogram(bins: .count(2)).edges"#, #"`[1. 2. 3.]`"#) { try runSortingAndCounting(17) },
])

static func runSortingAndCounting(_ row: Int) throws -> String {
let a = NDArray([3, 1, 2, 1])
let b = NDArray([1, 4])
let m = NDArray([[3, 1], [2, 2], [3, 1]])
let known: [Any] = [a, b, m]
_ = known
switch row {
case 0:
return shown(a.sorted(), beside: known)
case 1:
return shown(m.sorted(axis: 0), beside: known)
case 2:
return shown(a.argsort(), beside: known)
case 3:
return shown(a.partitioned(at: [3])[3], beside: known)
case 4:
return shown(NDArray.lexsort([a, NDArray([0, 1, 0, 1])]), beside: known)
case 5:
return shown(NDArray([1, 2, 4]).searchSorted(a), beside: known)
case 6:
return shown(NDArray([1, 2, 4]).searchSorted(a, side: .right), beside: known)
case 7:
return shown(a.unique(), beside: known)
case 8:
return shown(m.unique(axis: 0), beside: known)
case 9:
return shown(a.isIn(b), beside: known)
case 10:
return shown(a.union(b), beside: known)
case 11:
return shown(a.intersection(b), beside: known)
case 12:
return shown(a.subtracting(b), beside: known)
case 13:
return shown(a.symmetricDifference(b), beside: known)
case 14:
return shown(a.bincount(), beside: known)
case 15:
return shown(a.digitize(NDArray([1, 3])), beside: known)
case 16:
return shown(a.histogram(bins: .count(2)).counts, beside: known)
case 17:
return shown(a.histogram(bins: .count(2)).edges, beside: known)
default: return ""
}
}
}

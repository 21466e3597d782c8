// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Calculating.md; change that instead.

import Strided

extension Article {
static let calculating = Article(
"Calculating.md", 0x209bde7037946caf,
prints: [
12: #"[[ 1. 2. 4.] [10. 20. 40.]]"#,
13: #"[ 0. -1. -3.] [0.5 1. 2. ]"#,
14: #"[0.5 1. ]: integers divide to Double"#,
21: #"[1.5] float64"#,
32: #"[[ 10 110 132] [ 3 12 20]]"#,
42: #"[False True True]"#,
43: #"[2. 4.]"#,
44: #"[0. 2. 4.]"#,
52: #"[1. 2.71828183]"#,
53: #"[ 1. 4. 16.] [0. 1. 2.]"#,
63: #"[2. 2.19 2.26 2.26 2.21]"#,
72: #"287 132"#,
73: #"[ 13 122 152]"#,
74: #"1.0"#,
]
) { try $0.calculating() }
}
extension Transcript {
func calculating() throws {
do {
#sourceLocation(file: "Calculating.md", line: 10)
let a = NDArray([1.0, 2, 4])
let m = NDArray([[1.0], [10]])
print(a * m)             // [[ 1. 2. 4.] [10. 20. 40.]]
print(1 - a, a / 2)      // [ 0. -1. -3.] [0.5 1. 2. ]
print(NDArray([1, 2]) / 2)  // [0.5 1. ]: integers divide to Double
#sourceLocation()
_ = a
_ = m
do {
#sourceLocation(file: "Calculating.md", line: 20)
let mixed = try AnyNDArray.apply(.add, NDArray<Int8>([1]).erased, NDArray([0.5]).erased)
print(mixed, mixed.dtype)  // [1.5] float64
#sourceLocation()
_ = mixed
do {
#sourceLocation(file: "Calculating.md", line: 29)
let grid = NDArray(0..<6).reshaped(2, 3)
grid[0, ...] += 10
grid[..., 1...] *= grid[..., ..<2]
print(grid)
// [[ 10 110 132]
//  [ 3 12 20]]
#sourceLocation()
_ = grid
do {
#sourceLocation(file: "Calculating.md", line: 42)
print(a .> 1)                     // [False True True]
print(a[where: a .> 1])           // [2. 4.]
print(NDArray.where(a .> 1, a, 0))  // [0. 2. 4.]
#sourceLocation()
do {
#sourceLocation(file: "Calculating.md", line: 52)
print(exp(NDArray([0.0, 1])))         // [1. 2.71828183]
print(pow(a, 2), log2(a))             // [ 1. 4. 16.] [0. 1. 2.]
#sourceLocation()
do {
#sourceLocation(file: "Calculating.md", line: 62)
let curve = NDArray<Double>.linspace(0, 1, count: 5)
print((exp(-curve.deferred * curve / 2) * 2 + curve).evaluated().rounded(decimals: 2))
// [2. 2.19 2.26 2.26 2.21]
#sourceLocation()
_ = curve
do {
#sourceLocation(file: "Calculating.md", line: 72)
print(grid.sum(), grid.max())                  // 287 132
print(grid.sum(axis: 0))                       // [ 13 122 152]
print((a / a.sum()).sum())                     // 1.0
#sourceLocation()
}
}
}
}
}
}
}
}
}

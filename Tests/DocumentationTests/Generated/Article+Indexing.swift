// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Indexing.md; change that instead.

import Strided

extension Article {
static let indexing = Article(
"Indexing.md", 0x07844c2976f41819,
prints: [
11: #"6 11"#,
12: #"[4 5 6 7]"#,
13: #"[1 5 9]"#,
14: #"[2, 2]"#,
15: #"[1, 4]"#,
24: #"[[ 9 9 9 0] [ 4 5 6 0] [ 8 9 10 0]]"#,
36: #"[40 50 50]"#,
37: #"[50 40 20]"#,
38: #"[9 0]: one position of each list"#,
39: #"[2, 2]"#,
47: #"[ 0 8 0 20]"#,
55: #"[1 0 2]"#,
63: #"[3, 2]"#,
64: #"[20]"#,
65: #"[-1 8 -1 20]"#,
66: #"[[2 2]] [2]"#,
]
) { try $0.indexing() }
}
extension Transcript {
func indexing() throws {
do {
#sourceLocation(file: "Indexing.md", line: 10)
let m = NDArray(0..<12).reshaped(3, 4)
print(m[1, 2], m[-1, -1])       // 6 11
print(m[1, ...])                // [4 5 6 7]
print(m[..., 1])                // [1 5 9]
print(m[1..., .every(2)].shape)  // [2, 2]
print(m[.newAxis, 0, ...].shape)  // [1, 4]
#sourceLocation()
_ = m
do {
#sourceLocation(file: "Indexing.md", line: 22)
m[0, ...] = NDArray([9, 9, 9, 9])
m[..., 3].fill(0)
print(m)
// [[ 9  9  9  0]
//  [ 4  5  6  0]
//  [ 8  9 10  0]]
#sourceLocation()
do {
#sourceLocation(file: "Indexing.md", line: 35)
let a = NDArray([50, 10, 40, 20])
print(a[at: [2, 0, 0]])                // [40 50 50]
print(a[where: a .> 15])               // [50 40 20]
print(m[at: [0, 2], [1, 3]])           // [9 0]: one position of each list
print(m[at: 1..., [0, 0]].shape)       // [2, 2]
#sourceLocation()
_ = a
do {
#sourceLocation(file: "Indexing.md", line: 45)
a[at: [1, 1]] = NDArray([7, 8])
a[where: a .> 30] = 0
print(a)  // [ 0  8  0 20]
#sourceLocation()
do {
#sourceLocation(file: "Indexing.md", line: 53)
let votes = NDArray<Int>.zeros([3]).erased
try votes.add(NDArray(scalar: 1).erased, at: [[0, 2, 2].advancedIndex])
print(votes)  // [1 0 2]
#sourceLocation()
_ = votes
do {
#sourceLocation(file: "Indexing.md", line: 63)
print(m.take(NDArray([3, -1]), axis: 1, mode: .wrap).shape)  // [3, 2]
print(a.take(NDArray([9]), mode: .clip))                     // [20]
print(NDArray.where(a .> 5, a, -1))                          // [-1  8 -1 20]
print((m .> 9).argwhere(), (m .> 9).nonzero()[1])            // [[2 2]] [2]
#sourceLocation()
}
}
}
}
}
}
}
}

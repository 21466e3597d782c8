// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Assembling.md; change that instead.

import Strided

extension Article {
static let assembling = Article(
"Assembling.md", 0x83cfef079c1f8af2,
prints: [
10: #"[1 2 3 4 5 6]"#,
11: #"[[1 2 3] [4 5 6]]"#,
12: #"[3, 2]"#,
13: #"[1 2 3 1 2 3] [1 1 2 2 3 3]"#,
14: #"[0 1 2 3 0 0]"#,
15: #"[1 9 2 3]"#,
16: #"[3 1 2]"#,
28: #"[3 4 5 0 1 2]"#,
32: #"0"#,
42: #"[-1 -1 5 0 1 2]"#,
50: #"[0.5 1. 1.5]"#,
51: #"[2 2 3]"#,
52: #"[10 11 12]"#,
]
) { try $0.assembling() }
}
extension Transcript {
func assembling() throws {
do {
#sourceLocation(file: "Assembling.md", line: 8)
let a = NDArray([1, 2, 3])
let b = NDArray([4, 5, 6])
print(NDArray.concatenate([a, b]))             // [1 2 3 4 5 6]
print(NDArray.stack([a, b]))                   // [[1 2 3] [4 5 6]]
print(NDArray.stack([a, b], axis: 1).shape)    // [3, 2]
print(a.tiled([2]), a.repeated(2))             // [1 2 3 1 2 3] [1 1 2 2 3 3]
print(a.padded([PadWidth(1, 2)]))              // [0 1 2 3 0 0]
print(a.inserting(NDArray(scalar: 9), at: 1))  // [1 9 2 3]
print(a.rolled(by: 1))                         // [3 1 2]
#sourceLocation()
_ = a
_ = b
do {
#sourceLocation(file: "Assembling.md", line: 26)
let ring = NDArray(0..<6)
NDArray.concatenate([ring[3...], ring[..<3]], into: ring)
print(ring)  // [3 4 5 0 1 2]

let frame = NDArray<Int>.zeros([2, 3])
let (_, ledger) = withLedger { NDArray.stack([a, b], into: frame) }
print(ledger.allocationCount)  // 0
#sourceLocation()
_ = ring
_ = frame
do {
#sourceLocation(file: "Assembling.md", line: 40)
let parts = ring.split(into: 3)
parts[0].fill(-1)
print(ring)  // [-1 -1  5  0  1  2]
#sourceLocation()
_ = parts
do {
#sourceLocation(file: "Assembling.md", line: 50)
print(a.mapElements { Double($0) / 2 })                       // [0.5 1.  1.5]
print(a.zipElements(with: b) { Swift.max($0, 6 - $1) })       // [2 2 3]
print(NDArray.fromFunction([2, 3]) { 10 * $0[0] + $0[1] }[1, ...])  // [10 11 12]
#sourceLocation()
}
}
}
}
}
}

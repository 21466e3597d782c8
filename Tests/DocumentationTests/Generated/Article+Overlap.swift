// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Overlap.md; change that instead.

import Strided

extension Article {
static let overlap = Article(
"Overlap.md", 0x5a8be6b444625327,
prints: [
13: #"true: the spans meet"#,
14: #"false: they never use the same byte"#,
22: #"[1, 2] [0, 0] 48..<56"#,
48: #"[0 0 1 2 3 4]"#,
52: #"[[ 0 1 2 3] [ 4 6 8 10] [12 14 16 18]]"#,
]
) { try $0.overlap() }
}
extension Transcript {
func overlap() throws {
do {
#sourceLocation(file: "Overlap.md", line: 10)
let a = NDArray(0..<10)
let even = a[.every(2)]
let odd = a[.slice(1, nil, 2)]
print(even.mayShareMemory(with: odd))  // true: the spans meet
print(even.sharesMemory(with: odd))    // false: they never use the same byte
#sourceLocation()
_ = a
_ = even
_ = odd
do {
#sourceLocation(file: "Overlap.md", line: 20)
let grid = NDArray(0..<12).reshaped(3, 4)
if let witness = grid.overlap(with: grid[1..., 2...]) {
  print(witness.index, witness.otherIndex, witness.bytes)  // [1, 2] [0, 0] 48..<56
}
#sourceLocation()
_ = grid
do {
#sourceLocation(file: "Overlap.md", line: 46)
let b = NDArray(0..<6)
b[1...] = b[..<5]
print(b)  // [0 0 1 2 3 4]

let m = NDArray(0..<12).reshaped(3, 4)
m[1...] += m[..<2]
print(m)
// [[ 0  1  2  3]
//  [ 4  6  8 10]
//  [12 14 16 18]]
#sourceLocation()
_ = b
_ = m
}
}
}
}
}

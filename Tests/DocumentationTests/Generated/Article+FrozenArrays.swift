// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FrozenArrays.md; change that instead.

import Strided

extension Article {
static let frozenArrays = Article(
"FrozenArrays.md", 0x0216c0463f15a784,
prints: [
14: #"4.5"#,
25: #"false 1000"#,
37: #"[0 3] 5"#,
40: #"-1 0"#,
41: #"true: a copy that can be written"#,
48: #"2"#,
]
) { try await $0.frozenArrays() }
}
extension Transcript {
func frozenArrays() async throws {
do {
#sourceLocation(file: "FrozenArrays.md", line: 11)
let table = NDArray([0.5, 1.5, 2.5]).frozen()
async let left = table[..<2].sum()
async let right = table[2...].sum()
print(await left + right)  // 4.5
#sourceLocation()
_ = table
do {
#sourceLocation(file: "FrozenArrays.md", line: 23)
let samples = NDArray(0..<1000)
let frozen = (consume samples).frozen()
print(frozen.isWritable, frozen.count)  // false 1000
#sourceLocation()
_ = samples
_ = frozen
do {
#sourceLocation(file: "FrozenArrays.md", line: 36)
let grid = NDArray(0..<6).reshaped(2, 3).copy().frozen()
print(grid.transposed()[0, ...], grid[1, 2])  // [0 3] 5
let doubled = grid * 2
doubled[0, 0] = -1
print(doubled[0, 0], grid[0, 0])  // -1 0
print(grid.thawed().isWritable)   // true: a copy that can be written
#sourceLocation()
_ = grid
_ = doubled
do {
#sourceLocation(file: "FrozenArrays.md", line: 47)
let seen: Set = [NDArray([1, 2]).frozen(), NDArray([1, 2]).frozen(), NDArray([2, 1]).frozen()]
print(seen.count)  // 2
#sourceLocation()
_ = seen
}
}
}
}
}
}

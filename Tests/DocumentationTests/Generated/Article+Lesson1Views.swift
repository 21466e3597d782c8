// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Lesson1Views.md; change that instead.

import Strided

extension Article {
static let lesson1Views = Article(
"Lesson/Lesson1Views.md", 0x9a0fd614a26565b1,
prints: [
12: #"[20 30 40]"#,
21: #"[ 10 999 30 40 50]"#,
28: #"[999 30 -1]"#,
40: #"0 allocations, 0 copies"#,
41: #"[500, 500]"#,
48: #"true [5]"#,
]
) { try $0.lesson1Views() }
}
extension Transcript {
func lesson1Views() throws {
do {
#sourceLocation(file: "Lesson1Views.md", line: 10)
let album = NDArray([10, 20, 30, 40, 50])
let window = album[1..<4]
print(window)  // [20 30 40]
#sourceLocation()
_ = album
_ = window
do {
#sourceLocation(file: "Lesson1Views.md", line: 20)
window[0] = 999
print(album)  // [ 10 999  30  40  50]
#sourceLocation()
do {
#sourceLocation(file: "Lesson1Views.md", line: 27)
album[3] = -1
print(window)  // [999  30  -1]
#sourceLocation()
do {
#sourceLocation(file: "Lesson1Views.md", line: 38)
let large = NDArray<Double>.zeros([1000, 1000])
let (corner, ledger) = withLedger { large[500..., 500...].transposed() }
print(ledger)        // 0 allocations, 0 copies
print(corner.shape)  // [500, 500]
#sourceLocation()
_ = large
do {
#sourceLocation(file: "Lesson1Views.md", line: 47)
let middle = album[1..<4][1..<2]
print(middle.isView(of: album), middle.base?.shape ?? [])  // true [5]
#sourceLocation()
_ = middle
}
}
}
}
}
}
}

// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from README.md; change that instead.

import Strided

extension Article {
static let readme = Article(
"../../../README.md", 0x7ab978d68bf1575f,
prints: [
11: #"[ 10 999 30 40 50]"#,
12: #"true"#,
13: #"[8] 8"#,
17: #"[[ 0 1 2 3] [ 4 6 8 10] [12 14 16 18]]"#,
21: #"[32, 8] [8, 32]"#,
31: #"a view of [12] needs axes 0 (length 4, stride 8) and 1 (length 3, stride 32) to merge, and they can't: walking axis 1 does not end where axis 0 steps. Reshape before transposing, or allow the copy of 96 bytes"#,
36: #"188 1 allocation 96 B, 0 copies"#,
38: #"[1, 2] [0, 0]: these two lie at one place"#,
]
) { try $0.readme() }
}
extension Transcript {
func readme() throws {
do {
#sourceLocation(file: "README.md", line: 7)

let album = NDArray([10, 20, 30, 40, 50])
let window = album[1..<4]                    // a plain subscript is a view: the same memory
window[0] = 999                              // so writing needs no `var`, and both see it
print(album)                                 // [ 10 999  30  40  50]
print(window.isView(of: album))              // true
print(window.strides, window.byteOffset)     // [8] 8

let m = NDArray(0..<12).reshaped(3, 4)
m[1...] += m[..<2]                           // rows that overlap: always right
print(m)
// [[ 0  1  2  3]
//  [ 4  6  8 10]
//  [12 14 16 18]]
print(m.strides, m.transposed().strides)     // [32, 8] [8, 32]
#sourceLocation()
_ = album
_ = window
_ = m
do {
#sourceLocation(file: "README.md", line: 28)
do {
  _ = try m.transposed().reshaped(12, copying: .never)
} catch {
  print(error)
  // a view of [12] needs axes 0 (length 4, stride 8) and 1 (length 3, stride 32) to merge, and they can't:
  // walking axis 1 does not end where axis 0 steps. Reshape before transposing, or allow the copy of 96 bytes
}
let (sum, ledger) = withLedger { (m.transposed() + m.transposed()).sum() }
print(sum, ledger)                           // 188 1 allocation 96 B, 0 copies
if let witness = m.overlap(with: m[1..., 2...]) {
  print(witness.index, witness.otherIndex)   // [1, 2] [0, 0]: these two lie at one place
}
#sourceLocation()
}
}
}
}

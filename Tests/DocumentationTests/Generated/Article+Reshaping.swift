// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Reshaping.md; change that instead.

import Strided

extension Article {
static let reshaping = Article(
"Reshaping.md", 0x772997a00c33c184,
prints: [
11: #"[32, 8]"#,
12: #"[48, 8]: one length may be left to the count"#,
20: #"[-32, -8]"#,
32: #"[8]: a view"#,
33: #"false: rows were cut, so it is a copy"#,
44: #"a view of [12] needs axes 0 (length 4, stride 8) and 1 (length 3, stride 32) to merge, and they can't: walking axis 1 does not end where axis 0 steps. Reshape before transposing, or allow the copy of 96 bytes"#,
]
) { try $0.reshaping() }
}
extension Transcript {
func reshaping() throws {
do {
#sourceLocation(file: "Reshaping.md", line: 10)
let row = NDArray(0..<12)
print(row.reshaped(3, 4).strides)   // [32, 8]
print(row.reshaped(2, -1).strides)  // [48, 8]: one length may be left to the count
#sourceLocation()
_ = row
do {
#sourceLocation(file: "Reshaping.md", line: 20)
print(row.flipped(axis: 0).reshaped(3, 4).strides)  // [-32, -8]
#sourceLocation()
do {
#sourceLocation(file: "Reshaping.md", line: 31)
let m = row.reshaped(3, 4)
print(m[1..., ...].reshaped(8).strides)          // [8]: a view
print(m[.all, ..<2].reshaped(2, 3).isView(of: m))  // false: rows were cut, so it is a copy
#sourceLocation()
_ = m
do {
#sourceLocation(file: "Reshaping.md", line: 41)
do {
  _ = try m.transposed().reshaped(12, copying: .never)
} catch {
  print(error)
  // a view of [12] needs axes 0 (length 4, stride 8) and 1 (length 3, stride 32) to merge,
  // and they can't: walking axis 1 does not end where axis 0 steps. Reshape before
  // transposing, or allow the copy of 96 bytes
}
#sourceLocation()
}
}
}
}
}
}

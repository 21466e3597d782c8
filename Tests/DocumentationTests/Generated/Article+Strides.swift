// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Strides.md; change that instead.

import Strided

extension Article {
static let strides = Article(
"Strides.md", 0x2c1ae92fd4a28faa,
prints: [
12: #"[[ 0 1 2 3] [ 4 5 6 7] [ 8 9 10 11]]"#,
16: #"[32, 8]"#,
46: #"[12]"#,
56: #"[8, 24]"#,
57: #"true"#,
58: #"true: the same bytes, seen from the side"#,
]
) { try $0.strides() }
}
extension Transcript {
func strides() throws {
do {
#sourceLocation(file: "Strides.md", line: 11)
let m = NDArray(0..<12).reshaped(3, 4)
print(m)
// [[ 0  1  2  3]
//  [ 4  5  6  7]
//  [ 8  9 10 11]]
print(m.strides)  // [32, 8]
#sourceLocation()
_ = m
do {
#sourceLocation(file: "Strides.md", line: 45)
let words = NDArray<Int32>([1, 2, 3])
print(words.view(as: UInt8.self).shape)  // [12]
#sourceLocation()
_ = words
do {
#sourceLocation(file: "Strides.md", line: 55)
let f = m.copy(order: .columnMajor)
print(f.strides)                      // [8, 24]
print(f.isContiguous(.columnMajor))   // true
print(m.transposed().isContiguous(.columnMajor))  // true: the same bytes, seen from the side
#sourceLocation()
_ = f
}
}
}
}
}

// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Lesson5Order.md; change that instead.

import Strided

extension Article {
static let lesson5Order = Article(
"Lesson/Lesson5Order.md", 0x5125783a794066b0,
prints: [
24: #"true"#,
25: #"[1 2 3 4 5 6]"#,
26: #"[1 4 2 5 3 6]"#,
33: #"true"#,
34: #"false"#,
35: #"true false"#,
42: #"true true"#,
50: #"true true"#,
51: #"false false"#,
60: #"[8, 16] [8, 16]"#,
61: #"[24, 8]: they disagree"#,
]
) { try $0.lesson5Order() }
}
extension Transcript {
func lesson5Order() throws {
do {
#sourceLocation(file: "Lesson5Order.md", line: 22)
let rows = NDArray([[1, 2, 3], [4, 5, 6]])
let columns = NDArray([[1, 2, 3], [4, 5, 6]], order: .columnMajor)
print(rows.isEqual(to: columns))        // true
print(rows.raveled(order: .keep))       // [1 2 3 4 5 6]
print(columns.raveled(order: .keep))    // [1 4 2 5 3 6]
#sourceLocation()
_ = rows
_ = columns
do {
#sourceLocation(file: "Lesson5Order.md", line: 32)
let small = NDArray([[1, 2], [3, 4]])
print(small.isContiguous(.rowMajor))     // true
print(small.isContiguous(.columnMajor))  // false
print(small.flags.isRowMajor, small.flags.isColumnMajor)  // true false
#sourceLocation()
_ = small
do {
#sourceLocation(file: "Lesson5Order.md", line: 41)
let turned = small.transposed()
print(turned.isContiguous(.columnMajor), turned.sharesMemory(with: small))  // true true
#sourceLocation()
_ = turned
do {
#sourceLocation(file: "Lesson5Order.md", line: 48)
let row = small[..<1]
let gaps = rows[.all, .every(2)]
print(row.flags.isRowMajor, row.flags.isColumnMajor)    // true true
print(gaps.flags.isRowMajor, gaps.flags.isColumnMajor)  // false false
#sourceLocation()
_ = row
_ = gaps
do {
#sourceLocation(file: "Lesson5Order.md", line: 59)
let sum = columns + columns
print(sum.strides, columns.strides)  // [8, 16] [8, 16]
print((rows + columns).strides)      // [24, 8]: they disagree
#sourceLocation()
_ = sum
}
}
}
}
}
}
}

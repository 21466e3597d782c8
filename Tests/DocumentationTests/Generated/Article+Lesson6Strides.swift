// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Lesson6Strides.md; change that instead.

import Strided

extension Article {
static let lesson6Strides = Article(
"Lesson/Lesson6Strides.md", 0xfa60dd7ee0cab4f9,
prints: [
11: #"[8]"#,
18: #"[24, 8]"#,
32: #"6"#,
33: #"6"#,
43: #"[1 3 5]"#,
44: #"[8]: the usual step"#,
45: #"[16]: two at once"#,
46: #"true"#,
52: #"[-8]"#,
53: #"[8, 24]"#,
54: #"[0, 8]: 6000 elements, 48 bytes"#,
]
) { try $0.lesson6Strides() }
}
extension Transcript {
func lesson6Strides() throws {
do {
#sourceLocation(file: "Lesson6Strides.md", line: 10)
let numbers = NDArray<Int64>([10, 20, 30, 40])
print(numbers.strides)  // [8]
#sourceLocation()
_ = numbers
do {
#sourceLocation(file: "Lesson6Strides.md", line: 17)
let matrix = NDArray<Int64>([[1, 2, 3], [4, 5, 6]])
print(matrix.strides)  // [24, 8]
#sourceLocation()
_ = matrix
do {
#sourceLocation(file: "Lesson6Strides.md", line: 31)
let place = matrix.layout.offset + 24 * 1 + 8 * 2
print(matrix.withUnsafeMemory { bytes, _ in bytes.load(fromByteOffset: place, as: Int64.self) })  // 6
print(matrix[1, 2])  // 6
#sourceLocation()
_ = place
do {
#sourceLocation(file: "Lesson6Strides.md", line: 41)
let photos = NDArray([1, 2, 3, 4, 5, 6])
let everySecond = photos[.every(2)]
print(everySecond)          // [1 3 5]
print(photos.strides)       // [8]: the usual step
print(everySecond.strides)  // [16]: two at once
print(everySecond.sharesMemory(with: photos))  // true
#sourceLocation()
_ = photos
_ = everySecond
do {
#sourceLocation(file: "Lesson6Strides.md", line: 52)
print(photos.flipped().strides)                 // [-8]
print(matrix.transposed().strides)              // [8, 24]
print(photos.broadcast(to: [1000, 6]).strides)  // [0, 8]: 6000 elements, 48 bytes
#sourceLocation()
}
}
}
}
}
}
}

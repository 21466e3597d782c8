// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from SwiftInterop.md; change that instead.

import Strided

extension Article {
static let swiftInterop = Article(
"SwiftInterop.md", 0xb78e5788c7fd310f,
prints: [
19: #"[2. 4. 6.] [16]"#,
21: #"15.0"#,
33: #"[2 5]"#,
41: #"[1.0, 2.5, 3.0, 4.0] [[1.0, 2.5], [3.0, 4.0]] [1. +0.j 2.5+0.j 0. -1.j]"#,
42: #"[3 4]"#,
52: #"4 4"#,
56: #"[ 1 4 9 16]"#,
67: #"20"#,
77: #"[ True True True False]"#,
78: #"true"#,
80: #"false"#,
81: #"true"#,
82: #"true"#,
83: #"[[False True] [ True False]]"#,
101: #"int64 [2], strides [16], offset 0, view of int64 [4]"#,
]
) { try $0.swiftInterop() }
}
extension Transcript {
func swiftInterop() throws {
do {
#sourceLocation(file: "SwiftInterop.md", line: 12)
struct Point: Storable { var x, y: Double }
let points = NDArray([Point(x: 1, y: 2), Point(x: 3, y: 4), Point(x: 5, y: 6)])
#sourceLocation()
_ = points
do {
#sourceLocation(file: "SwiftInterop.md", line: 19)
print(points[\.y], points[\.y].strides)  // [2. 4. 6.] [16]
points[\.x] += 10
print(points[2].x)  // 15.0
#sourceLocation()
do {
#sourceLocation(file: "SwiftInterop.md", line: 31)
struct Pixel: Storable, AnyBitPattern { var r, g, b: UInt8 }
let bytes = NDArray<UInt8>([1, 2, 3, 4, 5, 6])
print(bytes.view(as: Pixel.self)[\.g])  // [2 5]
#sourceLocation()
_ = bytes
do {
#sourceLocation(file: "SwiftInterop.md", line: 39)
let numbers: NDArray<Double> = [[1, 2.5], [3, 4]]
let waves: NDArray<Complex<Double>> = [1, 2.5, .complex(0, -1)]
print(Array(numbers), numbers.map { Array($0) }, waves)  // [1.0, 2.5, 3.0, 4.0] [[1.0, 2.5], [3.0, 4.0]] [1. +0.j 2.5+0.j 0. -1.j]
print(NDArray([1, 2, 3, 4], shape: [2, 2])[1, ...])      // [3 4]
#sourceLocation()
_ = numbers
_ = waves
do {
#sourceLocation(file: "SwiftInterop.md", line: 50)
let samples = NDArray([1, 2, 3, 4])
let span = samples.span
print(span.count, span[3])  // 4 4
samples.withMutableSpan { span in
  for i in span.indices { span[i] *= span[i] }
}
print(samples)  // [ 1  4  9 16]
#sourceLocation()
_ = samples
_ = span
do {
#sourceLocation(file: "SwiftInterop.md", line: 62)
let sum = samples[.every(-2)].withUnsafeMemory { bytes, layout in
  (0..<layout.shape[0]).reduce(0) {
    $0 + bytes.load(fromByteOffset: layout.offset + $1 * layout.strides[0], as: Int.self)
  }
}
print(sum)  // 20
#sourceLocation()
_ = sum
do {
#sourceLocation(file: "SwiftInterop.md", line: 77)
print(samples .== NDArray([1, 4, 9, 0]))                // [ True  True  True False]
print(samples.isEqual(to: samples.copy()))              // true
let gaps = NDArray([1, Double.nan])
print(gaps.isEqual(to: gaps.copy()))                    // false
print(gaps.isEqual(to: gaps.copy(), equalNaN: true))    // true
print((numbers / 3 * 3).allClose(to: numbers))          // true
print(numbers.isClose(to: 3, absoluteTolerance: 0.5))   // [[False  True] [ True False]]
#sourceLocation()
_ = gaps
do {
#sourceLocation(file: "SwiftInterop.md", line: 101)
print(samples[.every(2)].debugDescription)  // int64 [2], strides [16], offset 0, view of int64 [4]
#sourceLocation()
}
}
}
}
}
}
}
}
}
}

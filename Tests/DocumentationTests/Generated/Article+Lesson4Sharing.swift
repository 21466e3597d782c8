// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Lesson4Sharing.md; change that instead.

import Strided

extension Article {
static let lesson4Sharing = Article(
"Lesson/Lesson4Sharing.md", 0xda219b32a9040cc0,
prints: [
18: #"true: it looks at the photos"#,
19: #"false: it has its own memory"#,
20: #"true"#,
21: #"true true"#,
27: #"true"#,
28: #"false"#,
36: #"true: the stretches of memory meet"#,
37: #"false: no byte belongs to both"#,
44: #"[3] [2]: photo 3 is the view's element 2"#,
53: #"8"#,
54: #"0..<40 8..<32"#,
55: #"8 [1..<4]"#,
]
) { try $0.lesson4Sharing() }
}
extension Transcript {
func lesson4Sharing() throws {
do {
#sourceLocation(file: "Lesson4Sharing.md", line: 8)
let photos = NDArray([1, 2, 3, 4, 5])
let view = photos[1..<4]
let copy = photos.copy()
#sourceLocation()
_ = photos
_ = view
_ = copy
do {
#sourceLocation(file: "Lesson4Sharing.md", line: 18)
print(view.isView(of: photos))  // true: it looks at the photos
print(copy.isView(of: photos))  // false: it has its own memory
print(view.base?.address == photos.address)  // true
print(copy.base == nil, photos.base == nil)  // true true
#sourceLocation()
do {
#sourceLocation(file: "Lesson4Sharing.md", line: 27)
print(photos.sharesMemory(with: view))  // true
print(photos.sharesMemory(with: copy))  // false
#sourceLocation()
do {
#sourceLocation(file: "Lesson4Sharing.md", line: 34)
let even = photos[.every(2)]
let odd = photos[.slice(1, nil, 2)]
print(even.mayShareMemory(with: odd))  // true: the stretches of memory meet
print(even.sharesMemory(with: odd))    // false: no byte belongs to both
#sourceLocation()
_ = even
_ = odd
do {
#sourceLocation(file: "Lesson4Sharing.md", line: 43)
if let witness = photos.overlap(with: view) {
  print(witness.index, witness.otherIndex)  // [3] [2]: photo 3 is the view's element 2
}
#sourceLocation()
do {
#sourceLocation(file: "Lesson4Sharing.md", line: 53)
print(view.address - photos.address)             // 8
print(photos.byteBounds, view.byteBounds)        // 0..<40 8..<32
print(view.byteOffset, view.recipe.map { "\($0)" } ?? "none")  // 8 [1..<4]
#sourceLocation()
}
}
}
}
}
}
}
}

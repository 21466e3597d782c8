// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Lesson3ViewOrCopy.md; change that instead.

import Strided

extension Article {
static let lesson3ViewOrCopy = Article(
"Lesson/Lesson3ViewOrCopy.md", 0x256e793928199fc0,
prints: [
16: #"true"#,
17: #"true"#,
18: #"true"#,
29: #"[1 3 5] [1 2 3 4 5 6] [4 5 6]"#,
30: #"false"#,
31: #"false"#,
32: #"false"#,
39: #"[1 2 3 0 0 0]"#,
59: #"true"#,
60: #"false"#,
61: #"false: there is a reason"#,
65: #"false: the error names the two axes"#,
]
) { try $0.lesson3ViewOrCopy() }
}
extension Transcript {
func lesson3ViewOrCopy() throws {
do {
#sourceLocation(file: "Lesson3ViewOrCopy.md", line: 12)
let photos = NDArray([1, 2, 3, 4, 5, 6])
let slice = photos[1..<4]
let grid = photos.reshaped(2, 3)
let turned = grid.transposed()
print(slice.sharesMemory(with: photos))   // true
print(grid.sharesMemory(with: photos))    // true
print(turned.sharesMemory(with: photos))  // true
#sourceLocation()
_ = photos
_ = slice
_ = grid
_ = turned
do {
#sourceLocation(file: "Lesson3ViewOrCopy.md", line: 26)
let picked = photos[at: [0, 2, 4]]
let apart = photos.copy()
let large = photos[where: photos .> 3]
print(picked, apart, large)                // [1 3 5] [1 2 3 4 5 6] [4 5 6]
print(picked.sharesMemory(with: photos))   // false
print(apart.sharesMemory(with: photos))    // false
print(large.sharesMemory(with: photos))    // false
#sourceLocation()
_ = picked
_ = apart
_ = large
do {
#sourceLocation(file: "Lesson3ViewOrCopy.md", line: 38)
photos[where: photos .> 3] = 0
print(photos)  // [1 2 3 0 0 0]
#sourceLocation()
do {
#sourceLocation(file: "Lesson3ViewOrCopy.md", line: 59)
print(grid.reshaped(6).sharesMemory(with: photos))    // true
print(turned.reshaped(6).sharesMemory(with: photos))  // false
print(try turned.copyReason(reshapingTo: [6]) == nil)  // false: there is a reason
do {
  _ = try turned.reshaped(6, copying: .never)
} catch {
  print(error.obstacle == nil)  // false: the error names the two axes
}
#sourceLocation()
}
}
}
}
}
}

// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Lesson2Copies.md; change that instead.

import Strided

extension Article {
static let lesson2Copies = Article(
"Lesson/Lesson2Copies.md", 0x1b89e953e29b7bd5,
prints: [
11: #"[10 20 30 40 50]: unchanged"#,
12: #"[999 20 30 40 50]: only the copy changed"#,
18: #"true true"#,
19: #"false"#,
29: #"[ 20 40 60 80 100] [10 20 30 40 50]"#,
37: #"[10 20 30 40 50]: the copy was brightened"#,
39: #"[11 21 31 41 51]"#,
50: #"false [2 3 4]"#,
]
) { try $0.lesson2Copies() }
}
extension Transcript {
func lesson2Copies() throws {
do {
#sourceLocation(file: "Lesson2Copies.md", line: 8)
let album = NDArray([10, 20, 30, 40, 50])
let photocopy = album.copy()
photocopy[0] = 999
print(album)      // [10 20 30 40 50]: unchanged
print(photocopy)  // [999  20  30  40  50]: only the copy changed
#sourceLocation()
_ = album
_ = photocopy
do {
#sourceLocation(file: "Lesson2Copies.md", line: 18)
print(photocopy.ownsMemory, photocopy.base == nil)  // true true
print(photocopy.sharesMemory(with: album))          // false
#sourceLocation()
do {
#sourceLocation(file: "Lesson2Copies.md", line: 27)
let backup = album.copy()
album *= 2
print(album, backup)  // [ 20  40  60  80 100] [10 20 30 40 50]
#sourceLocation()
_ = backup
do {
#sourceLocation(file: "Lesson2Copies.md", line: 35)
func brighten(_ photos: NDArray<Int>) { photos += 1 }
brighten(backup.copy())
print(backup)  // [10 20 30 40 50]: the copy was brightened
brighten(backup)
print(backup)  // [11 21 31 41 51]
#sourceLocation()
do {
#sourceLocation(file: "Lesson2Copies.md", line: 49)
let table = NDArray([1, 2, 3]).frozen()
print(table.isWritable, table + 1)  // false [2 3 4]
#sourceLocation()
_ = table
}
}
}
}
}
}
}

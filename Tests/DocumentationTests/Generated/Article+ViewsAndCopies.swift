// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from ViewsAndCopies.md; change that instead.

import Strided

extension Article {
static let viewsAndCopies = Article(
"ViewsAndCopies.md", 0x60adf1a9ebde6c41,
prints: [
15: #"100 100 4"#,
37: #"false: it is a view…"#,
38: #"[3, 4]: …of the copy, which nothing else names"#,
39: #"false"#,
40: #"false"#,
]
) { try $0.viewsAndCopies() }
}
extension Transcript {
func viewsAndCopies() throws {
do {
#sourceLocation(file: "ViewsAndCopies.md", line: 10)
let a = NDArray(0..<6)
let shared = a
let tail = a[3...]
let apart = a.copy()
a[4] = 100
print(shared[4], tail[1], apart[4])  // 100 100 4
#sourceLocation()
_ = a
_ = shared
_ = tail
_ = apart
do {
#sourceLocation(file: "ViewsAndCopies.md", line: 35)
let m = NDArray(0..<12).reshaped(3, 4)
let column = m.copy()[..., 1]
print(column.ownsMemory)             // false: it is a view…
print(column.base?.shape ?? [])      // [3, 4]: …of the copy, which nothing else names
print(column.isView(of: m))          // false
print(column.sharesMemory(with: m))  // false
#sourceLocation()
_ = m
_ = column
}
}
}
}

// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Strided.md; change that instead.

import Strided

extension Article {
static let strided = Article(
"Strided.md", 0x849f62a3e837b26c,
prints: [
16: #"[ 10 999 30 40 50]"#,
]
) { try $0.strided() }
}
extension Transcript {
func strided() throws {
do {
#sourceLocation(file: "Strided.md", line: 12)

let album = NDArray([10, 20, 30, 40, 50])
let window = album[1..<4]
window[0] = 999
print(album)  // [ 10 999  30  40  50]
#sourceLocation()
_ = album
_ = window
}
}
}

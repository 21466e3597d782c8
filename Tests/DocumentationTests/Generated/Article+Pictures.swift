// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from Pictures.md; change that instead.

import Strided

extension Article {
static let pictures = Article(
"Pictures.md", 0xd7cfbc7c4dcc347e,
prints: [
22: #"40 bytes owned, int64 [5] byte 0 8 16 24 32 ┌─────┬─────┬─────┬─────┬─────┐ │ 10 │ 999 │ 30 │ 40 │ 50 │ └─────┴─────┴─────┴─────┴─────┘ album 0 1 2 3 4 window 0 1 2"#,
43: #"9 bytes owned, uint8 [9]; a byte to a cell byte 0 2 4 6 8 red ███ ··· ··· ███ ··· ··· ███ ··· ··· blue ··· ··· ███ ··· ··· ███ ··· ··· ███ shared red, blue: no byte shared"#,
62: #"table: int64 [3, 2], strides [8, 64] byte offsets; thick lines between cache lines of 64 bytes 0 1 ┌────┰────┐ 0 │ 0 ┃ 64 │ ├────╂────┤ 1 │ 8 ┃ 72 │ ├────╂────┤ 2 │ 16 ┃ 80 │ └────┸────┘"#,
83: #"matrix: int64 [2, 3], strides [24, 8] byte 0 8 16 24 32 40 ┌───┬───┬───┬───┬───┬───┐ │ 1 │ 2 │ 3 │ 4 │ 5 │ 6 │ └───┴───┴───┴───┴───┴───┘ axis 0 +24 ●──────────→● 2 positions axis 1 +8 ●──→●──→● 3 positions"#,
100: #"m: row-major (C) m: column-major (F) strides [24, 8] strides [8, 16] 0 1 2 0 1 2 ┌───┬───┬───┐ ┌───┬───┬───┐ 0 │ 1 │ 2 │ 3 │ 0 │ 1 │ 2 │ 3 │ ├───┼───┼───┤ ├───┼───┼───┤ 1 │ 4 │ 5 │ 6 │ 1 │ 4 │ 5 │ 6 │ └───┴───┴───┘ └───┴───┴───┘ Memory: 1→2→3→4→5→6 Memory: 1→4→2→5→3→6"#,
119: #"40 bytes owned, int64 [5]; the library frees it with the last array └─ album owner, int64 [5] 40 of 40 bytes └─ window view [1:4], int64 [3] 24 of 40 bytes"#,
]
) { try $0.pictures() }
}
extension Transcript {
func pictures() throws {
do {
#sourceLocation(file: "Pictures.md", line: 11)
let album = NDArray([10, 999, 30, 40, 50])
let named = [NamedArray("album", album), NamedArray("window", album[1..<4])]
#sourceLocation()
_ = album
_ = named
do {
#sourceLocation(file: "Pictures.md", line: 22)
print(StripPicture(named).text())
// 40 bytes owned, int64 [5]
// byte    0     8     16    24    32
//         ┌─────┬─────┬─────┬─────┬─────┐
//         │ 10  │ 999 │ 30  │ 40  │ 50  │
//         └─────┴─────┴─────┴─────┴─────┘
// album      0     1     2     3     4
// window           0     1     2
#sourceLocation()
do {
#sourceLocation(file: "Pictures.md", line: 41)
let pixels = NDArray<UInt8>([1, 2, 3, 4, 5, 6, 7, 8, 9]).reshaped(3, 3)
let channels = [NamedArray("red", pixels[..., 0]), NamedArray("blue", pixels[..., 2])]
print(MapPicture(channels).text())
// 9 bytes owned, uint8 [9]; a byte to a cell
// byte    0       2       4       6       8
// red     ███ ··· ··· ███ ··· ··· ███ ··· ···
// blue    ··· ··· ███ ··· ··· ███ ··· ··· ███
// shared
// red, blue: no byte shared
#sourceLocation()
_ = pixels
_ = channels
do {
#sourceLocation(file: "Pictures.md", line: 61)
let table = NDArray(0..<16).reshaped(2, 8)
print(GridPicture([NamedArray("table", table.transposed()[..<3])]).text())
// table: int64 [3, 2], strides [8, 64]
// byte offsets; thick lines between cache lines of 64 bytes
//     0    1
//   ┌────┰────┐
// 0 │  0 ┃ 64 │
//   ├────╂────┤
// 1 │  8 ┃ 72 │
//   ├────╂────┤
// 2 │ 16 ┃ 80 │
//   └────┸────┘
#sourceLocation()
_ = table
do {
#sourceLocation(file: "Pictures.md", line: 82)
let matrix = NDArray([[1, 2, 3], [4, 5, 6]])
print(StridePicture([NamedArray("matrix", matrix)]).text())
// matrix: int64 [2, 3], strides [24, 8]
// byte         0   8   16  24  32  40
//              ┌───┬───┬───┬───┬───┬───┐
//              │ 1 │ 2 │ 3 │ 4 │ 5 │ 6 │
//              └───┴───┴───┴───┴───┴───┘
// axis 0  +24    ●──────────→●           2 positions
// axis 1  +8     ●──→●──→●               3 positions
#sourceLocation()
_ = matrix
do {
#sourceLocation(file: "Pictures.md", line: 100)
print(OrderPicture(comparing: NamedArray("m", matrix)).text())
// m: row-major (C)       m: column-major (F)
// strides [24, 8]        strides [8, 16]
//     0   1   2              0   1   2
//   ┌───┬───┬───┐          ┌───┬───┬───┐
// 0 │ 1 │ 2 │ 3 │        0 │ 1 │ 2 │ 3 │
//   ├───┼───┼───┤          ├───┼───┼───┤
// 1 │ 4 │ 5 │ 6 │        1 │ 4 │ 5 │ 6 │
//   └───┴───┴───┘          └───┴───┴───┘
// Memory: 1→2→3→4→5→6    Memory: 1→4→2→5→3→6
#sourceLocation()
do {
#sourceLocation(file: "Pictures.md", line: 119)
print(OwnershipPicture(named).text())
// 40 bytes owned, int64 [5]; the library frees it with the last array
// └─ album      owner, int64 [5]       40 of 40 bytes
//    └─ window  view [1:4], int64 [3]  24 of 40 bytes
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

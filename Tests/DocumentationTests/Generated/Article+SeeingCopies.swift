// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from SeeingCopies.md; change that instead.

import Strided

extension Article {
static let seeingCopies = Article(
"SeeingCopies.md", 0x1ac64aba2faca557,
prints: [
12: #"1 allocation 96 B, 1 copy 96 B"#,
13: #"["reshaped"]"#,
14: #"[12]"#,
28: #"true"#,
29: #"true"#,
30: #"true"#,
31: #"true"#,
42: #"3 2"#,
43: #"adopted 24 B by init: copied, writable, freed by the library"#,
44: #"handed over 24 B by Array: copied, writable, freed by the receiver"#,
73: #"499500"#,
]
) { try await $0.seeingCopies() }
}
extension Transcript {
func seeingCopies() async throws {
do {
#sourceLocation(file: "SeeingCopies.md", line: 10)
let m = NDArray(0..<12).reshaped(3, 4)
let (flat, ledger) = withLedger { m.transposed().reshaped(12) }
print(ledger)  // 1 allocation 96 B, 1 copy 96 B
print(ledger.copies.map(\.operation))  // ["reshaped"]
print(flat.shape)  // [12]
#sourceLocation()
_ = m
do {
#sourceLocation(file: "SeeingCopies.md", line: 27)
let n = NDArray(0..<16).reshaped(4, 4)
print(try n.copyReason(reshapingTo: [16]) == nil)  // true
print(n.transposed().copyReason(contiguousIn: .rowMajor) == .order)  // true
print(try n.copyReason(assigning: n[..., 0]) == .overlap)  // true
print(try n[1...].copyReason(assigning: n[..<3]) == nil)  // true
#sourceLocation()
_ = n
do {
#sourceLocation(file: "SeeingCopies.md", line: 41)
let (list, border) = withLedger { Array(NDArray([1, 2, 3])) }
print(list.count, border.receipts.count)  // 3 2
print(border.receipts[0])  // adopted 24 B by init: copied, writable, freed by the library
print(border.receipts[1])  // handed over 24 B by Array: copied, writable, freed by the receiver
#sourceLocation()
do {
#sourceLocation(file: "SeeingCopies.md", line: 68)
let table = NDArray(0..<1000).frozen()
let sums = await withTaskGroup(of: Int.self) { group in
  for row in table.reshaped(4, 250) { group.addTask { row.sum() } }
  return await group.reduce(0, +)
}
print(sums)  // 499500
#sourceLocation()
_ = table
_ = sums
}
}
}
}
}
}

// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionWriting = Section(
#"Writing"#, 0x2c14cd1cf73120ae, [
Row(#"a[0] = 9"#, #"a[0] = 9"#, #"`[9 1 2 3 4 5]`"#) { try runWriting(0) },
Row(#"m[1, 2] = 9"#, #"m[1, 2] = 9"#, #"`[[0 1 2] [3 4 9]]`"#) { try runWriting(1) },
Row(#"a[1:3] = b"#, #"a[1..<3] = b"#, #"`[ 0 10 20  3  4  5]`"#) { try runWriting(2) },
Row(#"a[...] = 7"#, #"a.fill(7)"#, #"`[7 7 7 7 7 7]`"#) { try runWriting(3) },
Row(#"a.fill(7)"#, #"a.fill(7)"#, #"`[7 7 7 7 7 7]`"#) { try runWriting(4) },
Row(#"m[...] = a[:3]"#, #"m[...] = a[..<3]"#, #"`[[0 1 2] [0 1 2]]`"#) { try runWriting(5) },
Row(#"a[1:] = a[:-1]"#, #"a[1...] = a[..<(-1)]"#, #"`[0 0 1 2 3 4]`"#) { try runWriting(6) },
Row(#"a += 1"#, #"a += 1"#, #"`[1 2 3 4 5 6]`"#) { try runWriting(7) },
Row(#"m[0] *= 2"#, #"m[0, ...] *= 2"#, #"`[[0 2 4] [3 4 5]]`"#) { try runWriting(8) },
Row(#"a[1:] += a[:-1].copy()"#, #"a[1...] += a[..<(-1)]"#, #"`[0 1 3 5 7 9]`"#) { try runWriting(9) },
Row(#"np.copyto(a, 0, where=a > 3)"#, #"a[where: a .> 3] = 0"#, #"`[0 1 2 3 0 0]`"#) { try runWriting(10) },
])

static func runWriting(_ row: Int) throws -> String {
let a = NDArray(0..<6)
let b = NDArray([10, 20])
let m = NDArray(0..<6).reshaped(2, 3)
let known: [Any] = [a, b, m]
_ = known
switch row {
case 0:
a[0] = 9
return shown(a)
case 1:
m[1, 2] = 9
return shown(m)
case 2:
a[1..<3] = b
return shown(a)
case 3:
a.fill(7)
return shown(a)
case 4:
a.fill(7)
return shown(a)
case 5:
m[...] = a[..<3]
return shown(m)
case 6:
a[1...] = a[..<(-1)]
return shown(a)
case 7:
a += 1
return shown(a)
case 8:
m[0, ...] *= 2
return shown(m)
case 9:
a[1...] += a[..<(-1)]
return shown(a)
case 10:
a[where: a .> 3] = 0
return shown(a)
default: return ""
}
}
}

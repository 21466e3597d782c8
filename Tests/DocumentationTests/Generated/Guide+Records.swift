// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionRecords = Section(
#"Records"#, 0xb5b612da970e8e8e, [
Row(#"p["x"]"#, #"p[\.x]"#, #"`[1. 3.]` view"#) { try runRecords(0) },
Row(#"p["y"].strides"#, #"p[\.y].strides"#, #"`[16]`"#) { try runRecords(1) },
Row(#"p[1]["x"]"#, #"p[1].x"#, #"`3.0`"#) { try runRecords(2) },
Row(#"p["x"] *= 10; p["x"]"#, #"p[\.x] *= 10; p[\.x]"#, #"`[10. 30.]` view"#) { try runRecords(3) },
Row(#"p.view(np.uint8).shape"#, #"try p.erased.view(as: .uint8).shape"#, #"`[32]`"#) { try runRecords(4) },
])

static func runRecords(_ row: Int) throws -> String {
let p = NDArray([Point(x: 1, y: 2), Point(x: 3, y: 4)])
let known: [Any] = [p]
_ = known
switch row {
case 0:
return shown(p[\.x], beside: known)
case 1:
return shown(p[\.y].strides, beside: known)
case 2:
return shown(p[1].x, beside: known)
case 3:
p[\.x] *= 10
return shown(p[\.x], beside: known)
case 4:
return shown(try p.erased.view(as: .uint8).shape, beside: known)
default: return ""
}
}
}

// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionLooking = Section(
#"Looking"#, 0x286f459c3698014a, [
Row(#"a.shape"#, #"a.shape"#, #"`[2, 3]`"#) { try runLooking(0) },
Row(#"b.strides"#, #"b.strides"#, #"`[24, 16]`"#) { try runLooking(1) },
Row(#"a.ndim"#, #"a.rank"#, #"`2`"#) { try runLooking(2) },
Row(#"a.size"#, #"a.count"#, #"`6`"#) { try runLooking(3) },
Row(#"a.itemsize"#, #"a.itemSize"#, #"`8`"#) { try runLooking(4) },
Row(#"a.nbytes"#, #"a.byteCount"#, #"`48`"#) { try runLooking(5) },
Row(#"a.dtype"#, #"a.dtype"#, #"`int64`"#) { try runLooking(6) },
Row(#"a.flags.c_contiguous"#, #"a.isContiguous()"#, #"`true`"#) { try runLooking(7) },
Row(#"b.flags.f_contiguous"#, #"b.isContiguous(.columnMajor)"#, #"`false`"#) { try runLooking(8) },
Row(#"b.flags.owndata"#, #"b.ownsMemory"#, #"`false`"#) { try runLooking(9) },
Row(#"b.flags.writeable"#, #"b.isWritable"#, #"`true`"#) { try runLooking(10) },
Row(#"b.flags.aligned"#, #"b.isAligned"#, #"`true`"#) { try runLooking(11) },
Row(#"b.base is a.base"#, #"b.isView(of: a)"#, #"`true`"#) { try runLooking(12) },
Row(#"np.shares_memory(a, b)"#, #"a.sharesMemory(with: b)"#, #"`true`"#) { try runLooking(13) },
Row(#"np.may_share_memory(a, b)"#, #"a.mayShareMemory(with: b)"#, #"`true`"#) { try runLooking(14) },
])

static func runLooking(_ row: Int) throws -> String {
let a = NDArray(0..<6).reshaped(2, 3)
let b = a[.all, .every(2)]
let known: [Any] = [a, b]
_ = known
switch row {
case 0:
return shown(a.shape, beside: known)
case 1:
return shown(b.strides, beside: known)
case 2:
return shown(a.rank, beside: known)
case 3:
return shown(a.count, beside: known)
case 4:
return shown(a.itemSize, beside: known)
case 5:
return shown(a.byteCount, beside: known)
case 6:
return shown(a.dtype, beside: known)
case 7:
return shown(a.isContiguous(), beside: known)
case 8:
return shown(b.isContiguous(.columnMajor), beside: known)
case 9:
return shown(b.ownsMemory, beside: known)
case 10:
return shown(b.isWritable, beside: known)
case 11:
return shown(b.isAligned, beside: known)
case 12:
return shown(b.isView(of: a), beside: known)
case 13:
return shown(a.sharesMemory(with: b), beside: known)
case 14:
return shown(a.mayShareMemory(with: b), beside: known)
default: return ""
}
}
}

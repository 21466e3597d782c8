// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionProducts = Section(
#"Products"#, 0x3ad5d3303b7bb382, [
Row(#"m @ m.T"#, #"m.matmul(m.transposed())"#, #"`[[ 5 14] [14 50]]`"#) { try runProducts(0) },
Row(#"np.matmul(m, a)"#, #"m.matmul(a)"#, #"`[ 5 14]`"#) { try runProducts(1) },
Row(#"np.dot(a, a)"#, #"a.dot(a)"#, #"`5`"#) { try runProducts(2) },
Row(#"np.inner(m, a)"#, #"m.inner(a)"#, #"`[ 5 14]`"#) { try runProducts(3) },
Row(#"np.outer(a, a)"#, #"a.outer(a)"#, #"`[[0 0 0] [0 1 2] [0 2 4]]`"#) { try runProducts(4) },
Row(#"np.kron(a, a)"#, #"a.kron(a)"#, #"`[0 0 0 0 1 2 0 2 4]`"#) { try runProducts(5) },
Row(#"np.vecdot(m, a)"#, #"m.vecdot(a)"#, #"`[ 5 14]`"#) { try runProducts(6) },
Row(#"np.matvec(m, a)"#, #"m.matvec(a)"#, #"`[ 5 14]`"#) { try runProducts(7) },
Row(#"np.vecmat(a, m.T)"#, #"a.vecmat(m.transposed())"#, #"`[ 5 14]`"#) { try runProducts(8) },
Row(#"np.tensordot(m, m, axes=([0, 1], [0, 1]))"#, #"m.tensordot(m, axes: ([0, 1], [0, 1]))"#, #"`55`"#) { try runProducts(9) },
Row(#"np.trace(m)"#, #"m.trace()"#, #"`4`"#) { try runProducts(10) },
Row(#"np.einsum('ij,j->i', m, a)"#, #"NDArray.einsum("ij,j->i", m, a)"#, #"`[ 5 14]`"#) { try runProducts(11) },
Row(#"np.einsum('ij->ji', m)"#, #"NDArray.einsum("ij->ji", m)"#, #"`[[0 3] [1 4] [2 5]]` view"#) { try runProducts(12) },
])

static func runProducts(_ row: Int) throws -> String {
let a = NDArray(0..<3)
let m = NDArray(0..<6).reshaped(2, 3)
let known: [Any] = [a, m]
_ = known
switch row {
case 0:
return shown(m.matmul(m.transposed()), beside: known)
case 1:
return shown(m.matmul(a), beside: known)
case 2:
return shown(a.dot(a), beside: known)
case 3:
return shown(m.inner(a), beside: known)
case 4:
return shown(a.outer(a), beside: known)
case 5:
return shown(a.kron(a), beside: known)
case 6:
return shown(m.vecdot(a), beside: known)
case 7:
return shown(m.matvec(a), beside: known)
case 8:
return shown(a.vecmat(m.transposed()), beside: known)
case 9:
return shown(m.tensordot(m, axes: ([0, 1], [0, 1])), beside: known)
case 10:
return shown(m.trace(), beside: known)
case 11:
return shown(NDArray.einsum("ij,j->i", m, a), beside: known)
case 12:
return shown(NDArray.einsum("ij->ji", m), beside: known)
default: return ""
}
}
}

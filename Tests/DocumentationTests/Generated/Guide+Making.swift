// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from FromNumPy.md; change that instead.

import Strided

extension Guide {
static let sectionMaking = Section(
#"Making"#, 0x6c90bc0d05ea2e32, [
Row(#"np.array([1, 2, 3])"#, #"NDArray([1, 2, 3])"#, #"`[1 2 3]`"#) { try runMaking(0) },
Row(#"np.array([[1, 2], [3, 4]], np.float32)"#, #"NDArray<Float>([[1, 2], [3, 4]])"#, #"`[[1. 2.] [3. 4.]]`"#) { try runMaking(1) },
Row(#"np.array(7)"#, #"NDArray(scalar: 7)"#, #"`7`"#) { try runMaking(2) },
Row(#"np.zeros((2, 3))"#, #"NDArray<Double>.zeros([2, 3])"#, #"`[[0. 0. 0.] [0. 0. 0.]]`"#) { try runMaking(3) },
Row(#"np.ones(2)"#, #"NDArray<Double>.ones([2])"#, #"`[1. 1.]`"#) { try runMaking(4) },
Row(#"np.empty((0, 3))"#, #"NDArray<Double>.empty([0, 3])"#, #"`[]`"#) { try runMaking(5) },
Row(#"np.full((2, 3), 7)"#, #"NDArray.full([2, 3], 7)"#, #"`[[7 7 7] [7 7 7]]`"#) { try runMaking(6) },
Row(#"np.arange(0, 1, 0.25)"#, #"NDArray<Double>.arange(0, 1, by: 0.25)"#, #"`[0.   0.25 0.5  0.75]`"#) { try runMaking(7) },
Row(#"np.linspace(0, 1, 5)"#, #"NDArray<Double>.linspace(0, 1, count: 5)"#, #"`[0.   0.25 0.5  0.75 1.  ]`"#) { try runMaking(8) },
Row(#"np.zeros_like(a)"#, #"NDArray.zeros(like: a)"#, #"`[0 0 0 0 0 0 0 0 0 0 0 0]`"#) { try runMaking(9) },
Row(#"np.full_like(a, 5)"#, #"NDArray.full(like: a, 5)"#, #"`[5 5 5 5 5 5 5 5 5 5 5 5]`"#) { try runMaking(10) },
Row(#"np.eye(3)"#, #"NDArray<Double>.eye(3)"#, #"`[[1. 0. 0.] [0. 1. 0.] [0. 0. 1.]]`"#) { try runMaking(11) },
Row(#"np.identity(2)"#, #"NDArray<Double>.identity(2)"#, #"`[[1. 0.] [0. 1.]]`"#) { try runMaking(12) },
Row(#"np.tri(3)"#, #"NDArray<Double>.triangle(3)"#, #"`[[1. 0. 0.] [1. 1. 0.] [1. 1. 1.]]`"#) { try runMaking(13) },
Row(#"np.diag(np.array([1, 2]))"#, #"NDArray([1, 2]).diagonalMatrix()"#, #"`[[1 0] [0 2]]`"#) { try runMaking(14) },
Row(#"np.fromfunction(lambda i, j: 10 * i + j, (2, 3), dtype=int)"#, #"NDArray.fromFunction([2, 3]) { 10 * $0[0] + $0[1] }"#, #"`[[ 0  1  2] [10 11 12]]`"#) { try runMaking(15) },
Row(#"np.indices((2, 2))"#, #"NDArray<Int>.indices([2, 2])"#, #"`[[[0 0] [1 1]] [[0 1] [0 1]]]`"#) { try runMaking(16) },
])

static func runMaking(_ row: Int) throws -> String {
let a = NDArray(0..<12)
let known: [Any] = [a]
_ = known
switch row {
case 0:
return shown(NDArray([1, 2, 3]), beside: known)
case 1:
return shown(NDArray<Float>([[1, 2], [3, 4]]), beside: known)
case 2:
return shown(NDArray(scalar: 7), beside: known)
case 3:
return shown(NDArray<Double>.zeros([2, 3]), beside: known)
case 4:
return shown(NDArray<Double>.ones([2]), beside: known)
case 5:
return shown(NDArray<Double>.empty([0, 3]), beside: known)
case 6:
return shown(NDArray.full([2, 3], 7), beside: known)
case 7:
return shown(NDArray<Double>.arange(0, 1, by: 0.25), beside: known)
case 8:
return shown(NDArray<Double>.linspace(0, 1, count: 5), beside: known)
case 9:
return shown(NDArray.zeros(like: a), beside: known)
case 10:
return shown(NDArray.full(like: a, 5), beside: known)
case 11:
return shown(NDArray<Double>.eye(3), beside: known)
case 12:
return shown(NDArray<Double>.identity(2), beside: known)
case 13:
return shown(NDArray<Double>.triangle(3), beside: known)
case 14:
return shown(NDArray([1, 2]).diagonalMatrix(), beside: known)
case 15:
return shown(NDArray.fromFunction([2, 3]) { 10 * $0[0] + $0[1] }, beside: known)
case 16:
return shown(NDArray<Int>.indices([2, 2]), beside: known)
default: return ""
}
}
}

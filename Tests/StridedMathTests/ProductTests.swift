// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMath
import StridedMemory
import Testing

@Suite struct ProductTests {
  @Test(arguments: DType.numbers)
  func matricesMultiplyAsSumsOfProducts(_ dtype: DType) throws {
    for (m, k, n) in [(1, 1, 1), (3, 4, 5), (7, 33, 20), (13, 70, 3), (2, 0, 3), (30, 300, 40)] {
      let a = try NDArray(RecordedCase.bits(1, m * k).map { Int($0 % 2) }).erased.reshaped([m, k])
      let b = try NDArray(RecordedCase.bits(2, k * n).map { Int($0 % 2) }).erased.reshaped([k, n])
      let products = try AnyNDArray.apply(
        .multiply, a.expanded(axes: [2]), b.expanded(axes: [0]))
      let expected = try products.sum(axes: [1]).cast(to: dtype)
      for left in [try a.cast(to: dtype), try a.cast(to: dtype, order: .columnMajor)] {
        for right in [try b.cast(to: dtype.swapped), try b.cast(to: dtype, order: .columnMajor)] {
          let got = try left.matmul(right)
          #expect(got.shape == [m, n] && got.dtype == dtype)
          #expect(try AnyNDArray.apply(.equal, got, expected).all().item(as: Bool.self))
        }
      }
    }
  }

  @Test func batchesBroadcast() throws {
    let a = NDArray(0..<24).reshaped(2, 1, 3, 4)
    let b = NDArray(0..<40).reshaped(5, 4, 2)
    let got = a.matmul(b)
    #expect(got.shape == [2, 5, 3, 2])
    #expect(got[1, 3, 2, 1] == (0..<4).reduce(0) { $0 + a[1, 0, 2, $1] * b[3, $1, 1] })
    let row = NDArray([1, 2, 3, 4])
    #expect(row.matmul(b).shape == [5, 2])
    #expect(a.matmul(row).shape == [2, 1, 3])
    #expect(row.matmul(row).shape == [] && Array(row.matmul(row)) == [30])
  }

  @Test func intoAnOperandIsAsIfCopiedFirst() throws {
    let a = NDArray([1.0, 2, 3, 4]).reshaped(2, 2)
    try a.erased.matmul(a.erased, into: a.erased)
    #expect(Array(a) == [7, 10, 15, 22])
  }

  @Test func contractions() throws {
    let a = NDArray(0..<24).reshaped(2, 3, 4)
    let b = NDArray(0..<24).reshaped(4, 3, 2)
    let got = a.tensordot(b, axes: ([1, 2], [1, 0]))
    #expect(got.shape == [2, 2])
    var expected = 0
    for j in 0..<3 { for k in 0..<4 { expected += a[1, j, k] * b[k, j, 0] } }
    #expect(got[1, 0] == expected)
    #expect(a.dot(b[..., 0]).shape == [2, 3, 3])
    #expect(Array(NDArray([1, 2]).outer(NDArray([3, 4, 5]))) == [3, 4, 5, 6, 8, 10])
    #expect(NDArray(0..<9).reshaped(3, 3).trace() == 12)
    #expect(try NDArray([1, 2]).erased.inner(NDArray([3, 4]).erased).item(as: Int.self) == 11)
  }

  @Test func shapesMustFit() {
    let (a, b) = (NDArray(0..<6).reshaped(2, 3).erased, NDArray(0..<4).reshaped(2, 2).erased)
    #expect(throws: ArrayError.self) { try a.matmul(b) }
    #expect(throws: ArrayError.self) { try a.matmul(NDArray(scalar: 1).erased) }
    #expect(throws: ArrayError.self) { try a.tensordot(b, axes: ([0], [0, 1])) }
  }
}

// SPDX-License-Identifier: Apache-2.0

import ComplexModule
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

  /// Panels, rows and columns of complex numbers, with steps that are no elements' size.
  @Test(arguments: [DType.complex64, .complex128, .float32, .float64, .float16])
  func largeProductsAreSumsOfProducts(_ dtype: DType) throws {
    for (m, k, n) in [(50, 300, 35), (1, 400, 30), (37, 300, 1), (1, 90, 1), (7, 5, 1100)] {
      func numbers(_ shape: [Int], _ seed: UInt64) throws -> AnyNDArray {
        let count = shape.reduce(1, *)
        let real = RecordedCase.bits(seed, count).map { Double($0 % 5) - 2 }
        let imaginary = RecordedCase.bits(seed + 1, count).map { Double($0 % 3) }
        let numbers = NDArray(zip(real, imaginary).map { Complex($0, $1) }).erased
        let parts = dtype.isComplex ? numbers : NDArray(real).erased
        return try parts.reshaped(shape)
      }
      let (a, b) = (try numbers([m, k], 11), try numbers([k, n], 12))
      let products = try AnyNDArray.apply(.multiply, a.expanded(axes: [2]), b.expanded(axes: [0]))
      let expected = try products.sum(axes: [1]).cast(to: dtype)
      func views(_ array: AnyNDArray) throws -> [AnyNDArray] {
        let wide = try AnyNDArray.zeros(array.shape.map { 2 * $0 }, dtype)
        let view = try wide.view(at: array.shape.map { _ in .slice(Slice(nil, nil, -2)) })
        try view.assign(from: array)
        return [
          try array.cast(to: dtype), try array.cast(to: dtype, order: .columnMajor), view,
        ]
      }
      for left in try views(a) {
        for right in try views(b) {
          let got = try left.matmul(right)
          #expect(try AnyNDArray.apply(.equal, got, expected).all().item(as: Bool.self))
        }
      }
    }
  }

  @Test func rowsAndColumnsOfBatches() throws {
    let z = NDArray([Complex(1.0, 2), Complex(3.0, -1)])
    #expect(Array(z.vecdot(z)) == [Complex(15.0, 0)])
    #expect(Array(z.inner(z)) == [Complex(5.0, -2)])
    let matrices = NDArray(0..<12).reshaped(2, 2, 3)
    let rows = NDArray(0..<6).reshaped(2, 3)
    #expect(Array(matrices.matvec(NDArray([1, 0, 2]))) == [4, 13, 22, 31])
    #expect(Array(NDArray([1, 2]).vecmat(matrices)) == [6, 9, 12, 24, 27, 30])
    #expect(Array(rows.vecdot(rows)) == [5, 50])
    #expect(Array(rows.vecdot(NDArray([1, 10]).reshaped(2, 1), axis: 0)) == [30, 41, 52])
    #expect(z.reshaped(1, 2).vecmat(z.reshaped(2, 1))[0, 0] == Complex(15.0, 0))
    let target = NDArray<Int>.zeros([2, 2]).transposed()
    matrices.matvec(NDArray([1, 0, 2]), into: target)
    #expect(Array(target) == [4, 13, 22, 31])
    #expect(throws: ArrayError.self) { try NDArray(scalar: 1).erased.vecdot(rows.erased) }
    #expect(throws: ArrayError.self) { try NDArray([1]).erased.matvec(rows.erased) }
    #expect(throws: ArrayError.self) {
      try rows.erased.dot(NDArray([1, 2, 3]).erased, into: NDArray([0]).erased)
    }
  }

  @Test func kroneckerProducts() throws {
    let a = NDArray([1, 10])
    let b = NDArray([[1, 2], [3, 4]])
    #expect(a.kron(b).shape == [2, 4])
    #expect(Array(a.kron(b)) == [1, 2, 10, 20, 3, 4, 30, 40])
    #expect(Array(b.kron(a)) == [1, 10, 2, 20, 3, 30, 4, 40])
    #expect(NDArray(scalar: 3).kron(NDArray(scalar: 4)).shape == [])
    let deep = try NDArray([1, 2]).erased.reshaped([Int](repeating: 1, count: 63) + [2])
    #expect(try deep.kron(deep).shape == [Int](repeating: 1, count: 63) + [4])
  }

  @Test func batchesWithOneRightSideAreOneProduct() {
    let a = NDArray(0..<120).reshaped(4, 5, 6)
    let b = NDArray(0..<18).reshaped(6, 3)
    let whole = a.reshaped(20, 6).matmul(b)
    #expect(Array(a.matmul(b)) == Array(whole))
    #expect(Array(a.flipped(axis: 0).matmul(b)) == Array(whole.reshaped(4, 5, 3).flipped(axis: 0)))
  }
}

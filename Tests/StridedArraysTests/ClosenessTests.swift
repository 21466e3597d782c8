// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

/// Answers of NumPy's `isclose` for each pair of some values.
@Suite struct ClosenessTests {
  static let numbers: [Double] = [
    0, -0.0, 1, 1.000001, 1.0001, 1e-9, 1e4, 1.00001e4, .infinity, -.infinity, .nan,
  ]
  private var values: NDArray<Double> { NDArray(Self.numbers) }
  static let close =
    "11000100000110001000000011000000000110000000000010000001100010000000000011000000000110000"
    + "00000001000000000001000000000000"
  static let closeInHalf =
    "11000100000110001000000011100000000111000000001110000001100010000000000011000000000110000"
    + "00000001000000000001000000000000"
  static let closeWithTolerance =
    "11000100000110001000000011100000000111000000001110000001100010000000000010000000000010000"
    + "00000001000000000001000000000000"

  /// Each element of `a` against each of `b`, as a row of ones and zeros.
  private func table(
    _ a: AnyNDArray, _ b: AnyNDArray, relative: Double = 1e-5, absolute: Double = 1e-8,
    equalNaN: Bool = false
  ) throws -> String {
    let close = try a.expanded(axes: [1]).isClose(
      to: b.expanded(axes: [0]), relativeTolerance: relative, absoluteTolerance: absolute,
      equalNaN: equalNaN)
    return try Array(NDArray<Bool>(close)).map { $0 ? "1" : "0" }.joined()
  }

  @Test(arguments: [DType.float64, .float32, .float16, DType.float32.swapped])
  func numbersAsInNumPy(dtype: DType) throws {
    let a = try values.erased.cast(to: dtype)
    let expected = dtype == .float16 ? Self.closeInHalf : Self.close
    #expect(try table(a, a) == expected)
    #expect(try table(a, a, equalNaN: true) == expected.dropLast() + "1")
    let within = dtype == .float16 ? Self.closeInHalf : Self.closeWithTolerance
    #expect(try table(a, a, relative: 0, absolute: 1e-3) == within)
    #expect(try table(a.flipped().flipped(), a) == expected)
  }

  @Test func otherTypesAsInNumPy() throws {
    let integers = NDArray([Int.min, .max, 0, 1, 100000, 100001]).erased
    #expect(try table(integers, integers) == "100000010000001000000100000011000011")
    let bytes = NDArray<UInt8>([0, 1, 255]).erased
    #expect(try table(bytes, bytes) == "100010001")
    let truths = NDArray([false, true]).erased
    #expect(try table(truths, truths) == "1001")
    let complex = NDArray([
      Complex(1.0, 1), Complex(1, 1.000001), Complex(.nan, 1), Complex(1, .nan),
      Complex(.infinity, 0), Complex(.infinity, 1),
    ]).erased
    #expect(try table(complex, complex) == "110000110000000000000000000010000001")
    #expect(
      try table(complex, complex, equalNaN: true) == "110000110000001100001100000010000001")
    let floats = try values.erased.cast(to: .float32)
    #expect(try table(floats, values.erased) == Self.close)
    #expect(
      try table(NDArray([0, 1, 10000]).erased, floats) == "110001000000011000000000000011000")
  }

  @Test func allAreCloseOrNot() throws {
    let a = NDArray([[1.0, 2], [3, 4]])
    #expect(a.allClose(to: a + 1e-9) && !a.allClose(to: a + 1e-3))
    #expect(a.allClose(to: a + 1e-3, absoluteTolerance: 1e-2))
    #expect(a.allClose(to: NDArray([1, 2]).reshaped(1, 2) + NDArray([[0.0], [2]])))
    #expect(NDArray<Float>.zeros([0]).allClose(to: [1]))
    #expect(
      !a.allClose(to: NDArray([.nan]))
        && NDArray([Double.nan]).allClose(to: NDArray([.nan]), equalNaN: true)
    )
    #expect(Array(a.isClose(to: 3)) == [false, false, true, false])
    #expect(Array(a.copy().frozen().isClose(to: a)) == [true, true, true, true])
    #expect(throws: ArrayError.self) { try a.erased.allClose(to: NDArray([1.0, 2, 3]).erased) }
    let record = try NDArray<UInt8>([1, 2]).erased.view(as: .record(size: 2, alignment: 1))
    #expect(throws: ArrayError.self) { try record.isClose(to: record) }
  }
}

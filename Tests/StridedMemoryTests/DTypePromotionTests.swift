// SPDX-License-Identifier: Apache-2.0

import StridedMemory
import Testing

@Suite struct DTypePromotionTests {
  // NumPy's `promote_types`, as indices of `DType.numbers`.
  static let promoted: [[Int]] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    [1, 1, 2, 3, 4, 2, 3, 4, 11, 9, 10, 11, 12, 13],
    [2, 2, 2, 3, 4, 2, 3, 4, 11, 10, 10, 11, 12, 13],
    [3, 3, 3, 3, 4, 3, 3, 4, 11, 11, 11, 11, 13, 13],
    [4, 4, 4, 4, 4, 4, 4, 4, 11, 11, 11, 11, 13, 13],
    [5, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    [6, 3, 3, 3, 4, 6, 6, 7, 8, 10, 10, 11, 12, 13],
    [7, 4, 4, 4, 4, 7, 7, 7, 8, 11, 11, 11, 13, 13],
    [8, 11, 11, 11, 11, 8, 8, 8, 8, 11, 11, 11, 13, 13],
    [9, 9, 10, 11, 11, 9, 10, 11, 11, 9, 10, 11, 12, 13],
    [10, 10, 10, 11, 11, 10, 10, 11, 11, 10, 10, 11, 12, 13],
    [11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 13, 13],
    [12, 12, 12, 13, 13, 12, 12, 13, 13, 12, 12, 13, 12, 13],
    [13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13],
  ]
  // NumPy's `can_cast(…, "safe")`.
  static let safe: [[Int]] = [
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    [0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1],
    [0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1],
    [0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1],
    [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1],
    [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    [0, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1],
    [0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ]

  @Test func promotesAsNumPy() throws {
    for (i, a) in DType.numbers.enumerated() {
      for (j, b) in DType.numbers.enumerated() {
        #expect(try DType.promoted(a, b) == DType.numbers[Self.promoted[i][j]], "\(a), \(b)")
        #expect(try DType.promoted(a.swapped, b) == DType.numbers[Self.promoted[i][j]])
        #expect(a.isSafelyCast(to: b) == (Self.safe[i][j] == 1), "\(a) to \(b)")
      }
    }
  }

  @Test func recordsPromoteOnlyWithThemselves() throws {
    let record = DType.record(size: 12, alignment: 4)
    #expect(try DType.promoted(record, record) == record)
    #expect(throws: (any Error).self) { try DType.promoted(record, .int8) }
  }

  @Test func sumsAndQuotients() {
    #expect(
      DType.numbers.map(\.sum.name) == [
        "int64", "int64", "int64", "int64", "int64", "uint64", "uint64",
        "uint64", "uint64", "float16", "float32", "float64", "complex64", "complex128",
      ])
    #expect(
      DType.numbers.map(\.quotient.name) == [
        "float64", "float64", "float64", "float64", "float64", "float64", "float64",
        "float64", "float64", "float16", "float32", "float64", "complex64", "complex128",
      ])
  }
}

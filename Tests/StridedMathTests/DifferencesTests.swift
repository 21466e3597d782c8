// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMath
import StridedMemory
import Testing

@Suite struct DifferencesTests {
  @Test func neighboursBeforeAndAfter() throws {
    let row = NDArray([1, 2, 4])
    #expect(Array(row.differences(prepending: NDArray(scalar: 0))) == [1, 1, 2])
    #expect(Array(row.differences(appending: NDArray([5, 7]))) == [1, 2, 1, 2])
    let matrix = NDArray([[1, 2], [3, 5]])
    let got = matrix.differences(axis: 0, prepending: NDArray(scalar: 0))
    #expect(got.shape == [2, 2] && Array(got) == [1, 2, 2, 3])
    let mixed = try row.erased.differences(prepending: NDArray(scalar: 0.5).erased)
    #expect(Array(try NDArray<Double>(mixed)) == [0.5, 1, 2])
    #expect(throws: ArrayError.self) {
      try matrix.erased.differences(prepending: NDArray([1, 2, 3]).erased)
    }
    #expect(throws: ArrayError.self) { try row.erased.differences(order: -1) }
  }
}

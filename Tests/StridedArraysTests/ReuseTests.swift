// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedMemory
import Testing

/// An operand that dies may take the results; one that anyone can still see never does.
@Suite struct ReuseTests {
  @Test func aChainAllocatesOnce() {
    let (a, b, c) = (NDArray([1, 2, 3]), NDArray([4, 5, 6]), NDArray([7, 8, 9]))
    let (sum, ledger) = withLedger { a * b + c }
    #expect(ledger.allocationCount == 1)
    #expect(Array(sum) == [11, 18, 27])
    #expect(Array(a) == [1, 2, 3] && Array(b) == [4, 5, 6] && Array(c) == [7, 8, 9])
  }

  @Test func aVariableThatIsUsedAgainKeepsItsElements() {
    let a = NDArray([1.5, 2, 3])
    let b = a + 1
    let c = 2 * a
    let d = a - a
    #expect(Array(a) == [1.5, 2, 3] && Array(b) == [2.5, 3, 4])
    #expect(Array(c) == [3, 4, 6] && Array(d) == [0, 0, 0])
  }

  @Test func aViewKeepsTheElementsOfWhatDies() {
    var view: NDArray<Int>
    do {
      let a = NDArray(0..<5)
      view = a[1..<4]
      #expect(Array(a * 10) == [0, 10, 20, 30, 40])
    }
    #expect(Array(view) == [1, 2, 3])
    view = view + view
    #expect(Array(view) == [2, 4, 6])
  }

  @Test func aTemporaryOfASmallerShapeIsNotReused() {
    let row = NDArray([1, 2, 3])
    let table = NDArray(0..<6, shape: [2, 3])
    #expect(Array((row * row) + table) == [1, 5, 11, 4, 8, 14])
    #expect(Array(10 - (table * table)) == [10, 9, 6, 1, -6, -15])
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

/// The twelve kinds of operations of which NumPy 2.4.6 gets overlapping operands wrong. Each test
/// holds NumPy's smallest case, whose right result is that of copied operands.
@Suite struct OverlapRightResultsTests {
  @Test func slicesOfUnequalSteps() {
    let a = NDArray(0..<10)
    a[.slice(0, 10, 2)] = a[2..<7]
    #expect(Array(a) == [2, 1, 3, 3, 4, 5, 5, 7, 6, 9])
  }

  @Test func aBufferThatWidensInPlace() {
    let x = NDArray<Float>((0..<8).map(Float.init))
    let wide = x.view(as: Double.self)
    x[..<4].copy(to: x[..<4], where: NDArray(scalar: true))
    try? wide.erased.assign(from: x[..<4].erased)
    #expect(Array(wide) == [0, 1, 2, 3])
  }

  @Test func copyingToWhereAMaskIsTrue() {
    let a = NDArray(0..<10)
    a[2..<7].copy(to: a[.slice(0, 10, 2)], where: NDArray([true, true, false, true, true]))
    #expect(Array(a) == [2, 1, 3, 3, 4, 5, 5, 7, 6, 9])
    a[..<9].copy(to: a[1...], where: NDArray(scalar: true))
    #expect(Array(a) == [2, 2, 1, 3, 3, 4, 5, 5, 7, 6])
  }

  @Test func aMaskThatLiesInTheTarget() {
    let b = NDArray([false, false, true, false])
    NDArray(scalar: true).copy(to: b[..<2], where: b[.slice(2, nil, -2)])
    #expect(Array(b) == [true, false, true, false])
  }

  @Test func roundingIntegersToAnotherView() {
    let a = NDArray(0..<10)
    a[2..<7].rounded(into: a[.slice(0, 10, 2)])
    #expect(Array(a) == [2, 1, 3, 3, 4, 5, 5, 7, 6, 9])
  }

  @Test func aMaskedAssignmentFromTheTarget() {
    let a = NDArray(0..<6)
    a[where: NDArray([false, true, false, true, true, false])] = a[..<3]
    #expect(Array(a) == [0, 0, 2, 1, 2, 5])
  }

  @Test func aMaskOfTheTargetItIndexes() {
    let b = NDArray([false, false, true, false])
    b[..<2][where: b[.slice(2, nil, -2)]] = true
    #expect(Array(b) == [true, false, true, false])
  }

  @Test func flatElementsFromTheArrayItself() {
    let a = NDArray(0..<4)
    a[1..<3].put(a[..<2], at: [0, 1])
    #expect(Array(a) == [0, 0, 1, 3])
    a.put(a[.every(-1)], at: NDArray(0..<4))
    #expect(Array(a) == [3, 1, 0, 0])
    a[...] = a[.every(-1)]
    #expect(Array(a) == [0, 0, 1, 3])
    let m = NDArray(0..<6).reshaped(2, 3)
    m.put(m.transposed(), at: NDArray(0..<6))
    #expect(Array(m) == [0, 3, 1, 4, 2, 5])
  }

  @Test func placingValuesOfTheArrayItself() {
    let a = NDArray(0..<6)
    a.place(NDArray([false, true, true, true, false, false]), a[..<3])
    #expect(Array(a) == [0, 0, 1, 2, 4, 5])
  }

  @Test func joiningIntoOneOfTheParts() {
    let a = NDArray(0..<6)
    NDArray.concatenate([a[3...], a[..<3]], into: a)
    #expect(Array(a) == [3, 4, 5, 0, 1, 2])
    let m = NDArray(0..<4).reshaped(2, 2)
    NDArray.stack([m[1, ...], m[0, ...]], axis: 1, into: m)
    #expect(Array(m) == [2, 0, 3, 1])
  }

  @Test func theRangeOfValuesIntoARowThatIsRead() {
    let a = NDArray(0..<9).reshaped(3, 3)
    a.peakToPeak(axes: [0], into: a[0, ...])
    #expect(Array(a) == [6, 6, 6, 3, 4, 5, 6, 7, 8])
  }

  @Test func aDiagonalFilledFromARow() {
    let a = NDArray(0..<9).reshaped(3, 3)
    a.fillDiagonal(a[0, .every(-1)])
    #expect(Array(a) == [2, 1, 2, 3, 1, 5, 6, 7, 0])
  }
}

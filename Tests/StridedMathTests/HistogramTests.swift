// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import StridedArrays
import StridedLayouts
import StridedMath
import StridedMemory
import Testing

/// What the recorded results leave out.
@Suite struct HistogramTests {
  @Test func weightsAndDensities() throws {
    let values = NDArray([0.0, 0.5, 1, 2, 2, 3, .nan, 9]).erased
    let weights = NDArray([1, 2, 3, 4, 5, 6, 7, 8])
    let edges = HistogramBins.edges(NDArray([0.0, 1, 3]).erased)
    let sums = try values.histogram(bins: edges, weights: weights.erased).counts
    #expect(sums.dtype == .int)
    #expect(Array(try NDArray<Int>(sums)) == [3, 18])
    let phases = NDArray((1...8).map { Complex(Double($0), 1) }).erased
    let complex = try values.histogram(bins: edges, weights: phases).counts
    #expect(Array(try NDArray<Complex<Double>>(complex)) == [Complex(3.0, 2), Complex(18.0, 4)])
    let density = try values.histogram(bins: edges, isDensity: true).counts
    #expect(Array(try NDArray<Double>(density)) == [2 / 6.0, 4 / 2.0 / 6.0])
  }

  @Test func edgesOfOneWidthOrOfNone() throws {
    #expect(Array(NDArray([5, 5]).histogram(bins: .count(2)).edges) == [4.5, 5, 5.5])
    #expect(Array(NDArray([Int]()).histogram(bins: .count(2)).counts) == [0, 0])
    #expect(
      Array(NDArray([1, 1, 2]).histogram(bins: .edges(NDArray([1, 1, 2]).erased)).counts) == [0, 3])
    #expect(Array(NDArray([true, false]).histogram(bins: .count(2)).counts) == [1, 1])
  }

  @Test func positionsCountBetweenDescendingEdgesToo() {
    let values = NDArray([0.5, 3, 4, 10, .nan])
    #expect(Array(values.digitize(NDArray([4.0, 3, 1]))) == [3, 1, 0, 0, 0])
    #expect(Array(values.digitize(NDArray([1.0, 3, 4]), includingRight: true)) == [0, 1, 2, 3, 3])
    #expect(Array(NDArray([2, 0, 2]).bincount(minimumLength: 5)) == [1, 0, 2, 0, 0])
    #expect(Array(NDArray([2, 0, 2]).bincount(weights: NDArray([0.5, 1, 2]))) == [1, 0, 2.5])
  }

  @Test func refusesWhatDoesNotCount() {
    let values = NDArray([1.0, 2, .nan]).erased
    #expect(throws: ArrayError.self) { try values.histogram() }
    #expect(throws: ArrayError.self) { try values.histogram(bins: .count(0), range: 0...1) }
    #expect(throws: ArrayError.self) { try values.histogram(range: 0...Double.infinity) }
    #expect(throws: ArrayError.self) { try values.histogram(bins: .edges(NDArray([2, 1]).erased)) }
    #expect(throws: ArrayError.self) { try values.histogram(weights: NDArray([1]).erased) }
    #expect(throws: ArrayError.self) { try values.bincount() }
    #expect(throws: ArrayError.self) { try NDArray([-1]).erased.bincount() }
    #expect(throws: ArrayError.self) { try values.digitize(NDArray([1, 3, 2]).erased) }
    #expect(throws: ArrayError.self) { try NDArray([Complex(1.0, 0)]).erased.histogram() }
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

/// What makes arrays whose element type is known at run time, against NumPy 2.4.6.
@Suite struct RangeMakingTests {
  @Test func integerRanges() throws {
    #expect(try AnyNDArray.arange(5).description == "[0 1 2 3 4]")
    #expect(try AnyNDArray.arange(10, 0, by: -3, .uint8).description == "[10  7  4  1]")
    #expect(try AnyNDArray.arange(3, .complex64).description == "[0.+0.j 1.+0.j 2.+0.j]")
    #expect(try AnyNDArray.arange(2, 2).shape == [0])
    #expect(try AnyNDArray.arange(3, .int16.swapped).dtype == .int16.swapped)
    #expect(try AnyNDArray.arange(2, .bool).description == "[False  True]")
    #expect(try AnyNDArray.arange(Int.min, Int.max, by: .max).count == 3)
    for (start, stop, step) in [(0, 5, 0), (Int.min, Int.max, 1), (0, Int.max, 1)] {
      #expect(throws: ArrayError.self) { try AnyNDArray.arange(start, stop, by: step) }
    }
    #expect(throws: ArrayError.self) { try AnyNDArray.arange(3, .bool) }
    #expect(throws: ArrayError.self) { try AnyNDArray.arange(3, .record(size: 8, alignment: 1)) }
  }

  @Test func rangesOfFractions() throws {
    let half = try AnyNDArray.arange(0, 5, by: 0.3, .float16)
    #expect(half.count == 17)
    #expect(try half[at: [3, 12, 16]].description == "[0.9004 3.602  4.8   ]")
    #expect(try AnyNDArray.arange(2.5, 6, .int32).description == "[2 3 4 5]")
    // The first two are converted before their difference is taken, as in NumPy.
    #expect(try AnyNDArray.arange(-3.5, 3, by: 0.5, .int64).description.contains("-3 -3 -3 -3"))
    #expect(try AnyNDArray.arange(1, 1.3, by: 0.1).count == 4)
    for step in [0, Double.nan, -Double.infinity] {
      if step == -.infinity {
        #expect(try AnyNDArray.arange(0.0, 1, by: step).count == 0)
      } else {
        #expect(throws: ArrayError.self) { try AnyNDArray.arange(0.0, 1, by: step) }
      }
    }
  }

  @Test func equalDistances() throws {
    #expect(
      try AnyNDArray.linspace(0, 1, count: 4, .float32).description
        == "[0.         0.33333334 0.6666667  1.        ]")
    #expect(try AnyNDArray.linspace(5, -5, count: 4, .int64).description == "[ 5  1 -2 -5]")
    #expect(
      try AnyNDArray.linspace(0, 1, count: 4, includingStop: false).description
        == "[0.   0.25 0.5  0.75]")
    #expect(try AnyNDArray.linspace(2, 3, count: 1).description == "[2.]")
    #expect(try AnyNDArray.linspace(2, 3, count: 0).shape == [0])
    let least = Double.leastNonzeroMagnitude
    #expect(Array(NDArray<Double>.linspace(0, least, count: 4)) == [0, 0, least, least])
    #expect(throws: ArrayError.self) { try AnyNDArray.linspace(0, 1, count: -1) }
  }

  @Test func matricesAndFills() throws {
    #expect(try AnyNDArray.eye(2, 3, diagonal: 1, .int16).description == "[[0 1 0]\n [0 0 1]]")
    #expect(try AnyNDArray.identity(2, .uint8).description == "[[1 0]\n [0 1]]")
    #expect(try AnyNDArray.ones([2], .float32).description == "[1. 1.]")
    let columns = try AnyNDArray.zeros([2, 3], .int64, order: .columnMajor)
    let sevens = try AnyNDArray.full(like: columns, 7.9)
    #expect(sevens.strides == [8, 16] && sevens.dtype == .int64)
    #expect(try AnyNDArray.ones(like: sevens).sum().description == "6")
    try sevens.fill(-1)
    #expect(try sevens.max().description == "-1")
    let made = try AnyNDArray.fromFunction([2, 2]) { (axes) throws(ArrayError) in
      try AnyNDArray.apply(
        .add, axes[0], AnyNDArray.apply(.multiply, axes[1], NDArray([10.0]).erased))
    }
    #expect(made.description == "[[ 0. 10.]\n [ 1. 11.]]")
    #expect(NDArray([1, 2]).filled(with: 3).description == "[3 3]")
  }

  @Test func splitsByName() throws {
    let a = NDArray(0..<12).reshaped(2, 2, 3)
    #expect(
      a.horizontalSplit(at: [1]).map { Array($0) } == [[0, 1, 2, 6, 7, 8], [3, 4, 5, 9, 10, 11]])
    #expect(a.depthSplit(into: 3).map(\.shape) == Array(repeating: [2, 2, 1], count: 3))
    #expect(a.verticalSplit(into: 2).allSatisfy { $0.isView(of: a) })
    #expect(
      a.unstacked(axis: -1).map { Array($0) } == [[0, 3, 6, 9], [1, 4, 7, 10], [2, 5, 8, 11]])
    #expect(NDArray([1, 2]).unstacked().map(\.shape) == [[], []])
    #expect(NDArray([1, 2]).horizontalSplit(into: 2).map { Array($0) } == [[1], [2]])
    let line = NDArray([1, 2]).erased
    #expect(throws: ArrayError.self) { try line.verticalSplit(into: 1) }
    #expect(throws: ArrayError.self) { try line.depthSplit(at: [1]) }
    #expect(throws: ArrayError.self) { try line.reshaped([]).horizontalSplit(into: 1) }
    #expect(throws: ArrayError.self) { try line.unstacked(axis: 1) }
  }

  @Test func pairsInPlaceAndNot() {
    let a = NDArray(0..<6).reshaped(2, 3)
    a.flip(axis: 1)
    #expect(Array(a) == [2, 1, 0, 5, 4, 3])
    a.roll(by: 1)
    #expect(Array(a) == [3, 2, 1, 0, 5, 4])
    a.roll(by: [1, 1], axes: [0, 1])
    #expect(Array(a) == [4, 0, 5, 1, 3, 2])
    let lower = a[.all, ..<2].lowerTriangle(into: a[.all, 1...])
    #expect(lower.isView(of: a) && Array(a) == [4, 4, 0, 1, 1, 3])
  }
}

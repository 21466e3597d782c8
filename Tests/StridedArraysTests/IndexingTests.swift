// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct IndexingTests {
  let matrix = NDArray(0..<12).reshaped(3, 4)

  @Test func listsAndArraysPick() {
    let a = NDArray([10, 20, 30, 40, 50])
    #expect(Array(a[at: [0, 2, 4]]) == [10, 30, 50])
    let indices: NDArray<Int> = [[0, -1], [1, 1]]
    #expect(Array(a[at: indices]) == [10, 50, 20, 20])
    #expect(a[at: indices].shape == [2, 2])
    #expect(!a[at: [0, 1]].sharesMemory(with: a))
    #expect(Array(matrix[at: [2, 0]]) == [8, 9, 10, 11, 0, 1, 2, 3])
    #expect(Array(matrix[at: [2, 0], [1, 3]]) == [9, 3])
    #expect(Array(matrix[at: .all, [3, 0]]) == [3, 0, 7, 4, 11, 8])
    #expect(Array(matrix[at: 1..., [3, 0]]) == [7, 4, 11, 8])
    #expect(Array(matrix[at: [true, false, true], 1]) == [1, 9])
  }

  @Test func writesGoThrough() {
    let a = NDArray([10, 20, 30, 40, 50])
    a[at: [0, 2, 0]] = NDArray([1, 2, 3])
    #expect(Array(a) == [3, 20, 2, 40, 50])
    a[at: [-1, 1]] = 7
    #expect(Array(a) == [3, 7, 2, 40, 7])
    a[where: a .> 5] = 0
    #expect(Array(a) == [3, 0, 2, 0, 0])
    a[where: a .> 0] = NDArray([8, 9])
    #expect(Array(a[where: a .> 0]) == [8, 9])
    matrix[at: .all, [0, 3]] = -1
    #expect(Array(matrix[0, ...]) == [-1, 1, 2, -1])
  }

  /// NumPy's cases of section 0.1 that write through masks and positions.
  @Test func overlapIsRight() throws {
    let a = NDArray(0..<6)
    a[where: NDArray([false, true, false, true, true, false])] = a[..<3]
    #expect(Array(a) == [0, 0, 2, 1, 2, 5])
    let b = NDArray([false, false, true, false])
    b[..<2][where: b[.slice(2, nil, -2)]] = true
    #expect(Array(b) == [true, false, true, false])
    let c = NDArray(0..<6)
    try c.erased.place(
      NDArray([false, true, true, true, false, false]).erased, c[..<3].erased)
    #expect(Array(c) == [0, 0, 1, 2, 4, 5])
    let d = NDArray([3, 0, 1, 2])
    d[at: d] = d[.every(-1)]
    #expect(Array(d) == [1, 0, 3, 2])
  }

  @Test func failuresWriteNothing() throws {
    let a = NDArray(0..<5).erased
    #expect(throws: ArrayError.self) {
      try a.scatter(NDArray(scalar: 9).erased, at: [.array(NDArray([0, 5]).erased)])
    }
    #expect(throws: ArrayError.self) {
      try a.put(NDArray(scalar: 9).erased, at: NDArray([0, -6]).erased)
    }
    #expect(throws: ArrayError.self) {
      try a.gathered(at: [.array(NDArray([UInt64.max]).erased)])
    }
    #expect(throws: ArrayError.self) { try a.gathered(at: [.array(NDArray([1.5]).erased)]) }
    // The list of offsets would not fit the address space: an error, as for any array.
    let long = NDArray<Int>.zeros([1 << 20])
    let vast = [[-1, 1, 1], [1, -1, 1], [1, 1, -1]].map {
      AdvancedIndex.array(long.reshaped($0).erased)
    }
    #expect(throws: ArrayError.self) {
      try NDArray<Int>.zeros([1, 1, 1]).erased.gathered(at: vast)
    }
    #expect(try NDArray<Int>(a).elements.elementsEqual(0..<5))
  }

  @Test func takeAndPut() throws {
    let m = matrix.transposed().erased
    func take(_ positions: [Int], _ axis: Int?, _ mode: IndexMode) throws -> [Int] {
      try Array(NDArray<Int>(m.take(NDArray(positions).erased, axis: axis, mode: mode)))
    }
    #expect(try take([1, -1], nil, .raise) == [4, 11])
    #expect(try take([13, -1, -14], nil, .wrap) == [4, 11, 7])
    #expect(try take([13, -1], nil, .clip) == [11, 0])
    #expect(try take([-1], 0, .raise) == [3, 7, 11])
    #expect(try take([4], 1, .wrap) == [4, 5, 6, 7])
    try m.put(NDArray([50, 60]).erased, at: NDArray([0, 1, 11]).erased)
    #expect(Array(matrix) == [50, 1, 2, 3, 60, 5, 6, 7, 8, 9, 10, 50])
    let e = NDArray(0..<5)
    try e.erased.putMask((e .> 1).erased, NDArray([-33, -44]).erased)
    #expect(Array(e) == [0, 1, -33, -44, -33])
  }

  @Test func masksAndConditions() throws {
    let (x, y) = (NDArray([1.0, 2, 3]), NDArray(scalar: 9))
    let chosen = try AnyNDArray.where(NDArray([true, false, true]).erased, x.erased, y.erased)
    #expect(try Array(NDArray<Double>(chosen)) == [1, 9, 3])
    let places = try (matrix .> 9).erased.nonzero().map { try Array(NDArray<Int>($0)) }
    #expect(places == [[2, 2], [2, 3]])
    #expect(try Array(NDArray<Int>((matrix .> 9).erased.argwhere())) == [2, 2, 2, 3])
    let condition = NDArray([false, true]).erased
    #expect(
      try Array(NDArray<Int>(matrix.erased.compress(condition, axis: 0))) == [4, 5, 6, 7])
    #expect(
      try Array(NDArray<Int>(matrix.erased.extract((matrix .< 2).erased))) == [0, 1])
  }
}

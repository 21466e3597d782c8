// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

/// The indexing operations by their names on `NDArray`, written to an array of the caller's.
@Suite struct IndexingTargetTests {
  let matrix = NDArray(0..<12).reshaped(3, 4)

  @Test func listsArraysAndMasksAreTaken() {
    #expect(Array(matrix.take([0, 5, -1])) == [0, 5, 11])
    #expect(matrix.take(NDArray<UInt8>([[0, 5], [2, 1]], order: .columnMajor)).shape == [2, 2])
    #expect(Array(matrix.take([5, -5], axis: 1, mode: .clip)) == [3, 0, 7, 4, 11, 8])
    #expect(Array(matrix.compress([true, false, true], axis: 0)) == [0, 1, 2, 3, 8, 9, 10, 11])
    #expect(Array(matrix.compress([0, 7], axis: 1)) == [1, 5, 9])
    #expect(Array(matrix.extract(matrix .> 8)) == [9, 10, 11])
    #expect(Array(matrix.takeAlong(NDArray([[3], [0], [1]]))) == [3, 4, 9])
    #expect(Array(matrix.takeAlong([5, 0], axis: nil)) == [5, 0])
    #expect(
      Array(NDArray([2, 0, 1]).choose([NDArray([1.5]), NDArray([2.5]), NDArray([3.5])]))
        == [3.5, 1.5, 2.5])
    #expect(matrix.argwhere().shape == [11, 2] && matrix.flatNonzero()[0] == 1)
    #expect(Array(matrix[at: NDArray<Int>.mesh([2, 0], [1, 3])]) == [9, 11, 1, 3])
    // A table of colours read through a picture.
    let table = NDArray<UInt8>([[0, 0, 0], [255, 128, 64]])
    #expect(Array(table.take(NDArray<UInt8>([1, 0]), axis: 0)) == [255, 128, 64, 0, 0, 0])
  }

  @Test func theMasksOfOneIndexAreAligned() {
    let a = NDArray(0..<24).reshaped(2, 3, 4)
    let plane = NDArray<Bool>([[true, false, true], [false, true, false]])
    #expect(Array(a[at: plane, 1]) == [1, 9, 17])
    #expect(Array(a[at: plane, [0, 1, 2]]) == [0, 9, 18])
    #expect(a[where: a .> 10].shape == [13])
    #expect(a[at: NDArray(scalar: true)].shape == [1, 2, 3, 4])
    #expect(a[at: NDArray(scalar: false)].shape == [0, 2, 3, 4])
    #expect(a[at: NDArray<Int>([])].shape == [0, 3, 4])
    #expect(a[at: .all, [true, false, true]].shape == [2, 2, 4])
    #expect(Array(NDArray(scalar: 5)[at: NDArray(scalar: true)]) == [5])
  }

  @Test func targetsTakeTheResult() throws {
    let strided = NDArray<Int>.zeros([2, 8])[.every(-1), .every(2)]
    #expect(matrix.take([2, 0], axis: 0, into: strided).sharesMemory(with: strided))
    #expect(Array(strided) == [8, 9, 10, 11, 0, 1, 2, 3])
    let line = NDArray<Int>.zeros([3])
    matrix.extract(matrix .> 8, into: line)
    #expect(Array(line) == [9, 10, 11])
    matrix.compress([true], axis: 1, into: line.reshaped(3, 1))
    #expect(Array(line) == [0, 4, 8])
    matrix.takeAlong(NDArray([[3], [0], [1]]), into: line.reshaped(3, 1))
    #expect(Array(line) == [3, 4, 9])
    NDArray.where(NDArray([true, false, true]), line, NDArray([-1]), into: line)
    #expect(Array(line) == [3, -1, 9])
    NDArray([1, 0, 1]).choose([line, NDArray([7, 8, 6])], into: line)
    #expect(Array(line) == [7, -1, 6])
    NDArray.select([line .< 0], [NDArray([50])], default: line, into: line)
    #expect(Array(line) == [7, 50, 6])
    (line .> 6).flatNonzero(into: line[..<2])
    #expect(Array(line) == [0, 1, 6])
    let wide = try AnyNDArray.zeros([2], .float64)
    try NDArray([4, 5]).erased.take([1, 0], into: wide)
    #expect(wide.description == "[5. 4.]")
  }

  @Test func targetsMayBeTheSource() {
    let a = NDArray([3, 1, 0, 2])
    a.take(a, into: a)
    #expect(Array(a) == [2, 1, 3, 0])
    a.take([3, 2, 1, 0], axis: 0, into: a)
    #expect(Array(a) == [0, 3, 1, 2])
    let m = NDArray(0..<9).reshaped(3, 3)
    m.gathered(at: [.array(NDArray([2, 0, 1]).erased)], into: m.transposed())
    #expect(Array(m) == [6, 0, 3, 7, 1, 4, 8, 2, 5])
    m.compress([false, true, true], axis: 0, into: m[..<2])
    #expect(Array(m) == [7, 1, 4, 8, 2, 5, 8, 2, 5])
  }

  @Test func targetsThatDoNotFitAreRefused() throws {
    let a = matrix.erased
    let whole = try AnyNDArray.zeros([2], .int8)
    let cases: [() throws -> Void] = [
      { try a.take([0], into: whole) },
      { try a.take([0, 12], into: AnyNDArray.zeros([2], .int64)) },
      { try a.cast(to: .float64).take([0, 1], into: whole) },
      { try a.take([0, 1], into: whole.broadcast(to: [2])) },
      { try a.takeAlong([0, 1], axis: 0) },
      { try a.take(NDArray([0.5]).erased) },
      { try AnyNDArray.where(a, a, a, into: whole) },
    ]
    for body in cases { #expect(throws: ArrayError.self) { try body() } }
    #expect(whole.description == "[0 0]")
  }

  @Test func writingByName() {
    let a = NDArray(0..<6)
    a.put(NDArray([-1, -2]), at: [5, 0, 2])
    #expect(Array(a) == [-2, 1, -1, 3, 4, -1])
    a.put(a[..<3], at: [1, 2, 3])
    #expect(Array(a) == [-2, -2, 1, -1, 4, -1])
    let m = a.reshaped(2, 3)
    m.putAlong(NDArray([[9]]), at: NDArray([[0], [-1]]))
    #expect(Array(a) == [9, -2, 1, -1, 4, 9])
    NDArray(scalar: 0).copy(to: a, where: a .< 0)
    #expect(Array(a) == [9, 0, 1, 0, 4, 9])
    a.place(a .> 3, NDArray([1, 2]))
    #expect(Array(a) == [1, 0, 1, 0, 2, 1])
  }

  /// Compound assignment through a subscript that copies reads, computes and writes back.
  @Test func compoundAssignmentWritesThrough() {
    let a = NDArray([10, 20, 30, 40])
    a[at: [0, 2]] += 1
    #expect(Array(a) == [11, 20, 31, 40])
    a[at: [0, 0]] += NDArray([5, 7])
    #expect(Array(a) == [18, 20, 31, 40])
    a[where: a .> 30] *= 2
    #expect(Array(a) == [18, 20, 62, 80])
    a[at: NDArray([3])] -= a[..<1]
    #expect(Array(a) == [18, 20, 62, 62])
    let b = NDArray([6, 7, 8, 9])
    b[at: [1, 3]] %= 4
    b[at: [0]] .<<= NDArray([2])
    b[at: [2]] .|= 1
    b[at: [1, 2]] .&= 11
    b[at: [3]] .^= b[..<1]
    b[at: [0]] .>>= 1
    #expect(Array(b) == [12, 3, 9, 25])
    // A plain subscript is updated in place, whatever it shares with the right side.
    a[1...] += a[..<3]
    #expect(Array(a) == [18, 38, 82, 124])
    let halves = NDArray([1.0, 2])
    halves[at: [1]] /= 4
    halves.flipped() += NDArray([10, 20])
    #expect(Array(halves) == [21, 10.5])
    var other = halves
    other += 1
    #expect(Array(halves) == [22, 11.5])
    other = other + 1
    #expect(Array(halves) == [22, 11.5])
  }

  @Test(arguments: DType.numbers) func everyTypeAccumulates(dtype: DType) throws {
    guard dtype.kind != .bool else { return }
    for dtype in [dtype, dtype.swapped] {
      let a = try NDArray([1, 2, 3, 4, 5, 6]).erased.cast(to: dtype).reshaped([2, 3])
      let b = try NDArray<UInt8>([[1], [2], [3]]).erased.cast(to: dtype.isUnsigned ? .uint8 : .int8)
      try a.flipped(axis: 1).transposed().add(b, at: [0, 2, 0])
      // Column 2 takes 1 + 3, column 0 takes 2.
      #expect(try a.cast(to: .int64).description == "[[ 3  2  7]\n [ 6  5 10]]", "\(dtype)")
    }
  }

  @Test func accumulationIsInSequence() {
    let a = NDArray<Double>([0, 1, 2, 3])
    a.accumulate(.multiply, NDArray([2.0]), at: [1, 1, 3])
    #expect(Array(a) == [0, 4, 2, 6])
    a.add(a, at: [3, 2, 1, 0])
    #expect(Array(a) == [6, 6, 6, 6])
    // A target that lies on one place takes everything.
    let one = NDArray<Int>.zeros([1])
    one.strided(shape: [3, 4], strides: [0, 0]).add(NDArray(scalar: 1), at: [0, 1, 1])
    #expect(one[0] == 12)
    let bins = NDArray<Int>.zeros([4])
    bins.add(NDArray(scalar: 1), at: NDArray((0..<10_000).map { $0 % 3 }))
    #expect(Array(bins) == [3334, 3333, 3333, 0])
    let small = NDArray<Int8>.zeros([2])
    small.add(NDArray([100]), at: [0, 0])
    #expect(Array(small) == [-56, 0])
  }

  @Test func frozenArraysAreRead() {
    let fixed = matrix.copy().frozen()
    #expect(Array(fixed.take([1, 0], axis: 1).reader) == [1, 0, 5, 4, 9, 8])
    #expect(Array(fixed[at: [2], [3]].reader) == [11])
    #expect(Array(matrix[at: NDArray([1, 0]).frozen()]) == [4, 5, 6, 7, 0, 1, 2, 3])
  }
}

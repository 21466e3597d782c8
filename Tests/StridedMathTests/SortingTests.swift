// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMath
import StridedMemory
import Testing

@Suite struct SortingTests {
  /// Numbers with many equal ones, from a printed seed.
  static func numbers(_ count: Int, _ range: Range<Int>, _ seed: UInt64) -> [Int] {
    RecordedCase.bits(seed, count).map { range.lowerBound + Int($0 % UInt64(range.count)) }
  }

  @Test(arguments: [0, 1, 2, 15, 16, 17, 100, 255, 256, 1000, 5000], DType.numbers)
  func longRowsSortAsSwiftSorts(_ count: Int, _ dtype: DType) throws {
    let range = dtype.kind == .bool ? 0..<2 : dtype.isUnsigned ? 0..<120 : -60..<60
    let values = Self.numbers(count, range, UInt64(count))
    let array = try NDArray(values).erased.cast(to: dtype)
    let sorted = try array.sorted().cast(to: .int)
    #expect(Array(try NDArray<Int>(sorted)) == values.sorted())
    let order = Array(try NDArray<Int>(array.argsort()))
    #expect(order == values.indices.sorted { (values[$0], $0) < (values[$1], $1) })
  }

  @Test(arguments: [20, 300, 3000])
  func partitionsPutTheirPlacesRight(_ count: Int) throws {
    let values = Self.numbers(count, -40..<40, 7)
    let places = [0, count / 3, count / 2, count - 1]
    let parts = Array(NDArray(values).partitioned(at: places))
    let sorted = values.sorted()
    #expect(parts.sorted() == sorted)
    for place in places {
      #expect(parts[place] == sorted[place])
      #expect(parts[..<place].allSatisfy { $0 <= parts[place] })
      #expect(parts[place...].allSatisfy { $0 >= parts[place] })
    }
  }

  @Test(arguments: DType.numbers)
  func positionsOfPartsPointAtThem(_ dtype: DType) throws {
    let values = Self.numbers(700, dtype.kind == .bool ? 0..<2 : 0..<90, 8)
    let array = try NDArray(values).erased.cast(to: dtype)
    let places = [3, 350, 699]
    let positions = Array(try NDArray<Int>(array.argpartition(at: places)))
    #expect(positions.sorted() == Array(0..<700))
    let parts = positions.map { values[$0] }
    let parted = Array(try NDArray<Int>(array.partitioned(at: places).cast(to: .int)))
    for place in places {
      for row in [parts, parted] {
        #expect(row[place] == values.sorted()[place])
        #expect(row[..<place].allSatisfy { $0 <= row[place] })
        #expect(row[place...].allSatisfy { $0 >= row[place] })
      }
    }
  }

  /// Rows that mislead a choice of pivots, and keys that need all their bits.
  @Test func rowsOfAllPatternsSort() throws {
    for n in [33, 64, 65, 1000, 4096, 20_000] {
      let pipe = (0..<n).map { Swift.min($0, n - $0) }
      let saw = (0..<n).map { $0 % 7 }
      let wide = RecordedCase.bits(5, n).map { Int(bitPattern: UInt($0)) }
      let near = wide.map { ($0 & 3) - 2 &+ Int.max / 2 }
      let ends = wide.map { $0 & 1 == 0 ? Int.min : Int.max }
      let same = [Int](repeating: Int.max, count: n)
      for values in [pipe, saw, wide, near, ends, same, pipe.reversed(), wide.sorted()] {
        let sorted = values.sorted()
        #expect(Array(NDArray(values).sorted()) == sorted)
        #expect(
          Array(NDArray(values).argsort())
            == values.indices.sorted {
              (values[$0], $0) < (values[$1], $1)
            })
        #expect(Array(NDArray(values).partitioned(at: [n / 3]))[n / 3] == sorted[n / 3])
        let floats = values.map { Double($0) }
        #expect(Array(NDArray(floats).sorted()) == floats.sorted())
        let words = values.map { Int32(truncatingIfNeeded: $0) }
        #expect(Array(NDArray(words).sorted()) == words.sorted())
      }
    }
  }

  @Test func sortsInPlaceThroughViews() {
    let matrix = NDArray([5, 1, 4, 2, 8, 6, 3, 7, 9, 0]).reshaped(2, 5)
    matrix.flipped(axis: 1).sort()
    #expect(Array(matrix) == [8, 5, 4, 2, 1, 9, 7, 6, 3, 0])
    matrix.sort(axis: 0)
    #expect(Array(matrix) == [8, 5, 4, 2, 0, 9, 7, 6, 3, 1])
    let row = NDArray([3, 1, 2, 9, 9, 9])
    row[..<3].sorted(into: row[1..<4])
    #expect(Array(row) == [3, 1, 2, 3, 9, 9])
  }

  @Test func searchesOnBothSides() throws {
    let row = NDArray([1.0, 2, 2, 5, .nan])
    let values = NDArray([0.0, 2, 3, .infinity, .nan])
    #expect(Array(row.searchSorted(values)) == [0, 1, 3, 4, 4])
    #expect(Array(row.searchSorted(values, side: .right)) == [0, 3, 3, 4, 5])
    #expect(throws: ArrayError.self) {
      try NDArray([1, 2]).reshaped(1, 2).erased.searchSorted(NDArray([1]).erased)
    }
  }

  @Test func uniqueElementsLeadBack() throws {
    let values = Self.numbers(200, 0..<20, 3)
    let array = NDArray(values).reshaped(10, 20)
    let all = try array.erased.uniqueElements()
    #expect(Array(try NDArray<Int>(all.values)) == Set(values).sorted())
    #expect(all.inverse.shape == [10, 20])
    #expect(Array(try NDArray<Int>(all.values.take(all.inverse))) == values)
    let first = Array(try NDArray<Int>(all.indices))
    #expect(first == Set(values).sorted().map { values.firstIndex(of: $0) ?? -1 })
    #expect(try NDArray<Int>(all.counts).sum() == 200)
  }

  @Test func nansAreApartWhereAsked() throws {
    let row = NDArray([Double.nan, 1, .nan, 1]).erased
    #expect(try row.unique().count == 2)
    #expect(try row.unique(joiningNaNs: false).count == 3)
    #expect(try Array(NDArray<Int>(row.uniqueElements().counts)) == [2, 2])
    #expect(try row.symmetricDifference(NDArray([Double.nan, 2]).erased).count == 4)
    #expect(try Array(NDArray<Bool>(row.isIn(row, inverted: true))) == [true, false, true, false])
  }

  @Test func setsAreThoseOfNumPy() throws {
    let (a, b) = (NDArray([3, 1, 2, 3, 7]).erased, NDArray([2, 3, 9]).erased)
    func list(_ array: AnyNDArray) throws -> [Int] { Array(try NDArray<Int>(array)) }
    #expect(try list(a.union(b)) == [1, 2, 3, 7, 9])
    #expect(try list(a.intersection(b)) == [2, 3])
    #expect(try list(a.subtracting(b)) == [1, 7])
    #expect(try list(a.symmetricDifference(b)) == [1, 7, 9])
    #expect(Array(try NDArray<Bool>(a.isIn(b))) == [true, false, true, true, false])
    #expect(try a.isIn(NDArray([Int]()).erased).any().item(as: Bool.self) == false)
  }

  @Test func lexsortSortsByTheLastKeyFirst() throws {
    let (minor, major) = (NDArray([3, 1, 2, 0]).erased, NDArray([1, 1, 0, 0]).erased)
    let order = try AnyNDArray.lexsort([minor, major])
    #expect(Array(try NDArray<Int>(order)) == [3, 2, 1, 0])
  }

  @Test func refusesWhatHasNoOrder() {
    let array = NDArray([1, 2, 3]).erased
    #expect(throws: ArrayError.self) { try array.partitioned(at: [3]) }
    #expect(throws: ArrayError.self) { try array.sorted(axis: 1) }
    #expect(throws: ArrayError.self) { try array.sorted(into: NDArray([1.0, 2, 3]).erased) }
    #expect(throws: ArrayError.self) { try array.quantile(1.5) }
  }
}

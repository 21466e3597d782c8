// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

@Suite struct AssemblingGridTests {
  @Test func gridsRepeatCoordinates() throws {
    let (x, y, z) = (NDArray([1, 2, 3]), NDArray([10, 20]), NDArray([7, 8]))
    let grid = NDArray.meshgrid([x, y])
    #expect(grid.map(\.shape) == [[2, 3], [2, 3]])
    #expect(Array(grid[0]) == [1, 2, 3, 1, 2, 3] && Array(grid[1]) == [10, 10, 10, 20, 20, 20])
    #expect(grid.allSatisfy { $0.ownsMemory && $0.isContiguous() })
    let rows = NDArray.meshgrid([x, y], indexing: .ij)
    #expect(Array(rows[0]) == [1, 1, 2, 2, 3, 3] && rows[1].shape == [3, 2])
    let sparse = NDArray.meshgrid([x, y, z], isSparse: true)
    #expect(sparse.map(\.shape) == [[1, 3, 1], [2, 1, 1], [1, 1, 2]])
    let views = NDArray.meshgrid([x, y, z], copying: .never)
    #expect(views.map(\.shape) == [[2, 3, 2], [2, 3, 2], [2, 3, 2]])
    #expect(views[0].sharesMemory(with: x) && !views[0].isWritable)
    #expect(views[1].strides == [8, 0, 0])
    #expect(NDArray<Int>.meshgrid([]).isEmpty)
  }

  @Test func arraysBroadcastTogether() throws {
    let (a, b) = (NDArray(0..<3, shape: [3, 1]), NDArray(0..<2))
    let views = NDArray.broadcastTogether([a, b, NDArray(scalar: 5)])
    #expect(views.map(\.shape) == [[3, 2], [3, 2], [3, 2]])
    #expect(views.map(\.strides) == [[8, 0], [0, 8], [0, 0]])
    #expect(views.allSatisfy { !$0.isWritable })
    #expect(throws: ArrayError.self) {
      try AnyNDArray.broadcastTogether([a.erased, NDArray(0..<4, shape: [2, 2]).erased])
    }
  }

  @Test func indicesCountAlongEachAxis() throws {
    let indices = NDArray<Int>.indices([2, 3])
    #expect(indices.shape == [2, 2, 3])
    #expect(Array(indices) == [0, 0, 0, 1, 1, 1, 0, 1, 2, 0, 1, 2])
    #expect(try AnyNDArray.indices([], .int8).shape == [0])
    #expect(NDArray<Double>.sparseIndices([2, 3]).map(\.shape) == [[2, 1], [1, 3]])
    #expect(throws: ArrayError.self) { try AnyNDArray.indices([2, -1]) }
  }

  @Test func closuresMakeElements() throws {
    let table = NDArray<Int>.fromFunction([2, 3]) { $0[0] * 10 + $0[1] }
    #expect(Array(table) == [0, 1, 2, 10, 11, 12])
    #expect(NDArray<Int>.fromFunction([]) { $0.count }[element: []] == 0)
    #expect(NDArray<Int>.fromFunction([2, 0]) { _ in 1 }.shape == [2, 0])
    let halves = table.transposed()[.every(-1)].mapElements { Double($0) / 2 }
    #expect(Array(halves) == [1, 6, 0.5, 5.5, 0, 5])
    #expect(halves.strides == [8, 24])
    var seen: [Int] = []
    _ = table.transposed().mapElements {
      seen.append($0); return $0
    }
    #expect(seen == [0, 10, 1, 11, 2, 12])
    let sums = table.zipElements(with: NDArray([0.5, 1.5]).reshaped(2, 1)) { Double($0) + $1 }
    #expect(Array(sums) == [0.5, 1.5, 2.5, 11.5, 12.5, 13.5])
    table[..., 1].transformElements { -$0 }
    #expect(Array(table) == [0, -1, 2, 10, -11, 12])
    #expect(throws: ArrayError.self) {
      try table.mapElements { (x) throws(ArrayError) -> Int in
        throw ArrayError(.value, "no \(x)")
      }
    }
  }

  @Test func trianglesAndDiagonals() throws {
    #expect(Array(NDArray<Int>.triangle(2, 3)) == [1, 0, 0, 1, 1, 0])
    #expect(Array(NDArray<Int>.triangle(2, 3, diagonal: 1)) == [1, 1, 0, 1, 1, 1])
    #expect(try AnyNDArray.triangle(3, diagonal: .max).item(at: 8) == 1)
    #expect(try AnyNDArray.triangle(3, diagonal: .min).item(at: 8) == 0)
    let m = NDArray(1..<10, shape: [3, 3])
    m.upperTriangle(into: m)
    #expect(Array(m) == [1, 2, 3, 0, 5, 6, 0, 0, 9])
    // The values lie in the matrix, and are overwritten on the way.
    m.fillDiagonal(m[0])
    #expect(Array(m) == [1, 2, 3, 0, 2, 6, 0, 0, 3])
    m.roll(by: 1, axis: 1)
    #expect(Array(m) == [3, 1, 2, 6, 0, 2, 3, 0, 0])
    m.flip(axes: [0])
    #expect(Array(m) == [3, 0, 0, 6, 0, 2, 3, 1, 2])
  }
}

extension AnyNDArray {
  fileprivate func item(at position: Int) throws -> Double {
    try raveled()[position].item(as: Double.self)
  }
}

// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct SharingTests {
  @Test func viewsShareAndCopiesDoNot() {
    let album = NDArray([10, 20, 30, 40, 50])
    let window = album[1..<4]
    let copy = album.copy()
    window[0] = 999
    #expect(album.description == "[ 10 999  30  40  50]")
    #expect(copy.description == "[10 20 30 40 50]")
    #expect(window.isView(of: album) && !copy.isView(of: album) && !album.isView(of: album))
    #expect(window.base?.layout == album.layout && album.base == nil && copy.base == nil)
    #expect(album.ownsMemory && copy.ownsMemory && !window.ownsMemory)
    #expect(window.sharesMemory(with: album) && !copy.sharesMemory(with: album))
    #expect(window.address - album.address == 8)
  }

  @Test func subscriptsOfEveryArity() {
    let a = NDArray(0..<120, shape: [2, 3, 4, 5])
    #expect(a[1, ...].shape == [3, 4, 5])
    #expect(a[..., 1].shape == [2, 3, 4])
    #expect(a[...].shape == [2, 3, 4, 5])
    #expect(a[.all, 1..., .every(2), ..<(-1)].shape == [2, 2, 2, 4])
    #expect(a[0, ..., (-2)...].shape == [3, 4, 2])
    #expect(a[.newAxis, 0...0, ...].shape == [1, 1, 3, 4, 5])
    #expect(a[1, 2, 3, 4] == 119)
    #expect(a[.all, .all, .all, .all, .newAxis].shape == [2, 3, 4, 5, 1])
    #expect(a[[.index(1), .ellipsis, .index(0)]].shape == [3, 4])
  }

  @Test func writesGoThroughALet() {
    let m = NDArray(0..<12, shape: [3, 4])
    m[1, ...] = NDArray(scalar: 7)
    m[..., 0] += 1
    m[1...] += m[..<2]
    #expect(Array(m) == [1, 1, 2, 3, 9, 8, 9, 10, 17, 16, 17, 18])
  }

  @Test func readOnlyIsAGuarantee() throws {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 32, alignment: 8)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    defer { bytes.deallocate() }
    let array = try AnyNDArray.borrowing(
      bytes, layout: .dense(shape: [4], itemSize: 8), dtype: .int64, isWritable: false, release: {})
    let views = [
      array, try array.view(at: [.slice(Slice(1, nil, 1))]),
      try array.reshaped([2, 2]), array.transposed(), try array.view(as: .float64),
      try AnyNDArray(storage: array.storage, layout: array.layout, dtype: .int64, isWritable: true),
    ]
    for view in views {
      #expect(!view.isWritable)
      #expect(throws: ArrayError.self) { try view.assign(from: NDArray([1]).erased) }
    }
    #expect(bytes.allSatisfy { $0 == 0 })
    #expect(array.base == nil && !array.ownsMemory)
  }

  @Test func broadcastAndDiagonalAreReadOnlyViews() {
    let a = NDArray(0..<9, shape: [3, 3])
    #expect(!a.diagonal().isWritable && a.diagonal().sharesMemory(with: a))
    #expect(!a.broadcast(to: [2, 3, 3]).isWritable)
    #expect(!a.slidingWindows(shape: [2, 2]).isWritable)
  }

  @Test func storagesAreReleasedOnceAndOutlivedByNoView() throws {
    let counter = ReleaseCounter()
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 8)
    defer { bytes.deallocate() }
    for (i, byte) in bytes.indices.enumerated() { bytes[byte] = UInt8(i) }
    var view: AnyNDArray?
    do {
      let array = try AnyNDArray.borrowing(
        bytes, layout: .dense(shape: [8], itemSize: 8), dtype: .int64, isWritable: true,
        release: { counter.add() })
      view = try array.view(at: [.slice(Slice(nil, nil, -2))])
    }
    #expect(counter.value == 0)
    #expect(try view?.view(at: [.index(0)]).item(as: Int64.self) == 0x3F3E_3D3C_3B3A_3938)
    view = nil
    #expect(counter.value == 1)
  }

  @Test func aViewThatWouldLeaveTheStorageIsRefused() {
    let a = NDArray(0..<12, shape: [3, 4])
    #expect(throws: ArrayError.self) { try a.erased.strided(shape: [13], strides: [8]) }
    #expect(throws: ArrayError.self) { try a.erased.strided(shape: [2], strides: [-8]) }
    #expect(throws: ArrayError.self) {
      try AnyNDArray(
        storage: a.storage, layout: Layout(shape: [2], strides: [Int.max], offset: 0), dtype: .int64
      )
    }
    #expect(
      a.strided(shape: [2, 2], strides: [16, 8], offset: 8).description == "[[1 2]\n [3 4]]")
  }

  @Test func userStructsAreElements() {
    struct Point: Storable, Equatable {
      var x: Double
      var y: Float
    }
    let points = NDArray([Point(x: 1, y: 2), Point(x: 3, y: 4), Point(x: 5, y: 6)])
    points[1...][0] = Point(x: 7, y: 8)
    #expect(points.itemSize == MemoryLayout<Point>.stride)
    #expect(Array(points.copy()) == [Point(x: 1, y: 2), Point(x: 7, y: 8), Point(x: 5, y: 6)])
  }

  @Test func iterationGivesRows() {
    let m = NDArray(0..<6, shape: [2, 3])
    for row in m { row[0] = -1 }
    #expect(m.map(\.shape) == [[3], [3]])
    #expect(Array(m.transposed().elements) == [-1, -1, 1, 4, 2, 5])
  }

  @Test func arraysOfAnyTypeIterateAndTakeManyTerms() throws {
    let a = NDArray(0..<24, shape: [2, 3, 4, 1]).erased
    #expect(a.map(\.shape) == [[3, 4, 1], [3, 4, 1]])
    #expect(Array(NDArray(scalar: 1).erased).isEmpty)
    #expect(try a[1, 1..., 0, .all, .newAxis].shape == [2, 1, 1])
    #expect(throws: ArrayError.self) { try a[0, 0, 0, 0, 0] }
  }

  @Test func recipes() {
    let a = NDArray(0..<24, shape: [4, 6])
    #expect(a[1..<3].recipe?.numpy == "[1:3]")
    #expect(a[.all, .every(2)].recipe?.description == "[.all, .every(2)]")
    #expect(a.recipe == nil)
    #expect(a.transposed().recipe == nil)
  }

  @Test func complexNumbersPrintAndDivide() {
    let z = NDArray([Complex<Double>(1, 2), Complex<Double>(3, -4)])
    #expect(z.description == "[1.+2.j 3.-4.j]")
    #expect(((z * z) / z).description == z.description)
    z.imaginary()[0] = 9
    #expect(z[0] == Complex(1, 9) && Array(z.real()) == [1, 3])
  }

  @Test func integersDivideToDouble() {
    let quotient: NDArray<Double> = NDArray([1, 2, 3]) / 2
    #expect(Array(quotient) == [0.5, 1, 1.5])
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = NDArray([1, 2, 3])[3] }
    await #expect(processExitsWith: .failure) { _ = NDArray([1, 2, 3])[0, 0] }
    await #expect(processExitsWith: .failure) { _ = NDArray([1, 2, 3]) + NDArray([1, 2]) }
    await #expect(processExitsWith: .failure) { _ = NDArray([1, 2, 3]).reshaped(2, 2) }
    await #expect(processExitsWith: .failure) { NDArray([1]).broadcast(to: [3])[0] = 1 }
    await #expect(processExitsWith: .failure) { _ = NDArray([1, 2, 3]).flipped(axis: 1) }
  }
}

@Suite struct MakingTests {
  @Test func nestedLiterals() {
    let m: NDArray<Double> = [[1, 2.5], [3, 4]]
    #expect(m.shape == [2, 2] && Array(m) == [1, 2.5, 3, 4])
    let deep: NDArray<Int> = [[[[1], [2]]]]
    #expect(deep.shape == [1, 1, 2, 1])
    let none: NDArray<Bool> = []
    #expect(none.shape == [0])
  }

  @Test func makers() throws {
    #expect(Array(NDArray<Int>.arange(2, 11, by: 3)) == [2, 5, 8])
    #expect(Array(NDArray<Float>.arange(3)) == [0, 1, 2])
    #expect(Array(NDArray<Double>.linspace(0, 1, count: 5)) == [0, 0.25, 0.5, 0.75, 1])
    #expect(Array(NDArray<Int>.eye(2, 3, diagonal: 1)) == [0, 1, 0, 0, 0, 1])
    #expect(Array(NDArray<Int>.eye(2, 2, diagonal: 9)) == [0, 0, 0, 0])
    #expect(NDArray<UInt8>.zeros([0, 3]).count == 0)
    #expect(NDArray<Int8>.ones([2, 2], order: .columnMajor).flags.isColumnMajorOnly)
    #expect(try AnyNDArray.full([2], 1.5, .complex64).description == "[1.5+0.j 1.5+0.j]")
    let huge = [1 << 40, 1 << 40]
    #expect(throws: ArrayError.self) { try AnyNDArray.zeros(huge, .float64) }
    #expect(throws: ArrayError.self) { try AnyNDArray.zeros([-1], .float64) }
  }

  @Test func borrowedItems() throws {
    let counter = ReleaseCounter()
    let items = UnsafeMutableBufferPointer<Float>.allocate(capacity: 6)
    items.initialize(repeating: 1)
    defer { items.deallocate() }
    do {
      let a = try NDArray.borrowing(items, shape: [2, 3], release: { counter.add() })
      a[1, ...] *= 3
      #expect(a.base == nil && !a.ownsMemory && counter.value == 0)
    }
    #expect(Array(items) == [1, 1, 1, 3, 3, 3] && counter.value == 1)
    #expect(throws: ArrayError.self) {
      try NDArray.borrowing(items, shape: [7], release: {})
    }
  }
}

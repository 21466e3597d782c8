// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

/// Every claim of the lesson, chapter by chapter, apart from what its code blocks print.
@Suite struct LessonTests {
  private let album = NDArray([10, 20, 30, 40, 50])
  private let photos = NDArray([1, 2, 3, 4, 5, 6])

  // MARK: Chapter 1, views

  @Test func aWindowShowsTheAlbumAndChangesIt() {
    let window = album[1..<4]
    #expect(window.description == "[20 30 40]")
    window[0] = 999
    #expect(album.description == "[ 10 999  30  40  50]")
  }

  @Test func changesShowOnBothSides() {
    let (window, twin) = (album[1..<4], album[2...])
    album[3] = -1
    #expect(window[2] == -1 && twin[1] == -1)
    twin[0] = -2
    #expect(album[2] == -2 && window[1] == -2)
  }

  /// No time: the same work, which allocates nothing, whatever the size.
  @Test(arguments: [10, 1000, 1_000_000]) func aViewCostsNoMemory(count: Int) {
    let array = NDArray<UInt8>.zeros([count])
    let ledger = withLedger { _ = array[1...].flipped() }.ledger
    #expect(ledger.entries.isEmpty)
    #expect(array[1...].storage === array.storage)
  }

  // MARK: Chapter 2, copies

  @Test func aPhotocopyIsApart() {
    let photocopy = album.copy()
    photocopy[0] = 999
    #expect(album.description == "[10 20 30 40 50]")
    #expect(photocopy.description == "[999  20  30  40  50]")
    album[4] = 0
    #expect(photocopy[4] == 50)
    #expect(photocopy.ownsMemory && photocopy.base == nil)
  }

  @Test func functionsSeeTheArrayItself() {
    func brighten(_ photos: NDArray<Int>) { photos += 1 }
    brighten(album.copy())
    #expect(album[0] == 10)
    brighten(album)
    #expect(album[0] == 11)
  }

  @Test func aSmallViewKeepsTheWholeArray() {
    #expect(album[..<2].storage.byteCount == 40)
    #expect(album[..<2].copy().storage.byteCount == 16)
  }

  // MARK: Chapter 3, view or copy

  @Test func theDecisionChart() throws {
    let grid = photos.reshaped(2, 3)
    let views = [
      photos[1..<4], photos[.every(2)], grid, grid.transposed(), grid.flipped(), photos.raveled(),
    ]
    for view in views { #expect(view.sharesMemory(with: photos)) }
    let copies = [
      photos[at: [0, 2, 4]], photos[where: photos .> 3], photos.copy(), photos.cast(to: Int.self),
      photos + photos, grid.transposed().reshaped(6), grid.transposed().raveled(),
    ]
    for copy in copies { #expect(!copy.sharesMemory(with: photos) && copy.base == nil) }
    #expect(copies[0].description == "[1 3 5]" && copies[1].description == "[4 5 6]")
  }

  @Test func usuallyAViewIsNeverASurprise() throws {
    let turned = photos.reshaped(2, 3).transposed()
    #expect(try turned.copyReason(reshapingTo: [3, 2]) == nil)
    #expect(try turned.copyReason(reshapingTo: [6]) != nil)
    #expect(throws: ArrayError.self) { try turned.reshaped(6, copying: .never) }
    #expect(try photos.reshaped(3, 2, copying: .never).sharesMemory(with: photos))
  }

  @Test func labelsWriteThrough() {
    photos[at: [0, 2]] = 9
    photos[where: photos .> 4] = 0
    #expect(photos.description == "[0 2 0 4 0 0]")
  }

  // MARK: Chapter 4, checking

  @Test func theThreeChecksAgree() {
    let (view, copy) = (album[1..<4], album.copy())
    #expect(view.isView(of: album) && !copy.isView(of: album))
    #expect(view.base?.address == album.address)
    #expect(album.sharesMemory(with: view) && !album.sharesMemory(with: copy))
    #expect(view.address - album.address == 8)
    #expect(view.byteBounds.overlaps(album.byteBounds))
  }

  @Test func interleavedSlicesShareNothing() {
    let (even, odd) = (photos[.every(2)], photos[.slice(1, nil, 2)])
    #expect(even.mayShareMemory(with: odd) && !even.sharesMemory(with: odd))
    #expect(even.overlap(with: odd) == nil && even.overlap(with: photos) != nil)
  }

  // MARK: Chapter 5, order

  @Test func theBeadsOnTheString() {
    let rows = NDArray([[1, 2, 3], [4, 5, 6]])
    let columns = NDArray([[1, 2, 3], [4, 5, 6]], order: .columnMajor)
    #expect(rows.withUnsafeBufferPointer { Array($0) } == [1, 2, 3, 4, 5, 6])
    #expect(
      columns.withUnsafeBufferPointer(order: .columnMajor) { Array($0) } == [1, 4, 2, 5, 3, 6])
    #expect(rows.isEqual(to: columns))
    let flags = NDArray([[1, 2], [3, 4]]).flags
    #expect(flags.isRowMajor && !flags.isColumnMajor)
    #expect(columns.flags.isColumnMajor && !columns.flags.isRowMajor)
  }

  // MARK: Chapter 6, strides

  @Test func stridesAreBytesToTheNext() {
    #expect(NDArray<Int64>([10, 20, 30, 40]).strides == [8])
    let matrix = NDArray<Int64>([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.strides == [24, 8])
    for i in 0..<2 {
      for j in 0..<3 {
        #expect(matrix[i..., j...].address - matrix.address == 24 * i + 8 * j)
      }
    }
    let everySecond = photos[.every(2)]
    #expect(everySecond.description == "[1 3 5]" && everySecond.strides == [16])
    #expect(everySecond.sharesMemory(with: photos))
  }

  // MARK: The tips

  @Test func matchingOrdersGiveTheirOrder() {
    let columns = NDArray([[1, 2, 3], [4, 5, 6]], order: .columnMajor)
    let (sum, ledger) = withLedger { columns + columns * 2 }
    #expect(sum.isContiguous(.columnMajor) && ledger.copyCount == 0)
  }

  @Test func frozenArraysAreSafeToShare() {
    let frozen = album.copy().frozen()
    #expect(!frozen.isWritable && !frozen[1...].isWritable && !frozen.reader.isWritable)
  }
}

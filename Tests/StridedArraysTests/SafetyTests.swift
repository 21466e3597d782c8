// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct SafetyTests {
  @Test func rowsThatInterleaveAcrossBlocks() throws {
    // Rows of 5000 elements: the blocks of the loops end between them.
    for (target, source, start) in [(9999, 9997, 1), (9997, 9999, 0), (10_001, 9_999, 3)] {
      let bytes = NDArray<UInt8>(
        (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 7) })
      func view(_ array: NDArray<UInt8>, _ stride: Int, _ offset: Int) -> NDArray<UInt8> {
        array.strided(shape: [3, 5000], strides: [stride, 2], offset: offset)
      }
      for adds in [false, true] {
        let (live, right) = (bytes.copy(), bytes.copy())
        let saved = view(right, source, start).copy()
        if adds {
          view(live, target, 0) += view(live, source, start)
          let sum = view(right, target, 0).copy() + saved
          view(right, target, 0)[...] = sum
        } else {
          view(live, target, 0)[...] = view(live, source, start)
          view(right, target, 0)[...] = saved
        }
        #expect(Array(live) == Array(right), "\(target) \(source) \(adds)")
      }
    }
  }

  @Test func foreignBytesBecomeNoStruct() throws {
    struct Flagged: Storable, Equatable {
      var number: UInt8
      var flag: Bool
    }
    let flagged = NDArray([Flagged(number: 1, flag: true)])
    let bytes = NDArray<UInt8>([77, 77]).erased
    let record = try bytes.view(as: .record(size: 2, alignment: 1))
    #expect(throws: ArrayError.self) { try flagged.erased.assign(from: record) }
    #expect(throws: ArrayError.self) { try bytes.view(as: Flagged.dtype) }
    #expect(throws: ArrayError.self) { try AnyNDArray.empty(like: flagged.erased) }
    #expect(throws: ArrayError.self) {
      try AnyNDArray(storage: bytes.storage, layout: record.layout, dtype: Flagged.dtype)
    }
    #expect(try !flagged.erased.view(as: .uint8).isWritable)
    #expect(flagged[0] == Flagged(number: 1, flag: true))
  }

  @Test func rootsThatDoNotFitAreRefused() throws {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 8, alignment: 8)
    defer { bytes.deallocate() }
    guard let address = bytes.baseAddress else { return }
    let storage = Storage(
      borrowing: address, byteCount: 8, isWritable: true,
      layout: try .dense(shape: [1 << 30], itemSize: 8), dtype: .int64, release: {})
    #expect(throws: ArrayError.self) { try AnyNDArray(storage) }
    #expect(throws: ArrayError.self) {
      try AnyNDArray(storage: storage, layout: .dense(shape: [1], itemSize: 8), dtype: .int64)
    }
  }

  @Test func emptyBuffersAndFailuresOfBorrowing() throws {
    let counter = ReleaseCounter()
    let none = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    do {
      let empty = try AnyNDArray.borrowing(
        none, layout: .dense(shape: [0, 3], itemSize: 4), dtype: .float32, isWritable: true,
        release: { counter.add() })
      #expect(empty.count == 0)
    }
    #expect(counter.value == 1)
    #expect(throws: ArrayError.self) {
      try AnyNDArray.borrowing(
        none, layout: .dense(shape: [3], itemSize: 4), dtype: .float32, isWritable: true,
        release: { counter.add() })
    }
    #expect(counter.value == 1)
  }

  @Test func imaginaryPartsOfRealNumbersStayReadOnly() throws {
    let zeros = try NDArray([1.0, 2]).erased.imaginary()
    let view = try zeros.view(at: [.slice(Slice(1, nil, 1))])
    #expect(!zeros.isWritable && view.base?.isWritable == false)
  }

  @Test func hugeBroadcastsCountWithoutWrapping() {
    let huge = NDArray(scalar: 1).broadcast(to: [1 << 62])
    #expect(huge.byteCount == .max && huge.count == 1 << 62)
  }

  @Test func arangeCountsAsNumPy() {
    #expect(NDArray<Double>.arange(1, 1.3, by: 0.1).count == 4)
    #expect(NDArray<Double>.arange(1, 2, by: 0.1)[3] == 1.3000000000000003)
    #expect(NDArray<Int>.arange(5, 0, by: -2).description == "[5 3 1]")
  }

  @Test func resultsHaveFreshStridesOnAxesOfLengthOne() {
    let m = NDArray(0..<20, shape: [5, 4])
    #expect((m[.every(5)] + m[.every(5)]).strides == [32, 8])
  }
}

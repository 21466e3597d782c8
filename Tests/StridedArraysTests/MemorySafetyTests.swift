// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

/// The seven ways to break memory safety from NumPy 2.4.6: each throws here, or can't be written.
@Suite struct MemorySafetyTests {
  /// A writable array over memory that counts its release.
  private func borrowed(
    _ count: Int, isWritable: Bool = true, _ counter: ReleaseCounter = ReleaseCounter()
  ) throws -> AnyNDArray {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 8 * count, alignment: 8)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    let address = UInt(bitPattern: bytes.baseAddress)
    return try AnyNDArray.borrowing(
      bytes, layout: .dense(shape: [count], itemSize: 8), dtype: .int64, isWritable: isWritable,
      release: {
        UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
        counter.add()
      })
  }

  /// `setflags(uic=False)` frees the owner under a view. No operation here takes a view's owner away.
  @Test func aViewKeepsItsOwner() throws {
    let counter = ReleaseCounter()
    do {
      var view: AnyNDArray?
      do {
        let owner = try borrowed(10, counter)
        view = try owner[2..<5].flipped()
      }
      #expect(counter.value == 0)
      try view?.fill(7)
      #expect(view?.base?.description == "[0 0 7 7 7 0 0 0 0 0]")
    }
    #expect(counter.value == 1)
  }

  /// Setting `strides` counts from the wrong end of a foreign buffer. Here strides are an argument,
  /// and are checked against the storage.
  @Test func stridesStayInAForeignBuffer() throws {
    let tail = try borrowed(10)[5...]
    #expect(throws: ArrayError.self) { try tail.strided(shape: [5], strides: [16]) }
    #expect(try tail.strided(shape: [3], strides: [16]).shape == [3])
    #expect(throws: ArrayError.self) { try tail.strided(shape: [2], strides: [-48]) }
    #expect(throws: ArrayError.self) {
      try AnyNDArray(
        storage: tail.storage,
        layout: Layout(axes: AxisList([Axis(length: 5, stride: 16)]), offset: 40),
        dtype: .int64)
    }
  }

  /// `resize(refcheck=False)` moves memory away under a view. Resizing makes a new array here.
  @Test func resizingLeavesViewsAlone() {
    let a = NDArray(0..<4)
    let view = a[1...]
    let large = a.resized([1000])
    #expect(!large.sharesMemory(with: a) && large[999] == 3)
    #expect(Array(view) == [1, 2, 3])
  }

  /// `resize` of a read-only array grows it by memory of any content.
  @Test func resizingNeverShowsWhatWasNotWritten() throws {
    let fixed = try borrowed(4, isWritable: false)
    #expect(throws: ArrayError.self) { try NDArray(0..<4).erased.resized([4], into: fixed) }
    #expect(try fixed.resized([2, 4]).description == "[[0 0 0 0]\n [0 0 0 0]]")
    #expect(Array(NDArray<Int>([]).resized([3])) == [0, 0, 0])
  }

  /// `as_strided` checks nothing.
  @Test func anyStridesAreChecked() {
    let a = NDArray(0..<6).erased
    for (shape, strides, offset) in [
      ([7], [8], 0), ([2], [48], 0), ([2], [-8], 0), ([1], [8], -8), ([1], [8], 48),
      ([Int.max], [8], 0), ([2, 2], [Int.max, Int.max], 0), ([3], [Int.min], 0),
      ([2], [8], Int.max),
    ] {
      #expect(throws: ArrayError.self, "\(shape) \(strides) \(offset)") {
        try a.strided(shape: shape, strides: strides, offset: offset)
      }
    }
  }

  /// A large step times a stride wraps to a wild pointer.
  @Test func hugeStepsStayInside() throws {
    let m = try NDArray(0..<12).reshaped(3, 4).erased.strided(shape: [2, 3], strides: [32, 8])
    for step in [Int.max, Int.max / 8 + 1, Int.min, Int.min + 1, 1 << 61] {
      let slice = try m.view(at: [.slice(Slice(nil, nil, step))])
      #expect(slice.shape[0] == 1)
      #expect(slice.byteBounds.lowerBound >= 0 && slice.byteBounds.upperBound <= 96, "\(step)")
      let twice = try slice.view(at: [.slice(Slice(nil, nil, step)), .slice(Slice(nil, nil, step))])
      #expect(twice.byteBounds.lowerBound >= 0 && twice.byteBounds.upperBound <= 96, "\(step)")
    }
    for index in [Int.max, Int.min, -3, 2] {
      #expect(throws: ArrayError.self) { try m.view(at: [.index(index)]) }
    }
  }

  /// A view of a writable owner can set itself writable again. Here read-only memory, and a view that
  /// may not write, stay so in all views made of them.
  @Test func readOnlyIsAGuarantee() throws {
    let fixed = try borrowed(4, isWritable: false)
    let repeated = try borrowed(4).broadcast(to: [2, 4])
    for array in [fixed, repeated] {
      let views = [
        array, try array.flipped(), try array.view(as: .uint8), array.transposed(),
        try array.strided(shape: [2], strides: [8]), try array.view(at: [.ellipsis]),
      ]
      for view in views {
        #expect(!view.isWritable)
        #expect(throws: ArrayError.self) { try view.fill(1) }
        #expect(throws: ArrayError.self) { try view.put(view, at: [0]) }
      }
    }
    let handle = try AnyNDArray(
      storage: fixed.storage, layout: fixed.layout, dtype: .int64, isWritable: true)
    #expect(!handle.isWritable)
    #expect(try fixed.flipped().base?.isWritable == false)
  }
}

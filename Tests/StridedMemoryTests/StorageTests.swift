// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct StorageTests {
  private static func layout(_ count: Int) throws -> Layout {
    try .dense(shape: [count], itemSize: 1)
  }

  @Test(arguments: [0, 1, 63, 64, 4096, 1 << 20, (1 << 20) + 1, 5 << 20])
  func ownedMemoryIsAlignedAndZeroed(byteCount: Int) throws {
    let storage = try Storage.allocate(
      byteCount: byteCount, zeroed: true, layout: Self.layout(byteCount), dtype: .uint8)
    #expect(Int(bitPattern: storage.address) % Storage.alignment == 0)
    #expect(storage.isWritable && storage.kind == .owned)
    let bytes = UnsafeRawBufferPointer(start: storage.address, count: byteCount)
    #expect(bytes.allSatisfy { $0 == 0 })
  }

  @Test func refusedMemoryIsAnError() throws {
    let huge = Int.max / 2
    #expect(throws: ArrayError.self) {
      try Storage.allocate(
        byteCount: huge, zeroed: true, layout: Self.layout(huge), dtype: .uint8)
    }
  }

  @Test func borrowedMemoryIsReleasedExactlyOnce() throws {
    let counter = ReleaseCounter()
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: 8, alignment: 8)
    defer { buffer.deallocate() }
    do {
      let storage = Storage(
        borrowing: buffer, byteCount: 8, isWritable: false, layout: try Self.layout(8),
        dtype: .uint8, release: { counter.add() })
      let second = storage
      #expect(counter.value == 0 && second.kind == .borrowed)
    }
    #expect(counter.value == 1)
  }

  @Test func loadsBoolAsAnyByteButZero() {
    var byte: UInt8 = 2
    #expect(Bool.load(from: &byte))
    byte = 0
    #expect(!Bool.load(from: &byte))
  }

  @Test func scalarsRoundTripUnaligned() {
    func check<T: Scalar>(_ value: T) {
      withUnsafeTemporaryAllocation(byteCount: 24, alignment: 8) { buffer in
        guard let address = buffer.baseAddress else { return }
        value.store(to: address + 1)
        #expect(T.load(from: address + 1) == value)
        #expect(T.dtype.itemSize == MemoryLayout<T>.stride)
      }
    }
    check(true)
    check(Int8(-3))
    check(Int16(-300))
    check(Int32(-70_000))
    check(Int64.min)
    check(Int.min)
    check(UInt8(200))
    check(UInt16(60_000))
    check(UInt32.max)
    check(UInt64.max)
    check(UInt.max)
    check(Float16(1.5))
    check(Float(2.5))
    check(Double.pi)
    check(Complex<Float>(1, -2))
    check(Complex<Double>(3, 4))
  }
}

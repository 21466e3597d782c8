// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

@Suite struct SpanTests {
  private let matrix = NDArray(0..<12).reshaped(3, 4)

  private func sum(_ span: Span<Int>) -> Int {
    var sum = 0
    for i in span.indices { sum += span[i] * (i + 1) }
    return sum
  }

  @Test func aSpanHasTheElementsInMemoryOrder() {
    let expected = (0..<12).reduce(0) { $0 + $1 * ($1 + 1) }
    #expect(matrix.withSpan { sum($0) } == expected)
    #expect(matrix.transposed().withSpan(order: .columnMajor) { sum($0) } == expected)
    #expect(matrix.transposed().withSpan(order: .keep) { $0.count } == 12)
    #expect(matrix[1, ...].withSpan { span in (span.count, span[0], span[3]) } == (4, 4, 7))
    #expect(NDArray<Int>.zeros([0, 3]).withSpan { $0.isEmpty })
    #expect(NDArray(scalar: 7).withSpan { $0[0] } == 7)
    #expect(matrix.copy().frozen().withSpan { sum($0) } == expected)
    #expect(NDArray([Complex(1.0, 2)]).withSpan { $0[0].imaginary } == 2)
  }

  @Test func aMutableSpanWrites() {
    matrix[1..<2].withMutableSpan { span in
      for i in span.indices { span[i] = -i }
    }
    #expect(Array(matrix[1, ...]) == [0, -1, -2, -3])
    #expect(matrix[2, 0] == 8)
    matrix.withUnsafeMutableBufferPointer { $0[11] = 99 }
    #expect(matrix[2, 3] == 99)
    #expect(matrix.withUnsafeBufferPointer { $0.last } == 99)
  }

  @Test func closuresThrowTheirOwnErrors() {
    struct Fault: Error, Equatable {}
    #expect(throws: Fault()) { try matrix.withSpan { _ throws(Fault) in throw Fault() } }
    #expect(throws: Fault()) {
      try matrix.withUnsafeMemory { _, _ throws(Fault) in throw Fault() }
    }
  }

  #if hasFeature(Lifetimes)
    @Test func spansAreProperties() {
      let span = matrix.span
      #expect(span.count == 12 && span[5] == 5)
      var handle = matrix[2...]
      var writing = handle.mutableSpan
      writing[0] = 42
      #expect(matrix[2, 0] == 42)
      let frozen = matrix.copy().frozen()
      #expect(frozen.span[8] == 42)
      let bytes = matrix[..., 1].erased
      #expect(bytes.bytes.byteCount == 72)
    }
  #endif

  @Test func arraysWithGapsGiveTheirBytesAndLayout() throws {
    let view = matrix[.every(-1), .every(2)]
    let sum = view.withUnsafeMemory { bytes, layout in
      #expect(bytes.count == view.byteBounds.count)
      #expect(layout.strides == [-32, 16] && layout.offset == 64)
      var sum = 0
      for i in 0..<3 {
        for j in 0..<2 {
          sum += bytes.load(fromByteOffset: layout.offset - 32 * i + 16 * j, as: Int.self)
        }
      }
      return sum
    }
    #expect(sum == view.sum())
    #expect(view.withMemory { bytes, _ in bytes.unsafeLoad(as: Int.self) } == 0)
    view.withUnsafeMutableMemory { bytes, layout in
      bytes.storeBytes(of: -1, toByteOffset: layout.offset, as: Int.self)
    }
    #expect(matrix[2, 0] == -1)
    try view.erased.withUnsafeMutableMemory { bytes, layout in
      bytes.storeBytes(of: -2, toByteOffset: layout.offset, as: Int.self)
    }
    #expect(matrix[2, 0] == -2)
    let none = matrix[3..., ...]
    #expect(none.withUnsafeMemory { $0.count == 0 && $1.offset == 0 })
    #expect(throws: ArrayError.self) {
      try matrix.broadcast(to: [2, 3, 4]).erased.withUnsafeMutableMemory { _, _ in }
    }
  }

  @Test func whatIsNoSpanTraps() async {
    await #expect(processExitsWith: .failure) {
      NDArray(0..<4)[.every(2)].withSpan { _ in }
    }
    await #expect(processExitsWith: .failure) {
      NDArray(0..<4).reshaped(2, 2).withSpan(order: .columnMajor) { _ in }
    }
    await #expect(processExitsWith: .failure) {
      NDArray(0..<4).broadcast(to: [1, 4]).withMutableSpan { _ in }
    }
    await #expect(processExitsWith: .failure) {
      let bytes = NDArray<UInt8>((0..<17).map(UInt8.init))
      bytes[1...].view(as: Int.self).withSpan { _ in }
    }
    // A byte that is no Swift `Bool` must never become one.
    await #expect(processExitsWith: .failure) {
      NDArray<UInt8>([0, 1, 2]).view(as: Bool.self).withSpan { _ in }
    }
  }

  @Test func truthValuesHaveSpans() {
    #expect(NDArray([true, false, true]).withSpan { ($0[0], $0[1]) } == (true, false))
  }
}

@Suite struct ListTests {
  @Test func elementsComeInRowMajorOrder() {
    let m = NDArray(0..<24).reshaped(2, 3, 4)
    for view in [
      m, m.transposed(), m.flipped(), m[0, ...], m[..., .every(-2)], m[1..., 3..., 0...],
    ] {
      #expect(Array(view.elements) == Array(view))
      #expect(view.elements.underestimatedCount == view.count)
    }
    #expect(Array(NDArray(scalar: 5).elements) == [5])
    #expect(Array(NDArray<Int>.zeros([0]).elements).isEmpty)
    #expect(Array(NDArray<Int>.zeros([2, 0, 3]).elements).isEmpty)
    #expect(Array(NDArray<Int>.zeros([0, 2]).elements).isEmpty)
    #expect(Array(m[0, 0, 1...].broadcast(to: [2, 3]).elements) == [1, 2, 3, 1, 2, 3])
    var elements = NDArray([7]).elements
    #expect(elements.next() == 7 && elements.next() == nil && elements.next() == nil)
  }

  @Test func listsAndBack() {
    let m = NDArray(0..<6).reshaped(2, 3)
    #expect(Array(m.transposed()) == [0, 3, 1, 4, 2, 5])
    #expect(Array(m.flipped()) == [5, 4, 3, 2, 1, 0])
    #expect(m.map { Array($0) } == [[0, 1, 2], [3, 4, 5]])
    #expect(NDArray(Array(m), shape: [2, 3]).isEqual(to: m))
    #expect(Array(m.broadcast(to: [2, 2, 3])) == [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5])
    #expect(Array(NDArray<Double>.zeros([0])).isEmpty)
    #expect(Array(NDArray(scalar: 3)) == [3])
    #expect(NDArray([1, 2, 3, 4], shape: [2, 2], order: .columnMajor).strides == [8, 16])
    #expect(Array(NDArray([1, 2, 3, 4], shape: [2, 2], order: .columnMajor)) == [1, 2, 3, 4])
  }

  @Test func foreignTruthIsTrue() {
    #expect(Array(NDArray<UInt8>([0, 1, 2]).view(as: Bool.self)) == [false, true, true])
    #expect(Array(NDArray([true, false])) == [true, false])
  }

  /// A type that stores itself otherwise than Swift does.
  private struct BigEndian: Storable, Equatable {
    var value: UInt16

    static func load(from address: UnsafeRawPointer) -> BigEndian {
      BigEndian(value: UInt16(bigEndian: address.loadUnaligned(as: UInt16.self)))
    }

    func store(to address: UnsafeMutableRawPointer) {
      address.storeBytes(of: value.bigEndian, as: UInt16.self)
    }
  }

  @Test func typesThatStoreThemselvesAreAsked() throws {
    let a = NDArray([BigEndian(value: 1), BigEndian(value: 0x1234)])
    #expect(Array(a.flipped()) == [BigEndian(value: 0x1234), BigEndian(value: 1)])
    #expect(try Array(NDArray<UInt8>(a.erased.view(as: .uint8))) == [0, 1, 0x12, 0x34])
  }

  @Test func literals() {
    let truth: NDArray<Bool> = [[true, false], [false, true]]
    let numbers: NDArray<Int8> = [1, -2, 3]
    let fractions: NDArray<Float> = [[1.5], [2]]
    let complex: NDArray<Complex<Double>> = [1, 2.5, .complex(3, -4)]
    let half: NDArray<Float16> = [0.1]
    #expect(truth.shape == [2, 2] && Array(truth) == [true, false, false, true])
    #expect(Array(numbers) == [1, -2, 3])
    #expect(Array(fractions) == [1.5, 2] && fractions.shape == [2, 1])
    #expect(Array(complex) == [Complex(1), Complex(2.5), Complex(3, -4)])
    #expect(half[0] == 0.1)
    let odd: NDArray<Double> = [[.nan], [.infinity]]
    #expect(odd[0, 0].isNaN && odd[1, 0] == .infinity)
  }
}

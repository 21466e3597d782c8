// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// The bytes of strided elements, gathered in row-major order block by block.
struct ElementBlocks {
  /// How many bytes are gathered before they are handed on.
  static let blockByteCount = 1 << 18

  let base: UnsafeRawPointer
  /// The axes around the runs, outermost first, without those of length 1.
  private var outer: [Axis]
  /// The axis whose neighbours are the runs.
  private let inner: Axis
  /// How many bytes lie side by side already.
  private let runByteCount: Int
  private let isEmpty: Bool

  /// Creates the blocks of the elements at `axes`, whose first is at `base`.
  init(base: UnsafeRawPointer, axes: [Axis], itemSize: Int) {
    self.base = base
    isEmpty = itemSize == 0 || axes.contains { $0.length == 0 }
    outer = axes.filter { $0.length != 1 }
    var run = itemSize
    while !isEmpty, let last = outer.last, last.stride == run {
      run *= last.length
      outer.removeLast()
    }
    runByteCount = run
    inner = outer.popLast() ?? Axis(length: 1, stride: 0)
  }

  /// Calls `body` with all bytes in order; elements that lie so already are not copied.
  func forEach<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    guard !isEmpty else { return }
    let capacity = Self.blockByteCount
    let block = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 64)
    defer { block.deallocate() }
    var used = 0
    var indices = Array(repeating: 0, count: outer.count)
    var row = base
    while true {
      var done = 0
      while done < inner.length {
        let source = row + done * inner.stride
        let room = (capacity - used) / runByteCount
        if runByteCount > capacity / 2 || room == 0 {
          if used > 0 { try body(UnsafeRawBufferPointer(start: block, count: used)) }
          used = 0
          guard runByteCount > capacity / 2 else { continue }
          try body(UnsafeRawBufferPointer(start: source, count: runByteCount))
          done += 1
        } else {
          let count = min(room, inner.length - done)
          copyRuns(count, from: source, to: block + used)
          used += count * runByteCount
          done += count
        }
      }
      guard advance(&indices, &row) else { break }
    }
    if used > 0 { try body(UnsafeRawBufferPointer(start: block, count: used)) }
  }

  /// Steps to the next row, as an odometer does; false after the last.
  private func advance(_ indices: inout [Int], _ row: inout UnsafeRawPointer) -> Bool {
    var axis = outer.count - 1
    while axis >= 0 {
      let (length, stride) = (outer[axis].length, outer[axis].stride)
      if indices[axis] + 1 < length {
        indices[axis] += 1
        row += stride
        return true
      }
      row -= (length - 1) * stride
      indices[axis] = 0
      axis -= 1
    }
    return false
  }

  private func copyRuns(
    _ count: Int, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer
  ) {
    switch runByteCount {
    case 1: copy(count, UInt8.self, from: source, to: target)
    case 2: copy(count, UInt16.self, from: source, to: target)
    case 4: copy(count, UInt32.self, from: source, to: target)
    case 8: copy(count, UInt64.self, from: source, to: target)
    default:
      for i in 0..<count {
        (target + i * runByteCount).copyMemory(
          from: source + i * inner.stride, byteCount: runByteCount)
      }
    }
  }

  /// Copies single elements; neither side needs to be aligned.
  @inline(__always)
  private func copy<Word: BitwiseCopyable>(
    _ count: Int, _: Word.Type, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer
  ) {
    let size = MemoryLayout<Word>.size
    for i in 0..<count {
      let word = (source + i * inner.stride).loadUnaligned(as: Word.self)
      (target + i * size).storeBytes(of: word, as: Word.self)
    }
  }
}

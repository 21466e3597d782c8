// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory

/// Temporary memory of an operation: the one place where the loops allocate elements.
struct Scratch {
  private let block: MemoryBlock

  /// Allocates `count` elements of `itemSize` bytes.
  ///
  /// - Throws: `ArrayError` of kind `memory` if the system refuses.
  init(count: Int, itemSize: Int) throws(ArrayError) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: itemSize)
    guard !overflow, let block = MemoryBlock.allocate(byteCount: bytes) else {
      throw ArrayError(
        .memory, "no memory for a temporary of \(count) elements of \(itemSize) bytes")
    }
    self.block = block
  }

  /// Allocates buffers for `count` elements of `itemSize` bytes, of which the ledger hears nothing:
  /// their size does not depend on the operands'.
  ///
  /// - Throws: `ArrayError` of kind `memory` if the system refuses.
  init(buffersOf count: Int, itemSize: Int) throws(ArrayError) {
    guard let block = MemoryBlock.allocate(byteCount: count * itemSize, isReported: false) else {
      throw ArrayError(.memory, "no memory for buffers of \(count * itemSize) bytes")
    }
    self.block = block
  }

  /// The first byte.
  var address: UnsafeMutableRawPointer { block.address }

  /// Gives the memory back.
  func release() { block.release() }
}

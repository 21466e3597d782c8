// SPDX-License-Identifier: Apache-2.0

public import StridedMemory

extension StridedArray {
  /// How the memory that the array lies on came to be the library's: shared with a lender or a
  /// file, or the library's own, so that what came in was copied.
  ///
  /// Whether it may be written is what this handle may do.
  public var receipt: Receipt {
    var receipt = storage.receipt
    receipt.isWritable = isWritable
    return receipt
  }
}

extension StridedArray {
  /// Reports that the elements crossed the border.
  @inline(__always) package func reportReceipt(
    _ direction: Receipt.Direction, by operation: @autoclosure () -> String, isShared: Bool,
    freedBy: Receipt.Owner, isWritable: Bool
  ) {
    LedgerReport.receipt(
      Receipt(
        direction, by: operation(), isShared: isShared, byteCount: byteCount, freedBy: freedBy,
        isWritable: isWritable))
  }
}

#if !$Embedded
  extension StridedArray {
    /// The memory that the array keeps alive and all arrays that lie on it, or nil if the registry
    /// knows nothing of it: see `StorageRegistry`.
    public var liveStorage: LiveStorage? { StorageRegistry.entry(of: storage) }
  }
#endif

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedLoops
import StridedMemory

// Asking ahead of what writes: each answer is the plan of the operation itself, without its walk.
extension StridedArray {
  /// Why assigning `source` to this array would copy it first, or nil if it would not.
  ///
  /// It would where the two share memory and no order of walking reads every element in time.
  /// Copies and writes nothing. O(rank) for slices of one array.
  ///
  /// - Throws: `ArrayError` of kind `value` if the source does not broadcast to this shape.
  public func copyReason(
    assigning source: some StridedArray
  ) throws(ArrayError) -> CopyReason? {
    try erased.bytesCopied(assigning: source.erased) > 0 ? .overlap : nil
  }

  /// Why an elementwise operation on two inputs into this array would copy one of them first, or
  /// nil if it would not.
  ///
  /// So for `a += b`, ask `a.copyReason(computingFrom: a, b)`. Copies and writes nothing. O(rank)
  /// for slices of one array.
  ///
  /// - Throws: `ArrayError` of kind `value` if an input does not broadcast to this shape.
  public func copyReason(
    computingFrom a: some StridedArray, _ b: some StridedArray
  ) throws(ArrayError) -> CopyReason? {
    let (target, a, b) = (erased, a.erased, b.erased)
    let bytes = try Loops.bytesCopied(computing: target.operand, from: a.operand, b.operand)
    return bytes > 0 || a.isHidden(in: target) || b.isHidden(in: target) ? .overlap : nil
  }

  /// Writes `source`, broadcast to this shape, to every element, with a say in whether it may be
  /// copied first.
  ///
  /// - Parameter copying: `never` throws where the two share memory and no order of walking reads
  ///   every element in time; `always` copies the source first.
  /// - Throws: `ArrayError` of kind `value` with a `copyReason`, and then nothing was written; else as
  ///   `AnyNDArray.assign(from:)`.
  ///
  /// NumPy: `a[...] = source`. Writes in place.
  public func assign(
    from source: some StridedArray, copying: CopyPolicy
  ) throws(ArrayError) {
    switch copying {
    case .ifNeeded: try erased.assign(from: source.erased)
    case .always:
      try erased.assign(
        from: source.erased.copied(.keep, because: .explicit, operation: "assign"))
    case .never:
      let bytes = try erased.bytesCopied(assigning: source.erased)
      guard bytes == 0 else {
        throw ArrayError(
          copying: .overlap, for: "assigning what shares memory with the target", byteCount: bytes)
      }
      try erased.assign(from: source.erased)
    }
  }
}

extension AnyNDArray {
  fileprivate func bytesCopied(assigning source: AnyNDArray) throws(ArrayError) -> Int {
    let bytes = try Loops.bytesCopied(assigning: source.operand, to: operand)
    return bytes == 0 && source.isHidden(in: self) ? source.byteCount : bytes
  }
}

#if !$Embedded
  extension AnyNDArray {
    /// Why an operation that writes to this array would copy, or nil if it would not.
    ///
    /// For every operation that has no question of its own. It is followed up to its first copy, or
    /// its first write to this array, and not further: nothing is copied or written.
    ///
    ///     let reason = try target.copyReason { target throws(ArrayError) in
    ///       try AnyNDArray.concatenate([target[3...], target[..<3]], into: target)
    ///     }
    ///
    /// - Throws: what the operation throws before it writes.
    public func copyReason(
      writing operation: (AnyNDArray) throws(ArrayError) -> Void
    ) throws(ArrayError) -> CopyReason? {
      let memory = UnsafeRawBufferPointer(start: storage.address, count: storage.byteCount)
      return try LedgerReport.reason(writing: memory) { () throws(ArrayError) in
        try operation(self)
      }
    }
  }
#endif

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

// Asking ahead: each answer is that of the operation with `copying: .ifNeeded`, which it does not do.
extension StridedArray {
  /// Why reshaping would copy, or nil if it gives a view. Copies nothing. O(rank).
  ///
  /// - Throws: `ArrayError` of kind `value` if the elements do not fill the shape.
  public func copyReason(
    reshapingTo shape: [Int], order: MemoryOrder = .rowMajor
  ) throws(ArrayError) -> CopyReason? {
    let order = layout.resolved(order, itemSize: itemSize)
    guard order != .keep else {
      throw ArrayError(.value, "order 'K' is not permitted for reshaping")
    }
    return try obstacle { () throws(ArrayError) in
      try layout.reshaped(to: shape, order: order, itemSize: itemSize)
    }
  }

  /// Why raveling would copy, or nil if it gives a view. Copies nothing. O(rank).
  public func copyReason(
    ravelingIn order: MemoryOrder = .rowMajor
  ) throws(ArrayError) -> CopyReason? {
    try obstacle { () throws(ArrayError) in try layout.raveled(order: order, itemSize: itemSize) }
  }

  /// Why `contiguous` would copy, or nil if it gives this array. Copies nothing. O(rank).
  public func copyReason(contiguousIn order: MemoryOrder = .rowMajor) -> CopyReason? {
    switch order {
    case .rowMajor, .columnMajor: isContiguous(order) ? nil : .order
    case .either, .keep: nil
    }
  }

  /// Why a cast would copy, or nil if it gives this array. Copies nothing. O(rank).
  public func copyReason(castingTo dtype: DType, order: MemoryOrder = .keep) -> CopyReason? {
    if dtype.native != self.dtype.native { return .cast }
    if dtype != self.dtype { return .byteOrder }
    if order == .either, isContiguous(.columnMajor) { return nil }
    return copyReason(contiguousIn: order == .either ? .rowMajor : order)
  }

  private func obstacle(
    _ body: () throws(ArrayError) -> Layout
  ) throws(ArrayError) -> CopyReason? {
    do throws(ArrayError) {
      _ = try body()
      return nil
    } catch {
      guard let obstacle = error.obstacle else { throw error }
      return .notViewable(obstacle)
    }
  }
}

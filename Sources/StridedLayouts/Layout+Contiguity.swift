// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns whether the elements lie without gaps in `order`, in O(rank).
  ///
  /// Strides of length-1 axes don't count, and a layout without elements is contiguous in every
  /// order. `either` and `keep` ask for row-major or column-major. NumPy:
  /// `numpy.ndarray.flags`, `C_CONTIGUOUS` and `F_CONTIGUOUS`.
  @inlinable public func isContiguous(_ order: MemoryOrder, itemSize: Int) -> Bool {
    switch order {
    case .rowMajor: isContiguous(isColumnMajor: false, itemSize: itemSize)
    case .columnMajor: isContiguous(isColumnMajor: true, itemSize: itemSize)
    case .either, .keep:
      isContiguous(isColumnMajor: false, itemSize: itemSize)
        || isContiguous(isColumnMajor: true, itemSize: itemSize)
    }
  }

  @inlinable func isContiguous(isColumnMajor: Bool, itemSize: Int) -> Bool {
    var stride = itemSize
    var fits = true
    for i in 0..<rank {
      let axis = axes[isColumnMajor ? i : rank - 1 - i]
      if axis.length == 0 { return true }
      if axis.length == 1 { continue }
      if axis.stride != stride { fits = false }
      // Wraps only if an earlier stride was too big to be equal.
      stride &*= axis.length
    }
    return fits
  }

  /// Returns the order that `order` means for a prototype or source of this layout.
  ///
  /// `either` is column-major if the elements are so and not also row-major. NumPy: `order='A'`.
  @inlinable public func resolved(_ order: MemoryOrder, itemSize: Int) -> MemoryOrder {
    guard order == .either else { return order }
    return isContiguous(.columnMajor, itemSize: itemSize)
      && !isContiguous(.rowMajor, itemSize: itemSize) ? .columnMajor : .rowMajor
  }
}

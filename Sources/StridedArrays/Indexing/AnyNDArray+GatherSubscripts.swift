// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

// A throwing subscript can't have a setter; to write use `scatter`.
extension AnyNDArray {
  /// A copy of the elements that an index with arrays and masks picks.
  ///
  /// NumPy: `a[[0, 2], 1:, mask]`. Copies.
  public subscript(at index: [AdvancedIndex]) -> AnyNDArray {
    get throws(ArrayError) { try gathered(at: index) }
  }

  /// A copy of the elements that an array or a mask picks.
  public subscript(at first: some AdvancedIndexTerm) -> AnyNDArray {
    get throws(ArrayError) { try gathered(at: [first.advancedIndex]) }
  }

  /// A copy of the elements that arrays, masks and other terms pick.
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm
  ) -> AnyNDArray {
    get throws(ArrayError) { try gathered(at: [first.advancedIndex, second.advancedIndex]) }
  }

  /// A copy of the elements that arrays, masks and other terms pick.
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm,
    _ third: some AdvancedIndexTerm
  ) -> AnyNDArray {
    get throws(ArrayError) {
      try gathered(at: [first.advancedIndex, second.advancedIndex, third.advancedIndex])
    }
  }
}

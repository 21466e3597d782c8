// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

// The subscripts of `NDArray` that copy, without a setter.
extension FrozenArray {
  /// A copy of the elements that an index with arrays and masks picks.
  ///
  /// NumPy: `a[[0, 2], 1:, mask]`. Copies.
  public subscript(at index: [AdvancedIndex]) -> NDArray<Item> { reader[at: index] }

  /// A copy of the elements that an array or a mask picks.
  public subscript(at first: some AdvancedIndexTerm) -> NDArray<Item> {
    self[at: [first.advancedIndex]]
  }

  /// A copy of the elements that arrays, masks and other terms pick.
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm
  ) -> NDArray<Item> { self[at: [first.advancedIndex, second.advancedIndex]] }

  /// A copy of the elements that arrays, masks and other terms pick.
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm,
    _ third: some AdvancedIndexTerm
  ) -> NDArray<Item> {
    self[at: [first.advancedIndex, second.advancedIndex, third.advancedIndex]]
  }

  /// A copy of the elements that arrays, masks and other terms pick.
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm,
    _ third: some AdvancedIndexTerm, _ fourth: some AdvancedIndexTerm
  ) -> NDArray<Item> {
    self[at: [
      first.advancedIndex, second.advancedIndex, third.advancedIndex, fourth.advancedIndex,
    ]]
  }

  /// A copy of the elements where the mask is true; a mask of fewer axes covers the outer ones.
  ///
  /// NumPy: `a[mask]`. Copies.
  public subscript(where mask: NDArray<Bool>) -> NDArray<Item> {
    self[at: [.array(mask.erased)]]
  }
}

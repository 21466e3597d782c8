// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

// Subscripts with a label copy what they read, and write through. Compound assignment needs a view,
// so it goes through `add(at:)` or a plain assignment.
extension NDArray {
  /// A copy of the elements that an index with arrays and masks picks; assigning writes them.
  ///
  /// NumPy: `a[[0, 2], 1:, mask]`. Copies.
  public subscript(at index: [AdvancedIndex]) -> NDArray {
    get {
      Self.attempt { () throws(ArrayError) in
        NDArray(adopting: try erased.gathered(at: index))
      }
    }
    nonmutating set {
      Self.attempt { () throws(ArrayError) in try erased.scatter(newValue.erased, at: index) }
    }
  }

  /// The elements that an index with arrays and masks picks, to assign one value to all of them.
  @_disfavoredOverload public subscript(at index: [AdvancedIndex]) -> Item {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray, update them with add(_:at:)"
    )
    get { fatalError("the elements are an array") }
    nonmutating set { self[at: index] = NDArray(scalar: newValue) }
  }

  /// A copy of the elements that an array or a mask picks; assigning writes them.
  public subscript(at first: some AdvancedIndexTerm) -> NDArray {
    get { self[at: [first.advancedIndex]] }
    nonmutating set { self[at: [first.advancedIndex]] = newValue }
  }

  /// The elements that an array or a mask picks, to assign one value to all of them.
  @_disfavoredOverload public subscript(at first: some AdvancedIndexTerm) -> Item {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray, update them with add(_:at:)"
    )
    get { fatalError("the elements are an array") }
    nonmutating set { self[at: [first.advancedIndex]] = NDArray(scalar: newValue) }
  }

  /// A copy of the elements that arrays, masks and other terms pick; assigning writes them.
  public subscript(at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm) -> NDArray {
    get { self[at: [first.advancedIndex, second.advancedIndex]] }
    nonmutating set { self[at: [first.advancedIndex, second.advancedIndex]] = newValue }
  }

  /// The elements that arrays, masks and other terms pick, to assign one value to all of them.
  @_disfavoredOverload
  public subscript(at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm) -> Item {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray, update them with add(_:at:)"
    )
    get { fatalError("the elements are an array") }
    nonmutating set {
      self[at: [first.advancedIndex, second.advancedIndex]] = NDArray(scalar: newValue)
    }
  }

  /// A copy of the elements that arrays, masks and other terms pick; assigning writes them.
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm,
    _ third: some AdvancedIndexTerm
  ) -> NDArray {
    get { self[at: [first.advancedIndex, second.advancedIndex, third.advancedIndex]] }
    nonmutating set {
      self[at: [first.advancedIndex, second.advancedIndex, third.advancedIndex]] = newValue
    }
  }

  /// The elements that arrays, masks and other terms pick, to assign one value to all of them.
  @_disfavoredOverload
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm,
    _ third: some AdvancedIndexTerm
  ) -> Item {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray, update them with add(_:at:)"
    )
    get { fatalError("the elements are an array") }
    nonmutating set {
      self[at: [first.advancedIndex, second.advancedIndex, third.advancedIndex]] = NDArray(
        scalar: newValue)
    }
  }

  /// A copy of the elements that arrays, masks and other terms pick; assigning writes them.
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm,
    _ third: some AdvancedIndexTerm, _ fourth: some AdvancedIndexTerm
  ) -> NDArray {
    get {
      self[at: [
        first.advancedIndex, second.advancedIndex, third.advancedIndex, fourth.advancedIndex,
      ]]
    }
    nonmutating set {
      self[at: [
        first.advancedIndex, second.advancedIndex, third.advancedIndex, fourth.advancedIndex,
      ]] = newValue
    }
  }

  /// The elements that arrays, masks and other terms pick, to assign one value to all of them.
  @_disfavoredOverload
  public subscript(
    at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm,
    _ third: some AdvancedIndexTerm, _ fourth: some AdvancedIndexTerm
  ) -> Item {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray, update them with add(_:at:)"
    )
    get { fatalError("the elements are an array") }
    nonmutating set {
      self[at: [
        first.advancedIndex, second.advancedIndex, third.advancedIndex, fourth.advancedIndex,
      ]] = NDArray(scalar: newValue)
    }
  }
}

extension NDArray {
  /// A copy of the elements where the mask is true, along one axis; assigning writes them.
  ///
  /// A mask of fewer axes covers the outer ones. NumPy: `a[mask]`. Copies.
  public subscript(where mask: NDArray<Bool>) -> NDArray {
    get { self[at: [.array(mask.erased)]] }
    nonmutating set { self[at: [.array(mask.erased)]] = newValue }
  }

  /// The elements where the mask is true, to assign one value to all of them.
  @_disfavoredOverload public subscript(where mask: NDArray<Bool>) -> Item {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray, update them with add(_:at:)"
    )
    get { fatalError("the elements are an array") }
    nonmutating set { self[where: mask] = NDArray(scalar: newValue) }
  }
}

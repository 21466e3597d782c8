// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

// Subscripts with a label copy what they read, and write through; so `a[at: i] += b` reads, adds and
// writes back, as in NumPy.
//
// One value for all elements has a subscript of its own. It is of an optional type, so that no
// compound assignment of the elements' type takes it for one element.
extension NDArray {
  /// A copy of the elements that an index with arrays and masks picks; assigning writes them.
  ///
  /// NumPy: `a[[0, 2], 1:, mask]`. Copies.
  public subscript(at index: [AdvancedIndex]) -> NDArray {
    get {
      Self.attempt { () throws(ArrayError) in
        NDArray(adopting: try erased.picked(at: index, into: nil))
      }
    }
    nonmutating set {
      Self.attempt { () throws(ArrayError) in try erased.scatter(newValue.erased, at: index) }
    }
  }

  /// The elements that an index with arrays and masks picks, to assign one value to all of them.
  @_disfavoredOverload public subscript(at index: [AdvancedIndex]) -> Item? {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray"
    )
    get { fatalError("the elements are an array") }
    nonmutating set { self[at: index] = NDArray(spread: newValue) }
  }

  /// A copy of the elements that an array or a mask picks; assigning writes them.
  public subscript(at first: some AdvancedIndexTerm) -> NDArray {
    get { self[at: [first.advancedIndex]] }
    nonmutating set { self[at: [first.advancedIndex]] = newValue }
  }

  /// The elements that an array or a mask picks, to assign one value to all of them.
  @_disfavoredOverload public subscript(at first: some AdvancedIndexTerm) -> Item? {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray"
    )
    get { fatalError("the elements are an array") }
    nonmutating set { self[at: [first.advancedIndex]] = NDArray(spread: newValue) }
  }

  /// A copy of the elements that arrays, masks and other terms pick; assigning writes them.
  public subscript(at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm) -> NDArray {
    get { self[at: [first.advancedIndex, second.advancedIndex]] }
    nonmutating set { self[at: [first.advancedIndex, second.advancedIndex]] = newValue }
  }

  /// The elements that arrays, masks and other terms pick, to assign one value to all of them.
  @_disfavoredOverload
  public subscript(at first: some AdvancedIndexTerm, _ second: some AdvancedIndexTerm) -> Item? {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray"
    )
    get { fatalError("the elements are an array") }
    nonmutating set {
      self[at: [first.advancedIndex, second.advancedIndex]] = NDArray(spread: newValue)
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
  ) -> Item? {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray"
    )
    get { fatalError("the elements are an array") }
    nonmutating set {
      self[at: [first.advancedIndex, second.advancedIndex, third.advancedIndex]] = NDArray(
        spread: newValue)
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
  ) -> Item? {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray"
    )
    get { fatalError("the elements are an array") }
    nonmutating set {
      self[at: [
        first.advancedIndex, second.advancedIndex, third.advancedIndex, fourth.advancedIndex,
      ]] = NDArray(spread: newValue)
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
  @_disfavoredOverload public subscript(where mask: NDArray<Bool>) -> Item? {
    @available(
      *, unavailable,
      message: "the elements are an array; read them as NDArray"
    )
    get { fatalError("the elements are an array") }
    nonmutating set { self[where: mask] = NDArray(spread: newValue) }
  }
}

extension NDArray {
  fileprivate init(spread item: Item?) {
    guard let item else { fatalError("nil is no element") }
    self.init(scalar: item)
  }
}

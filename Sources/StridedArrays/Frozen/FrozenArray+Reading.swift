// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

// The plain subscripts of `NDArray`, without a setter: a frozen array has none.
extension FrozenArray {
  /// A view of the elements that the terms pick. NumPy: `a[1:4, ..., numpy.newaxis]`.
  public subscript(terms: [AxisIndex]) -> FrozenArray {
    Self.attempt { () throws(ArrayError) in view(try layout.indexed(by: terms)) }
  }

  /// A view of the whole array.
  public subscript(ellipsis: UnboundedRange) -> FrozenArray { view(layout) }

  /// A view of the elements that the terms pick.
  public subscript(first: some IndexTerm) -> FrozenArray {
    self[[first.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(first: some IndexTerm, second: some IndexTerm) -> FrozenArray {
    self[[first.axisIndex, second.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(first: UnboundedRange, second: some IndexTerm) -> FrozenArray {
    self[[.ellipsis, second.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(first: some IndexTerm, second: UnboundedRange) -> FrozenArray {
    self[[first.axisIndex, .ellipsis]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: some IndexTerm
  ) -> FrozenArray {
    self[[first.axisIndex, second.axisIndex, third.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: UnboundedRange, second: some IndexTerm, third: some IndexTerm
  ) -> FrozenArray {
    self[[.ellipsis, second.axisIndex, third.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: some IndexTerm, second: UnboundedRange, third: some IndexTerm
  ) -> FrozenArray {
    self[[first.axisIndex, .ellipsis, third.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: UnboundedRange
  ) -> FrozenArray {
    self[[first.axisIndex, second.axisIndex, .ellipsis]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: some IndexTerm, fourth: some IndexTerm
  ) -> FrozenArray {
    self[[first.axisIndex, second.axisIndex, third.axisIndex, fourth.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: UnboundedRange, second: some IndexTerm, third: some IndexTerm, fourth: some IndexTerm
  ) -> FrozenArray {
    self[[.ellipsis, second.axisIndex, third.axisIndex, fourth.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: some IndexTerm, second: UnboundedRange, third: some IndexTerm, fourth: some IndexTerm
  ) -> FrozenArray {
    self[[first.axisIndex, .ellipsis, third.axisIndex, fourth.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: UnboundedRange, fourth: some IndexTerm
  ) -> FrozenArray {
    self[[first.axisIndex, second.axisIndex, .ellipsis, fourth.axisIndex]]
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: some IndexTerm, fourth: UnboundedRange
  ) -> FrozenArray {
    self[[first.axisIndex, second.axisIndex, third.axisIndex, .ellipsis]]
  }
}

extension FrozenArray {
  /// The element at the indices, one an axis; negative ones count from the end. O(1).
  ///
  /// NumPy: `a[i, j]`. Copies one element.
  public subscript(i: Int) -> Item { reader[i] }

  /// The element at the indices, one an axis; negative ones count from the end.
  public subscript(i: Int, j: Int) -> Item { reader[i, j] }

  /// The element at the indices, one an axis; negative ones count from the end.
  public subscript(i: Int, j: Int, k: Int, rest: Int...) -> Item {
    reader[element: [i, j, k] + rest]
  }

  /// The element at `index`, which holds one integer an axis; `[]` is the element of rank 0.
  public subscript(element index: [Int]) -> Item { reader[element: index] }

  /// The elements in row-major order. NumPy: `numpy.ndarray.flat`.
  public var elements: NDArray<Item>.Elements { reader.elements }
}

extension Array where Element: Storable {
  /// Creates a list of the array's elements in row-major order. Copies.
  public init(_ array: FrozenArray<Element>) { self = Array(array.reader) }
}

/// Frozen arrays are equal if shapes and all elements are; elementwise comparison is `.==`.
extension FrozenArray: Equatable where Item: Equatable {
  public static func == (left: FrozenArray, right: FrozenArray) -> Bool {
    left.isEqual(to: right)
  }
}

extension FrozenArray: Hashable where Item: Hashable {
  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    for element in elements { hasher.combine(element) }
  }
}

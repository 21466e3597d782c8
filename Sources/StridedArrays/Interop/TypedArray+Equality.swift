// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

extension TypedArray where Item: Equatable {
  /// Whether shapes and all elements are equal.
  ///
  /// This is the question about whole arrays, with one answer; `.==` compares element by element.
  ///
  /// - Parameter equalNaN: Whether NaN counts as equal to NaN at the same place.
  ///
  /// NumPy: `numpy.array_equal`. O(n).
  public func isEqual(to other: NDArray<Item>, equalNaN: Bool = false) -> Bool {
    if dtype.isNumber {
      return NDArray<Item>.attempt { () throws(ArrayError) in
        try erased.isEqual(to: other.erased, equalNaN: equalNaN)
      }
    }
    return shape == other.shape && reader.elements.elementsEqual(other.elements)
  }

  /// Whether shapes and all elements are equal. NumPy: `numpy.array_equal`. O(n).
  public func isEqual(to other: FrozenArray<Item>, equalNaN: Bool = false) -> Bool {
    isEqual(to: other.reader, equalNaN: equalNaN)
  }
}

extension TypedArray where Item: Scalar {
  /// Whether the elements differ by no more than a tolerance, element by element.
  ///
  /// An element `x` is close to `y` of `other` if they are equal, or `y` is finite and
  /// `|x - y| <= absoluteTolerance + relativeTolerance * |y|`. The test is not symmetric.
  ///
  /// - Parameter equalNaN: Whether NaN counts as close to NaN at the same place.
  ///
  /// NumPy: `numpy.isclose`. Copies.
  public func isClose(
    to other: NDArray<Item>, relativeTolerance: Double = 1e-5, absoluteTolerance: Double = 1e-8,
    equalNaN: Bool = false
  ) -> NDArray<Bool> {
    NDArray<Item>.attempt { () throws(ArrayError) in
      NDArray<Bool>(
        adopting: try erased.isClose(
          to: other.erased, relativeTolerance: relativeTolerance,
          absoluteTolerance: absoluteTolerance, equalNaN: equalNaN))
    }
  }

  /// Whether the elements differ from one value by no more than a tolerance.
  ///
  /// NumPy: `numpy.isclose`. Copies.
  public func isClose(
    to item: Item, relativeTolerance: Double = 1e-5, absoluteTolerance: Double = 1e-8,
    equalNaN: Bool = false
  ) -> NDArray<Bool> {
    isClose(
      to: NDArray(scalar: item), relativeTolerance: relativeTolerance,
      absoluteTolerance: absoluteTolerance, equalNaN: equalNaN)
  }

  /// Whether all elements differ by no more than a tolerance, as `isClose` says.
  ///
  /// Shapes that broadcast may differ. NumPy: `numpy.allclose`. O(n).
  public func allClose(
    to other: NDArray<Item>, relativeTolerance: Double = 1e-5, absoluteTolerance: Double = 1e-8,
    equalNaN: Bool = false
  ) -> Bool {
    NDArray<Item>.attempt { () throws(ArrayError) in
      try erased.allClose(
        to: other.erased, relativeTolerance: relativeTolerance,
        absoluteTolerance: absoluteTolerance, equalNaN: equalNaN)
    }
  }
}

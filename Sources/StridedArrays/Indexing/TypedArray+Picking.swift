// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// Returns where the elements are not zero: for each axis an array of positions.
  ///
  /// NumPy: `numpy.nonzero`. Copies.
  public func nonzero() -> [NDArray<Int>] {
    Self.attempt { () throws(ArrayError) in
      try erased.nonzero().map { NDArray<Int>(adopting: $0) }
    }
  }

  /// Returns the indices of the elements that are not zero, one a row.
  ///
  /// NumPy: `numpy.argwhere`. Copies.
  @discardableResult public func argwhere(into target: NDArray<Int>? = nil) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray<Int>(adopting: try erased.argwhere(into: target?.erased))
    }
  }

  /// Returns the positions, in row-major order, of the elements that are not zero.
  ///
  /// NumPy: `numpy.flatnonzero`. Copies.
  @discardableResult public func flatNonzero(into target: NDArray<Int>? = nil) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray<Int>(adopting: try erased.flatNonzero(into: target?.erased))
    }
  }
}

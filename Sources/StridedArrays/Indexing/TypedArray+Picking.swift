// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

extension TypedArray {
  /// Returns the elements at positions along an axis, or in the row-major order of all elements.
  ///
  /// NumPy: `numpy.take`. Copies.
  public func take(
    _ positions: NDArray<Int>, axis: Int? = nil, mode: IndexMode = .raise
  ) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray<Item>(adopting: try erased.take(positions.erased, axis: axis, mode: mode))
    }
  }

  /// Returns the parts along an axis (or the elements) for which a 1-d condition is true.
  ///
  /// NumPy: `numpy.compress`. Copies.
  public func compress(_ condition: NDArray<Bool>, axis: Int? = nil) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray<Item>(adopting: try erased.compress(condition.erased, axis: axis))
    }
  }

  /// Returns the elements whose position, in row-major order, has a true condition.
  ///
  /// NumPy: `numpy.extract`. Copies.
  public func extract(_ condition: NDArray<Bool>) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray<Item>(adopting: try erased.extract(condition.erased))
    }
  }

  /// Writes this array's elements to those of `target` where `mask` is true.
  ///
  /// This array and the mask broadcast to the target's shape; shared memory is no problem.
  ///
  /// NumPy: `numpy.copyto(target, a, where=mask)`. Writes in place.
  public func copy(to target: NDArray<Item>, where mask: NDArray<Bool>) {
    Self.attempt { () throws(ArrayError) in
      try erased.assign(to: target.erased, where: mask.erased)
    }
  }
}

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
  public func argwhere() -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in NDArray<Int>(adopting: try erased.argwhere()) }
  }

  /// Returns the positions, in row-major order, of the elements that are not zero.
  ///
  /// NumPy: `numpy.flatnonzero`. Copies.
  public func flatNonzero() -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in NDArray<Int>(adopting: try erased.flatNonzero()) }
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

extension NDArray {
  /// Writes this array's elements to those of `target` where `mask` is true.
  ///
  /// This array and the mask broadcast to the target's shape; shared memory is no problem.
  ///
  /// NumPy: `numpy.copyto(target, a, where=mask)`. Writes in place.
  public func copy(to target: NDArray, where mask: NDArray<Bool>) {
    Self.attempt { () throws(ArrayError) in
      try erased.assign(to: target.erased, where: mask.erased)
    }
  }

  /// Returns the elements of `x` where `condition` is true, of `y` elsewhere.
  ///
  /// NumPy: `numpy.where(condition, x, y)`. Copies.
  public static func `where`(
    _ condition: NDArray<Bool>, _ x: NDArray, _ y: NDArray
  ) -> NDArray {
    attempt { () throws(ArrayError) in
      NDArray(adopting: try AnyNDArray.where(condition.erased, x.erased, y.erased))
    }
  }

  /// Returns the elements of `x` where `condition` is true, `y` elsewhere.
  ///
  /// NumPy: `numpy.where(condition, x, y)`. Copies.
  public static func `where`(_ condition: NDArray<Bool>, _ x: NDArray, _ y: Item) -> NDArray {
    self.where(condition, x, NDArray(scalar: y))
  }

  /// Returns `x` where `condition` is true, the elements of `y` elsewhere.
  ///
  /// NumPy: `numpy.where(condition, x, y)`. Copies.
  public static func `where`(_ condition: NDArray<Bool>, _ x: Item, _ y: NDArray) -> NDArray {
    self.where(condition, NDArray(scalar: x), y)
  }

  /// Writes values where a mask is true, each at its own position; they repeat by position.
  ///
  /// NumPy: `numpy.putmask`. Writes in place.
  public func putMask(_ mask: NDArray<Bool>, _ values: NDArray) {
    Self.attempt { () throws(ArrayError) in try erased.putMask(mask.erased, values.erased) }
  }

  /// Writes values where a mask is true: the first true element gets the first value, and so on.
  ///
  /// NumPy: `numpy.place`. Writes in place.
  public func place(_ mask: NDArray<Bool>, _ values: NDArray) {
    Self.attempt { () throws(ArrayError) in try erased.place(mask.erased, values.erased) }
  }
}

extension NDArray where Item: Scalar {
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

extension NDArray {
  /// Returns the elements at positions along an axis, or in the row-major order of all elements.
  ///
  /// NumPy: `numpy.take`. Copies.
  public func take(
    _ positions: NDArray<Int>, axis: Int? = nil, mode: IndexMode = .raise
  ) -> NDArray {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.take(positions.erased, axis: axis, mode: mode))
    }
  }

  /// Writes values, repeated as needed, at positions in the row-major order of all elements.
  ///
  /// NumPy: `numpy.put`. Writes in place.
  public func put(_ values: NDArray, at positions: NDArray<Int>, mode: IndexMode = .raise) {
    Self.attempt { () throws(ArrayError) in
      try erased.put(values.erased, at: positions.erased, mode: mode)
    }
  }

  /// Returns the parts along an axis (or the elements) for which a 1-d condition is true.
  ///
  /// NumPy: `numpy.compress`. Copies.
  public func compress(_ condition: NDArray<Bool>, axis: Int? = nil) -> NDArray {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.compress(condition.erased, axis: axis))
    }
  }

  /// Returns the elements whose position, in row-major order, has a true condition.
  ///
  /// NumPy: `numpy.extract`. Copies.
  public func extract(_ condition: NDArray<Bool>) -> NDArray {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.extract(condition.erased))
    }
  }
}

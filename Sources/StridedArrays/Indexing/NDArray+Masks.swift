// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

extension NDArray {
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

  /// Writes values, repeated as needed, at positions in the row-major order of all elements.
  ///
  /// NumPy: `numpy.put`. Writes in place.
  public func put(_ values: NDArray, at positions: NDArray<Int>, mode: IndexMode = .raise) {
    Self.attempt { () throws(ArrayError) in
      try erased.put(values.erased, at: positions.erased, mode: mode)
    }
  }
}

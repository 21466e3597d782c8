// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

extension NDArray {
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
}

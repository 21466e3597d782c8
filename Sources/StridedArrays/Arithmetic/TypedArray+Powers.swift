// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The squares; integers wrap. NumPy: `numpy.square`. Copies.
  @inlinable public func squared() -> NDArray<Item> { .applying(.square, reader) }

  /// 1 divided by each element; of integers cut to whole numbers. NumPy: `numpy.reciprocal`. Copies.
  @inlinable public func reciprocal() -> NDArray<Item> { .applying(.reciprocal, reader) }

  /// The square roots, correctly rounded; of negative numbers NaN. NumPy: `numpy.sqrt`. Copies.
  @inlinable public func squareRoot() -> NDArray<Item.Root> { .applying(.sqrt, reader) }

  /// The powers; integers wrap, and negative whole exponents trap.
  ///
  /// NumPy: `numpy.power`. Copies.
  @inlinable public func raised(to other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.power, reader, other.reader)
  }

  /// The powers; integers wrap, and negative whole exponents trap.
  ///
  /// NumPy: `numpy.power`. Copies.
  @inlinable public func raised(to other: Item) -> NDArray<Item> {
    .applying(.power, reader, NDArray(scalar: other))
  }
}

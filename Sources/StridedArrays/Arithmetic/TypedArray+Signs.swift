// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The negatives; integers wrap. NumPy: `numpy.negative`. Copies.
  @inlinable public static prefix func - (array: Self) -> NDArray<Item> {
    .applying(.negative, array.reader)
  }

  /// The magnitudes; that of the least integer is itself. NumPy: `numpy.absolute`. Copies.
  @inlinable public func absolute() -> NDArray<Item.Part> { .applying(.absolute, reader) }

  /// -1, 0 or 1; of complex numbers that of length 1 in their direction. NumPy: `numpy.sign`. Copies.
  @inlinable public func sign() -> NDArray<Item> { .applying(.sign, reader) }

  /// The complex conjugates; real numbers stay. NumPy: `numpy.conjugate`. Copies.
  @inlinable public func conjugate() -> NDArray<Item> { .applying(.conjugate, reader) }

  /// The magnitudes with the signs of another array; of real floating-point numbers only.
  ///
  /// NumPy: `numpy.copysign`. Copies.
  @inlinable public func withSign(of other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.copySign, reader, other.reader)
  }

  /// The magnitudes with the signs of another array; of real floating-point numbers only.
  ///
  /// NumPy: `numpy.copysign`. Copies.
  @inlinable public func withSign(of other: Item) -> NDArray<Item> {
    .applying(.copySign, reader, NDArray(scalar: other))
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// Whether both are true: not zero. NumPy: `numpy.logical_and`. Copies.
  @inlinable public static func .&& (left: Self, right: NDArray<Item>) -> NDArray<Bool> {
    .applying(.logicalAnd, left.reader, right)
  }

  /// Whether both are true: not zero. NumPy: `numpy.logical_and`. Copies.
  @inlinable public static func .&& (left: Self, right: FrozenArray<Item>) -> NDArray<Bool> {
    .applying(.logicalAnd, left.reader, right.reader)
  }

  /// Whether both are true: not zero. NumPy: `numpy.logical_and`. Copies.
  @inlinable public static func .&& (left: Self, right: Item) -> NDArray<Bool> {
    .applying(.logicalAnd, left.reader, NDArray(scalar: right))
  }

  /// Whether both are true: not zero. NumPy: `numpy.logical_and`. Copies.
  @inlinable public static func .&& (left: Item, right: Self) -> NDArray<Bool> {
    .applying(.logicalAnd, NDArray(scalar: left), right.reader)
  }

  /// Whether one is true: not zero. NumPy: `numpy.logical_or`. Copies.
  @inlinable public static func .|| (left: Self, right: NDArray<Item>) -> NDArray<Bool> {
    .applying(.logicalOr, left.reader, right)
  }

  /// Whether one is true: not zero. NumPy: `numpy.logical_or`. Copies.
  @inlinable public static func .|| (left: Self, right: FrozenArray<Item>) -> NDArray<Bool> {
    .applying(.logicalOr, left.reader, right.reader)
  }

  /// Whether one is true: not zero. NumPy: `numpy.logical_or`. Copies.
  @inlinable public static func .|| (left: Self, right: Item) -> NDArray<Bool> {
    .applying(.logicalOr, left.reader, NDArray(scalar: right))
  }

  /// Whether one is true: not zero. NumPy: `numpy.logical_or`. Copies.
  @inlinable public static func .|| (left: Item, right: Self) -> NDArray<Bool> {
    .applying(.logicalOr, NDArray(scalar: left), right.reader)
  }

  /// Whether each element is zero. NumPy: `numpy.logical_not`. Copies.
  @inlinable public static prefix func .! (array: Self) -> NDArray<Bool> {
    .applying(.logicalNot, array.reader)
  }

  /// Whether one of both is true and the other is not. NumPy: `numpy.logical_xor`. Copies.
  @inlinable public func logicalXor(_ other: some TypedArray<Item>) -> NDArray<Bool> {
    .applying(.logicalXor, reader, other.reader)
  }

  /// Whether each element is NaN. NumPy: `numpy.isnan`. Copies.
  @inlinable public func isNaN() -> NDArray<Bool> { .applying(.isNaN, reader) }

  /// Whether each element is infinite. NumPy: `numpy.isinf`. Copies.
  @inlinable public func isInfinite() -> NDArray<Bool> { .applying(.isInf, reader) }

  /// Whether each element is neither infinite nor NaN. NumPy: `numpy.isfinite`. Copies.
  @inlinable public func isFinite() -> NDArray<Bool> { .applying(.isFinite, reader) }

  /// Whether the sign of each element is set, that of -0 and NaN too; traps for complex numbers.
  ///
  /// NumPy: `numpy.signbit`. Copies.
  @inlinable public func hasMinusSign() -> NDArray<Bool> { .applying(.signBit, reader) }
}

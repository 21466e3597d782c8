// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

// Where Swift's own operators end in bits or truth values, these start with a dot, as those of SIMD
// vectors do, and bind less than comparisons: `a .> 1 .& a .< 5`.
prefix operator .~
infix operator .<< : BitwiseShiftPrecedence
infix operator .>> : BitwiseShiftPrecedence
infix operator .&& : LogicalConjunctionPrecedence
infix operator .|| : LogicalDisjunctionPrecedence
infix operator .<<= : AssignmentPrecedence
infix operator .>>= : AssignmentPrecedence

extension TypedArray where Item: Scalar {
  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_and`. Copies.
  @inlinable public static func .& (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.bitwiseAnd, left.reader, right)
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_and`. Copies.
  @inlinable public static func .& (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.bitwiseAnd, left.reader, right.reader)
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_and`. Copies.
  @inlinable public static func .& (left: Self, right: Item) -> NDArray<Item> {
    .applying(.bitwiseAnd, left.reader, NDArray(scalar: right))
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_and`. Copies.
  @inlinable public static func .& (left: Item, right: Self) -> NDArray<Item> {
    .applying(.bitwiseAnd, NDArray(scalar: left), right.reader)
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_or`. Copies.
  @inlinable public static func .| (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.bitwiseOr, left.reader, right)
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_or`. Copies.
  @inlinable public static func .| (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.bitwiseOr, left.reader, right.reader)
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_or`. Copies.
  @inlinable public static func .| (left: Self, right: Item) -> NDArray<Item> {
    .applying(.bitwiseOr, left.reader, NDArray(scalar: right))
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_or`. Copies.
  @inlinable public static func .| (left: Item, right: Self) -> NDArray<Item> {
    .applying(.bitwiseOr, NDArray(scalar: left), right.reader)
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_xor`. Copies.
  @inlinable public static func .^ (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.bitwiseXor, left.reader, right)
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_xor`. Copies.
  @inlinable public static func .^ (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.bitwiseXor, left.reader, right.reader)
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_xor`. Copies.
  @inlinable public static func .^ (left: Self, right: Item) -> NDArray<Item> {
    .applying(.bitwiseXor, left.reader, NDArray(scalar: right))
  }

  /// Bit by bit; truth values too. NumPy: `numpy.bitwise_xor`. Copies.
  @inlinable public static func .^ (left: Item, right: Self) -> NDArray<Item> {
    .applying(.bitwiseXor, NDArray(scalar: left), right.reader)
  }

  /// Bits move left; all go where the count is the width or more. NumPy: `numpy.left_shift`. Copies.
  @inlinable public static func .<< (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.leftShift, left.reader, right)
  }

  /// Bits move left; all go where the count is the width or more. NumPy: `numpy.left_shift`. Copies.
  @inlinable public static func .<< (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.leftShift, left.reader, right.reader)
  }

  /// Bits move left; all go where the count is the width or more. NumPy: `numpy.left_shift`. Copies.
  @inlinable public static func .<< (left: Self, right: Item) -> NDArray<Item> {
    .applying(.leftShift, left.reader, NDArray(scalar: right))
  }

  /// Bits move left; all go where the count is the width or more. NumPy: `numpy.left_shift`. Copies.
  @inlinable public static func .<< (left: Item, right: Self) -> NDArray<Item> {
    .applying(.leftShift, NDArray(scalar: left), right.reader)
  }

  /// Bits move right, copies of the sign after them. NumPy: `numpy.right_shift`. Copies.
  @inlinable public static func .>> (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.rightShift, left.reader, right)
  }

  /// Bits move right, copies of the sign after them. NumPy: `numpy.right_shift`. Copies.
  @inlinable public static func .>> (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.rightShift, left.reader, right.reader)
  }

  /// Bits move right, copies of the sign after them. NumPy: `numpy.right_shift`. Copies.
  @inlinable public static func .>> (left: Self, right: Item) -> NDArray<Item> {
    .applying(.rightShift, left.reader, NDArray(scalar: right))
  }

  /// Bits move right, copies of the sign after them. NumPy: `numpy.right_shift`. Copies.
  @inlinable public static func .>> (left: Item, right: Self) -> NDArray<Item> {
    .applying(.rightShift, NDArray(scalar: left), right.reader)
  }

  /// Every bit turned; truth values negated. NumPy: `numpy.invert`. Copies.
  @inlinable public static prefix func .~ (array: Self) -> NDArray<Item> {
    .applying(.invert, array.reader)
  }
}

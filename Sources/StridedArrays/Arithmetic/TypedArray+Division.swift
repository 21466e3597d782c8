// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The remainder, with the sign of the divisor; of division by 0, 0 or NaN. NumPy: `numpy.remainder`. Copies.
  @inlinable public static func % (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.remainder, left.reader, right)
  }

  /// The remainder, with the sign of the divisor; of division by 0, 0 or NaN. NumPy: `numpy.remainder`. Copies.
  @inlinable public static func % (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.remainder, left.reader, right.reader)
  }

  /// The remainder, with the sign of the divisor; of division by 0, 0 or NaN. NumPy: `numpy.remainder`. Copies.
  @inlinable public static func % (left: Self, right: Item) -> NDArray<Item> {
    .applying(.remainder, left.reader, NDArray(scalar: right))
  }

  /// The remainder, with the sign of the divisor; of division by 0, 0 or NaN. NumPy: `numpy.remainder`. Copies.
  @inlinable public static func % (left: Item, right: Self) -> NDArray<Item> {
    .applying(.remainder, NDArray(scalar: left), right.reader)
  }

  /// The quotients, rounded down; of integers divided by 0, 0.
  ///
  /// NumPy: `numpy.floor_divide`. Copies.
  @inlinable public func floorDivided(by other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.floorDivide, reader, other.reader)
  }

  /// The quotients, rounded down; of integers divided by 0, 0.
  ///
  /// NumPy: `numpy.floor_divide`. Copies.
  @inlinable public func floorDivided(by other: Item) -> NDArray<Item> {
    .applying(.floorDivide, reader, NDArray(scalar: other))
  }

  /// The remainders with the sign of this array's elements.
  ///
  /// NumPy: `numpy.fmod`. Copies.
  @inlinable public func fmod(_ other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.fmod, reader, other.reader)
  }

  /// The remainders with the sign of this array's elements.
  ///
  /// NumPy: `numpy.fmod`. Copies.
  @inlinable public func fmod(_ other: Item) -> NDArray<Item> {
    .applying(.fmod, reader, NDArray(scalar: other))
  }

  /// The quotients, rounded down, and the remainders, which have the sign of the divisor.
  ///
  /// NumPy: `numpy.divmod`. Copies.
  public func divmod(
    _ other: some TypedArray<Item>
  ) -> (quotient: NDArray<Item>, remainder: NDArray<Item>) {
    NDArray<Item>.attempt { () throws(ArrayError) in
      let (quotient, remainder) = try AnyNDArray.apply(.divmod, erased, other.erased)
      return (NDArray<Item>(adopting: quotient), NDArray<Item>(adopting: remainder))
    }
  }

  /// The quotients, rounded down, and the remainders, which have the sign of the divisor.
  ///
  /// NumPy: `numpy.divmod`. Copies.
  public func divmod(_ other: Item) -> (quotient: NDArray<Item>, remainder: NDArray<Item>) {
    divmod(NDArray<Item>(scalar: other))
  }
}

extension TypedArray where Item: IntegerScalar {
  /// The greatest common divisors; that of 0 and a number is the number.
  ///
  /// NumPy: `numpy.gcd`. Copies.
  @inlinable public func greatestCommonDivisor(with other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.gcd, reader, other.reader)
  }

  /// The greatest common divisors; that of 0 and a number is the number.
  ///
  /// NumPy: `numpy.gcd`. Copies.
  @inlinable public func greatestCommonDivisor(with other: Item) -> NDArray<Item> {
    .applying(.gcd, reader, NDArray(scalar: other))
  }

  /// The least common multiples; too large ones wrap.
  ///
  /// NumPy: `numpy.lcm`. Copies.
  @inlinable public func leastCommonMultiple(with other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.lcm, reader, other.reader)
  }

  /// The least common multiples; too large ones wrap.
  ///
  /// NumPy: `numpy.lcm`. Copies.
  @inlinable public func leastCommonMultiple(with other: Item) -> NDArray<Item> {
    .applying(.lcm, reader, NDArray(scalar: other))
  }

  /// The number of bits that are set in each magnitude. NumPy: `numpy.bitwise_count`. Copies.
  @inlinable public func bitCount() -> NDArray<UInt8> { .applying(.bitwiseCount, reader) }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

// The parts of floating-point numbers.
extension TypedArray where Item: FloatScalar {
  /// The lengths of the pairs, without overflow on the way; the error is below 1 ulp.
  ///
  /// NumPy: `numpy.hypot`. Copies.
  @inlinable public func hypot(_ other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.hypot, reader, other.reader)
  }

  /// The lengths of the pairs, without overflow on the way; the error is below 1 ulp.
  ///
  /// NumPy: `numpy.hypot`. Copies.
  @inlinable public func hypot(_ other: Item) -> NDArray<Item> {
    .applying(.hypot, reader, NDArray(scalar: other))
  }

  /// The neighbours in the direction of another array's elements.
  ///
  /// NumPy: `numpy.nextafter`. Copies.
  @inlinable public func nextAfter(_ other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.nextAfter, reader, other.reader)
  }

  /// The neighbours in the direction of another array's elements.
  ///
  /// NumPy: `numpy.nextafter`. Copies.
  @inlinable public func nextAfter(_ other: Item) -> NDArray<Item> {
    .applying(.nextAfter, reader, NDArray(scalar: other))
  }

  /// 0 for negative elements, 1 for positive ones, the other value at zero.
  ///
  /// NumPy: `numpy.heaviside`. Copies.
  @inlinable public func heaviside(atZero other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.heaviside, reader, other.reader)
  }

  /// 0 for negative elements, 1 for positive ones, the other value at zero.
  ///
  /// NumPy: `numpy.heaviside`. Copies.
  @inlinable public func heaviside(atZero other: Item) -> NDArray<Item> {
    .applying(.heaviside, reader, NDArray(scalar: other))
  }

  /// The distances to the next number away from zero. NumPy: `numpy.spacing`. Copies.
  @inlinable public func spacing() -> NDArray<Item> { .applying(.spacing, reader) }

  /// The elements times 2 to the powers. NumPy: `numpy.ldexp`. Copies.
  public func scaled(byPowersOfTwo exponents: some TypedArray<Int32>) -> NDArray<Item> {
    NDArray<Item>.attempt { () throws(ArrayError) in
      NDArray<Item>(adopting: try AnyNDArray.apply(.ldexp, erased, exponents.erased))
    }
  }

  /// Fractions from a half up to 1, and the powers of two that they belong to.
  ///
  /// NumPy: `numpy.frexp`. Copies.
  public func frexp() -> (fraction: NDArray<Item>, exponent: NDArray<Int32>) {
    NDArray<Item>.attempt { () throws(ArrayError) in
      let (fraction, exponent) = try AnyNDArray.apply(.frexp, erased)
      return (NDArray<Item>(adopting: fraction), NDArray<Int32>(adopting: exponent))
    }
  }

  /// Fractions and whole parts, both with the sign of the element.
  ///
  /// NumPy: `numpy.modf`. Copies.
  public func modf() -> (fraction: NDArray<Item>, whole: NDArray<Item>) {
    NDArray<Item>.attempt { () throws(ArrayError) in
      let (fraction, whole) = try AnyNDArray.apply(.modf, erased)
      return (NDArray<Item>(adopting: fraction), NDArray<Item>(adopting: whole))
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  @inlinable public static func .== (left: Self, right: NDArray<Item>) -> NDArray<Bool> {
    .applying(.equal, left.reader, right)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  @inlinable public static func .== (left: Self, right: FrozenArray<Item>) -> NDArray<Bool> {
    .applying(.equal, left.reader, right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  @inlinable public static func .== (left: Self, right: Item) -> NDArray<Bool> {
    .applying(.equal, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  @inlinable public static func .== (left: Item, right: Self) -> NDArray<Bool> {
    .applying(.equal, NDArray(scalar: left), right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  @inlinable public static func .!= (left: Self, right: NDArray<Item>) -> NDArray<Bool> {
    .applying(.notEqual, left.reader, right)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  @inlinable public static func .!= (left: Self, right: FrozenArray<Item>) -> NDArray<Bool> {
    .applying(.notEqual, left.reader, right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  @inlinable public static func .!= (left: Self, right: Item) -> NDArray<Bool> {
    .applying(.notEqual, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  @inlinable public static func .!= (left: Item, right: Self) -> NDArray<Bool> {
    .applying(.notEqual, NDArray(scalar: left), right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  @inlinable public static func .< (left: Self, right: NDArray<Item>) -> NDArray<Bool> {
    .applying(.less, left.reader, right)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  @inlinable public static func .< (left: Self, right: FrozenArray<Item>) -> NDArray<Bool> {
    .applying(.less, left.reader, right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  @inlinable public static func .< (left: Self, right: Item) -> NDArray<Bool> {
    .applying(.less, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  @inlinable public static func .< (left: Item, right: Self) -> NDArray<Bool> {
    .applying(.less, NDArray(scalar: left), right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  @inlinable public static func .<= (left: Self, right: NDArray<Item>) -> NDArray<Bool> {
    .applying(.lessEqual, left.reader, right)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  @inlinable public static func .<= (left: Self, right: FrozenArray<Item>) -> NDArray<Bool> {
    .applying(.lessEqual, left.reader, right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  @inlinable public static func .<= (left: Self, right: Item) -> NDArray<Bool> {
    .applying(.lessEqual, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  @inlinable public static func .<= (left: Item, right: Self) -> NDArray<Bool> {
    .applying(.lessEqual, NDArray(scalar: left), right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  @inlinable public static func .> (left: Self, right: NDArray<Item>) -> NDArray<Bool> {
    .applying(.greater, left.reader, right)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  @inlinable public static func .> (left: Self, right: FrozenArray<Item>) -> NDArray<Bool> {
    .applying(.greater, left.reader, right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  @inlinable public static func .> (left: Self, right: Item) -> NDArray<Bool> {
    .applying(.greater, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  @inlinable public static func .> (left: Item, right: Self) -> NDArray<Bool> {
    .applying(.greater, NDArray(scalar: left), right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  @inlinable public static func .>= (left: Self, right: NDArray<Item>) -> NDArray<Bool> {
    .applying(.greaterEqual, left.reader, right)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  @inlinable public static func .>= (left: Self, right: FrozenArray<Item>) -> NDArray<Bool> {
    .applying(.greaterEqual, left.reader, right.reader)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  @inlinable public static func .>= (left: Self, right: Item) -> NDArray<Bool> {
    .applying(.greaterEqual, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  @inlinable public static func .>= (left: Item, right: Self) -> NDArray<Bool> {
    .applying(.greaterEqual, NDArray(scalar: left), right.reader)
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

extension NDArray where Item: Scalar {
  /// The results of an operation whose results are of this array's type.
  @inlinable static func applying<Input: Scalar>(
    _ operation: BinaryOperation, _ left: NDArray<Input>, _ right: NDArray<Input>
  ) -> NDArray {
    attempt { () throws(ArrayError) in
      NDArray(adopting: try AnyNDArray.apply(operation, left.erased, right.erased))
    }
  }

  /// The results of an operation on one array.
  @inlinable static func applying<Input: Scalar>(
    _ operation: UnaryOperation, _ array: NDArray<Input>
  ) -> NDArray {
    attempt { () throws(ArrayError) in
      NDArray(adopting: try AnyNDArray.apply(operation, array.erased))
    }
  }
}

// Reading operators are written on the protocol, so that frozen arrays have them too. The right side is
// not generic: an array literal there is an `NDArray`.
extension TypedArray where Item: Scalar {
  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  @inlinable public static func + (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.add, left.reader, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  @inlinable public static func + (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.add, left.reader, right.reader)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  @inlinable public static func + (left: Self, right: Item) -> NDArray<Item> {
    .applying(.add, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  @inlinable public static func + (left: Item, right: Self) -> NDArray<Item> {
    .applying(.add, NDArray(scalar: left), right.reader)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  @inlinable public static func - (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.subtract, left.reader, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  @inlinable public static func - (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.subtract, left.reader, right.reader)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  @inlinable public static func - (left: Self, right: Item) -> NDArray<Item> {
    .applying(.subtract, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  @inlinable public static func - (left: Item, right: Self) -> NDArray<Item> {
    .applying(.subtract, NDArray(scalar: left), right.reader)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  @inlinable public static func * (left: Self, right: NDArray<Item>) -> NDArray<Item> {
    .applying(.multiply, left.reader, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  @inlinable public static func * (left: Self, right: FrozenArray<Item>) -> NDArray<Item> {
    .applying(.multiply, left.reader, right.reader)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  @inlinable public static func * (left: Self, right: Item) -> NDArray<Item> {
    .applying(.multiply, left.reader, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  @inlinable public static func * (left: Item, right: Self) -> NDArray<Item> {
    .applying(.multiply, NDArray(scalar: left), right.reader)
  }

  /// True division, with broadcasting: integers give `Double`. NumPy: `numpy.divide`. Copies.
  @inlinable public static func / (left: Self, right: NDArray<Item>) -> NDArray<Item.Quotient> {
    .applying(.divide, left.reader, right)
  }

  /// True division, with broadcasting: integers give `Double`. NumPy: `numpy.divide`. Copies.
  @inlinable public static func / (left: Self, right: FrozenArray<Item>) -> NDArray<Item.Quotient> {
    .applying(.divide, left.reader, right.reader)
  }

  /// True division, with broadcasting: integers give `Double`. NumPy: `numpy.divide`. Copies.
  @inlinable public static func / (left: Self, right: Item) -> NDArray<Item.Quotient> {
    .applying(.divide, left.reader, NDArray(scalar: right))
  }

  /// True division, with broadcasting: integers give `Double`. NumPy: `numpy.divide`. Copies.
  @inlinable public static func / (left: Item, right: Self) -> NDArray<Item.Quotient> {
    .applying(.divide, NDArray(scalar: left), right.reader)
  }
}

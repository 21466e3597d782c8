// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

// Compound assignment comes in two forms. For a left side that can be set, the one with `inout` is
// preferred, so that a subscript that copies gets its result back: `a[at: i] += b` reads, adds and
// writes, as in NumPy. A plain subscript gives a view, which is updated in place; that it is then
// stored where it lies does nothing. The other form works on a `let`, and on the view that a
// function gives.
//
// Through a subscript that copies, an element that is picked twice is changed once; `add(_:at:)`
// accumulates.
extension NDArray where Item: Scalar {
  /// Applies an operation in place: one pass over the left side, nothing copied back.
  @inlinable static func update(_ operation: BinaryOperation, _ left: NDArray, _ right: NDArray) {
    attempt { () throws(ArrayError) in
      try AnyNDArray.apply(operation, left.erased, right.erased, into: left.erased)
    }
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a += b`.
  @_disfavoredOverload @inlinable public static func += (left: NDArray, right: NDArray) {
    update(.add, left, right)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a += b`.
  @inlinable public static func += (left: inout NDArray, right: NDArray) {
    update(.add, left, right)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a += b`.
  @_disfavoredOverload @inlinable public static func += (left: NDArray, right: FrozenArray<Item>) {
    update(.add, left, right.reader)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a += b`.
  @inlinable public static func += (left: inout NDArray, right: FrozenArray<Item>) {
    update(.add, left, right.reader)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a += b`.
  @_disfavoredOverload @inlinable public static func += (left: NDArray, right: Item) {
    update(.add, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a += b`.
  @inlinable public static func += (left: inout NDArray, right: Item) {
    update(.add, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a -= b`.
  @_disfavoredOverload @inlinable public static func -= (left: NDArray, right: NDArray) {
    update(.subtract, left, right)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a -= b`.
  @inlinable public static func -= (left: inout NDArray, right: NDArray) {
    update(.subtract, left, right)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a -= b`.
  @_disfavoredOverload @inlinable public static func -= (left: NDArray, right: FrozenArray<Item>) {
    update(.subtract, left, right.reader)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a -= b`.
  @inlinable public static func -= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.subtract, left, right.reader)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a -= b`.
  @_disfavoredOverload @inlinable public static func -= (left: NDArray, right: Item) {
    update(.subtract, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a -= b`.
  @inlinable public static func -= (left: inout NDArray, right: Item) {
    update(.subtract, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a *= b`.
  @_disfavoredOverload @inlinable public static func *= (left: NDArray, right: NDArray) {
    update(.multiply, left, right)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a *= b`.
  @inlinable public static func *= (left: inout NDArray, right: NDArray) {
    update(.multiply, left, right)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a *= b`.
  @_disfavoredOverload @inlinable public static func *= (left: NDArray, right: FrozenArray<Item>) {
    update(.multiply, left, right.reader)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a *= b`.
  @inlinable public static func *= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.multiply, left, right.reader)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a *= b`.
  @_disfavoredOverload @inlinable public static func *= (left: NDArray, right: Item) {
    update(.multiply, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a *= b`.
  @inlinable public static func *= (left: inout NDArray, right: Item) {
    update(.multiply, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a %= b`.
  @_disfavoredOverload @inlinable public static func %= (left: NDArray, right: NDArray) {
    update(.remainder, left, right)
  }

  /// In place, with broadcasting. NumPy: `a %= b`.
  @inlinable public static func %= (left: inout NDArray, right: NDArray) {
    update(.remainder, left, right)
  }

  /// In place, with broadcasting. NumPy: `a %= b`.
  @_disfavoredOverload @inlinable public static func %= (left: NDArray, right: FrozenArray<Item>) {
    update(.remainder, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a %= b`.
  @inlinable public static func %= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.remainder, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a %= b`.
  @_disfavoredOverload @inlinable public static func %= (left: NDArray, right: Item) {
    update(.remainder, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a %= b`.
  @inlinable public static func %= (left: inout NDArray, right: Item) {
    update(.remainder, left, NDArray(scalar: right))
  }
}

extension NDArray where Item: Scalar, Item.Quotient == Item {
  /// True division in place, with broadcasting. NumPy: `a /= b`.
  @_disfavoredOverload @inlinable public static func /= (left: NDArray, right: NDArray) {
    update(.divide, left, right)
  }

  /// True division in place, with broadcasting. NumPy: `a /= b`.
  @inlinable public static func /= (left: inout NDArray, right: NDArray) {
    update(.divide, left, right)
  }

  /// True division in place, with broadcasting. NumPy: `a /= b`.
  @_disfavoredOverload @inlinable public static func /= (left: NDArray, right: FrozenArray<Item>) {
    update(.divide, left, right.reader)
  }

  /// True division in place, with broadcasting. NumPy: `a /= b`.
  @inlinable public static func /= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.divide, left, right.reader)
  }

  /// True division in place, with broadcasting. NumPy: `a /= b`.
  @_disfavoredOverload @inlinable public static func /= (left: NDArray, right: Item) {
    update(.divide, left, NDArray(scalar: right))
  }

  /// True division in place, with broadcasting. NumPy: `a /= b`.
  @inlinable public static func /= (left: inout NDArray, right: Item) {
    update(.divide, left, NDArray(scalar: right))
  }
}

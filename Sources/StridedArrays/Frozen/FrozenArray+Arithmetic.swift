// SPDX-License-Identifier: Apache-2.0

public import StridedMemory

// The operators of `NDArray` on what it reads; a frozen array has no compound assignment.
extension FrozenArray where Item: Scalar {
  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: FrozenArray, right: FrozenArray) -> NDArray<Item> {
    left.reader + right.reader
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: FrozenArray, right: NDArray<Item>) -> NDArray<Item> {
    left.reader + right
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: NDArray<Item>, right: FrozenArray) -> NDArray<Item> {
    left + right.reader
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: FrozenArray, right: Item) -> NDArray<Item> { left.reader + right }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: Item, right: FrozenArray) -> NDArray<Item> { left + right.reader }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: FrozenArray, right: FrozenArray) -> NDArray<Item> {
    left.reader - right.reader
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: FrozenArray, right: NDArray<Item>) -> NDArray<Item> {
    left.reader - right
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: NDArray<Item>, right: FrozenArray) -> NDArray<Item> {
    left - right.reader
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: FrozenArray, right: Item) -> NDArray<Item> { left.reader - right }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: Item, right: FrozenArray) -> NDArray<Item> { left - right.reader }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: FrozenArray, right: FrozenArray) -> NDArray<Item> {
    left.reader * right.reader
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: FrozenArray, right: NDArray<Item>) -> NDArray<Item> {
    left.reader * right
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: NDArray<Item>, right: FrozenArray) -> NDArray<Item> {
    left * right.reader
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: FrozenArray, right: Item) -> NDArray<Item> { left.reader * right }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: Item, right: FrozenArray) -> NDArray<Item> { left * right.reader }

  /// Element by element, with broadcasting; integers give `Double`. NumPy: `numpy.divide`. Copies.
  public static func / (left: FrozenArray, right: FrozenArray) -> NDArray<Item.Quotient> {
    left.reader / right.reader
  }

  /// Element by element, with broadcasting; integers give `Double`. NumPy: `numpy.divide`. Copies.
  public static func / (left: FrozenArray, right: NDArray<Item>) -> NDArray<Item.Quotient> {
    left.reader / right
  }

  /// Element by element, with broadcasting; integers give `Double`. NumPy: `numpy.divide`. Copies.
  public static func / (left: NDArray<Item>, right: FrozenArray) -> NDArray<Item.Quotient> {
    left / right.reader
  }

  /// Element by element, with broadcasting; integers give `Double`. NumPy: `numpy.divide`. Copies.
  public static func / (left: FrozenArray, right: Item) -> NDArray<Item.Quotient> {
    left.reader / right
  }

  /// Element by element, with broadcasting; integers give `Double`. NumPy: `numpy.divide`. Copies.
  public static func / (left: Item, right: FrozenArray) -> NDArray<Item.Quotient> {
    left / right.reader
  }
}

extension FrozenArray where Item: Scalar {
  /// The sum of all elements; small integers sum in the machine's word. NumPy: `numpy.sum`.
  public func sum() -> Item.Sum { reader.sum() }

  /// The sums along axes. NumPy: `numpy.sum(axis=)`. Copies.
  public func sum(axes: [Int], keepingAxes: Bool = false) -> NDArray<Item.Sum> {
    reader.sum(axes: axes, keepingAxes: keepingAxes)
  }

  /// The sums along one axis. NumPy: `numpy.sum(axis=)`. Copies.
  public func sum(axis: Int, keepingAxes: Bool = false) -> NDArray<Item.Sum> {
    reader.sum(axis: axis, keepingAxes: keepingAxes)
  }

  /// The smallest element; NaN wins. NumPy: `numpy.min`.
  public func min() -> Item { reader.min() }

  /// The largest element; NaN wins. NumPy: `numpy.max`.
  public func max() -> Item { reader.max() }
}

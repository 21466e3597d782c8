// SPDX-License-Identifier: Apache-2.0

import StridedLoops
public import StridedMemory

extension Deferred {
  /// Element by element, when it is computed. NumPy: `numpy.add`.
  public static func + (left: Deferred, right: some Deferrable<Item>) -> Deferred {
    left.applying(.add, right.deferred)
  }

  /// Element by element, when it is computed. NumPy: `numpy.add`.
  public static func + (left: some TypedArray<Item>, right: Deferred) -> Deferred {
    left.deferred.applying(.add, right)
  }

  /// Element by element, when it is computed. NumPy: `numpy.add`.
  public static func + (left: Deferred, right: Item) -> Deferred {
    left.applying(.add, right)
  }

  /// Element by element, when it is computed. NumPy: `numpy.add`.
  public static func + (left: Item, right: Deferred) -> Deferred {
    right.applying(.add, left, isExchanged: true)
  }

  /// Element by element, when it is computed. NumPy: `numpy.subtract`.
  public static func - (left: Deferred, right: some Deferrable<Item>) -> Deferred {
    left.applying(.subtract, right.deferred)
  }

  /// Element by element, when it is computed. NumPy: `numpy.subtract`.
  public static func - (left: some TypedArray<Item>, right: Deferred) -> Deferred {
    left.deferred.applying(.subtract, right)
  }

  /// Element by element, when it is computed. NumPy: `numpy.subtract`.
  public static func - (left: Deferred, right: Item) -> Deferred {
    left.applying(.subtract, right)
  }

  /// Element by element, when it is computed. NumPy: `numpy.subtract`.
  public static func - (left: Item, right: Deferred) -> Deferred {
    right.applying(.subtract, left, isExchanged: true)
  }

  /// Element by element, when it is computed. NumPy: `numpy.multiply`.
  public static func * (left: Deferred, right: some Deferrable<Item>) -> Deferred {
    left.applying(.multiply, right.deferred)
  }

  /// Element by element, when it is computed. NumPy: `numpy.multiply`.
  public static func * (left: some TypedArray<Item>, right: Deferred) -> Deferred {
    left.deferred.applying(.multiply, right)
  }

  /// Element by element, when it is computed. NumPy: `numpy.multiply`.
  public static func * (left: Deferred, right: Item) -> Deferred {
    left.applying(.multiply, right)
  }

  /// Element by element, when it is computed. NumPy: `numpy.multiply`.
  public static func * (left: Item, right: Deferred) -> Deferred {
    right.applying(.multiply, left, isExchanged: true)
  }

  /// The negatives, when they are computed. NumPy: `numpy.negative`.
  public static prefix func - (formula: Deferred) -> Deferred { formula.applying(.negative) }
}

extension Deferred where Item.Quotient == Item {
  /// Element by element, when it is computed. NumPy: `numpy.divide`.
  public static func / (left: Deferred, right: some Deferrable<Item>) -> Deferred {
    left.applying(.divide, right.deferred)
  }

  /// Element by element, when it is computed. NumPy: `numpy.divide`.
  public static func / (left: some TypedArray<Item>, right: Deferred) -> Deferred {
    left.deferred.applying(.divide, right)
  }

  /// Element by element, when it is computed. NumPy: `numpy.divide`.
  public static func / (left: Deferred, right: Item) -> Deferred {
    left.applying(.divide, right)
  }

  /// Element by element, when it is computed. NumPy: `numpy.divide`.
  public static func / (left: Item, right: Deferred) -> Deferred {
    right.applying(.divide, left, isExchanged: true)
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
public import StridedMemory

extension NDArray where Item: Scalar {
  static func apply<Result: Scalar>(
    _ operation: BinaryOperation, _ left: NDArray, _ right: NDArray, as: Result.Type
  ) -> NDArray<Result> {
    attempt { () throws(ArrayError) in
      NDArray<Result>(
        adopting: try AnyNDArray.apply(operation, left.erased, right.erased))
    }
  }

  /// Applies an operation in place: one pass over the left side, nothing copied back.
  static func update(_ operation: BinaryOperation, _ left: NDArray, _ right: NDArray) {
    attempt { () throws(ArrayError) in
      try AnyNDArray.apply(operation, left.erased, right.erased, into: left.erased)
    }
  }
}

// Compound assignment takes its left side without `inout`, so that it works on a `let` and on the
// view that a subscript gives.
extension NDArray where Item: Scalar {

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: NDArray, right: NDArray) -> NDArray {
    apply(.add, left, right, as: Item.self)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: NDArray, right: Item) -> NDArray {
    apply(.add, left, NDArray(scalar: right), as: Item.self)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: Item, right: NDArray) -> NDArray {
    apply(.add, NDArray(scalar: left), right, as: Item.self)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a += b`.
  public static func += (left: NDArray, right: NDArray) { update(.add, left, right) }

  /// In place, with broadcasting; integers wrap. NumPy: `a += b`.
  public static func += (left: NDArray, right: Item) { update(.add, left, NDArray(scalar: right)) }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: NDArray, right: NDArray) -> NDArray {
    apply(.subtract, left, right, as: Item.self)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: NDArray, right: Item) -> NDArray {
    apply(.subtract, left, NDArray(scalar: right), as: Item.self)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: Item, right: NDArray) -> NDArray {
    apply(.subtract, NDArray(scalar: left), right, as: Item.self)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a -= b`.
  public static func -= (left: NDArray, right: NDArray) { update(.subtract, left, right) }

  /// In place, with broadcasting; integers wrap. NumPy: `a -= b`.
  public static func -= (left: NDArray, right: Item) {
    update(.subtract, left, NDArray(scalar: right))
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: NDArray, right: NDArray) -> NDArray {
    apply(.multiply, left, right, as: Item.self)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: NDArray, right: Item) -> NDArray {
    apply(.multiply, left, NDArray(scalar: right), as: Item.self)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: Item, right: NDArray) -> NDArray {
    apply(.multiply, NDArray(scalar: left), right, as: Item.self)
  }

  /// In place, with broadcasting; integers wrap. NumPy: `a *= b`.
  public static func *= (left: NDArray, right: NDArray) { update(.multiply, left, right) }

  /// In place, with broadcasting; integers wrap. NumPy: `a *= b`.
  public static func *= (left: NDArray, right: Item) {
    update(.multiply, left, NDArray(scalar: right))
  }

  /// True division, with broadcasting: integers give `Double`. NumPy: `numpy.divide`. Copies.
  public static func / (left: NDArray, right: NDArray) -> NDArray<Item.Quotient> {
    apply(.divide, left, right, as: Item.Quotient.self)
  }

  /// True division, with broadcasting: integers give `Double`. NumPy: `numpy.divide`. Copies.
  public static func / (left: NDArray, right: Item) -> NDArray<Item.Quotient> {
    apply(.divide, left, NDArray(scalar: right), as: Item.Quotient.self)
  }

  /// True division, with broadcasting: integers give `Double`. NumPy: `numpy.divide`. Copies.
  public static func / (left: Item, right: NDArray) -> NDArray<Item.Quotient> {
    apply(.divide, NDArray(scalar: left), right, as: Item.Quotient.self)
  }
}

extension NDArray where Item: Scalar, Item.Quotient == Item {
  /// True division in place, with broadcasting. NumPy: `a /= b`.
  public static func /= (left: NDArray, right: NDArray) { update(.divide, left, right) }

  /// True division in place, with broadcasting. NumPy: `a /= b`.
  public static func /= (left: NDArray, right: Item) {
    update(.divide, left, NDArray(scalar: right))
  }

}

extension NDArray where Item: Scalar {
  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  public static func .== (left: NDArray, right: NDArray) -> NDArray<Bool> {
    apply(.equal, left, right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  public static func .== (left: NDArray, right: Item) -> NDArray<Bool> {
    apply(.equal, left, NDArray(scalar: right), as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  public static func .== (left: Item, right: NDArray) -> NDArray<Bool> {
    apply(.equal, NDArray(scalar: left), right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  public static func .!= (left: NDArray, right: NDArray) -> NDArray<Bool> {
    apply(.notEqual, left, right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  public static func .!= (left: NDArray, right: Item) -> NDArray<Bool> {
    apply(.notEqual, left, NDArray(scalar: right), as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  public static func .!= (left: Item, right: NDArray) -> NDArray<Bool> {
    apply(.notEqual, NDArray(scalar: left), right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  public static func .< (left: NDArray, right: NDArray) -> NDArray<Bool> {
    apply(.less, left, right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  public static func .< (left: NDArray, right: Item) -> NDArray<Bool> {
    apply(.less, left, NDArray(scalar: right), as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  public static func .< (left: Item, right: NDArray) -> NDArray<Bool> {
    apply(.less, NDArray(scalar: left), right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  public static func .<= (left: NDArray, right: NDArray) -> NDArray<Bool> {
    apply(.lessEqual, left, right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  public static func .<= (left: NDArray, right: Item) -> NDArray<Bool> {
    apply(.lessEqual, left, NDArray(scalar: right), as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  public static func .<= (left: Item, right: NDArray) -> NDArray<Bool> {
    apply(.lessEqual, NDArray(scalar: left), right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  public static func .> (left: NDArray, right: NDArray) -> NDArray<Bool> {
    apply(.greater, left, right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  public static func .> (left: NDArray, right: Item) -> NDArray<Bool> {
    apply(.greater, left, NDArray(scalar: right), as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  public static func .> (left: Item, right: NDArray) -> NDArray<Bool> {
    apply(.greater, NDArray(scalar: left), right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  public static func .>= (left: NDArray, right: NDArray) -> NDArray<Bool> {
    apply(.greaterEqual, left, right, as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  public static func .>= (left: NDArray, right: Item) -> NDArray<Bool> {
    apply(.greaterEqual, left, NDArray(scalar: right), as: Bool.self)
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  public static func .>= (left: Item, right: NDArray) -> NDArray<Bool> {
    apply(.greaterEqual, NDArray(scalar: left), right, as: Bool.self)
  }

}

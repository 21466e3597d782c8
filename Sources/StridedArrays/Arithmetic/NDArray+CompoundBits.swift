// SPDX-License-Identifier: Apache-2.0

import StridedLoops
public import StridedMemory

// Each in two forms, as `+=` is.
extension NDArray where Item: Scalar {
  /// In place, with broadcasting. NumPy: `a &= b`.
  @_disfavoredOverload public static func .&= (left: NDArray, right: NDArray) {
    update(.bitwiseAnd, left, right)
  }

  /// In place, with broadcasting. NumPy: `a &= b`.
  public static func .&= (left: inout NDArray, right: NDArray) {
    update(.bitwiseAnd, left, right)
  }

  /// In place, with broadcasting. NumPy: `a &= b`.
  @_disfavoredOverload public static func .&= (left: NDArray, right: FrozenArray<Item>) {
    update(.bitwiseAnd, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a &= b`.
  public static func .&= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.bitwiseAnd, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a &= b`.
  @_disfavoredOverload public static func .&= (left: NDArray, right: Item) {
    update(.bitwiseAnd, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a &= b`.
  public static func .&= (left: inout NDArray, right: Item) {
    update(.bitwiseAnd, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a |= b`.
  @_disfavoredOverload public static func .|= (left: NDArray, right: NDArray) {
    update(.bitwiseOr, left, right)
  }

  /// In place, with broadcasting. NumPy: `a |= b`.
  public static func .|= (left: inout NDArray, right: NDArray) {
    update(.bitwiseOr, left, right)
  }

  /// In place, with broadcasting. NumPy: `a |= b`.
  @_disfavoredOverload public static func .|= (left: NDArray, right: FrozenArray<Item>) {
    update(.bitwiseOr, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a |= b`.
  public static func .|= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.bitwiseOr, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a |= b`.
  @_disfavoredOverload public static func .|= (left: NDArray, right: Item) {
    update(.bitwiseOr, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a |= b`.
  public static func .|= (left: inout NDArray, right: Item) {
    update(.bitwiseOr, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a ^= b`.
  @_disfavoredOverload public static func .^= (left: NDArray, right: NDArray) {
    update(.bitwiseXor, left, right)
  }

  /// In place, with broadcasting. NumPy: `a ^= b`.
  public static func .^= (left: inout NDArray, right: NDArray) {
    update(.bitwiseXor, left, right)
  }

  /// In place, with broadcasting. NumPy: `a ^= b`.
  @_disfavoredOverload public static func .^= (left: NDArray, right: FrozenArray<Item>) {
    update(.bitwiseXor, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a ^= b`.
  public static func .^= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.bitwiseXor, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a ^= b`.
  @_disfavoredOverload public static func .^= (left: NDArray, right: Item) {
    update(.bitwiseXor, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a ^= b`.
  public static func .^= (left: inout NDArray, right: Item) {
    update(.bitwiseXor, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a <<= b`.
  @_disfavoredOverload public static func .<<= (left: NDArray, right: NDArray) {
    update(.leftShift, left, right)
  }

  /// In place, with broadcasting. NumPy: `a <<= b`.
  public static func .<<= (left: inout NDArray, right: NDArray) {
    update(.leftShift, left, right)
  }

  /// In place, with broadcasting. NumPy: `a <<= b`.
  @_disfavoredOverload public static func .<<= (left: NDArray, right: FrozenArray<Item>) {
    update(.leftShift, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a <<= b`.
  public static func .<<= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.leftShift, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a <<= b`.
  @_disfavoredOverload public static func .<<= (left: NDArray, right: Item) {
    update(.leftShift, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a <<= b`.
  public static func .<<= (left: inout NDArray, right: Item) {
    update(.leftShift, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a >>= b`.
  @_disfavoredOverload public static func .>>= (left: NDArray, right: NDArray) {
    update(.rightShift, left, right)
  }

  /// In place, with broadcasting. NumPy: `a >>= b`.
  public static func .>>= (left: inout NDArray, right: NDArray) {
    update(.rightShift, left, right)
  }

  /// In place, with broadcasting. NumPy: `a >>= b`.
  @_disfavoredOverload public static func .>>= (left: NDArray, right: FrozenArray<Item>) {
    update(.rightShift, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a >>= b`.
  public static func .>>= (left: inout NDArray, right: FrozenArray<Item>) {
    update(.rightShift, left, right.reader)
  }

  /// In place, with broadcasting. NumPy: `a >>= b`.
  @_disfavoredOverload public static func .>>= (left: NDArray, right: Item) {
    update(.rightShift, left, NDArray(scalar: right))
  }

  /// In place, with broadcasting. NumPy: `a >>= b`.
  public static func .>>= (left: inout NDArray, right: Item) {
    update(.rightShift, left, NDArray(scalar: right))
  }
}

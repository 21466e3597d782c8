// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

/// What may stand in a formula of elements of one type: arrays, and formulas themselves.
public protocol Deferrable<Item> {
  /// The type of the elements.
  associatedtype Item: Scalar
  /// The formula.
  var deferred: Deferred<Item> { get }
}

/// A formula over arrays of one element type, computed block by block when asked for.
///
/// One array of a formula is marked, the others join it. Nothing is computed, and no memory taken,
/// before `evaluated()` or `evaluate(into:)`:
///
///     let y = (exp(-a.deferred * a / 2) * b + c).evaluated()
///
/// The results are those of the operators without the mark, bit by bit; see `Formula`. A programmer's
/// mistake traps.
public struct Deferred<Item: Scalar>: Deferrable {
  // Invariant: the results of `formula` are of type `Item`.
  let formula: Formula

  /// The formula itself.
  public var deferred: Deferred { self }

  /// The formula with its element type known at run time.
  public var erased: Formula { formula }

  /// Returns the formula of an operation whose results are of the same type.
  ///
  /// NumPy: the `numpy.ufunc` of that name.
  public func applying(_ operation: UnaryOperation) -> Deferred {
    .attempt { () throws(ArrayError) in try formula.applying(operation) }
  }

  /// Returns the formula of an operation whose results are of the same type, on these results and
  /// those of another formula.
  ///
  /// NumPy: the `numpy.ufunc` of that name.
  public func applying(_ operation: BinaryOperation, _ other: some Deferrable<Item>) -> Deferred {
    let other = other.deferred.formula
    return .attempt { () throws(ArrayError) in try formula.applying(operation, other) }
  }

  /// Returns the formula of an operation on these results and one number, which comes first if so.
  func applying(
    _ operation: BinaryOperation, _ item: Item, isExchanged: Bool = false
  ) -> Deferred {
    let item = ItemBytes(item)
    return .attempt { () throws(ArrayError) in
      try formula.applying(operation, item: item, Item.dtype, isExchanged: isExchanged)
    }
  }

  /// Computes the results into fresh memory. O(n). Copies.
  public func evaluated() -> NDArray<Item> {
    NDArray<Item>.attempt { () throws(ArrayError) in NDArray(adopting: try formula.evaluated()) }
  }

  /// Computes the results into an array, which may share memory with the arrays of the formula.
  ///
  /// O(n). Writes in place.
  public func evaluate(into target: NDArray<Item>) {
    NDArray<Item>.attempt { () throws(ArrayError) in try formula.evaluate(into: target.erased) }
  }

  static func attempt(_ body: () throws(ArrayError) -> Formula) -> Deferred {
    do throws(ArrayError) {
      let formula = try body()
      precondition(formula.dtype == Item.dtype, "the results are of another type than the elements")
      return Deferred(formula: formula)
    } catch { NDArray<Item>.trap(error) }
  }
}

extension TypedArray where Item: Scalar {
  /// The formula that is this array, to which operators add; nothing is computed yet. O(1).
  ///
  /// NumPy: what `numexpr.evaluate` is to it.
  public var deferred: Deferred<Item> {
    let array = erased
    return .attempt { () throws(ArrayError) in try Formula(array) }
  }
}

extension NDArray: Deferrable where Item: Scalar {}
extension FrozenArray: Deferrable where Item: Scalar {}

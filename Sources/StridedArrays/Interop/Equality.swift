// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Whether shapes and all elements are equal; the types need not be.
  ///
  /// This is the question about whole arrays, with one answer; elements are compared by
  /// `apply(.equal, …)`.
  ///
  /// - Parameter equalNaN: Whether NaN counts as equal to NaN at the same place.
  /// - Throws: `ArrayError` of kind `type` for records, whose bytes may hold padding.
  ///
  /// NumPy: `numpy.array_equal`. O(n).
  public func isEqual(
    to other: AnyNDArray, equalNaN: Bool = false
  ) throws(ArrayError) -> Bool {
    guard dtype.isNumber, other.dtype.isNumber else {
      throw ArrayError(
        .type, "\(dtype) and \(other.dtype) can't be compared",
        operand: dtype.isNumber ? "other" : "array")
    }
    guard shape == other.shape else { return false }
    let equal = try AnyNDArray.apply(.equal, self, other)
    if equalNaN { try equal.include(nanIn: self, other) }
    return try equal.isTrueThroughout()
  }

  /// Whether the elements differ by no more than a tolerance, element by element.
  ///
  /// An element `x` is close to `y` of `other` if they are equal, or `y` is finite and
  /// `|x - y| <= absoluteTolerance + relativeTolerance * |y|`. The test is not symmetric.
  ///
  /// - Parameter equalNaN: Whether NaN counts as close to NaN at the same place.
  /// - Throws: `ArrayError` of kind `value` if the shapes do not broadcast, of kind `type` for
  ///   records.
  ///
  /// NumPy: `numpy.isclose`. Copies.
  public func isClose(
    to other: AnyNDArray, relativeTolerance: Double = 1e-5, absoluteTolerance: Double = 1e-8,
    equalNaN: Bool = false
  ) throws(ArrayError) -> AnyNDArray {
    // Integers become Double first, so that the smallest one has a magnitude.
    let other = try other.cast(to: other.dtype.quotient, copying: .ifNeeded)
    let bound = try AnyNDArray.apply(.absolute, other)
    let relative = try NDArray(scalar: relativeTolerance).erased.cast(to: bound.dtype)
    let absolute = try NDArray(scalar: absoluteTolerance).erased.cast(to: bound.dtype)
    try AnyNDArray.apply(.multiply, bound, relative, into: bound)
    try AnyNDArray.apply(.add, bound, absolute, into: bound)
    let distance = try AnyNDArray.apply(.absolute, AnyNDArray.apply(.subtract, self, other))
    let close = try AnyNDArray.apply(.lessEqual, distance, bound)
    try AnyNDArray.apply(.minimum, close, AnyNDArray.apply(.isFinite, other), into: close)
    try AnyNDArray.apply(.maximum, close, AnyNDArray.apply(.equal, self, other), into: close)
    if equalNaN { try close.include(nanIn: self, other) }
    return close
  }

  /// Whether all elements differ by no more than a tolerance, as `isClose` says.
  ///
  /// Shapes that broadcast may differ. NumPy: `numpy.allclose`. O(n).
  public func allClose(
    to other: AnyNDArray, relativeTolerance: Double = 1e-5, absoluteTolerance: Double = 1e-8,
    equalNaN: Bool = false
  ) throws(ArrayError) -> Bool {
    try isClose(
      to: other, relativeTolerance: relativeTolerance, absoluteTolerance: absoluteTolerance,
      equalNaN: equalNaN
    ).isTrueThroughout()
  }

  /// Makes elements true where both arrays hold NaN.
  private func include(nanIn a: AnyNDArray, _ b: AnyNDArray) throws(ArrayError) {
    let both = try AnyNDArray.apply(
      .minimum, AnyNDArray.apply(.isNaN, a), AnyNDArray.apply(.isNaN, b))
    try AnyNDArray.apply(.maximum, self, both, into: self)
  }

  private func isTrueThroughout() throws(ArrayError) -> Bool {
    layout.isEmpty ? true : try min().item(as: Bool.self)
  }
}

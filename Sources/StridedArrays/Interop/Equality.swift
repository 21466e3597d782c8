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
      throw ArrayError(.type, "\(dtype) and \(other.dtype) can't be compared")
    }
    guard rank == other.rank, layout.hasLengths(of: other.layout) else { return false }
    if layout.isEmpty { return true }
    var equal = try AnyNDArray.apply(.equal, self, other)
    if equalNaN, dtype.canBeNaN, other.dtype.canBeNaN {
      // Only NaN differs from itself.
      let nan = try AnyNDArray.apply(
        .multiply, AnyNDArray.apply(.notEqual, self, self),
        AnyNDArray.apply(.notEqual, other, other))
      equal = try AnyNDArray.apply(.maximum, equal, nan)
    }
    return try equal.min().item(as: Bool.self)
  }
}

extension NDArray where Item: Equatable {
  /// Whether shapes and all elements are equal.
  ///
  /// This is the question about whole arrays, with one answer; `.==` compares element by element.
  ///
  /// - Parameter equalNaN: Whether NaN counts as equal to NaN at the same place.
  ///
  /// NumPy: `numpy.array_equal`. O(n).
  public func isEqual(to other: NDArray, equalNaN: Bool = false) -> Bool {
    if dtype.isNumber {
      return Self.attempt { () throws(ArrayError) in
        try erased.isEqual(to: other.erased, equalNaN: equalNaN)
      }
    }
    guard rank == other.rank, layout.hasLengths(of: other.layout) else { return false }
    return elements.elementsEqual(other.elements)
  }
}

extension FrozenArray where Item: Equatable {
  /// Whether shapes and all elements are equal, as `==` says, or with NaN equal to NaN.
  ///
  /// NumPy: `numpy.array_equal`. O(n).
  public func isEqual(to other: FrozenArray, equalNaN: Bool = false) -> Bool {
    reader.isEqual(to: other.reader, equalNaN: equalNaN)
  }
}

extension DType {
  /// Whether an element can differ from itself.
  fileprivate var canBeNaN: Bool { isFloat || isComplex }
}

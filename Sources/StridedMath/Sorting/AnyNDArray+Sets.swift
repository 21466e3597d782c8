// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
public import StridedMemory

// A NaN is among no elements. Errors are of kind `type` for records. O(n log n).
extension AnyNDArray {
  /// For each element, whether it is among those of `other`; inverted, whether it is not.
  ///
  /// NumPy: `numpy.isin`. Copies.
  public func isIn(
    _ other: AnyNDArray, inverted: Bool = false
  ) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("isIn") { () throws(ArrayError) in
      let common = try DType.promoted(dtype, other.dtype)
      let row = try other.cast(to: common, copying: .ifNeeded).sorted(axis: nil)
      guard row.count > 0 else { return try .full(shape, inverted, .bool) }
      let places = try row.searchSorted(self)
      let last = NDArray(scalar: row.count - 1).erased
      let found = try row.take(AnyNDArray.apply(.minimum, places, last))
      return try .apply(
        inverted ? .notEqual : .equal, found, cast(to: common, copying: .ifNeeded))
    }
  }

  /// The elements of either array, each once, in ascending order. NumPy: `numpy.union1d`. Copies.
  public func union(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("union") { () throws(ArrayError) in
      try AnyNDArray.concatenate([raveled(), other.raveled()]).unique()
    }
  }

  /// The elements of both arrays, each once, in ascending order. NumPy: `numpy.intersect1d`. Copies.
  public func intersection(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("intersection") { () throws(ArrayError) in
      let common = try DType.promoted(dtype, other.dtype)
      let mine = try cast(to: common, copying: .ifNeeded).unique()
      return try mine.extract(mine.isIn(other))
    }
  }

  /// The elements that are not among those of `other`, each once, in ascending order.
  ///
  /// NumPy: `numpy.setdiff1d`. Copies.
  public func subtracting(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("subtracting") { () throws(ArrayError) in
      let mine = try unique()
      return try mine.extract(mine.isIn(other, inverted: true))
    }
  }

  /// The elements of one array only, each once, in ascending order. NumPy: `numpy.setxor1d`. Copies.
  public func symmetricDifference(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("symmetricDifference") { () throws(ArrayError) in
      try AnyNDArray.concatenate([subtracting(other), other.subtracting(self)]).sorted()
    }
  }
}

extension TypedArray where Item: Scalar {
  /// For each element, whether it is among those of `other`; inverted, whether it is not.
  ///
  /// NumPy: `numpy.isin`. Copies.
  public func isIn(_ other: some TypedArray<Item>, inverted: Bool = false) -> NDArray<Bool> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.isIn(other.erased, inverted: inverted))
    }
  }

  /// The elements of either array, each once, in ascending order. NumPy: `numpy.union1d`. Copies.
  public func union(_ other: some TypedArray<Item>) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in NDArray(adopting: try erased.union(other.erased)) }
  }

  /// The elements of both arrays, each once, in ascending order. NumPy: `numpy.intersect1d`. Copies.
  public func intersection(_ other: some TypedArray<Item>) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.intersection(other.erased))
    }
  }

  /// The elements that are not among those of `other`, each once, in ascending order.
  ///
  /// NumPy: `numpy.setdiff1d`. Copies.
  public func subtracting(_ other: some TypedArray<Item>) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.subtracting(other.erased))
    }
  }

  /// The elements of one array only, each once, in ascending order. NumPy: `numpy.setxor1d`. Copies.
  public func symmetricDifference(_ other: some TypedArray<Item>) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.symmetricDifference(other.erased))
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
public import StridedMemory

/// The different elements of an array and where they are. NumPy: `numpy.unique_all`.
public struct UniqueElements {
  /// The elements, each once, in ascending order.
  public var values: AnyNDArray
  /// Where in the flat row-major order each occurs first.
  public var indices: AnyNDArray
  /// For each element of the array, which of the values it is; in the array's shape.
  public var inverse: AnyNDArray
  /// How often each occurs.
  public var counts: AnyNDArray
}

extension AnyNDArray {
  /// The different elements in ascending order; all NaNs count as one.
  ///
  /// O(n log n). NumPy: `numpy.unique`. Copies.
  public func unique() throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("unique") { () throws(ArrayError) in
      let sorted = try self.sorted(axis: nil)
      return try sorted.extract(sorted.starts())
    }
  }

  /// The different elements with their first positions, the way back and their counts.
  ///
  /// O(n log n). NumPy: `numpy.unique_all`. Copies.
  public func uniqueElements() throws(ArrayError) -> UniqueElements {
    try LedgerReport.naming("unique") { () throws(ArrayError) in
      let order = try argsort(axis: nil)
      let sorted = try raveled().take(order)
      let starts = try sorted.starts()
      let first = try starts.flatNonzero()
      let one = NDArray(scalar: 1).erased
      let ranks = try AnyNDArray.apply(.subtract, starts.cumulativeSum(), one)
      let inverse = try AnyNDArray.empty([count], .int)
      try inverse.put(ranks, at: order)
      let ends = try AnyNDArray.concatenate([first, NDArray([count]).erased])
      return UniqueElements(
        values: try sorted.take(first), indices: try order.take(first),
        inverse: try inverse.reshaped(shape), counts: try ends.differences())
    }
  }

  /// Truth values of a sorted row: whether an element differs from the one before it.
  private func starts() throws(ArrayError) -> AnyNDArray {
    let result = try AnyNDArray.full([count], true, .bool)
    guard count > 1 else { return result }
    let before = try view(at: [.slice(Slice(nil, -1))])
    let after = try view(at: [.slice(Slice(1))])
    let rest = try result.view(at: [.slice(Slice(1))])
    try AnyNDArray.apply(.notEqual, after, before, into: rest)
    if dtype.isFloat || dtype.isComplex {
      // A NaN after a NaN is no other: both differ from themselves.
      let isNumber = try AnyNDArray.apply(.equal, before, before)
      try AnyNDArray.apply(.multiply, rest, isNumber, into: rest)
    }
    return result
  }
}

extension AnyNDArray {
  /// For each element, whether it is among those of `other`. NumPy: `numpy.isin`. Copies.
  public func isIn(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("isIn") { () throws(ArrayError) in
      let common = try DType.promoted(dtype, other.dtype)
      let row = try other.cast(to: common, copying: .ifNeeded).sorted(axis: nil)
      guard row.count > 0 else { return try .zeros(shape, .bool) }
      let places = try row.searchSorted(self)
      let last = NDArray(scalar: row.count - 1).erased
      let found = try row.take(AnyNDArray.apply(.minimum, places, last))
      return try .apply(.equal, found, cast(to: common, copying: .ifNeeded))
    }
  }

  /// The elements of either array, each once, in ascending order. NumPy: `numpy.union1d`. Copies.
  public func union(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    try AnyNDArray.concatenate([raveled(), other.raveled()]).unique()
  }

  /// The elements of both arrays, each once, in ascending order. NumPy: `numpy.intersect1d`. Copies.
  public func intersection(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    let common = try DType.promoted(dtype, other.dtype)
    let mine = try cast(to: common, copying: .ifNeeded).unique()
    return try mine.extract(mine.isIn(other))
  }

  /// The elements that are not among those of `other`, each once, in ascending order.
  ///
  /// NumPy: `numpy.setdiff1d`. Copies.
  public func subtracting(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    let mine = try unique()
    let isAbsent = try AnyNDArray.apply(
      .notEqual, mine.isIn(other), NDArray(scalar: true).erased)
    return try mine.extract(isAbsent)
  }

  /// The elements of one array only, each once, in ascending order. NumPy: `numpy.setxor1d`. Copies.
  public func symmetricDifference(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    try AnyNDArray.concatenate([subtracting(other), other.subtracting(self)]).unique()
  }
}

extension TypedArray where Item: Scalar {
  /// The different elements in ascending order; all NaNs count as one. NumPy: `numpy.unique`. Copies.
  public func unique() -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in NDArray(adopting: try erased.unique()) }
  }

  /// For each element, whether it is among those of `other`. NumPy: `numpy.isin`. Copies.
  public func isIn(_ other: some TypedArray<Item>) -> NDArray<Bool> {
    Self.attempt { () throws(ArrayError) in NDArray(adopting: try erased.isIn(other.erased)) }
  }
}

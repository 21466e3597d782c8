// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
public import StridedMemory

/// The different elements of an array and where they are. NumPy: `numpy.unique_all`.
public struct UniqueElements {
  /// The elements, or the subarrays along an axis, each once, in ascending order.
  public var values: AnyNDArray
  /// Where each occurs first: in the flat row-major order, or along the axis.
  public var indices: AnyNDArray
  /// For each element of the array, in its shape, or for each position of the axis, which of the
  /// values it is.
  public var inverse: AnyNDArray
  /// How often each occurs.
  public var counts: AnyNDArray
}

extension AnyNDArray {
  /// The different elements in ascending order.
  ///
  /// O(n log n).
  ///
  /// - Parameter joiningNaNs: Whether all NaNs count as one; else each is another element.
  ///
  /// NumPy: `numpy.unique`, `numpy.unique_values`. Copies.
  public func unique(joiningNaNs: Bool = true) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("unique") { () throws(ArrayError) in
      let sorted = try self.sorted(axis: nil)
      return try sorted.extract(sorted.starts(joiningNaNs))
    }
  }

  /// The different subarrays along an axis, in ascending order: the first elements compare first.
  ///
  /// Subarrays with NaNs differ from all others, and come last. O(m n log n) for n subarrays of m elements.
  ///
  /// - Throws: `ArrayError` of kind `axis`, of kind `type` for records.
  ///
  /// NumPy: `numpy.unique(axis=)`. Copies.
  public func unique(axis: Int) throws(ArrayError) -> AnyNDArray {
    try uniqueElements(axis: axis).values
  }

  /// The different elements with their first positions, the way back and their counts.
  ///
  /// O(n log n). NumPy: `numpy.unique_all`. Copies.
  public func uniqueElements(joiningNaNs: Bool = true) throws(ArrayError) -> UniqueElements {
    try LedgerReport.naming("unique") { () throws(ArrayError) in
      let order = try argsort(axis: nil)
      let sorted = try raveled().take(order)
      let (first, ranks, counts) = try AnyNDArray.groups(sorted.starts(joiningNaNs), order)
      return UniqueElements(
        values: try sorted.take(first), indices: try order.take(first),
        inverse: try ranks.reshaped(shape), counts: counts)
    }
  }

  /// The different subarrays along an axis with their first positions, the way back and their
  /// counts; see `unique(axis:)`.
  ///
  /// NumPy: `numpy.unique(axis=, return_index=, return_inverse=, return_counts=)`. Copies.
  public func uniqueElements(axis: Int) throws(ArrayError) -> UniqueElements {
    let axis = try layout.normalizedAxis(axis)
    guard dtype.isNumber else { throw ArrayError(.type, "\(dtype) has no order") }
    return try LedgerReport.naming("unique") { () throws(ArrayError) in
      let length = layout.axes[axis].length
      let items = try cast(to: dtype.native, copying: .ifNeeded).movingAxes([axis], to: [0])
      let width = items.shape.dropFirst().reduce(1, *)
      let rows = try items.reshaped([length, width])
      var order = try AnyNDArray.arange(length)
      for column in (0..<width).reversed() {
        let key = try rows.view(at: [.ellipsis, .index(column)]).take(order)
        order = try order.take(key.argsort())
      }
      let sorted = try rows.take(order, axis: 0)
      let starts = try AnyNDArray.full([length], true, .bool)
      if length > 1 {
        let after = try sorted.view(at: [.slice(Slice(1))])
        let before = try sorted.view(at: [.slice(Slice(nil, -1))])
        try AnyNDArray.apply(.notEqual, after, before).any(
          axes: [1], into: starts.view(at: [.slice(Slice(1))]))
      }
      let (first, ranks, counts) = try AnyNDArray.groups(starts, order)
      let indices = try order.take(first)
      return UniqueElements(
        values: try items.take(indices, axis: 0).movingAxes([0], to: [axis]).copy(),
        indices: indices, inverse: ranks, counts: counts)
    }
  }

  /// Where groups of a sorted row start, which group each element of the unsorted row is in, and how
  /// large each is.
  private static func groups(
    _ starts: AnyNDArray, _ order: AnyNDArray
  ) throws(ArrayError) -> (first: AnyNDArray, ranks: AnyNDArray, counts: AnyNDArray) {
    let first = try starts.flatNonzero()
    let one = NDArray(scalar: 1).erased
    let ranks = try AnyNDArray.apply(.subtract, starts.cumulativeSum(), one)
    let inverse = try AnyNDArray.empty([starts.count], .int)
    try inverse.put(ranks, at: order)
    let ends = try AnyNDArray.concatenate([first, NDArray([starts.count]).erased])
    return (first, inverse, try ends.differences())
  }

  /// Truth values of a sorted row: whether an element differs from the one before it.
  private func starts(_ joiningNaNs: Bool) throws(ArrayError) -> AnyNDArray {
    let result = try AnyNDArray.full([count], true, .bool)
    guard count > 1 else { return result }
    let before = try view(at: [.slice(Slice(nil, -1))])
    let after = try view(at: [.slice(Slice(1))])
    let rest = try result.view(at: [.slice(Slice(1))])
    try AnyNDArray.apply(.notEqual, after, before, into: rest)
    if joiningNaNs, dtype.isFloat || dtype.isComplex {
      // A NaN after a NaN is no other: both differ from themselves.
      let isNumber = try AnyNDArray.apply(.equal, before, before)
      try AnyNDArray.apply(.multiply, rest, isNumber, into: rest)
    }
    return result
  }
}

extension TypedArray where Item: Scalar {
  /// The different elements in ascending order; all NaNs count as one. NumPy: `numpy.unique`.
  /// Copies.
  public func unique() -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in NDArray(adopting: try erased.unique()) }
  }

  /// The different subarrays along an axis, in ascending order. NumPy: `numpy.unique(axis=)`.
  /// Copies.
  public func unique(axis: Int) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in NDArray(adopting: try erased.unique(axis: axis)) }
  }
}

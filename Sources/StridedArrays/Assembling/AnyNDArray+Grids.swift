// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// Which axis of a grid the first of several coordinates runs along.
///
/// NumPy: the `indexing=` argument of `numpy.meshgrid`.
public enum GridIndexing: Hashable, Sendable {
  /// The second axis, as `x` in a picture.
  case xy
  /// The first axis, as the row in a matrix.
  case ij
}

extension StridedArray {
  /// Returns the coordinates of a grid: for each array, its elements repeated along the axes of
  /// the others.
  ///
  /// - Parameters:
  ///   - indexing: Whether the first array runs along the second axis or the first.
  ///   - isSparse: Whether the axes of the others stay at length 1.
  ///   - copying: `always` for fresh row-major arrays; else read-only views, which `never` insists
  ///     on.
  ///
  /// NumPy: `numpy.meshgrid(…, indexing, sparse, copy)`. Copies, or as `copying` says.
  public static func meshgrid(
    _ arrays: [Self], indexing: GridIndexing = .xy, isSparse: Bool = false,
    copying: CopyPolicy = .always
  ) throws(Failure) -> [Self] {
    try attempt { () throws(ArrayError) in
      var shape: [Int] = []
      for array in arrays { shape.append(array.count) }
      let isSwapped = indexing == .xy && arrays.count > 1
      if isSwapped { shape.swapAt(0, 1) }
      var results: [Self] = []
      for (i, array) in arrays.enumerated() {
        let axis = isSwapped && i < 2 ? 1 - i : i
        var lengths = [Int](repeating: 1, count: arrays.count)
        lengths[axis] = array.count
        // A copy is made of the finished grid only.
        let policy: CopyPolicy = copying == .never ? .never : .ifNeeded
        var grid = try array.reshaped(lengths, copying: policy).erased
        if !isSparse { grid = try grid.broadcast(to: shape) }
        results.append(Self(adopting: copying == .always ? try grid.copy() : grid))
      }
      return results
    }
  }

  /// Returns read-only views of all arrays in the one shape that they broadcast to.
  ///
  /// - Throws: `ArrayError` of kind `value` if there is none.
  ///
  /// NumPy: `numpy.broadcast_arrays`. Returns views.
  public static func broadcastTogether(_ arrays: [Self]) throws(Failure) -> [Self] {
    try attempt { () throws(ArrayError) in
      let shape = try Layout.broadcastShape(arrays.map { $0.shape })
      var views: [Self] = []
      for array in arrays {
        views.append(array.readOnlyView(try array.layout.broadcast(to: shape)))
      }
      return views
    }
  }
}

extension AnyNDArray {
  /// Returns, for every element of an array of `shape`, its index along each axis: an array whose
  /// first axis counts the axes.
  ///
  /// NumPy: `numpy.indices(shape, dtype)`.
  public static func indices(
    _ shape: [Int], _ dtype: DType = .int
  ) throws(ArrayError) -> AnyNDArray {
    let result = try empty([shape.count] + shape, dtype)
    for (axis, line) in try sparseIndices(shape, dtype).enumerated() {
      let plane = try result.layout.indexed(by: .index(axis))
      try result.view(plane).assign(from: line)
    }
    return result
  }

  /// Returns the indices along each axis of an array of `shape`, the other axes of length 1.
  ///
  /// NumPy: `numpy.indices(shape, dtype, sparse=True)`.
  public static func sparseIndices(
    _ shape: [Int], _ dtype: DType = .int
  ) throws(ArrayError) -> [AnyNDArray] {
    // Negative and too large shapes are refused here.
    _ = try Layout.dense(shape: shape, itemSize: dtype.itemSize)
    var lines: [AnyNDArray] = []
    for (axis, length) in shape.enumerated() {
      var lengths = [Int](repeating: 1, count: shape.count)
      lengths[axis] = length
      let positions = try counting(length)
      lines.append(try positions.reshaped(lengths).cast(to: dtype, copying: .ifNeeded))
    }
    return lines
  }
}

extension NDArray where Item: Scalar {
  /// Returns, for every element of an array of `shape`, its index along each axis.
  ///
  /// NumPy: `numpy.indices(shape)`.
  public static func indices(_ shape: [Int]) -> NDArray {
    attempt { () throws(ArrayError) in
      NDArray(adopting: try AnyNDArray.indices(shape, Item.dtype))
    }
  }

  /// Returns the indices along each axis of an array of `shape`, the other axes of length 1.
  ///
  /// NumPy: `numpy.indices(shape, sparse=True)`.
  public static func sparseIndices(_ shape: [Int]) -> [NDArray] {
    attempt { () throws(ArrayError) in
      try AnyNDArray.sparseIndices(shape, Item.dtype).map(NDArray.init(adopting:))
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
import StridedMemory

// NaNs come last; complex numbers compare by their real parts first. All sorts are stable.
extension AnyNDArray {
  /// The elements in ascending order along an axis, or along the flat row-major order for nil.
  ///
  /// A fresh result keeps the order in memory. `target` may be this array or share its memory.
  /// O(n log n).
  ///
  /// - Throws: `ArrayError` of kind `axis`, of kind `type` for records or if the target's elements
  ///   are not of this array's type, of kind `value` if it has another shape.
  ///
  /// NumPy: `numpy.sort(kind='stable')`. Copies.
  @discardableResult public func sorted(
    axis: Int? = -1, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try arranged(.sorted, axis, [], target)
  }

  /// Sorts the elements along an axis, in place. NumPy: `numpy.ndarray.sort`.
  public func sort(axis: Int = -1) throws(ArrayError) { try sorted(axis: axis, into: self) }

  /// The positions of the elements in ascending order along an axis, or along the flat row-major
  /// order for nil.
  ///
  /// Errors as `sorted`. NumPy: `numpy.argsort(kind='stable')`. Copies.
  @discardableResult public func argsort(
    axis: Int? = -1, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    // An array without axes has one of length 1, as in NumPy.
    let isScalar = rank == 0 && (axis == nil || axis == 0 || axis == -1)
    return try arranged(.positions, isScalar ? nil : axis, [], target)
  }

  /// The elements with those at `places` where a sort would put them, smaller ones before and
  /// larger ones after.
  ///
  /// O(n) on average. Errors as `sorted`, and of kind `value` for places outside the axis.
  ///
  /// NumPy: `numpy.partition`. Copies.
  @discardableResult public func partitioned(
    at places: [Int], axis: Int? = -1, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try arranged(.partitioned, axis, places, target)
  }

  /// Partitions the elements along an axis, in place. NumPy: `numpy.ndarray.partition`.
  public func partition(at places: [Int], axis: Int = -1) throws(ArrayError) {
    try partitioned(at: places, axis: axis, into: self)
  }

  /// Positions of the elements such that those at `places` are where a sort would put them, smaller
  /// ones before and larger ones after.
  ///
  /// O(n) on average. Errors as `partitioned`.
  ///
  /// NumPy: `numpy.argpartition`. Copies.
  public func argpartition(at places: [Int], axis: Int? = -1) throws(ArrayError) -> AnyNDArray {
    // An array without axes has one of length 1, as in NumPy.
    let isScalar = rank == 0 && (axis == nil || axis == 0 || axis == -1)
    return try arranged(.partitionedPositions, isScalar ? nil : axis, places, nil)
  }

  private func arranged(
    _ sorting: Sorting, _ axis: Int?, _ places: [Int], _ target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    guard dtype.isNumber else { throw ArrayError(.type, "\(dtype) has no order") }
    return try LedgerReport.naming("\(sorting)") { () throws(ArrayError) in
      let source = try (axis == nil ? raveled() : self).apart(from: target)
      let axis = try source.layout.normalizedAxis(axis ?? 0)
      let places = try AnyNDArray.checked(places, source.layout.axes[axis].length)
      let isPositions = sorting.isOfPositions
      let type = isPositions ? DType.int64 : dtype.native
      try target?.checkWritable()
      if let target, target.dtype.native != type {
        throw ArrayError(.type, "the results are \(type), the array to hold them \(target.dtype)")
      }
      let order = isPositions ? MemoryOrder.rowMajor : .keep
      let fresh = try source.copyLayout(order, itemSize: type.itemSize)
      let result = if let target { target } else { try AnyNDArray.allocate(fresh, type) }
      defer { withExtendedLifetime((source, result)) {} }
      try Loops.sort(sorting, into: result.operand, source.operand, axis: axis, places: places)
      return try isPositions && target == nil ? result.cast(to: .int, copying: .ifNeeded) : result
    }
  }

  /// The places, counted from the start, each once and ascending.
  private static func checked(_ places: [Int], _ length: Int) throws(ArrayError) -> [Int] {
    var list: [Int] = []
    for place in places {
      let counted = place < 0 ? place + length : place
      guard counted >= 0, counted < length else {
        throw ArrayError(
          .value, "kth(=\(place)) out of bounds (\(length))", index: place, bound: length)
      }
      list.append(counted)
    }
    list.sort()
    return list.indices.filter { $0 == 0 || list[$0] != list[$0 - 1] }.map { list[$0] }
  }
}

extension AnyNDArray {
  /// Which side of equal elements a value is put on.
  public enum Side: Hashable, Sendable { case left, right }

  /// Where values would have to be inserted into this sorted row to keep it sorted.
  ///
  /// - Parameter sorter: The positions that sort the row, if it isn't sorted itself.
  ///
  /// - Throws: `ArrayError` of kind `value` if this is no row of one axis, of kind `type`.
  ///
  /// NumPy: `numpy.searchsorted`. Copies. O(values · log row).
  public func searchSorted(
    _ values: AnyNDArray, side: Side = .left, sorter: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    guard rank == 1 else {
      throw ArrayError(.value, "a search needs a sorted row of one axis, not \(shape)")
    }
    let common = try DType.promoted(dtype, values.dtype)
    return try LedgerReport.naming("searchSorted") { () throws(ArrayError) in
      let sorted = try sorter.map { (sorter) throws(ArrayError) in try take(sorter) } ?? self
      let row = try sorted.cast(to: common, copying: .ifNeeded)
      let keys = try values.cast(to: common, copying: .ifNeeded).raveled()
      let result = try AnyNDArray.empty([keys.count], .int64)
      defer { withExtendedLifetime((row, keys, result)) {} }
      try Loops.search(
        row.operand, for: keys.operand, into: result.operand, isAfter: side == .right)
      return try result.reshaped(values.shape).cast(to: .int, copying: .ifNeeded)
    }
  }

  /// The positions that sort by several keys: the last one first, then the one before it.
  ///
  /// - Throws: `ArrayError` of kind `value` if there is no key or their shapes differ.
  ///
  /// NumPy: `numpy.lexsort`. Copies.
  public static func lexsort(_ keys: [AnyNDArray], axis: Int = -1) throws(ArrayError) -> AnyNDArray
  {
    guard let first = keys.first else {
      throw ArrayError(.value, "need at least one key to sort by")
    }
    var order = try first.argsort(axis: axis)
    for key in keys.dropFirst() {
      guard key.shape == first.shape else {
        throw ArrayError(
          .value, "keys of shapes \(first.shape) and \(key.shape) don't sort together")
      }
      let next = try key.takeAlong(order, axis: axis).argsort(axis: axis)
      order = try order.takeAlong(next, axis: axis)
    }
    return order
  }
}

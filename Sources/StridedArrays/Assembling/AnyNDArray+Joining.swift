// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension AnyNDArray {
  /// How arrays are joined along an axis that they have.
  static func joined(_ arrays: [AnyNDArray], axis: Int) throws(ArrayError) -> Assembly {
    guard let first = arrays.first else {
      throw ArrayError(.value, "need at least one array to concatenate")
    }
    for array in arrays where array.rank == 0 {
      throw ArrayError(
        .value, "zero-dimensional arrays cannot be concatenated; stack them instead")
    }
    let axis = try first.layout.normalizedAxis(axis)
    var shape = first.shape
    shape[axis] = 0
    var ranges: [Range<Int>] = []
    for (i, array) in arrays.enumerated() {
      try checkFit(array.shape, first.shape, axis, i)
      let start = shape[axis]
      let (end, isTooLong) = start.addingReportingOverflow(array.layout.axes[axis].length)
      guard !isTooLong else { throw ArrayError(.value, "the joined axis is too long", axis: axis) }
      shape[axis] = end
      ranges.append(start..<end)
    }
    let dtype = try commonType(arrays)
    let layout = try Layout.dense(
      shape: shape, itemSize: dtype.itemSize,
      axisOrder: Layout.joinedOrder(arrays.map { $0.layout }))
    var assembly = Assembly(layout: layout, dtype: dtype)
    for (array, range) in zip(arrays, ranges) { assembly.add(array, axis: axis, range) }
    return assembly
  }

  /// How all elements of arrays are joined in row-major order.
  ///
  /// Each array goes into a place of its own shape, so that none is made flat first.
  static func joinedFlat(_ arrays: [AnyNDArray]) throws(ArrayError) -> Assembly {
    guard !arrays.isEmpty else {
      throw ArrayError(.value, "need at least one array to concatenate")
    }
    var ends: [Int] = []
    var end = 0
    for array in arrays {
      let (sum, isTooLong) = end.addingReportingOverflow(array.count)
      guard !isTooLong else { throw ArrayError(.value, "the joined axis is too long", axis: 0) }
      end = sum
      ends.append(end)
    }
    var assembly = try Assembly(shape: [end], commonType(arrays))
    for (array, end) in zip(arrays, ends) {
      let range = (end - array.count)..<end
      guard !range.isEmpty else { continue }
      assembly.add(array) { (layout) throws(ArrayError) in
        try layout.part(0, range).reshaped(to: array.shape, itemSize: array.itemSize)
      }
    }
    return assembly
  }

  /// The type that holds the elements of all arrays.
  ///
  /// Floating-point types come first, so that integers of two kinds do not widen each other before
  /// they become numbers with a fraction anyway.
  static func commonType(_ arrays: [AnyNDArray]) throws(ArrayError) -> DType {
    var common: DType?
    for isInexact in [true, false] {
      for array in arrays where (array.dtype.isFloat || array.dtype.isComplex) == isInexact {
        common = try DType.promoted(common ?? array.dtype, array.dtype)
      }
    }
    return common ?? .float64
  }

  private static func checkFit(
    _ shape: [Int], _ first: [Int], _ axis: Int, _ number: Int
  ) throws(ArrayError) {
    guard shape.count == first.count else {
      throw ArrayError(
        .value,
        "all the input array dimensions must match: array 0 has shape \(first), "
          + "array \(number) has shape \(shape)",
        operand: "array \(number)", shapes: [first, shape])
    }
    for i in shape.indices where i != axis && shape[i] != first[i] {
      throw ArrayError(
        .value,
        "all the input array dimensions except for the concatenation axis must match exactly, "
          + "but along dimension \(i), array 0 of shape \(first) has length \(first[i]) and "
          + "array \(number) of shape \(shape) has length \(shape[i])",
        operand: "array \(number)", axis: i, index: shape[i], bound: first[i],
        shapes: [first, shape])
    }
  }
}

extension Layout {
  /// Returns the order of axes in memory that joined arrays share, outermost first.
  ///
  /// Unlike the order of a walk, axes of stride zero count, and one array that wants two axes in
  /// row-major order is enough to keep them so. NumPy: `PyArray_CreateMultiSortedStridePerm`.
  static func joinedOrder(_ layouts: [Layout]) -> [Int] {
    var order = Array(0..<(layouts.first?.rank ?? 0))
    for i in order.indices.dropFirst() {
      let axis = order[i]
      var target = i
      for j in stride(from: i - 1, through: 0, by: -1) {
        guard let isOutside = isOutside(axis, of: order[j], layouts) else { continue }
        guard isOutside else { break }
        target = j
      }
      order.remove(at: i)
      order.insert(axis, at: target)
    }
    return order
  }

  /// Whether all layouts have `axis` outside `other`; nil if no layout moves along both.
  private static func isOutside(_ axis: Int, of other: Int, _ layouts: [Layout]) -> Bool? {
    var answer: Bool?
    for layout in layouts where layout.axes[axis].length != 1 && layout.axes[other].length != 1 {
      if layout.axes[axis].stride.magnitude <= layout.axes[other].stride.magnitude { return false }
      answer = true
    }
    return answer
  }
}

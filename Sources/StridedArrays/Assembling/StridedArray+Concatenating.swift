// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension StridedArray {
  /// Returns the arrays joined along an axis that they have, or with `nil` all their elements.
  ///
  /// Other axes must have equal lengths. Different element types are promoted. A fresh result keeps
  /// the order in memory that all arrays share; else it is row-major. A `target` may lie on the
  /// memory of the arrays: inputs that would be overwritten too early are read first.
  ///
  /// - Parameter target: Where to write the result, in its exact shape; nil for fresh memory.
  /// - Returns: The target, or the fresh array.
  /// - Throws: `ArrayError` of kind `value` if there are no arrays or the shapes do not fit, of
  ///   kind `axis` if there is no such axis, of kind `type` if the target's type can't hold the
  ///   elements, of kind `readOnly`.
  ///
  /// NumPy: `numpy.concatenate(arrays, axis, out=target)`. Copies.
  @discardableResult public static func concatenate(
    _ arrays: [Self], axis: Int? = 0, into target: Self? = nil
  ) throws(Failure) -> Self {
    try attempt { () throws(ArrayError) in
      let arrays = arrays.map { $0.erased }
      let assembly: Assembly
      if let axis {
        assembly = try AnyNDArray.joined(arrays, axis: axis)
      } else {
        assembly = try AnyNDArray.joinedFlat(arrays)
      }
      return Self(adopting: try assembly.written(to: target?.erased))
    }
  }

  /// Returns arrays of one shape side by side along a new axis.
  ///
  /// NumPy: `numpy.stack(arrays, axis, out=target)`. Copies.
  @discardableResult public static func stack(
    _ arrays: [Self], axis: Int = 0, into target: Self? = nil
  ) throws(Failure) -> Self {
    try attempt { () throws(ArrayError) in
      guard let first = arrays.first else {
        throw ArrayError(.value, "need at least one array to stack")
      }
      for (i, array) in arrays.enumerated() where array.shape != first.shape {
        throw ArrayError(
          .value,
          "all input arrays must have the same shape; array 0 has \(first.shape), "
            + "array \(i) has \(array.shape)",
          operand: "array \(i)", shapes: [first.shape, array.shape])
      }
      var expanded: [AnyNDArray] = []
      for array in arrays {
        expanded.append(array.erased.view(try array.layout.expanded(axes: [axis])))
      }
      let axis = try expanded[0].layout.normalizedAxis(axis)
      let assembly = try AnyNDArray.joined(expanded, axis: axis)
      return Self(adopting: try assembly.written(to: target?.erased))
    }
  }

  /// Returns the arrays joined along the first axis; arrays of rank 1 are rows.
  ///
  /// NumPy: `numpy.vstack`. Copies.
  @discardableResult public static func verticalStack(
    _ arrays: [Self], into target: Self? = nil
  ) throws(Failure) -> Self {
    var rows: [Self] = []
    for array in arrays { rows.append(try array.expanded(toRank: 2)) }
    return try concatenate(rows, axis: 0, into: target)
  }

  /// Returns the arrays joined along the second axis, or the first where that is the only one.
  ///
  /// NumPy: `numpy.hstack`. Copies.
  @discardableResult public static func horizontalStack(
    _ arrays: [Self], into target: Self? = nil
  ) throws(Failure) -> Self {
    var lines: [Self] = []
    for array in arrays { lines.append(try array.expanded(toRank: 1)) }
    return try concatenate(lines, axis: lines.first?.rank == 1 ? 0 : 1, into: target)
  }

  /// Returns the arrays joined along the third axis, which is added where it is missing.
  ///
  /// NumPy: `numpy.dstack`. Copies.
  @discardableResult public static func depthStack(
    _ arrays: [Self], into target: Self? = nil
  ) throws(Failure) -> Self {
    var planes: [Self] = []
    for array in arrays { planes.append(try array.expanded(toRank: 3)) }
    return try concatenate(planes, axis: 2, into: target)
  }

  /// Returns the arrays joined along the second axis; arrays of rank 1 are columns.
  ///
  /// NumPy: `numpy.column_stack`. Copies.
  @discardableResult public static func columnStack(
    _ arrays: [Self], into target: Self? = nil
  ) throws(Failure) -> Self {
    var columns: [Self] = []
    for array in arrays {
      columns.append(array.rank < 2 ? try array.expanded(toRank: 2).transposed() : array)
    }
    return try concatenate(columns, axis: 1, into: target)
  }
}

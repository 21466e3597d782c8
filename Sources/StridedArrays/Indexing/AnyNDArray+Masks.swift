// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Writes the elements to those of `target` where `mask` is true, whatever the three share.
  func assign(to target: AnyNDArray, where mask: AnyNDArray) throws(ArrayError) {
    try target.checkWritable()
    guard target.overlapsItself else {
      // Where the mask is false, elements are written back as they were.
      defer { withExtendedLifetime((self, target, mask)) {} }
      return try LedgerReport.naming("copy") { () throws(ArrayError) in
        try Loops.select(
          into: target.operand, where: mask.operand, operand, target.operand)
      }
    }
    let picked = try Picked(
      [.array(mask.broadcast(to: target.shape))], of: target.layout)
    if count == 1, rank <= target.rank {
      return try target.scatter(self.squeezed().broadcast(to: picked.shape), at: picked)
    }
    // The values go through fresh memory, so what they share with the target does not matter.
    let source = try broadcast(to: target.shape)
    let values = try source.picked(at: [.array(mask.broadcast(to: target.shape))], into: nil)
    try target.scatter(values, at: picked)
  }

  func checkMask() throws(ArrayError) {
    guard dtype.kind == .bool else {
      throw ArrayError(
        .type, "a mask must hold truth values, not \(dtype); compare, or cast to bool",
        operand: "mask", shapes: [shape])
    }
  }

  /// The elements of `x` where `condition` is true, of `y` elsewhere, in the order of all three.
  static func chosen(
    _ condition: AnyNDArray, _ x: AnyNDArray, _ y: AnyNDArray, into target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    guard condition.dtype.isNumber else {
      throw ArrayError(
        .type, "a condition must hold truth values or numbers, not records", operand: "condition",
        shapes: [condition.shape])
    }
    let dtype = try x.dtype == y.dtype ? x.dtype : DType.promoted(x.dtype, y.dtype)
    let layout = try elementwiseLayout([condition, x, y], nil, dtype.itemSize)
    try target?.checkReceives(dtype, layout.shape)
    return try LedgerReport.naming("where") { () throws(ArrayError) in
      let result = try allocate(layout, dtype)
      defer { withExtendedLifetime((result, condition, x, y)) {} }
      try Loops.select(
        into: result.operand, where: condition.operand, x.operand, y.operand)
      return try result.delivered(into: target)
    }
  }

  /// Whether each element is not zero: the array itself if it holds truth values, else a copy.
  func truths() throws(ArrayError) -> AnyNDArray {
    dtype.kind == .bool ? self : try cast(to: .bool)
  }

  /// Returns where the elements are not zero: for each axis an array of positions.
  ///
  /// The positions are in row-major order, as indices that pick those elements. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` for an array of rank 0, of kind `type` for records.
  ///
  /// NumPy: `numpy.nonzero`. Copies.
  public func nonzero() throws(ArrayError) -> [AnyNDArray] {
    guard rank > 0 else {
      throw ArrayError(
        .value, "nonzero is not defined for an array of rank 0; use expanded(toRank: 1)")
    }
    return try nonzeroColumns()
  }

  /// Returns the indices of the elements that are not zero, one a row.
  ///
  /// NumPy: `numpy.argwhere`. Copies.
  @discardableResult public func argwhere(
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray { try nonzeroTable().delivered(into: target) }

  /// Returns the positions, in row-major order, of the elements that are not zero.
  ///
  /// NumPy: `numpy.flatnonzero`. Copies.
  @discardableResult public func flatNonzero(
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try flatNonzeroList().array.delivered(into: target)
  }

  func flatNonzeroList() throws(ArrayError) -> OffsetList {
    try OffsetList(
      mask: truths(), strides: Layout.dense(shape: shape, itemSize: 1).strides)
  }

  private func nonzeroTable() throws(ArrayError) -> AnyNDArray {
    guard rank > 0 else { return try .empty([flatNonzeroList().count, 0], .int) }
    return try AnyNDArray.stack(nonzeroColumns(), axis: 1)
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Writes this array's elements to those of `target` where `mask` is true.
  ///
  /// This array and the mask broadcast to the target's shape. Whatever memory the three share, the
  /// result is what copying them first would give. O(n).
  ///
  /// - Throws: `ArrayError` of kind `readOnly`; of kind `value` if the shapes do not broadcast; of
  ///   kind `type` if the mask holds no truth values or the types are not of the same kind.
  ///
  /// NumPy: `numpy.copyto(target, a, where=mask)`. Writes in place.
  public func copy(to target: AnyNDArray, where mask: AnyNDArray) throws(ArrayError) {
    try mask.checkMask()
    guard dtype == target.dtype || dtype.isSameKindCast(to: target.dtype) else {
      throw ArrayError(
        .type,
        "Cannot cast array data from \(dtype) to \(target.dtype) according to the rule 'same_kind'",
        operand: "source", shapes: [shape, target.shape])
    }
    try assign(to: target, where: mask)
  }

  /// As `copy(to:where:)`, for all types that convert.
  func assign(to target: AnyNDArray, where mask: AnyNDArray) throws(ArrayError) {
    try target.checkWritable()
    let picked = try Picked(
      [.array(mask.broadcast(to: target.shape))], of: target.layout)
    if count == 1, rank <= target.rank {
      return try target.scatter(self.squeezed().broadcast(to: picked.shape), at: picked)
    }
    // The values go through fresh memory, so what they share with the target does not matter.
    let source = try broadcast(to: target.shape)
    let values = try source.gathered(at: [.array(mask.broadcast(to: target.shape))])
    try target.scatter(values, at: picked)
  }

  func checkMask() throws(ArrayError) {
    guard dtype.kind == .bool else {
      throw ArrayError(
        .type, "a mask must hold truth values, not \(dtype); compare, or cast to bool",
        operand: "mask", shapes: [shape])
    }
  }

  /// Returns the elements of `x` where `condition` is true, of `y` elsewhere.
  ///
  /// All three broadcast together; the result is of the type that both promote to. O(n).
  ///
  /// - Throws: `ArrayError` of kind `value` if the shapes do not broadcast, of kind `type` if the
  ///   types have none in common.
  ///
  /// NumPy: `numpy.where(condition, x, y)`. Copies.
  public static func `where`(
    _ condition: AnyNDArray, _ x: AnyNDArray, _ y: AnyNDArray
  ) throws(ArrayError) -> AnyNDArray {
    guard condition.dtype.isNumber else {
      throw ArrayError(
        .type, "a condition must hold truth values or numbers, not records", operand: "condition",
        shapes: [condition.shape])
    }
    let dtype = try x.dtype == y.dtype ? x.dtype : DType.promoted(x.dtype, y.dtype)
    return try LedgerReport.naming("where") { () throws(ArrayError) in
      let layout = try elementwiseLayout([condition, x, y], nil, dtype.itemSize)
      let result = try allocate(layout, dtype)
      defer { withExtendedLifetime((result, condition, x, y)) {} }
      try Loops.select(
        into: result.operand, where: condition.operand, x.operand, y.operand)
      return result
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
    let table = try nonzeroTable()
    var columns: [AnyNDArray] = []
    for axis in 0..<rank {
      columns.append(try table.view(at: [.slice(Slice()), .index(axis)]).copy())
    }
    return columns
  }

  /// Returns the indices of the elements that are not zero, one a row.
  ///
  /// NumPy: `numpy.argwhere`. Copies.
  public func argwhere() throws(ArrayError) -> AnyNDArray { try nonzeroTable() }

  /// Returns the positions, in row-major order, of the elements that are not zero.
  ///
  /// NumPy: `numpy.flatnonzero`. Copies.
  public func flatNonzero() throws(ArrayError) -> AnyNDArray {
    try flatNonzeroList().array.copy()
  }

  func flatNonzeroList() throws(ArrayError) -> OffsetList {
    try OffsetList(
      mask: truths(), strides: Layout.dense(shape: shape, itemSize: 1).strides)
  }

  private func nonzeroTable() throws(ArrayError) -> AnyNDArray {
    let list = try flatNonzeroList()
    let table = try AnyNDArray.empty([list.count, rank], .int)
    let target = table.storage.address.assumingMemoryBound(to: Int.self)
    let lengths = shape
    list.withOffsets { flat in
      for i in 0..<list.count {
        var rest = flat[i]
        for axis in stride(from: lengths.count - 1, through: 0, by: -1) {
          let (quotient, digit) = rest.quotientAndRemainder(dividingBy: lengths[axis])
          target[i &* lengths.count &+ axis] = digit
          rest = quotient
        }
      }
    }
    return withExtendedLifetime(table.storage) { table }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedLoops
public import StridedMemory

extension AnyNDArray {
  /// The running results of an operation along an axis, or along the flat row-major order.
  ///
  /// Small integers sum and multiply in the machine's word. A fresh result keeps the order in
  /// memory. Whatever memory `target` shares with this array, the result is what copying it first
  /// would give. O(n).
  ///
  /// - Throws: `ArrayError` of kind `axis`, of kind `value` if the target has another shape, of
  ///   kind `type` if the operation has no running results or the target's type doesn't take them.
  ///
  /// NumPy: `numpy.ufunc.accumulate`. Copies.
  @discardableResult public func accumulated(
    _ operation: Reduction, axis: Int? = nil, dtype: DType? = nil, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    guard self.dtype.isNumber else { throw ArrayError(.type, "\(self.dtype) has no arithmetic") }
    guard rank > 0 || operation.widens else {
      throw ArrayError(.type, "cannot accumulate on a scalar")
    }
    return try LedgerReport.naming("cumulative " + operation.name) { () throws(ArrayError) in
      let source = try (axis == nil || rank == 0 ? raveled() : self).apart(from: target)
      let axis = try source.layout.normalizedAxis(rank == 0 ? 0 : axis ?? 0)
      let resultType = dtype ?? operation.resultType(self.dtype)
      if let target {
        try target.checkTarget(of: operation.name, resultType, nil)
        guard target.layout.hasLengths(of: source.layout), target.rank == source.rank else {
          throw ArrayError(
            .value, "the results have shape \(source.shape), the array to hold them \(target.shape)"
          )
        }
      }
      let fresh = try source.copyLayout(.keep, itemSize: resultType.itemSize)
      let result = if let target { target } else { try AnyNDArray.allocate(fresh, resultType) }
      defer { withExtendedLifetime((source, result)) {} }
      try Loops.scan(operation, into: result.operand, source.operand, axis: axis)
      return result
    }
  }

  /// The running sums along an axis, or along the flat row-major order; see `accumulated`.
  ///
  /// NumPy: `numpy.cumsum`, `numpy.nancumsum`. Copies.
  @discardableResult public func cumulativeSum(
    axis: Int? = nil, dtype: DType? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try accumulated(ignoringNaN ? .sumOfNumbers : .sum, axis: axis, dtype: dtype, into: target)
  }

  /// The running products along an axis, or along the flat row-major order; see `accumulated`.
  ///
  /// NumPy: `numpy.cumprod`, `numpy.nancumprod`. Copies.
  @discardableResult public func cumulativeProduct(
    axis: Int? = nil, dtype: DType? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try accumulated(
      ignoringNaN ? .productOfNumbers : .product, axis: axis, dtype: dtype, into: target)
  }

  /// The running minima along an axis, or along the flat row-major order; see `accumulated`.
  ///
  /// NumPy: `numpy.minimum.accumulate`. Copies.
  @discardableResult public func cumulativeMin(
    axis: Int? = nil, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try accumulated(.minimum, axis: axis, into: target)
  }

  /// The running maxima along an axis, or along the flat row-major order; see `accumulated`.
  ///
  /// NumPy: `numpy.maximum.accumulate`. Copies.
  @discardableResult public func cumulativeMax(
    axis: Int? = nil, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try accumulated(.maximum, axis: axis, into: target)
  }
}

extension TypedArray where Item: Scalar {
  /// The running sums along an axis, or along the flat row-major order.
  ///
  /// NumPy: `numpy.cumsum`, `numpy.nancumsum`. Copies.
  @discardableResult public func cumulativeSum(
    axis: Int? = nil, ignoringNaN: Bool = false, into target: NDArray<Item.Sum>? = nil
  ) -> NDArray<Item.Sum> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.cumulativeSum(
          axis: axis, ignoringNaN: ignoringNaN, into: target?.erased))
    }
  }

  /// The running products along an axis, or along the flat row-major order.
  ///
  /// NumPy: `numpy.cumprod`, `numpy.nancumprod`. Copies.
  @discardableResult public func cumulativeProduct(
    axis: Int? = nil, ignoringNaN: Bool = false, into target: NDArray<Item.Sum>? = nil
  ) -> NDArray<Item.Sum> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.cumulativeProduct(
          axis: axis, ignoringNaN: ignoringNaN, into: target?.erased))
    }
  }

  /// The running minima along an axis, or along the flat row-major order.
  ///
  /// NumPy: `numpy.minimum.accumulate`. Copies.
  @discardableResult public func cumulativeMin(
    axis: Int? = nil, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.cumulativeMin(axis: axis, into: target?.erased))
    }
  }

  /// The running maxima along an axis, or along the flat row-major order.
  ///
  /// NumPy: `numpy.maximum.accumulate`. Copies.
  @discardableResult public func cumulativeMax(
    axis: Int? = nil, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.cumulativeMax(axis: axis, into: target?.erased))
    }
  }
}

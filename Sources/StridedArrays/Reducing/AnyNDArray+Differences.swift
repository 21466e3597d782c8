// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedLoops
public import StridedMemory

extension AnyNDArray {
  /// The differences of neighbours along an axis, taken `order` times; of truth values, whether
  /// they differ.
  ///
  /// The result is shorter by `order`. Integers wrap.
  ///
  /// - Parameters:
  ///   - first: Elements that stand before the others along the axis; an array without axes
  ///     stands there once.
  ///   - last: Elements that stand after the others.
  ///
  /// - Throws: `ArrayError` of kind `value` for a negative order, for arrays without axes and for
  ///   shapes that don't fit, of kind `axis`.
  ///
  /// NumPy: `numpy.diff(prepend=, append=)`. Copies; order 0 gives this array.
  public func differences(
    order: Int = 1, axis: Int = -1, prepending first: AnyNDArray? = nil,
    appending last: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    guard order >= 0 else {
      throw ArrayError(.value, "order must be non-negative but got \(order)")
    }
    guard order > 0 else { return self }
    guard rank > 0 else {
      throw ArrayError(.value, "diff requires input that is at least one dimensional")
    }
    let axis = try layout.normalizedAxis(axis)
    return try LedgerReport.naming("differences") { () throws(ArrayError) in
      var parts: [AnyNDArray] = []
      if let first { parts.append(try first.asSlice(of: self, axis)) }
      parts.append(self)
      if let last { parts.append(try last.asSlice(of: self, axis)) }
      var result = parts.count == 1 ? self : try AnyNDArray.concatenate(parts, axis: axis)
      for _ in 0..<order {
        var terms = [AxisIndex](repeating: .slice(Slice()), count: axis)
        terms.append(.slice(Slice(1)))
        let after = try result.view(at: terms)
        terms[axis] = .slice(Slice(nil, -1))
        let before = try result.view(at: terms)
        result = try .apply(result.dtype.kind == .bool ? .notEqual : .subtract, after, before)
      }
      return result
    }
  }

  /// This array; without axes, spread over one position of an axis of another array. A view.
  private func asSlice(of array: AnyNDArray, _ axis: Int) throws(ArrayError) -> AnyNDArray {
    guard rank == 0 else { return self }
    var shape = array.shape
    shape[axis] = 1
    return try broadcast(to: shape)
  }
}

extension TypedArray where Item: Scalar {
  /// The differences of neighbours along an axis, taken `order` times; of truth values, whether
  /// they differ.
  ///
  /// The result is shorter by `order`. Integers wrap. `first` and `last` stand before and after the
  /// elements along the axis.
  ///
  /// NumPy: `numpy.diff(prepend=, append=)`. Copies; order 0 gives this array.
  public func differences(
    order: Int = 1, axis: Int = -1, prepending first: NDArray<Item>? = nil,
    appending last: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.differences(
          order: order, axis: axis, prepending: first?.erased, appending: last?.erased))
    }
  }
}

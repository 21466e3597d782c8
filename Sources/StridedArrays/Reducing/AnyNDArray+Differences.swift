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
  /// - Throws: `ArrayError` of kind `value` for a negative order and for arrays without axes, of
  ///   kind `axis`.
  ///
  /// NumPy: `numpy.diff`. Copies; order 0 gives this array.
  public func differences(order: Int = 1, axis: Int = -1) throws(ArrayError) -> AnyNDArray {
    guard order >= 0 else {
      throw ArrayError(.value, "order must be non-negative but got \(order)")
    }
    guard order > 0 else { return self }
    guard rank > 0 else {
      throw ArrayError(.value, "diff requires input that is at least one dimensional")
    }
    let axis = try layout.normalizedAxis(axis)
    return try LedgerReport.naming("differences") { () throws(ArrayError) in
      var result = self
      for _ in 0..<order {
        var terms = [AxisIndex](repeating: .slice(Slice()), count: axis)
        terms.append(.slice(Slice(1)))
        let after = try result.view(at: terms)
        terms[axis] = .slice(Slice(nil, -1))
        let before = try result.view(at: terms)
        result = try .apply(dtype.kind == .bool ? .notEqual : .subtract, after, before)
      }
      return result
    }
  }
}

extension TypedArray where Item: Scalar {
  /// The differences of neighbours along an axis, taken `order` times; of truth values, whether
  /// they differ.
  ///
  /// The result is shorter by `order`. Integers wrap. NumPy: `numpy.diff`. Copies.
  public func differences(order: Int = 1, axis: Int = -1) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.differences(order: order, axis: axis))
    }
  }
}

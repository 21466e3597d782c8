// SPDX-License-Identifier: Apache-2.0

import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// Whether any element is true; a NaN is not 0. NumPy: `numpy.any`.
  public func any(where mask: NDArray<Bool>? = nil) -> Bool {
    reduced(.any, where: mask)
  }

  /// Whether any element is true, along axes. NumPy: `numpy.any`. Copies.
  @discardableResult public func any(
    axes: [Int], keepingAxes: Bool = false, where mask: NDArray<Bool>? = nil,
    into target: NDArray<Bool>? = nil
  ) -> NDArray<Bool> {
    reduced(.any, axes, keepingAxes, where: mask, into: target)
  }

  /// Whether any element is true, along one axis. NumPy: `numpy.any`. Copies.
  @discardableResult public func any(
    axis: Int, keepingAxes: Bool = false, where mask: NDArray<Bool>? = nil,
    into target: NDArray<Bool>? = nil
  ) -> NDArray<Bool> {
    reduced(.any, [axis], keepingAxes, where: mask, into: target)
  }

  /// Whether all elements are true; a NaN is not 0. NumPy: `numpy.all`.
  public func all(where mask: NDArray<Bool>? = nil) -> Bool {
    reduced(.all, where: mask)
  }

  /// Whether all elements are true, along axes. NumPy: `numpy.all`. Copies.
  @discardableResult public func all(
    axes: [Int], keepingAxes: Bool = false, where mask: NDArray<Bool>? = nil,
    into target: NDArray<Bool>? = nil
  ) -> NDArray<Bool> {
    reduced(.all, axes, keepingAxes, where: mask, into: target)
  }

  /// Whether all elements are true, along one axis. NumPy: `numpy.all`. Copies.
  @discardableResult public func all(
    axis: Int, keepingAxes: Bool = false, where mask: NDArray<Bool>? = nil,
    into target: NDArray<Bool>? = nil
  ) -> NDArray<Bool> {
    reduced(.all, [axis], keepingAxes, where: mask, into: target)
  }

  /// The number of elements that are not 0; a NaN is not 0. NumPy: `numpy.count_nonzero`.
  public func countNonzero(where mask: NDArray<Bool>? = nil) -> Int {
    reduced(.count, where: mask)
  }

  /// The number of elements that are not 0, along axes. NumPy: `numpy.count_nonzero`. Copies.
  @discardableResult public func countNonzero(
    axes: [Int], keepingAxes: Bool = false, where mask: NDArray<Bool>? = nil,
    into target: NDArray<Int>? = nil
  ) -> NDArray<Int> {
    reduced(.count, axes, keepingAxes, where: mask, into: target)
  }

  /// The number of elements that are not 0, along one axis. NumPy: `numpy.count_nonzero`. Copies.
  @discardableResult public func countNonzero(
    axis: Int, keepingAxes: Bool = false, where mask: NDArray<Bool>? = nil,
    into target: NDArray<Int>? = nil
  ) -> NDArray<Int> {
    reduced(.count, [axis], keepingAxes, where: mask, into: target)
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedLoops
public import StridedMemory

// Parameters and errors are those of `reduced`.
extension AnyNDArray {
  /// The sum of all elements, or the sums along axes.
  ///
  /// Small integers sum in the machine's word and wrap; long float sums add up pairwise.
  ///
  /// NumPy: `numpy.sum`, `numpy.nansum`. Copies.
  @discardableResult public func sum(
    axes: [Int]? = nil, keepingAxes: Bool = false, dtype: DType? = nil, initial: AnyNDArray? = nil,
    where mask: AnyNDArray? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try reduced(
      ignoringNaN ? .sumOfNumbers : .sum, axes: axes, keepingAxes: keepingAxes, dtype: dtype,
      initial: initial, where: mask, into: target)
  }

  /// The product of all elements, or the products along axes.
  ///
  /// Small integers multiply in the machine's word and wrap.
  ///
  /// NumPy: `numpy.prod`, `numpy.nanprod`. Copies.
  @discardableResult public func product(
    axes: [Int]? = nil, keepingAxes: Bool = false, dtype: DType? = nil, initial: AnyNDArray? = nil,
    where mask: AnyNDArray? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try reduced(
      ignoringNaN ? .productOfNumbers : .product, axes: axes, keepingAxes: keepingAxes,
      dtype: dtype,
      initial: initial, where: mask, into: target)
  }

  /// The smallest of all elements, or the smallest elements along axes.
  ///
  /// A NaN wins, unless they are ignored. Complex numbers compare by their real parts first.
  ///
  /// NumPy: `numpy.min`, `numpy.nanmin`. Copies.
  @discardableResult public func min(
    axes: [Int]? = nil, keepingAxes: Bool = false, initial: AnyNDArray? = nil,
    where mask: AnyNDArray? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try reduced(
      ignoringNaN ? .minimumNumber : .minimum, axes: axes, keepingAxes: keepingAxes,
      initial: initial, where: mask, into: target)
  }

  /// The largest of all elements, or the largest elements along axes.
  ///
  /// A NaN wins, unless they are ignored. Complex numbers compare by their real parts first.
  ///
  /// NumPy: `numpy.max`, `numpy.nanmax`. Copies.
  @discardableResult public func max(
    axes: [Int]? = nil, keepingAxes: Bool = false, initial: AnyNDArray? = nil,
    where mask: AnyNDArray? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try reduced(
      ignoringNaN ? .maximumNumber : .maximum, axes: axes, keepingAxes: keepingAxes,
      initial: initial, where: mask, into: target)
  }

  /// Whether any element is true: of all, or along axes. A NaN is not 0.
  ///
  /// NumPy: `numpy.any`. Copies.
  @discardableResult public func any(
    axes: [Int]? = nil, keepingAxes: Bool = false, where mask: AnyNDArray? = nil,
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try reduced(.any, axes: axes, keepingAxes: keepingAxes, where: mask, into: target)
  }

  /// Whether all elements are true: of all, or along axes. A NaN is not 0.
  ///
  /// NumPy: `numpy.all`. Copies.
  @discardableResult public func all(
    axes: [Int]? = nil, keepingAxes: Bool = false, where mask: AnyNDArray? = nil,
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try reduced(.all, axes: axes, keepingAxes: keepingAxes, where: mask, into: target)
  }

  /// The number of elements that are not 0: of all, or along axes. A NaN is not 0.
  ///
  /// NumPy: `numpy.count_nonzero`. Copies.
  @discardableResult public func countNonzero(
    axes: [Int]? = nil, keepingAxes: Bool = false, where mask: AnyNDArray? = nil,
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try reduced(.count, axes: axes, keepingAxes: keepingAxes, where: mask, into: target)
  }
}

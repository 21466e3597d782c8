// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The mean of all elements that `mask` lets pass.
  ///
  /// Integers give `Double`; the mean of nothing is NaN.
  ///
  /// NumPy: `numpy.mean`, `numpy.nanmean`.
  public func mean(
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false
  ) -> Item.Quotient {
    Self.attempt { () throws(ArrayError) in
      try erased.mean(
        where: mask?.erased, ignoringNaN: ignoringNaN
      ).item(as: Item.Quotient.self)
    }
  }

  /// The means along axes, written to `target` if there is one.
  ///
  /// Integers give `Double`; the mean of nothing is NaN.
  ///
  /// NumPy: `numpy.mean`, `numpy.nanmean`. Copies.
  @discardableResult public func mean(
    axes: [Int], keepingAxes: Bool = false, where mask: NDArray<Bool>? = nil,
    ignoringNaN: Bool = false, into target: NDArray<Item.Quotient>? = nil
  ) -> NDArray<Item.Quotient> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.mean(
          axes: axes, keepingAxes: keepingAxes, where: mask?.erased, ignoringNaN: ignoringNaN,
          into: target?.erased))
    }
  }

  /// The means along one axis. NumPy: `numpy.mean`, `numpy.nanmean`. Copies.
  @discardableResult public func mean(
    axis: Int, keepingAxes: Bool = false, where mask: NDArray<Bool>? = nil,
    ignoringNaN: Bool = false, into target: NDArray<Item.Quotient>? = nil
  ) -> NDArray<Item.Quotient> {
    mean(
      axes: [axis], keepingAxes: keepingAxes, where: mask, ignoringNaN: ignoringNaN,
      into: target)
  }

  /// The variance of all elements that `mask` lets pass.
  ///
  /// The mean of the squared distances from the mean; the divisor is the number of elements less
  /// `correction`.
  ///
  /// NumPy: `numpy.var`, `numpy.nanvar`; `correction` is `ddof`.
  public func variance(
    correction: Int = 0, where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false
  ) -> Item.Deviation {
    Self.attempt { () throws(ArrayError) in
      try erased.variance(
        correction: correction, where: mask?.erased, ignoringNaN: ignoringNaN
      ).item(as: Item.Deviation.self)
    }
  }

  /// The variances along axes, written to `target` if there is one.
  ///
  /// The mean of the squared distances from the mean; the divisor is the number of elements less
  /// `correction`.
  ///
  /// NumPy: `numpy.var`, `numpy.nanvar`; `correction` is `ddof`. Copies.
  @discardableResult public func variance(
    axes: [Int], keepingAxes: Bool = false, correction: Int = 0, where mask: NDArray<Bool>? = nil,
    ignoringNaN: Bool = false, into target: NDArray<Item.Deviation>? = nil
  ) -> NDArray<Item.Deviation> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.variance(
          axes: axes, keepingAxes: keepingAxes, correction: correction, where: mask?.erased,
          ignoringNaN: ignoringNaN,
          into: target?.erased))
    }
  }

  /// The variances along one axis. NumPy: `numpy.var`, `numpy.nanvar`; `correction` is `ddof`. Copies.
  @discardableResult public func variance(
    axis: Int, keepingAxes: Bool = false, correction: Int = 0, where mask: NDArray<Bool>? = nil,
    ignoringNaN: Bool = false, into target: NDArray<Item.Deviation>? = nil
  ) -> NDArray<Item.Deviation> {
    variance(
      axes: [axis], keepingAxes: keepingAxes, correction: correction, where: mask,
      ignoringNaN: ignoringNaN,
      into: target)
  }

  /// The standard deviation of all elements that `mask` lets pass.
  ///
  /// The root of the variance; the divisor is the number of elements less `correction`.
  ///
  /// NumPy: `numpy.std`, `numpy.nanstd`; `correction` is `ddof`.
  public func standardDeviation(
    correction: Int = 0, where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false
  ) -> Item.Deviation {
    Self.attempt { () throws(ArrayError) in
      try erased.standardDeviation(
        correction: correction, where: mask?.erased, ignoringNaN: ignoringNaN
      ).item(as: Item.Deviation.self)
    }
  }

  /// The standard deviations along axes, written to `target` if there is one.
  ///
  /// The root of the variance; the divisor is the number of elements less `correction`.
  ///
  /// NumPy: `numpy.std`, `numpy.nanstd`; `correction` is `ddof`. Copies.
  @discardableResult public func standardDeviation(
    axes: [Int], keepingAxes: Bool = false, correction: Int = 0, where mask: NDArray<Bool>? = nil,
    ignoringNaN: Bool = false, into target: NDArray<Item.Deviation>? = nil
  ) -> NDArray<Item.Deviation> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.standardDeviation(
          axes: axes, keepingAxes: keepingAxes, correction: correction, where: mask?.erased,
          ignoringNaN: ignoringNaN,
          into: target?.erased))
    }
  }

  /// The standard deviations along one axis. NumPy: `numpy.std`, `numpy.nanstd`; `correction` is `ddof`. Copies.
  @discardableResult public func standardDeviation(
    axis: Int, keepingAxes: Bool = false, correction: Int = 0, where mask: NDArray<Bool>? = nil,
    ignoringNaN: Bool = false, into target: NDArray<Item.Deviation>? = nil
  ) -> NDArray<Item.Deviation> {
    standardDeviation(
      axes: [axis], keepingAxes: keepingAxes, correction: correction, where: mask,
      ignoringNaN: ignoringNaN,
      into: target)
  }
}

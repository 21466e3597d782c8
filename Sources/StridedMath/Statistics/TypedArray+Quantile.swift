// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLayouts
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The median of all elements. NumPy: `numpy.median`, `numpy.nanmedian`.
  public func median(ignoringNaN: Bool = false) -> Item.Quotient {
    Self.attempt { () throws(ArrayError) in
      try erased.median(ignoringNaN: ignoringNaN).item(as: Item.Quotient.self)
    }
  }

  /// The medians along axes. NumPy: `numpy.median`, `numpy.nanmedian`. Copies.
  public func median(
    axes: [Int], keepingAxes: Bool = false, ignoringNaN: Bool = false
  ) -> NDArray<Item.Quotient> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.median(
          axes: axes, keepingAxes: keepingAxes, ignoringNaN: ignoringNaN))
    }
  }

  /// One quantile of all elements, from 0 to 1. NumPy: `numpy.quantile`, `numpy.nanquantile`.
  public func quantile(
    _ quantile: Double, method: QuantileMethod = .linear, ignoringNaN: Bool = false
  ) -> Item.Quotient {
    Self.attempt { () throws(ArrayError) in
      try erased.quantile(quantile, method: method, ignoringNaN: ignoringNaN).item(
        as: Item.Quotient.self)
    }
  }

  /// One quantile along axes, from 0 to 1. NumPy: `numpy.quantile`, `numpy.nanquantile`. Copies.
  public func quantile(
    _ quantile: Double, axes: [Int], keepingAxes: Bool = false, method: QuantileMethod = .linear,
    ignoringNaN: Bool = false
  ) -> NDArray<Item.Quotient> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.quantile(
          quantile, axes: axes, keepingAxes: keepingAxes, method: method,
          ignoringNaN: ignoringNaN
        ).cast(to: Item.Quotient.dtype, copying: .ifNeeded))
    }
  }

  /// Quantiles of all elements, along one axis. NumPy: `numpy.quantile`, `numpy.nanquantile`. Copies.
  public func quantiles(
    _ quantiles: [Double], method: QuantileMethod = .linear, ignoringNaN: Bool = false
  ) -> NDArray<Item.Quotient> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.quantiles(quantiles, method: method, ignoringNaN: ignoringNaN)
          .cast(to: Item.Quotient.dtype, copying: .ifNeeded))
    }
  }

  /// One percentile of all elements, from 0 to 100. NumPy: `numpy.percentile`,
  /// `numpy.nanpercentile`.
  public func percentile(
    _ percentage: Double, method: QuantileMethod = .linear, ignoringNaN: Bool = false
  ) -> Item.Quotient {
    quantile(percentage / 100, method: method, ignoringNaN: ignoringNaN)
  }

  /// One percentile along axes, from 0 to 100. NumPy: `numpy.percentile`, `numpy.nanpercentile`.
  /// Copies.
  public func percentile(
    _ percentage: Double, axes: [Int], keepingAxes: Bool = false,
    method: QuantileMethod = .linear, ignoringNaN: Bool = false
  ) -> NDArray<Item.Quotient> {
    quantile(
      percentage / 100, axes: axes, keepingAxes: keepingAxes, method: method,
      ignoringNaN: ignoringNaN)
  }
}

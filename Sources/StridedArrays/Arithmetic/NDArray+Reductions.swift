// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
public import StridedMemory

extension NDArray where Item: Scalar {
  func reduced<Result: Scalar>(
    _ operation: Reduction, _ axes: [Int]?, _ keepingAxes: Bool, as: Result.Type
  ) -> NDArray<Result> {
    Self.attempt { () throws(ArrayError) in
      NDArray<Result>(
        adopting: try erased.reduced(operation, axes: axes, keepingAxes: keepingAxes))
    }
  }

  /// The sum of all elements; small integers sum in the machine's word. NumPy: `numpy.sum`.
  public func sum() -> Item.Sum { reduced(.sum, nil, false, as: Item.Sum.self)[element: []] }

  /// The sums along axes. NumPy: `numpy.sum(axis=)`. Copies.
  public func sum(axes: [Int], keepingAxes: Bool = false) -> NDArray<Item.Sum> {
    reduced(.sum, axes, keepingAxes, as: Item.Sum.self)
  }

  /// The sums along one axis. NumPy: `numpy.sum(axis=)`. Copies.
  public func sum(axis: Int, keepingAxes: Bool = false) -> NDArray<Item.Sum> {
    sum(axes: [axis], keepingAxes: keepingAxes)
  }

  /// The smallest element; NaN wins. NumPy: `numpy.min`.
  public func min() -> Item { reduced(.minimum, nil, false, as: Item.self)[element: []] }

  /// The smallest elements along axes. NumPy: `numpy.min(axis=)`. Copies.
  public func min(axes: [Int], keepingAxes: Bool = false) -> NDArray {
    reduced(.minimum, axes, keepingAxes, as: Item.self)
  }

  /// The largest element; NaN wins. NumPy: `numpy.max`.
  public func max() -> Item { reduced(.maximum, nil, false, as: Item.self)[element: []] }

  /// The largest elements along axes. NumPy: `numpy.max(axis=)`. Copies.
  public func max(axes: [Int], keepingAxes: Bool = false) -> NDArray {
    reduced(.maximum, axes, keepingAxes, as: Item.self)
  }
}

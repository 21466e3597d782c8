// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  func reduced<Result: Scalar>(
    _ operation: Reduction, _ axes: [Int]?, _ keepingAxes: Bool, as: Result.Type
  ) -> NDArray<Result> {
    Self.attempt { () throws(ArrayError) in
      NDArray<Result>(
        adopting: try erased.reduced(operation, axes: axes, keepingAxes: keepingAxes))
    }
  }

  /// Reduces all elements to a value that needs no array.
  func reduced<Result: Scalar>(_ operation: Reduction, as: Result.Type) -> Result {
    Self.attempt { () throws(ArrayError) in
      let scalar = try Layout(axes: AxisList())
      let operand = erased.operand
      defer { withExtendedLifetime(self) {} }
      let axes = Array(0..<rank)
      var bytes: (UInt64, UInt64) = (0, 0)
      return try withUnsafeMutableBytes(of: &bytes) { bytes throws(ArrayError) in
        guard let base = bytes.baseAddress else { throw ArrayError(.memory, "no memory") }
        try Loops.reduce(
          operation, into: Operand(base: base, layout: scalar, dtype: Result.dtype), operand,
          axes: axes)
        return Result.load(from: base)
      }
    }
  }

  /// The sum of all elements; small integers sum in the machine's word. NumPy: `numpy.sum`.
  public func sum() -> Item.Sum { reduced(.sum, as: Item.Sum.self) }

  /// The sums along axes. NumPy: `numpy.sum(axis=)`. Copies.
  public func sum(axes: [Int], keepingAxes: Bool = false) -> NDArray<Item.Sum> {
    reduced(.sum, axes, keepingAxes, as: Item.Sum.self)
  }

  /// The sums along one axis. NumPy: `numpy.sum(axis=)`. Copies.
  public func sum(axis: Int, keepingAxes: Bool = false) -> NDArray<Item.Sum> {
    sum(axes: [axis], keepingAxes: keepingAxes)
  }

  /// The smallest element; NaN wins. NumPy: `numpy.min`.
  public func min() -> Item { reduced(.minimum, as: Item.self) }

  /// The smallest elements along axes. NumPy: `numpy.min(axis=)`. Copies.
  public func min(axes: [Int], keepingAxes: Bool = false) -> NDArray<Item> {
    reduced(.minimum, axes, keepingAxes, as: Item.self)
  }

  /// The largest element; NaN wins. NumPy: `numpy.max`.
  public func max() -> Item { reduced(.maximum, as: Item.self) }

  /// The largest elements along axes. NumPy: `numpy.max(axis=)`. Copies.
  public func max(axes: [Int], keepingAxes: Bool = false) -> NDArray<Item> {
    reduced(.maximum, axes, keepingAxes, as: Item.self)
  }
}

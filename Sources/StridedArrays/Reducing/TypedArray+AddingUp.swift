// SPDX-License-Identifier: Apache-2.0

import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The sum of all elements that `mask` lets pass.
  ///
  /// Small integers sum in the machine's word and wrap; long float sums add up pairwise.
  ///
  /// NumPy: `numpy.sum`, `numpy.nansum`.
  public func sum(
    initial: Item.Sum? = nil, where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false
  ) -> Item.Sum {
    reduced(ignoringNaN ? .sumOfNumbers : .sum, initial: initial, where: mask)
  }

  /// The sums along axes, written to `target` if there is one.
  ///
  /// Small integers sum in the machine's word and wrap; long float sums add up pairwise.
  ///
  /// NumPy: `numpy.sum`, `numpy.nansum`. Copies.
  @discardableResult public func sum(
    axes: [Int], keepingAxes: Bool = false, initial: Item.Sum? = nil,
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false,
    into target: NDArray<Item.Sum>? = nil
  ) -> NDArray<Item.Sum> {
    reduced(
      ignoringNaN ? .sumOfNumbers : .sum, axes, keepingAxes, initial: initial, where: mask,
      into: target)
  }

  /// The sums along one axis. NumPy: `numpy.sum`, `numpy.nansum`. Copies.
  @discardableResult public func sum(
    axis: Int, keepingAxes: Bool = false, initial: Item.Sum? = nil,
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false,
    into target: NDArray<Item.Sum>? = nil
  ) -> NDArray<Item.Sum> {
    sum(
      axes: [axis], keepingAxes: keepingAxes, initial: initial, where: mask,
      ignoringNaN: ignoringNaN, into: target)
  }

  /// The product of all elements that `mask` lets pass.
  ///
  /// Small integers multiply in the machine's word and wrap.
  ///
  /// NumPy: `numpy.prod`, `numpy.nanprod`.
  public func product(
    initial: Item.Sum? = nil, where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false
  ) -> Item.Sum {
    reduced(ignoringNaN ? .productOfNumbers : .product, initial: initial, where: mask)
  }

  /// The products along axes, written to `target` if there is one.
  ///
  /// Small integers multiply in the machine's word and wrap.
  ///
  /// NumPy: `numpy.prod`, `numpy.nanprod`. Copies.
  @discardableResult public func product(
    axes: [Int], keepingAxes: Bool = false, initial: Item.Sum? = nil,
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false,
    into target: NDArray<Item.Sum>? = nil
  ) -> NDArray<Item.Sum> {
    reduced(
      ignoringNaN ? .productOfNumbers : .product, axes, keepingAxes, initial: initial, where: mask,
      into: target)
  }

  /// The products along one axis. NumPy: `numpy.prod`, `numpy.nanprod`. Copies.
  @discardableResult public func product(
    axis: Int, keepingAxes: Bool = false, initial: Item.Sum? = nil,
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false,
    into target: NDArray<Item.Sum>? = nil
  ) -> NDArray<Item.Sum> {
    product(
      axes: [axis], keepingAxes: keepingAxes, initial: initial, where: mask,
      ignoringNaN: ignoringNaN, into: target)
  }
}

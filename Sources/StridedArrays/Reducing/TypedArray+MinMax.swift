// SPDX-License-Identifier: Apache-2.0

import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The smallest of all elements that `mask` lets pass.
  ///
  /// A NaN wins, unless they are ignored. Complex numbers compare by their real parts first.
  ///
  /// - Precondition: There is an element, or `initial`.
  ///
  /// NumPy: `numpy.min`, `numpy.nanmin`.
  public func min(
    initial: Item? = nil, where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false
  ) -> Item {
    reduced(ignoringNaN ? .minimumNumber : .minimum, initial: initial, where: mask)
  }

  /// The smallest elements along axes, written to `target` if there is one.
  ///
  /// A NaN wins, unless they are ignored. Complex numbers compare by their real parts first.
  ///
  /// - Precondition: There is an element, or `initial`.
  ///
  /// NumPy: `numpy.min`, `numpy.nanmin`. Copies.
  @discardableResult public func min(
    axes: [Int], keepingAxes: Bool = false, initial: Item? = nil,
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    reduced(
      ignoringNaN ? .minimumNumber : .minimum, axes, keepingAxes, initial: initial, where: mask,
      into: target)
  }

  /// The smallest elements along one axis. NumPy: `numpy.min`, `numpy.nanmin`. Copies.
  @discardableResult public func min(
    axis: Int, keepingAxes: Bool = false, initial: Item? = nil,
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    min(
      axes: [axis], keepingAxes: keepingAxes, initial: initial, where: mask,
      ignoringNaN: ignoringNaN, into: target)
  }

  /// The largest of all elements that `mask` lets pass.
  ///
  /// A NaN wins, unless they are ignored. Complex numbers compare by their real parts first.
  ///
  /// - Precondition: There is an element, or `initial`.
  ///
  /// NumPy: `numpy.max`, `numpy.nanmax`.
  public func max(
    initial: Item? = nil, where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false
  ) -> Item {
    reduced(ignoringNaN ? .maximumNumber : .maximum, initial: initial, where: mask)
  }

  /// The largest elements along axes, written to `target` if there is one.
  ///
  /// A NaN wins, unless they are ignored. Complex numbers compare by their real parts first.
  ///
  /// - Precondition: There is an element, or `initial`.
  ///
  /// NumPy: `numpy.max`, `numpy.nanmax`. Copies.
  @discardableResult public func max(
    axes: [Int], keepingAxes: Bool = false, initial: Item? = nil,
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    reduced(
      ignoringNaN ? .maximumNumber : .maximum, axes, keepingAxes, initial: initial, where: mask,
      into: target)
  }

  /// The largest elements along one axis. NumPy: `numpy.max`, `numpy.nanmax`. Copies.
  @discardableResult public func max(
    axis: Int, keepingAxes: Bool = false, initial: Item? = nil,
    where mask: NDArray<Bool>? = nil, ignoringNaN: Bool = false, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    max(
      axes: [axis], keepingAxes: keepingAxes, initial: initial, where: mask,
      ignoringNaN: ignoringNaN, into: target)
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The lesser of both elements; NaN wins.
  ///
  /// NumPy: `numpy.minimum`. Copies.
  @inlinable public func minimum(_ other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.minimum, reader, other.reader)
  }

  /// The lesser of both elements; NaN wins.
  ///
  /// NumPy: `numpy.minimum`. Copies.
  @inlinable public func minimum(_ other: Item) -> NDArray<Item> {
    .applying(.minimum, reader, NDArray(scalar: other))
  }

  /// The greater of both elements; NaN wins.
  ///
  /// NumPy: `numpy.maximum`. Copies.
  @inlinable public func maximum(_ other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.maximum, reader, other.reader)
  }

  /// The greater of both elements; NaN wins.
  ///
  /// NumPy: `numpy.maximum`. Copies.
  @inlinable public func maximum(_ other: Item) -> NDArray<Item> {
    .applying(.maximum, reader, NDArray(scalar: other))
  }

  /// The lesser of both elements; a number wins over NaN.
  ///
  /// NumPy: `numpy.fmin`. Copies.
  @inlinable public func minimumNumber(_ other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.fmin, reader, other.reader)
  }

  /// The lesser of both elements; a number wins over NaN.
  ///
  /// NumPy: `numpy.fmin`. Copies.
  @inlinable public func minimumNumber(_ other: Item) -> NDArray<Item> {
    .applying(.fmin, reader, NDArray(scalar: other))
  }

  /// The greater of both elements; a number wins over NaN.
  ///
  /// NumPy: `numpy.fmax`. Copies.
  @inlinable public func maximumNumber(_ other: some TypedArray<Item>) -> NDArray<Item> {
    .applying(.fmax, reader, other.reader)
  }

  /// The greater of both elements; a number wins over NaN.
  ///
  /// NumPy: `numpy.fmax`. Copies.
  @inlinable public func maximumNumber(_ other: Item) -> NDArray<Item> {
    .applying(.fmax, reader, NDArray(scalar: other))
  }

  /// Limits the elements to bounds, which broadcast; nil leaves a side open.
  ///
  /// Where the bounds cross, the upper one wins. NaN stays NaN, as element and as bound.
  ///
  /// NumPy: `numpy.clip`. Copies.
  @discardableResult public func clipped(
    _ low: NDArray<Item>?, _ high: NDArray<Item>?, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    NDArray<Item>.attempt { () throws(ArrayError) in
      NDArray<Item>(
        adopting: try erased.clipped(low?.erased, high?.erased, into: target?.erased))
    }
  }

  /// Limits the elements to bounds; nil leaves a side open.
  ///
  /// NumPy: `numpy.clip`. Copies.
  public func clipped(_ low: Item?, _ high: Item?) -> NDArray<Item> {
    clipped(low.map { NDArray(scalar: $0) }, high.map { NDArray(scalar: $0) })
  }
}

extension TypedArray where Item: OrderedScalar {
  /// Limits the elements to a range. NumPy: `numpy.clip`. Copies.
  public func clipped(to range: ClosedRange<Item>) -> NDArray<Item> {
    clipped(range.lowerBound, range.upperBound)
  }
}

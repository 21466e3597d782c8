// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

// Integers stay as they are.
extension TypedArray where Item: OrderedScalar {
  /// The next whole numbers downwards. NumPy: `numpy.floor`. Copies.
  @inlinable public func floor() -> NDArray<Item> { .applying(.floor, reader) }

  /// The next whole numbers upwards. NumPy: `numpy.ceil`. Copies.
  @inlinable public func ceil() -> NDArray<Item> { .applying(.ceil, reader) }

  /// The whole parts. NumPy: `numpy.trunc`. Copies.
  @inlinable public func truncated() -> NDArray<Item> { .applying(.trunc, reader) }
}

extension TypedArray where Item: Scalar {
  /// Rounds to a number of decimals, halves to even; negative counts round to tens, hundreds …
  ///
  /// NumPy: `numpy.round(a, decimals, out=target)`. Copies.
  @discardableResult public func rounded(
    decimals: Int = 0, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    NDArray<Item>.attempt { () throws(ArrayError) in
      NDArray<Item>(adopting: try erased.rounded(decimals: decimals, into: target?.erased))
    }
  }
}

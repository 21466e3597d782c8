// SPDX-License-Identifier: Apache-2.0

public import StridedMemory

/// What arrays share whose element type the compiler knows: `NDArray` and `FrozenArray`.
///
/// Whatever reads elements is written once, on this protocol: it takes `reader` and makes a fresh,
/// writable `NDArray`. Only what writes belongs to `NDArray` alone.
public protocol TypedArray<Item>: StridedArray
where Failure == Never, Fresh == NDArray<Item> {
  /// The type of the elements.
  associatedtype Item: Storable

  /// The same elements as an `NDArray`; of a frozen array one that can't be written. O(1).
  var reader: NDArray<Item> { get }
}

extension NDArray: TypedArray {
  /// This array. Returns a view. O(1).
  @inlinable public var reader: NDArray { self }
}

extension FrozenArray: TypedArray {}

// SPDX-License-Identifier: Apache-2.0

public import StridedArrays

/// An array under the name that pictures call it by.
public struct NamedArray {
  /// What the array is called.
  public var name: String
  /// The array, which shares its memory with the one it was made of.
  public var array: AnyNDArray

  /// Names an array of any type. Shares its memory. O(1).
  public init(_ name: String, _ array: some StridedArray) {
    self.name = name
    self.array = array.erased
  }
}

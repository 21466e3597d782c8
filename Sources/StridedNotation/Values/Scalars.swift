// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
internal import StridedMemory

/// Arrays of rank 0 that hold one value.
enum Scalars {
  static func bool(_ value: Bool) -> AnyNDArray { NDArray(scalar: value).erased }
  static func int(_ value: Int) -> AnyNDArray { NDArray(scalar: Int64(value)).erased }
}

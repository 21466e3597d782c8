// SPDX-License-Identifier: Apache-2.0

/// The sizes at which operations change their ways.
enum Thresholds {
  /// The elements of a matrix of `float16` from which on its product is computed in `float32`.
  static let float16Elements = 256
}

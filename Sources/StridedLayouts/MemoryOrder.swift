// SPDX-License-Identifier: Apache-2.0

/// The order in which the axes of an array lie in memory, or are walked.
///
/// NumPy: the `order=` argument, `'C'`, `'F'`, `'A'` and `'K'`.
public enum MemoryOrder: String, Hashable, Sendable, CaseIterable {
  /// The last axis varies fastest. NumPy: `'C'`.
  case rowMajor = "C"
  /// The first axis varies fastest. NumPy: `'F'`.
  case columnMajor = "F"
  /// Column-major where the source is so and not also row-major, else row-major. NumPy: `'A'`.
  case either = "A"
  /// The order of the source's strides. NumPy: `'K'`.
  case keep = "K"
}

// SPDX-License-Identifier: Apache-2.0

/// The sizes at which the loop driver changes its ways.
enum Thresholds {
  /// The bytes of a block of staged elements: a few such blocks stay in the first-level cache.
  static let blockBytes = 4096
  /// The fewest elements worth a block of their own.
  static let shortestBlock = 16
}

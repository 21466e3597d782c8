// SPDX-License-Identifier: Apache-2.0

/// The sizes at which the loop driver changes its ways.
enum Thresholds {
  /// The results of a reduction that are started and completed together: they stay in the cache.
  static let reducedResults = 1024
  /// Rows shorter than this are better reduced as the outer axis.
  static let shortReducedRow = 8
  /// The bytes of a block of staged elements: a few such blocks stay in the first-level cache.
  static let blockBytes = 4096
  /// The fewest elements worth a block of their own.
  static let shortestBlock = 16
  /// The bytes of a tile of one operand: two of them stay in the first-level cache.
  static let tileBytes = 16 << 10
  /// The fewest elements along both sides of what is worth tiles.
  static let narrowTile = 4
  /// The fewest elements of operations that are worth tiles in buffers: fewer stay in the cache.
  static let tiledElements = 4096
  /// The elements of a row that costs less than beginning it.
  static let shortRow = 8
  /// The bytes of a result that would push everything else out of the last-level cache; they are
  /// stored past it.
  static let streamBytes = 8 << 20
  /// The bytes of operands from which on a second thread is worth its start.
  static let parallelBytes = 4 << 20
  /// The positions of an axis that is long enough to be split between threads.
  static let splitAxis = 16
  /// The bytes of a result up to which operands at equal distances take the shortest way.
  static let shortResult = 1 << 20
  /// The bytes of a cache line, by which results are stored past the cache.
  static let lineBytes = 64
  /// The bytes of results that are computed before they are stored past the cache.
  static let streamBlockBytes = 1024
  /// The bytes of one of the blocks that trade places inside an array: few fit the second-level
  /// cache, and their rows fill cache lines on either side.
  static let orbitBlockBytes = 32_768
  /// The most steps after which elements that change places must be back.
  static let longestOrbit = 12
  /// The multiplications of a matrix product from which on a library is asked for it.
  static let blasMultiplications = 262_144.0
}

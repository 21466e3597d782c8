// SPDX-License-Identifier: Apache-2.0

/// One axis of a layout: how many positions it has, and how far apart they are.
public struct Axis: Hashable, Sendable {
  /// The number of positions, never negative.
  public var length: Int
  /// The distance from one position to the next, in bytes; may be negative or zero.
  public var stride: Int

  /// Creates an axis of `length` positions that lie `stride` bytes apart.
  @inlinable public init(length: Int, stride: Int) {
    self.length = length
    self.stride = stride
  }
}

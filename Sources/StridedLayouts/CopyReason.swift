// SPDX-License-Identifier: Apache-2.0

/// Why elements are copied.
public enum CopyReason: Hashable, Sendable {
  /// An input shares memory with the result, and no order of walking saves it.
  case overlap
  /// The elements had to lie in another order, or without gaps.
  case order
  /// The elements had to be of another type.
  case cast
  /// Elements were picked by indices or a mask, which no strides describe.
  case gather
  /// No strides give the shape that was asked for; the obstacle names the axes that block it.
  case notViewable(ReshapeObstacle)
  /// The elements' addresses are no multiples of their alignment.
  case unaligned
  /// The elements had to be in the other byte order.
  case byteOrder
  /// The memory may not be written, and something that can be was asked for.
  case readOnly
  /// Others hold the memory or may change it, and something that no one else changes was asked for.
  case shared
  /// The program asked for a copy.
  case explicit
}

extension CopyReason: CustomStringConvertible {
  /// The reason as a phrase without a final full stop.
  public var description: String {
    switch self {
    case .overlap: "an input shares memory with the result"
    case .order: "the elements had to lie in another order"
    case .cast: "the elements had to be of another type"
    case .gather: "indices or a mask picked the elements"
    case .notViewable(let obstacle): obstacle.description
    case .unaligned: "the elements were not aligned"
    case .byteOrder: "the elements had to be in the other byte order"
    case .readOnly: "the memory is read-only"
    case .shared: "others hold the memory"
    case .explicit: "the program asked for a copy"
    }
  }
}

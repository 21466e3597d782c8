// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// What an array must be for someone who is to use its memory.
///
/// NumPy: the `requirements=` argument of `numpy.require`.
public struct Requirements: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Every element's address is a multiple of its alignment. NumPy: `'A'`.
  public static let aligned = Requirements(rawValue: 1)
  /// Elements can be written. NumPy: `'W'`.
  public static let writable = Requirements(rawValue: 2)
  /// The handle owns its memory. NumPy: `'O'`.
  public static let ownsMemory = Requirements(rawValue: 4)
}

extension StridedArray {
  /// Why `required` would copy, or nil if this array is as required. Copies nothing. O(rank).
  public func copyReason(
    requiring requirements: Requirements, order: MemoryOrder = .keep
  ) -> CopyReason? {
    if requirements.contains(.writable), !isWritable { return .readOnly }
    if requirements.contains(.aligned), !isAligned { return .unaligned }
    if let reason = copyReason(contiguousIn: order) { return reason }
    return requirements.contains(.ownsMemory) && !ownsMemory ? .explicit : nil
  }

  /// Returns this array where it is as required, else a copy that is.
  ///
  /// A frozen array is never writable: its copy is none, either; use `thawed()`.
  ///
  /// NumPy: `numpy.require`. Returns a view or copies.
  public func required(
    _ requirements: Requirements, order: MemoryOrder = .keep
  ) throws(Failure) -> Self {
    guard let reason = copyReason(requiring: requirements, order: order) else { return self }
    return try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.copied(order, because: reason, operation: "required"))
    }
  }
}

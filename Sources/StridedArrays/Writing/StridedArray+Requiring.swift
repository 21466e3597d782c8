// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedMemory

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
    try Self.attempt { () throws(ArrayError) in
      try required(requirements, order: order, copying: .ifNeeded)
    }
  }

  /// Returns this array where it is as required, else a copy that is.
  ///
  /// - Throws: `ArrayError` of kind `value` with a `copyReason` if `copying` is `never` and the array
  ///   is not as required.
  ///
  /// NumPy: `numpy.require`. Returns a view or copies, as `copying` says.
  public func required(
    _ requirements: Requirements, order: MemoryOrder = .keep, copying: CopyPolicy
  ) throws(ArrayError) -> Self {
    let reason =
      copying == .always ? .explicit : copyReason(requiring: requirements, order: order)
    guard let reason else { return self }
    guard copying != .never else {
      throw ArrayError(copying: reason, for: "an array as required", byteCount: byteCount)
    }
    return Self(adopting: try erased.copied(order, because: reason, operation: "required"))
  }
}

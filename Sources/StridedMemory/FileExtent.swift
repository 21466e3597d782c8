// SPDX-License-Identifier: Apache-2.0

/// The part of a file that a storage maps.
///
/// Two mappings of one file share its bytes though their addresses differ: the file's identity
/// decides, not its name.
public struct FileExtent: Hashable, Sendable {
  /// The device that the file lies on.
  public var device: UInt64
  /// The number of the file on its device.
  public var number: UInt64
  /// Where the storage's first byte is in the file.
  public var offset: Int
  /// Whether writes stay with the mapping that makes them.
  public var isPrivate: Bool

  /// How far the first byte of `other` is behind this one's in the file both map, or nil if writes
  /// to the one can't show in the other.
  ///
  /// A private mapping shows what others write to a page until it writes to that page itself, so
  /// only two private ones are apart.
  public func distance(to other: FileExtent) -> Int? {
    guard device == other.device, number == other.number, !(isPrivate && other.isPrivate) else {
      return nil
    }
    return other.offset - offset
  }
}

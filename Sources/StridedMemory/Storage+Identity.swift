// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts

/// What only few storages have, kept apart so that the others stay small.
final class StorageDetails {
  /// The storage that this one stands for, while the registry counts arrays.
  fileprivate var origin: Storage?
  /// The part of a file that the bytes are, for a mapping.
  let file: FileExtent?

  init(origin: Storage? = nil, file: FileExtent?) {
    self.origin = origin
    self.file = file
  }
}

extension Storage {
  /// The part of a file that the bytes are, or nil if they are no file's.
  public var file: FileExtent? { object.fields.pointee.details?.file }

  /// The storage itself, or the one that it stands for.
  var original: Storage { object.fields.pointee.details?.origin ?? self }

  /// Whether both are the same block of memory. Ask this instead of comparing references: while the
  /// registry counts arrays, each array has a reference of its own.
  public func isSame(as other: Storage) -> Bool {
    self === other || original === other.original
  }

  /// Whether `storage` is the only reference to its block of memory. Ask this instead of
  /// `isKnownUniquelyReferenced`, which does not see arrays that the registry counts. O(1).
  public static func isUniquelyHeld(_ storage: inout Storage) -> Bool {
    guard isKnownUniquelyReferenced(&storage.object) else { return false }
    guard let details = storage.object.fields.pointee.details, var origin = details.origin else {
      return true
    }
    // What is left of the stand-in's own reference must not count.
    details.origin = nil
    defer { details.origin = origin }
    return isKnownUniquelyReferenced(&origin.object)
  }

  /// The reference that one more array holds: the storage itself or, while the registry counts
  /// arrays, a stand-in that is counted as long as it lives.
  @inlinable package func held(
    as layout: Layout, _ dtype: DType, isRoot: Bool
  ) -> Storage {
    #if $Embedded
      self
    #else
      StorageRegistry.isOn ? StorageRegistry.counted(self, layout, dtype, isRoot: isRoot) : self
    #endif
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts

/// A block of bytes that arrays share, and how it is released.
///
/// The last array that lies on a storage releases it, exactly once. A storage also remembers the
/// layout and element type of the array it was first made for, so that a view can give its base
/// back.
///
/// Concurrent reading is safe; who writes must be alone, as with any memory. So a storage is not
/// `Sendable`: only frozen and uniquely held arrays cross into another task.
public final class Storage {
  /// Who the memory belongs to.
  public enum Kind: String, Hashable, Sendable {
    /// Allocated by this library and freed by it.
    case owned
    /// Lent by someone else, who is told when it is no longer used.
    case borrowed
    /// A file mapped into memory.
    case mapped
  }

  /// What every owned block's address is a multiple of, in bytes: a cache line.
  public static let alignment = 64

  // Invariants:
  // 1. `address ..< address + byteCount` stays valid until `deinit`.
  // 2. `root` lies within `0 ..< byteCount`.
  // 3. If `isWritable` is false, nothing in this library writes to the bytes.

  /// Where the bytes start.
  public let address: UnsafeMutableRawPointer
  /// The number of bytes.
  public let byteCount: Int
  /// Whether the bytes may be written. Once false, it stays so for the life of the storage.
  public private(set) var isWritable: Bool
  /// Who the memory belongs to.
  public let kind: Kind
  /// The layout of the array that the storage was first made for.
  public let root: Layout
  /// The element type of the array that the storage was first made for.
  public let rootDType: DType

  /// What only few storages have.
  let details: StorageDetails?
  private let release: () -> Void

  /// Creates a storage over memory that someone else owns.
  ///
  /// - Parameters:
  ///   - address: Where the bytes start; it must stay valid until `release` is called.
  ///   - byteCount: The number of bytes.
  ///   - isWritable: Whether the bytes may be written; false is a guarantee for the owner.
  ///   - kind: `borrowed`, or `mapped` for files.
  ///   - file: The part of a file that the bytes are, if they are one's.
  ///   - root: The layout of the array over the memory; it must lie within the bytes.
  ///   - rootDType: The element type of that array.
  ///   - release: Called once, on any thread, when no array uses the memory any more.
  public init(
    borrowing address: UnsafeMutableRawPointer, byteCount: Int, isWritable: Bool,
    kind: Kind = .borrowed, file: FileExtent? = nil, layout root: Layout, dtype rootDType: DType,
    release: @escaping @Sendable () -> Void
  ) {
    self.address = address
    self.byteCount = byteCount
    self.isWritable = isWritable
    self.kind = kind
    self.root = root
    self.rootDType = rootDType
    self.release = release
    details = file.map { StorageDetails(file: $0) }
    note()
  }

  /// Creates a reference of its own to the memory of `origin`, which it keeps alive.
  init(standingFor origin: Storage, release: @escaping @Sendable () -> Void) {
    address = origin.address
    byteCount = origin.byteCount
    isWritable = origin.isWritable
    kind = origin.kind
    root = origin.root
    rootDType = origin.rootDType
    details = StorageDetails(origin: origin, file: origin.file)
    self.release = release
  }

  private func note() {
    #if !$Embedded
      if StorageRegistry.isOn { StorageRegistry.note(self) }
    #endif
  }

  private init(
    owning block: MemoryBlock, byteCount: Int, isWritable: Bool, layout: Layout, dtype: DType
  ) {
    address = block.address
    self.byteCount = byteCount
    self.isWritable = isWritable
    kind = .owned
    root = layout
    rootDType = dtype
    release = { block.release() }
    details = nil
    note()
  }

  /// Allocates `byteCount` bytes at a 64-byte boundary; size 0 works.
  ///
  /// Large zeroed blocks come lazily from the system: their pages cost nothing until written.
  ///
  /// - Throws: `ArrayError` of kind `memory` if the system refuses.
  public static func allocate(
    byteCount: Int, zeroed: Bool, isWritable: Bool = true, layout: Layout, dtype: DType
  ) throws(ArrayError) -> Storage {
    guard let block = MemoryBlock.allocate(byteCount: byteCount, zeroed: zeroed) else {
      throw ArrayError(
        .memory, "the system refused \(byteCount) bytes for an array of shape \(layout.shape)")
    }
    return Storage(
      owning: block, byteCount: byteCount, isWritable: isWritable, layout: layout, dtype: dtype)
  }

  /// Makes the bytes read-only for ever, through every handle.
  ///
  /// Only for memory that the library owns, because others can't be kept from writing to theirs.
  /// No other thread may use the storage while this runs for the first time.
  public func freeze() {
    // What is frozen may be read by many threads, so nothing is written a second time.
    guard isWritable else { return }
    #if $Embedded
      isWritable = false
    #else
      for reference in StorageRegistry.references(to: self) { reference.isWritable = false }
    #endif
  }

  deinit { release() }
}

/// Whoever holds a storage can make arrays that write to it, so it must not cross into another task.
@available(*, unavailable)
extension Storage: Sendable {}

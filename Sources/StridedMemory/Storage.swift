// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts

/// A block of bytes that arrays share, and how it is released.
///
/// A storage is a reference: copies of it mean the same bytes, and `===` tells whether two do. The
/// last array that lies on a storage releases it, exactly once. A storage also remembers the
/// layout and element type of the array it was first made for, so that a view can give its base
/// back.
///
/// Concurrent reading is safe; who writes must be alone, as with any memory. So a storage is not
/// `Sendable`: only frozen and uniquely held arrays cross into another task.
public struct Storage {
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
  // 1. `address ..< address + byteCount` stays valid as long as `object` lives.
  // 2. `root` lies within `0 ..< byteCount`.
  // 3. If `isWritable` is false, nothing in this library writes to the bytes.

  @usableFromInline var object: StorageObject
  /// Where the bytes start.
  public let address: UnsafeMutableRawPointer

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
    self.init(
      StorageObject.make {
        StorageHeader(
          address: address, byteCount: byteCount, isWritable: isWritable, kind: kind, root: root,
          rootDType: rootDType, memory: .lent(release),
          details: file.map { StorageDetails(file: $0) })
      })
    note()
  }

  /// Creates a reference of its own to the memory of `origin`, which it keeps alive.
  init(standingFor origin: Storage, release: @escaping @Sendable () -> Void) {
    self.init(
      StorageObject.make {
        StorageHeader(
          address: origin.address, byteCount: origin.byteCount, isWritable: origin.isWritable,
          kind: origin.kind, root: origin.root, rootDType: origin.rootDType,
          memory: .lent(release), details: StorageDetails(origin: origin, file: origin.file))
      })
  }

  /// Creates the storage that `object` is.
  init(_ object: StorageObject) {
    self.object = object
    address = object.fields.pointee.address
  }

  private func note() {
    #if !$Embedded
      if StorageRegistry.isOn { StorageRegistry.note(self) }
    #endif
  }

  /// Allocates `byteCount` bytes at a 64-byte boundary; size 0 works.
  ///
  /// Few bytes lie in the storage's own object, more in a block of the memory cache. Large zeroed
  /// blocks come lazily from the system: their pages cost nothing until written.
  ///
  /// - Throws: `ArrayError` of kind `memory` if the system refuses.
  @inline(__always)
  public static func allocate(
    byteCount: Int, zeroed: Bool, isWritable: Bool = true, layout: borrowing Layout, dtype: DType
  ) throws(ArrayError) -> Storage {
    if byteCount <= StorageObject.longestTail, !MemoryBlock.isSystemOnly {
      return Storage(
        tail: byteCount, zeroed: zeroed, isWritable: isWritable, layout: copy layout, dtype: dtype)
    }
    return try Storage(
      block: byteCount, zeroed: zeroed, isWritable: isWritable, layout: copy layout, dtype: dtype)
  }

  /// Makes a storage whose bytes follow the fields of its object.
  @usableFromInline init(
    tail byteCount: Int, zeroed: Bool, isWritable: Bool, layout: Layout, dtype: DType
  ) {
    object = StorageObject.make(tail: byteCount) {
      StorageHeader(
        address: $0, byteCount: byteCount, isWritable: isWritable, kind: .owned, root: layout,
        rootDType: dtype, memory: .tail(LedgerTicket(allocating: byteCount)), details: nil)
    }
    address = object.fields.pointee.address
    if zeroed { address.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount) }
    note()
  }

  /// Makes a storage over a block of its own.
  @usableFromInline init(
    block byteCount: Int, zeroed: Bool, isWritable: Bool, layout: Layout, dtype: DType
  ) throws(ArrayError) {
    guard let block = MemoryBlock.allocate(byteCount: byteCount, zeroed: zeroed) else {
      throw ArrayError(
        .memory, "the system refused \(byteCount) bytes for an array of shape \(layout.shape)")
    }
    self.init(
      StorageObject.make {
        StorageHeader(
          address: block.address, byteCount: byteCount, isWritable: isWritable, kind: .owned,
          root: layout, rootDType: dtype, memory: .block(block), details: nil)
      })
    note()
  }

  /// The number of bytes.
  @inlinable public var byteCount: Int { object.fields.pointee.byteCount }
  /// Whether the bytes may be written. Once false, it stays so for the life of the storage.
  @inlinable public var isWritable: Bool { object.fields.pointee.isWritable }
  /// Who the memory belongs to.
  @inlinable public var kind: Kind { object.fields.pointee.kind }
  /// The layout of the array that the storage was first made for.
  @inlinable public var root: Layout { object.fields.pointee.root }
  /// The element type of the array that the storage was first made for.
  @inlinable public var rootDType: DType { object.fields.pointee.rootDType }

  /// Makes the bytes read-only for ever, through every handle.
  ///
  /// Only for memory that the library owns, because others can't be kept from writing to theirs.
  /// No other thread may use the storage while this runs for the first time.
  public func freeze() {
    // What is frozen may be read by many threads, so nothing is written a second time.
    guard isWritable else { return }
    #if $Embedded
      object.fields.pointee.isWritable = false
    #else
      for reference in StorageRegistry.references(to: self) {
        reference.object.fields.pointee.isWritable = false
      }
    #endif
  }

  /// Whether two storages are one.
  @inlinable public static func === (left: Storage, right: Storage) -> Bool {
    left.object === right.object
  }

  /// Whether two storages are not one.
  @inlinable public static func !== (left: Storage, right: Storage) -> Bool {
    left.object !== right.object
  }
}

/// Whoever holds a storage can make arrays that write to it, so it must not cross into another task.
@available(*, unavailable)
extension Storage: Sendable {}

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts

/// The fields of a storage.
@usableFromInline struct StorageHeader {
  /// Where the bytes are, as far as it matters when they go.
  enum Memory {
    /// Behind the fields, in the same object.
    case tail(LedgerTicket)
    /// In a block of the library's.
    case block(MemoryBlock)
    /// With someone who is told when they are no longer used.
    case lent(@Sendable () -> Void)
  }

  let address: UnsafeMutableRawPointer
  @usableFromInline let byteCount: Int
  @usableFromInline var isWritable: Bool
  @usableFromInline let kind: Storage.Kind
  @usableFromInline let root: Layout
  @usableFromInline let rootDType: DType
  let memory: Memory
  /// What only few storages have.
  let details: StorageDetails?

  init(
    address: UnsafeMutableRawPointer, byteCount: Int, isWritable: Bool, kind: Storage.Kind,
    root: Layout, rootDType: DType, memory: Memory, details: StorageDetails?
  ) {
    self.address = address
    self.byteCount = byteCount
    self.isWritable = isWritable
    self.kind = kind
    self.root = root
    self.rootDType = rootDType
    self.memory = memory
    self.details = details
  }
}

/// The object that the handles on one storage share; few bytes of elements lie in it.
@usableFromInline final class StorageObject: ManagedBuffer<StorageHeader, UInt8> {
  /// The most bytes that lie in the object itself.
  static let longestTail = MemoryBlock.smallestCached - 1

  /// Makes an object.
  @inline(__always)
  static func make(_ header: () -> StorageHeader) -> StorageObject {
    unsafeDowncast(create(minimumCapacity: 0) { _ in header() }, to: StorageObject.self)
  }

  /// Makes an object with room for `tail` bytes, whose address the header is told.
  @inline(__always)
  static func make(
    tail: Int, _ header: (UnsafeMutableRawPointer) -> StorageHeader
  ) -> StorageObject {
    let object = create(minimumCapacity: tail + Storage.alignment - 1) { object in
      object.withUnsafeMutablePointerToElements {
        header(UnsafeMutableRawPointer($0).alignedUp(toMultipleOf: Storage.alignment))
      }
    }
    return unsafeDowncast(object, to: StorageObject.self)
  }

  /// The fields, reached without a check for exclusive access: they change only while an array is
  /// made or frozen.
  @inlinable @inline(__always) var fields: UnsafeMutablePointer<StorageHeader> {
    withUnsafeMutablePointerToHeader { $0 }
  }

  deinit {
    switch fields.pointee.memory {
    case .tail(let ticket): ticket.free()
    case .block(let block): block.release()
    case .lent(let release): release()
    }
  }
}

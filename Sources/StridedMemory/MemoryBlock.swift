// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A block of memory from the one place where memory for elements comes from.
///
/// Blocks below 64 KiB come from the heap. Larger ones are kept by `MemoryCache` when they are
/// given back: up to 2 MiB in classes of sizes, above as mappings of their own in huge pages.
public struct MemoryBlock {
  /// Who takes the memory back.
  enum Source { case heap, sizeClass, mapping }

  /// From this many bytes on, blocks are kept for reuse.
  static let smallestCached = 64 << 10
  /// From this many bytes on, blocks are mappings of their own.
  static let smallestMapping = 2 << 20

  /// Where the bytes start: a 64-byte boundary.
  public let address: UnsafeMutableRawPointer
  /// The number of bytes that the block takes.
  let capacity: Int
  /// Who takes the memory back.
  let source: Source
  /// Who is told when the memory goes back.
  private let ticket: LedgerTicket?

  private init(
    _ address: UnsafeMutableRawPointer, _ capacity: Int, _ source: Source, asked: Int?
  ) {
    self.address = address
    self.capacity = capacity
    self.source = source
    ticket = asked.map { LedgerTicket(allocating: $0) }
  }

  /// Allocates `byteCount` bytes, or returns nil if the system refuses. Size 0 works.
  ///
  /// The ledger sees the allocation and the release, unless told not to: what passes through a
  /// buffer of fixed size is no memory of arrays. Large zeroed blocks are untouched pages that cost
  /// nothing until they are written.
  public static func allocate(
    byteCount: Int, zeroed: Bool = false, isReported: Bool = true
  ) -> MemoryBlock? {
    guard byteCount >= 0, byteCount <= Int.max / 2 else { return nil }
    let asked = isReported ? byteCount : nil
    #if !$Embedded
      if byteCount >= smallestMapping, zeroed || !isSystemOnly {
        guard let (address, capacity) = MemoryCache.mapping(atLeast: byteCount, zeroed: zeroed)
        else { return nil }
        return MemoryBlock(address, capacity, .mapping, asked: asked)
      }
      if byteCount >= smallestCached, !isSystemOnly {
        guard let (address, capacity) = MemoryCache.block(atLeast: byteCount) else { return nil }
        if zeroed { address.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount) }
        return MemoryBlock(address, capacity, .sizeClass, asked: asked)
      }
    #endif
    let size = max(byteCount, 1)
    guard let address = heap(size) else { return nil }
    if zeroed { address.initializeMemory(as: UInt8.self, repeating: 0, count: size) }
    return MemoryBlock(address, size, .heap, asked: asked)
  }

  /// Gives the memory back. The block must not be used afterwards.
  public func release() {
    ticket?.free()
    #if !$Embedded
      switch source {
      case .mapping: MemoryCache.put(mapping: address, capacity)
      case .sizeClass: MemoryCache.put(block: address, capacity)
      case .heap: free(address)
      }
    #else
      address.deallocate()
    #endif
  }

  /// Memory of the system's heap at a 64-byte boundary.
  static func heap(_ size: Int) -> UnsafeMutableRawPointer? {
    #if !$Embedded
      var address: UnsafeMutableRawPointer?
      return posix_memalign(&address, Storage.alignment, size) == 0 ? address : nil
    #else
      return UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Storage.alignment)
    #endif
  }

  #if !$Embedded
    /// Whether every block comes from the system and goes back to it at once, so that tools see
    /// what is used after its release: the environment variable `STRIDED_ALLOCATOR` is `system`.
    static let isSystemOnly = getenv("STRIDED_ALLOCATOR").map { String(cString: $0) } == "system"
  #else
    static let isSystemOnly = false
  #endif
}

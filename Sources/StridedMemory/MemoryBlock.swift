// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A block of memory from the one place where memory for elements comes from.
public struct MemoryBlock {
  /// Where the bytes start: a 64-byte boundary.
  public let address: UnsafeMutableRawPointer
  /// The number of bytes asked for.
  let byteCount: Int
  /// Whether the block is a mapping of its own rather than part of the heap.
  let isMapping: Bool
  /// Who is told when the memory goes back.
  private let ticket: LedgerTicket

  private init(address: UnsafeMutableRawPointer, byteCount: Int, asked: Int, isMapping: Bool) {
    self.address = address
    self.byteCount = byteCount
    self.isMapping = isMapping
    ticket = LedgerTicket(allocating: asked)
  }

  /// Zeroed blocks of at least this many bytes come as untouched pages that cost nothing until
  /// they are written.
  static let lazyZeroThreshold = 1 << 20

  /// Allocates `byteCount` bytes, or returns nil if the system refuses. Size 0 works.
  ///
  /// The ledger sees the allocation and the release.
  public static func allocate(byteCount: Int, zeroed: Bool = false) -> MemoryBlock? {
    guard byteCount >= 0, byteCount <= Int.max - 4096 else { return nil }
    let size = max(byteCount, 1)
    #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
      if zeroed, size >= lazyZeroThreshold {
        let pages = mmap(
          nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
        guard let pages, pages != MAP_FAILED else { return nil }
        return MemoryBlock(address: pages, byteCount: size, asked: byteCount, isMapping: true)
      }
      var address: UnsafeMutableRawPointer?
      guard posix_memalign(&address, Storage.alignment, size) == 0, let address else { return nil }
    #else
      let address = UnsafeMutableRawPointer.allocate(
        byteCount: size, alignment: Storage.alignment)
    #endif
    if zeroed { address.initializeMemory(as: UInt8.self, repeating: 0, count: size) }
    return MemoryBlock(address: address, byteCount: size, asked: byteCount, isMapping: false)
  }

  /// Gives the memory back. The block must not be used afterwards.
  public func release() {
    ticket.free()
    #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
      if isMapping {
        munmap(address, byteCount)
      } else {
        free(address)
      }
    #else
      address.deallocate()
    #endif
  }
}

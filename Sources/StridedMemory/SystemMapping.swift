// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Memory straight from the system, in huge pages where it has them.
  enum SystemMapping {
    /// The bytes of a huge page, at whose boundary mappings start.
    static let hugePage = 2 << 20
    /// What the size of a mapping is a multiple of: the largest page of any supported machine.
    static let unit = 64 << 10

    /// Maps `size` zeroed bytes, which take no memory until they are written.
    static func make(_ size: Int) -> UnsafeMutableRawPointer? {
      // More than is needed, of which what lies before and behind the boundary goes back.
      let mapped = mmap(
        nil, size + hugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
      guard let mapped, mapped != MAP_FAILED else { return nil }
      let address = mapped.alignedUp(toMultipleOf: hugePage)
      let lead = address - mapped
      if lead > 0 { munmap(mapped, lead) }
      if lead < hugePage { munmap(address + size, hugePage - lead) }
      #if os(Linux)
        // A huge page is zeroed whole when it is touched: only those that are filled pay.
        madvise(address, size & ~(hugePage - 1), MADV_HUGEPAGE)
      #endif
      return address
    }

    /// Tells the system that it may take the pages, and their content, when it needs memory.
    static func offer(_ address: UnsafeMutableRawPointer, _ size: Int) {
      madvise(address, size, MADV_FREE)
    }
  }
#endif

// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// The memory that the library keeps for its next arrays instead of giving it back.
  ///
  /// Fresh memory of the system costs more than most operations on it, so blocks from 64 KiB on are
  /// kept: up to 2 MiB by classes of sizes, larger ones as mappings whose pages the system may take
  /// while they wait. What is kept is bounded by `limits`. Safe to use from all threads; a thread
  /// that finds the cache busy goes to the system rather than wait.
  ///
  /// The environment variable `STRIDED_ALLOCATOR=system` turns the cache off.
  public enum MemoryCache {
    /// How much may be kept.
    public struct Limits: Hashable, Sendable {
      /// The bytes of kept blocks below 2 MiB.
      public var blockBytes: Int
      /// The bytes of kept mappings, of 2 MiB and more.
      public var mappingBytes: Int

      /// Creates limits; negative ones count as 0.
      public init(blockBytes: Int, mappingBytes: Int) {
        self.blockBytes = max(blockBytes, 0)
        self.mappingBytes = max(mappingBytes, 0)
      }

      /// 64 MiB of blocks, and mappings of a quarter of the machine's memory, 1 GiB at most.
      public static let standard: Limits = {
        let pages = max(sysconf(Int32(_SC_PHYS_PAGES)), 0)
        let memory = pages.multipliedReportingOverflow(by: max(sysconf(Int32(_SC_PAGESIZE)), 0))
        let quarter = memory.overflow ? Int.max : Int(memory.partialValue) / 4
        return Limits(blockBytes: 64 << 20, mappingBytes: min(quarter, 1 << 30))
      }()
    }

    /// What the cache holds and did; blocks below 64 KiB don't count.
    public struct Statistics: Hashable, Sendable {
      /// The bytes that arrays and temporaries use.
      public var usedBytes: Int
      /// The bytes that are kept.
      public var keptBytes: Int
      /// The number of blocks and mappings that are kept.
      public var keptCount: Int
      /// How often something kept was used again.
      public var reuseCount: Int
      /// How often memory came from the system.
      public var systemCount: Int
    }

    private static let state = Mutex(CacheState())
    private static let used = Atomic<Int>(0)
    private static let reuses = Atomic<Int>(0)
    private static let fresh = Atomic<Int>(0)

    /// How much may be kept; less than is kept gives memory back at once.
    public static var limits: Limits {
      get { state.withLock { $0.limits } }
      set {
        drop(
          state.withLock { state in
            state.limits = newValue
            return state.excess()
          })
      }
    }

    /// What the cache holds and did since the program began.
    public static var statistics: Statistics {
      let (bytes, count) = state.withLock {
        ($0.blockBytes + $0.mappingBytes, $0.blockCount + $0.mappings.count)
      }
      return Statistics(
        usedBytes: used.load(ordering: .relaxed), keptBytes: bytes, keptCount: count,
        reuseCount: reuses.load(ordering: .relaxed), systemCount: fresh.load(ordering: .relaxed))
    }

    /// Gives everything that is kept back to the system.
    public static func trim() { drop(state.withLock { $0.all() }) }

    private static func drop(_ dropped: CacheState.Dropped) {
      for block in dropped.blocks { free(block.address) }
      for mapping in dropped.mappings { munmap(mapping.address, mapping.size) }
    }

    /// Runs `body` on the state unless another thread stays in it: a thread that a fork left
    /// behind may hold the lock for ever.
    private static func tried<Result: Sendable>(
      _ body: (inout sending CacheState) -> Result
    ) -> Result? {
      for _ in 0..<100 {
        let result: Result? = state.withLockIfAvailable { body(&$0) }
        if let result { return result }
      }
      return nil
    }

    private static func count(_ size: Int, isReused: Bool) {
      used.add(size, ordering: .relaxed)
      if isReused {
        reuses.add(1, ordering: .relaxed)
      } else {
        fresh.add(1, ordering: .relaxed)
      }
    }
  }

  // MARK: Blocks and mappings

  extension MemoryCache {
    /// Takes a block of at least `size` bytes; nil if the system refuses.
    static func block(atLeast size: Int) -> (UnsafeMutableRawPointer, Int)? {
      let sizeClass = SizeClass(atLeast: size)
      let kept = tried { $0.takeBlock(sizeClass) } ?? nil
      guard let address = kept?.address ?? freshBlock(sizeClass.size) else { return nil }
      count(sizeClass.size, isReused: kept != nil)
      return (address, sizeClass.size)
    }

    private static func freshBlock(_ size: Int) -> UnsafeMutableRawPointer? {
      if let address = MemoryBlock.heap(size) { return address }
      trim()
      return MemoryBlock.heap(size)
    }

    /// Takes a block back.
    static func put(block address: UnsafeMutableRawPointer, _ size: Int) {
      used.subtract(size, ordering: .relaxed)
      guard let dropped = tried({ $0.put(CacheState.Piece(address: address, size: size)) }) else {
        return free(address)
      }
      drop(dropped)
    }

    /// Takes a mapping of at least `size` bytes; nil if the system refuses.
    static func mapping(atLeast size: Int, zeroed: Bool) -> (UnsafeMutableRawPointer, Int)? {
      // What was used is not zero any more.
      if !zeroed, let mapping = tried({ $0.takeMapping(atLeast: size) }) ?? nil {
        count(mapping.size, isReused: true)
        return (mapping.address, mapping.size)
      }
      let size = (size + SystemMapping.unit - 1) & ~(SystemMapping.unit - 1)
      var address = SystemMapping.make(size)
      if address == nil {
        trim()
        address = SystemMapping.make(size)
      }
      guard let address else { return nil }
      count(size, isReused: false)
      return (address, size)
    }

    /// Takes a mapping back.
    static func put(mapping address: UnsafeMutableRawPointer, _ size: Int) {
      used.subtract(size, ordering: .relaxed)
      if MemoryBlock.isSystemOnly || size > limits.mappingBytes {
        munmap(address, size)
        return
      }
      SystemMapping.offer(address, size)
      let mapping = CacheState.Piece(address: address, size: size)
      guard let dropped = tried({ $0.put(mapping: mapping) }) else {
        munmap(address, size)
        return
      }
      drop(dropped)
    }
  }
#endif

// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  /// The sizes of kept blocks: four to each doubling, so that at most a fifth is wasted.
  struct SizeClass {
    /// The number of classes from 64 KiB to 2 MiB, both included.
    static let count = 21

    let index: Int
    /// The bytes of a block of the class.
    let size: Int

    /// The class of the smallest blocks that hold `size` bytes.
    init(atLeast size: Int) {
      let least = max(size, MemoryBlock.smallestCached)
      let step = 1 << (Int.bitWidth - 3 - (least - 1).leadingZeroBitCount)
      let rounded = least == MemoryBlock.smallestCached ? least : (least + step - 1) & ~(step - 1)
      let exponent = Int.bitWidth - 1 - rounded.leadingZeroBitCount
      self.size = rounded
      index = 4 * (exponent - 16) + (rounded >> (exponent - 2)) & 3
    }
  }

  /// What the memory cache keeps. Only whoever holds the lock of the cache touches it.
  struct CacheState: @unchecked Sendable {
    /// A block or a mapping that nobody uses.
    struct Piece: @unchecked Sendable {
      var address: UnsafeMutableRawPointer
      var size: Int
    }

    /// What goes back to the system, after the lock was given up.
    struct Dropped: Sendable {
      var blocks: [Piece] = []
      var mappings: [Piece] = []
    }

    /// The most mappings that are kept, so that the search among them stays short.
    static let mostMappings = 64

    // Invariants:
    // 1. `blockBytes` and `blockCount` are those of all lists, `mappingBytes` that of `mappings`.
    // 2. Neither number of bytes is above its limit when the lock is given up.
    var limits = MemoryCache.Limits.standard
    /// The kept blocks of each class; each block holds the address of the next.
    private var lists = InlineArray<21, UnsafeMutableRawPointer?>(repeating: nil)
    private var counts = InlineArray<21, Int>(repeating: 0)
    private(set) var blockBytes = 0
    private(set) var blockCount = 0
    /// The kept mappings, the one that was put last at the end.
    private(set) var mappings: [Piece] = []
    private(set) var mappingBytes = 0

    mutating func takeBlock(_ sizeClass: SizeClass) -> Piece? {
      takeBlock(sizeClass.index, sizeClass.size)
    }

    private mutating func takeBlock(_ index: Int, _ size: Int) -> Piece? {
      guard let address = lists[index] else { return nil }
      lists[index] = address.load(as: UnsafeMutableRawPointer?.self)
      counts[index] -= 1
      blockCount -= 1
      blockBytes -= size
      return Piece(address: address, size: size)
    }

    mutating func put(_ block: Piece) -> Dropped {
      let index = SizeClass(atLeast: block.size).index
      block.address.storeBytes(of: lists[index], as: UnsafeMutableRawPointer?.self)
      lists[index] = block.address
      counts[index] += 1
      blockCount += 1
      blockBytes += block.size
      return excess()
    }

    /// Takes the smallest kept mapping that `size` bytes fill for the most part.
    mutating func takeMapping(atLeast size: Int) -> Piece? {
      let most = size + size / 4 + MemoryBlock.smallestMapping
      var best: Int?
      for i in mappings.indices where mappings[i].size >= size && mappings[i].size <= most {
        if let found = best, mappings[found].size <= mappings[i].size { continue }
        best = i
      }
      guard let best else { return nil }
      mappingBytes -= mappings[best].size
      return mappings.remove(at: best)
    }

    mutating func put(mapping: Piece) -> Dropped {
      mappings.append(mapping)
      mappingBytes += mapping.size
      return excess()
    }

    /// Takes out what is above the limits: blocks of the class that holds most, oldest mappings.
    mutating func excess() -> Dropped {
      var dropped = Dropped()
      while blockBytes > limits.blockBytes {
        var most = 0
        for i in 0..<SizeClass.count where counts[i] * size(i) > counts[most] * size(most) {
          most = i
        }
        guard let block = takeBlock(most, size(most)) else { break }
        dropped.blocks.append(block)
      }
      while mappingBytes > limits.mappingBytes || mappings.count > CacheState.mostMappings {
        mappingBytes -= mappings[0].size
        dropped.mappings.append(mappings.removeFirst())
      }
      return dropped
    }

    /// Takes out everything.
    mutating func all() -> Dropped {
      let limits = limits
      defer { self.limits = limits }
      self.limits = MemoryCache.Limits(blockBytes: 0, mappingBytes: 0)
      return excess()
    }

    private func size(_ index: Int) -> Int { (4 + index % 4) << (14 + index / 4) }
  }
#endif

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Synchronization
import TestSupport
import Testing

@testable import StridedMemory

/// The cache is one for the whole process: its tests take turns, and others only use it.
@Suite(.serialized) struct MemoryCacheTests {
  @Test func classesHoldWhatIsAskedAndWasteAFifthAtMost() {
    var last = -1
    for size in stride(from: 64 << 10, through: 2 << 20, by: 1000) {
      let found = SizeClass(atLeast: size)
      #expect(found.size >= size && found.size - size <= found.size / 5)
      #expect(found.index == last || found.index == last + 1)
      #expect(SizeClass(atLeast: found.size).index == found.index)
      last = found.index
    }
    #expect(SizeClass(atLeast: (2 << 20) - 1).index == SizeClass.count - 1)
  }

  @Test func stateKeepsItsInvariants() {
    var dice = SeededGenerator(seed: 4)
    var state = CacheState()
    state.limits = MemoryCache.Limits(blockBytes: 1 << 20, mappingBytes: 20 << 20)
    var held: [CacheState.Piece] = []
    var kept = 0
    func drop(_ dropped: CacheState.Dropped) {
      for block in dropped.blocks { block.address.deallocate() }
      kept -= dropped.blocks.count + dropped.mappings.count
    }
    for _ in 0..<5000 {
      if Bool.random(using: &dice), let piece = held.popLast() {
        kept += 1
        drop(piece.size < 2 << 20 ? state.put(piece) : state.put(mapping: piece))
      } else if Bool.random(using: &dice) {
        let sizeClass = SizeClass(atLeast: Int.random(in: 65536..<(2 << 20), using: &dice))
        if let piece = state.takeBlock(sizeClass) {
          #expect(piece.size == sizeClass.size)
          kept -= 1
          held.append(piece)
        } else {
          let address = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16)
          held.append(CacheState.Piece(address: address, size: sizeClass.size))
        }
      } else {
        let size = Int.random(in: (2 << 20)..<(9 << 20), using: &dice)
        if let piece = state.takeMapping(atLeast: size) {
          #expect(piece.size >= size && piece.size <= size + size / 4 + (2 << 20))
          kept -= 1
          held.append(piece)
        } else if let address = UnsafeMutableRawPointer(bitPattern: 1 << 21) {
          // Mappings are never looked into.
          held.append(CacheState.Piece(address: address, size: size))
        }
      }
      #expect(state.blockBytes <= 1 << 20 && state.mappingBytes <= 20 << 20)
      #expect(state.blockCount + state.mappings.count == kept)
    }
    drop(state.all())
    #expect(kept == 0 && state.blockBytes == 0 && state.mappingBytes == 0)
    for piece in held where piece.size < 2 << 20 { piece.address.deallocate() }
  }

  @Test(
    .enabled(if: !MemoryBlock.isSystemOnly),
    arguments: [65536, 100_000, (2 << 20) - 1, 2 << 20, 9_000_000])
  func whatIsGivenBackIsUsedAgain(byteCount: Int) throws {
    // Another test may take the block in between, so one success is enough.
    let isReused = (0..<50).contains { _ in
      guard let first = MemoryBlock.allocate(byteCount: byteCount) else { return false }
      first.address.storeBytes(of: 1, as: Int.self)
      first.release()
      guard let second = MemoryBlock.allocate(byteCount: byteCount) else { return false }
      defer { second.release() }
      return first.address == second.address
    }
    #expect(isReused)
  }

  @Test(arguments: [100, 65536, 1 << 20, 2 << 20, 5_000_000])
  func zerosAreZeroAfterUse(byteCount: Int) throws {
    for _ in 0..<5 {
      let block = try #require(MemoryBlock.allocate(byteCount: byteCount, zeroed: true))
      let bytes = UnsafeMutableRawBufferPointer(start: block.address, count: byteCount)
      // A byte of each page, and the last.
      #expect(stride(from: 0, to: byteCount, by: 1000).allSatisfy { bytes[$0] == 0 })
      #expect(bytes.last == 0)
      bytes.initializeMemory(as: UInt8.self, repeating: 255)
      block.release()
    }
  }

  @Test func hugeZerosCostNothingUntilWritten() throws {
    let block = try #require(MemoryBlock.allocate(byteCount: 1 << 32, zeroed: true))
    #expect(block.address.load(fromByteOffset: 1 << 31, as: UInt8.self) == 0)
    block.release()
    #expect(MemoryCache.statistics.keptBytes < 1 << 32)
  }

  @Test func limitsHoldAndTrimGivesEverythingBack() throws {
    let standard = MemoryCache.limits
    defer { MemoryCache.limits = standard }
    func blocks(_ byteCount: Int) throws {
      let blocks = try (0..<8).map { _ in
        try #require(MemoryBlock.allocate(byteCount: byteCount))
      }
      for block in blocks { block.release() }
    }
    MemoryCache.limits = MemoryCache.Limits(blockBytes: 1 << 20, mappingBytes: 10 << 20)
    try blocks(300_000)
    try blocks(3 << 20)
    #expect(MemoryCache.statistics.keptBytes <= 11 << 20)
    MemoryCache.limits = MemoryCache.Limits(blockBytes: -1, mappingBytes: 0)
    #expect(MemoryCache.statistics.keptBytes == 0 && MemoryCache.statistics.keptCount == 0)
    MemoryCache.limits = standard
    try blocks(300_000)
    MemoryCache.trim()
    #expect(MemoryCache.limits == standard)
  }

  @Test func aMillionRandomAllocationsDoNotGrow() throws {
    var dice = SeededGenerator(seed: 2)
    var live: [MemoryBlock] = []
    var liveBytes = 0
    let before = MemoryCache.statistics
    // One in 60 is large, one in 6 of middle size.
    let sizes = [1..<4096, 65536..<(2 << 20), (2 << 20)..<(8 << 20)]
    for _ in 0..<1_000_000 {
      if live.count > 40 {
        live.swapAt(Int(dice.next() % 41), 40)
        let block = live.removeLast()
        liveBytes -= block.source == .heap ? 0 : block.capacity
        block.release()
      }
      let random = Int(dice.next() >> 1)
      let range = sizes[random % 60 == 0 ? 2 : random % 60 < 10 ? 1 : 0]
      let size = range.lowerBound + (random >> 8) % range.count
      guard let block = MemoryBlock.allocate(byteCount: size) else { continue }
      block.address.storeBytes(of: 1, as: UInt8.self)
      if block.source != .heap { liveBytes += block.capacity }
      live.append(block)
    }
    let after = MemoryCache.statistics
    // Other tests use the cache at the same time, but never this much.
    #expect(after.usedBytes - before.usedBytes <= liveBytes + (1 << 30))
    let limits = MemoryCache.limits
    #expect(after.keptBytes <= limits.blockBytes + limits.mappingBytes)
    let (reused, fresh) = (
      after.reuseCount - before.reuseCount, after.systemCount - before.systemCount
    )
    #expect(MemoryBlock.isSystemOnly || reused > 20 * fresh)
    for block in live { block.release() }
  }

  @Test func threadsShareTheCache() async {
    let wrong = Atomic(0)
    await withTaskGroup(of: Int.self) { group in
      for task in 0..<4 {
        group.addTask {
          var dice = SeededGenerator(seed: UInt64(task))
          var mistakes = 0
          for round in 0..<3000 {
            let size = Int.random(in: 65536..<(3 << 20), using: &dice)
            guard let block = MemoryBlock.allocate(byteCount: size) else { continue }
            let mark = task * 1_000_000 + round
            block.address.storeBytes(of: mark, as: Int.self)
            block.address.storeBytes(of: mark, toByteOffset: size / 16 * 8, as: Int.self)
            let same =
              block.address.load(as: Int.self) == mark
              && block.address.load(fromByteOffset: size / 16 * 8, as: Int.self) == mark
            if !same { mistakes += 1 }
            block.release()
          }
          return mistakes
        }
      }
      for await mistakes in group { wrong.add(mistakes, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}

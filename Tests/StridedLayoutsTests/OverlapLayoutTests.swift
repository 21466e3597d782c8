// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct OverlapLayoutTests {
  /// The offset of each element, in row-major order.
  static func offsets(_ layout: Layout) -> [Int] {
    var offsets = [layout.offset]
    for (length, stride) in zip(layout.shape, layout.strides) {
      offsets = offsets.flatMap { start in (0..<length).map { start + $0 * stride } }
    }
    return offsets
  }

  static func bytes(_ layout: Layout, _ itemSize: Int) -> Set<Int> {
    Set(offsets(layout).flatMap { $0..<($0 + itemSize) })
  }

  static func layouts(_ lengths: ClosedRange<Int>, _ strides: [Int], rank: Int) throws -> [Layout] {
    var all: [(shape: [Int], strides: [Int])] = [([], [])]
    for _ in 0..<rank {
      all = all.flatMap { old in
        lengths.flatMap { length in
          strides.map { (old.shape + [length], old.strides + [$0]) }
        }
      }
    }
    return try all.map { try Layout(shape: $0.shape, strides: $0.strides) }
  }

  static func shifted(_ layout: Layout, by offset: Int) throws -> Layout {
    try Layout(shape: layout.shape, strides: layout.strides, offset: offset)
  }

  /// Compares everything that is known of a pair with the sets of its bytes.
  static func check(_ a: Layout, _ b: Layout, _ i: Int, _ j: Int) {
    let mine = bytes(a, i)
    let theirs = bytes(b, j)
    let isShared = !mine.isDisjoint(with: theirs)
    let answer = a.overlaps(b, itemSize: i, otherItemSize: j)
    #expect(answer == (isShared ? .shared : .disjoint), "\(a) and \(b), \(i) and \(j) bytes")
    #expect(b.overlaps(a, itemSize: j, otherItemSize: i) == answer)
    let limited = a.overlaps(b, itemSize: i, otherItemSize: j, effort: .limited(work: 1))
    #expect(limited == answer || limited == .undecided)
    if let myFirst = mine.min(), let myLast = mine.max(), let first = theirs.min(),
      let last = theirs.max()
    {
      let meets = myFirst <= last && first <= myLast
      let bounds = a.overlaps(b, itemSize: i, otherItemSize: j, effort: .bounds)
      #expect((bounds != .disjoint) == meets)
      #expect(bounds != .shared || isShared)
    }
    guard let witness = a.overlapWitness(with: b, itemSize: i, otherItemSize: j) else {
      #expect(!isShared, "no witness for \(a) and \(b), \(i) and \(j) bytes")
      return
    }
    checkWitness(witness, a, b, i, j)
    let count = offsets(a).count { !theirs.isDisjoint(with: $0..<($0 + i)) }
    #expect(witness.sharedElementCount == count)
  }

  static func checkWitness(
    _ witness: OverlapWitness, _ a: Layout, _ b: Layout, _ i: Int, _ j: Int
  ) {
    #expect(witness.index.count == a.rank && witness.otherIndex.count == b.rank)
    #expect(zip(witness.index, a.shape).allSatisfy { $0 >= 0 && $0 < $1 })
    #expect(zip(witness.otherIndex, b.shape).allSatisfy { $0 >= 0 && $0 < $1 })
    let start = zip(witness.index, a.strides).reduce(a.offset) { $0 + $1.0 * $1.1 }
    let other = zip(witness.otherIndex, b.strides).reduce(b.offset) { $0 + $1.0 * $1.1 }
    let shared = (start..<(start + i)).clamped(to: other..<(other + j))
    #expect(!shared.isEmpty && witness.bytes == shared, "\(witness) of \(a) and \(b)")
  }

  static func checkSelf(_ a: Layout, _ itemSize: Int) {
    let starts = offsets(a).sorted()
    let isShared = zip(starts, starts.dropFirst()).contains { $1 - $0 < itemSize }
    let answer = a.overlapsItself(itemSize: itemSize)
    #expect(answer == (isShared ? .shared : .disjoint), "\(a), \(itemSize) bytes")
    for effort in [OverlapEffort.bounds, .limited(work: 1)] {
      let quick = a.overlapsItself(itemSize: itemSize, effort: effort)
      #expect(quick == answer || quick == .undecided)
    }
  }

  @Test func everyPairOfRankOne() throws {
    let all = try Self.layouts(0...3, [-3, -1, 0, 2, 5], rank: 1)
    for a in all {
      for b in all {
        for offset in -8...8 {
          let b = try Self.shifted(b, by: offset)
          for (i, j) in [(1, 1), (1, 3), (2, 2)] { Self.check(a, b, i, j) }
        }
      }
    }
  }

  @Test func everyPairOfRankTwo() throws {
    let all = try Self.layouts(2...3, [-4, 3, 10], rank: 2)
    for a in all {
      for b in all {
        for offset in stride(from: -25, through: 25, by: 5) {
          Self.check(a, try Self.shifted(b, by: offset), 1, 2)
        }
      }
    }
  }

  @Test func everySelfOverlapOfRankTwo() throws {
    for a in try Self.layouts(0...4, [-5, -2, 0, 1, 3, 4, 8], rank: 2) {
      for itemSize in [1, 2, 4] { Self.checkSelf(a, itemSize) }
    }
  }

  @Test func sampledPairsOfHigherRank() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("sampledPairsOfHigherRank: seed \(seed)")
    var random = OverlapRandom(state: seed)
    func layout(_ rank: Int) throws -> Layout {
      try Layout(
        shape: (0..<rank).map { _ in random.next(1...3) },
        strides: (0..<rank).map { _ in random.next(-30...30) }, offset: random.next(-40...40))
    }
    for _ in 0..<1500 {
      let a = try layout(random.next(0...5))
      let b = try layout(random.next(0...5))
      let itemSize = random.next(1...4)
      Self.check(a, b, itemSize, random.next(1...4))
      Self.checkSelf(a, itemSize)
    }
  }

  @Test func hardInstancesOfNumPysManual() throws {
    let a = try Layout(shape: [1049, 1049, 1049], strides: [36674, 61119, 85569])
    for last in [1, 1049] {
      let b = try Layout(
        shape: [1049, 1049, last], strides: [12223, 12224, 1], offset: 64_023_025)
      let limited = a.overlaps(b, itemSize: 1, otherItemSize: 1, effort: .limited(work: 1000))
      #expect(limited == .undecided)
      #expect(a.overlaps(b, itemSize: 1, otherItemSize: 1) == .disjoint)
      #expect(a.overlapWitness(with: b, itemSize: 1, otherItemSize: 1) == nil)
    }
    // Its element (3, 5, 7) is that of `a` at (524, 524, 524).
    let offset = 524 * (36674 + 61119 + 85569) - 3 * 12223 - 5 * 12224 - 7
    let shared = try Layout(
      shape: [1049, 1049, 1049], strides: [12223, 12224, 1], offset: offset)
    let witness = shared.overlapWitness(with: a, itemSize: 1, otherItemSize: 1)
    Self.checkWitness(try #require(witness), shared, a, 1, 1)
    // More elements than bytes.
    #expect(a.overlapsItself(itemSize: 1) == .shared)
  }

  @Test func windowsAndRepeatedElements() throws {
    let windows = try Layout(shape: [5, 3], strides: [8, 8])
    #expect(windows.overlapsItself(itemSize: 8) == .shared)
    let repeated = try Layout(shape: [5, 3], strides: [0, 8])
    #expect(repeated.overlapsItself(itemSize: 8) == .shared)
    let single = try Layout(shape: [1, 3], strides: [0, 8])
    #expect(single.overlapsItself(itemSize: 8) == .disjoint)
    let empty = try Layout(shape: [0, 3], strides: [0, 0])
    #expect(empty.overlapsItself(itemSize: 8) == .disjoint)
    // Strides that interleave without meeting: 3·i + 5·j with i < 5 and j < 3.
    let interleaved = try Layout(shape: [5, 3], strides: [3, 5])
    #expect(interleaved.overlapsItself(itemSize: 1) == .disjoint)
    #expect(interleaved.overlapsItself(itemSize: 2) == .shared)
    #expect(interleaved.overlapsItself(itemSize: 1, effort: .bounds) == .undecided)
  }

  @Test func sixtyFourAxes() throws {
    let shape = [Int](repeating: 2, count: 20) + [Int](repeating: 1, count: 44)
    let strides = (0..<20).map { 16 << $0 } + [Int](repeating: 7, count: 44)
    let a = try Layout(shape: shape, strides: strides)
    let b = try Layout(shape: shape, strides: strides, offset: 8)
    #expect(a.overlaps(b, itemSize: 8, otherItemSize: 8) == .disjoint)
    #expect(a.overlaps(b, itemSize: 9, otherItemSize: 8) == .shared)
    #expect(a.overlapsItself(itemSize: 16) == .disjoint)
    #expect(a.overlapsItself(itemSize: 17) == .shared)
    let witness = a.overlapWitness(with: b, itemSize: 9, otherItemSize: 8)
    Self.checkWitness(try #require(witness), a, b, 9, 8)
  }

  @Test func stridesOfTheSizeOfInt() throws {
    let step = Int.max / 4
    let a = try Layout(shape: [4], strides: [step])
    let b = try Layout(shape: [2, 3], strides: [step * 3 - 6, 3], offset: 0)
    #expect(a.overlaps(b, itemSize: 1, otherItemSize: 1) == .shared)
    let c = try Layout(shape: [2, 3], strides: [step * 3 - 7, 3], offset: 1)
    let low = try Layout(shape: [2], strides: [Int.max], offset: Int.min)
    #expect(a.overlaps(c, itemSize: 1, otherItemSize: 1) == .shared)
    #expect(low.overlaps(a, itemSize: 1, otherItemSize: 1) == .disjoint)
    #expect(low.overlapsItself(itemSize: 1) == .disjoint)
    #expect(low.overlaps(a, itemSize: 2, otherItemSize: 1) == .shared)
  }

  @Test func noBytesShareNothing() throws {
    let a = try Layout(shape: [4], strides: [1])
    #expect(a.overlaps(a, itemSize: 0, otherItemSize: 1) == .disjoint)
    #expect(a.overlaps(a, itemSize: 1, otherItemSize: -3) == .disjoint)
    #expect(a.overlapsItself(itemSize: -1) == .disjoint)
    #expect(a.overlapWitness(with: a, itemSize: 1, otherItemSize: 0) == nil)
  }

  @Test func countsOfLargeLayouts() throws {
    let dense = try Layout(shape: [10_000, 10_000], strides: [80_000, 8])
    let columns = try Layout(shape: [10_000, 5_000], strides: [80_000, 16], offset: 8)
    let inside = columns.overlapWitness(with: dense, itemSize: 8, otherItemSize: 8)
    #expect(inside?.sharedElementCount == 50_000_000)
    let outside = dense.overlapWitness(with: columns, itemSize: 8, otherItemSize: 8)
    #expect(outside != nil && outside?.sharedElementCount == nil)
  }
}

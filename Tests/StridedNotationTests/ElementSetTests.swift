// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import TestSupport
import Testing

@testable import StridedNotation

@Suite struct ElementSetTests {
  @Test(
    arguments: [
      ([5], [1], "a[1]"), ([5], [1, 2, 3], "a[1:4]"), ([5], [0, 2, 4], "a[::2]"),
      ([5], [0, 1, 2, 3, 4], "all of a"), ([6], [0, 3], "a[[0, 3]]"), ([6], [1, 3, 5], "a[1::2]"),
      ([2, 3], [0, 1, 2], "a[0, :]"), ([2, 3], [1, 4], "a[:, 1]"),
      ([2, 3], [0, 2, 3, 5], "a[:, [0, 2]]"),
      ([3, 3], [0, 4, 8], "a[[0, 1, 2], [0, 1, 2]]"), ([], [0], "a[()]"),
      ([1, 1], [0], "all of a"),
      ([3, 4], [0, 1, 2, 3, 4, 5, 6], "a[[0, 0, 0, …], [0, 1, 2, …]] (7 elements)"),
    ] as [([Int], [Int], String)])
  func isWrittenAsASubscript(_ shape: [Int], _ positions: [Int], _ text: String) {
    var set = ElementSet(shape: shape)
    for position in positions { set.insert(position) }
    #expect(set.text(of: "a") == text && set.size == positions.count)
  }

  /// A layout of a few axes, also with repeated, overlapping and reversed ones.
  private func randomLayout(_ random: inout SeededGenerator, within bytes: Int) -> Layout? {
    var axes: [(Int, Int)] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      axes.append((Int.random(in: 0...4, using: &random), Int.random(in: -20...20, using: &random)))
    }
    let shape = axes.map { $0.0 }
    let strides = axes.map { $0.1 }
    let low = zip(shape, strides).reduce(0) { $0 + min(0, ($1.0 - 1) * $1.1) }
    return try? Layout(shape: shape, strides: strides, offset: max(0, -low))
  }

  @Test func findsTheElementsOnBytes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed of findsTheElementsOnBytes:", seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      guard let layout = randomLayout(&random, within: 256) else { continue }
      let size = [1, 2, 4, 8].randomElement(using: &random) ?? 1
      var wanted = ByteSet()
      var byte = 0
      while byte < 200 {
        byte += Int.random(in: 0...30, using: &random)
        let end = byte + Int.random(in: 1...12, using: &random)
        wanted.append(byte..<end)
        byte = end
      }
      var expected: [Int] = []
      var position = 0
      func visit(_ axis: Int, _ offset: Int) {
        guard axis < layout.rank else {
          if (offset..<offset + size).contains(where: { wanted.meets($0..<$0 + 1) }) {
            expected.append(position)
          }
          position += 1
          return
        }
        for i in 0..<layout.shape[axis] { visit(axis + 1, offset + i * layout.strides[axis]) }
      }
      visit(0, layout.offset)
      let found = ElementFinder(layout, itemSize: size).elements(on: wanted)
      var positions: [Int] = []
      found?.forEach {
        positions.append($0); return true
      }
      #expect(positions == expected, "\(layout.shape) \(layout.strides) \(size)")
    }
  }
}

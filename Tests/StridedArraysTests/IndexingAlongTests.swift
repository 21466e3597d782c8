// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct IndexingAlongTests {
  private func ints(_ array: AnyNDArray) throws -> [Int] { Array(try NDArray<Int>(array)) }

  @Test func alongAnAxis() throws {
    let a = NDArray(0..<6).reshaped(2, 3)
    let last: NDArray<Int> = [[2], [-3]]
    #expect(try ints(a.erased.takeAlong(last.erased, axis: 1)) == [2, 3])
    let rows: NDArray<Int> = [[1, 0, 1]]
    #expect(try ints(a.erased.takeAlong(rows.erased, axis: 0)) == [3, 1, 5])
    try a.erased.putAlong(NDArray(scalar: 9).erased, at: last.erased, axis: 1)
    #expect(Array(a) == [0, 1, 9, 9, 4, 5])
    #expect(throws: ArrayError.self) { try a.erased.takeAlong(NDArray([0]).erased, axis: 1) }
  }

  @Test func duplicatesAccumulate() throws {
    let a = NDArray([1, 2, 3])
    try a.erased.add(NDArray([10, 20, 30]).erased, at: [.array(NDArray([0, 2, 0]).erased)])
    #expect(Array(a) == [41, 2, 23])
    let b = NDArray<Int>.zeros([2, 3, 2])
    let index: [AdvancedIndex] = [
      .basic(.slice(Slice(1, nil))), .array(NDArray([0, 2, 2]).erased), .basic(.ellipsis),
    ]
    try b.erased.add(NDArray([1, 5]).erased, at: index)
    #expect(Array(b[1, ...]) == [1, 5, 0, 0, 2, 10])
    #expect(Array(b[0, ...]) == [0, 0, 0, 0, 0, 0])
  }

  @Test func meshesAndChoices() throws {
    let a = NDArray(0..<12).reshaped(3, 4).erased
    let mesh = try AdvancedIndex.mesh([
      NDArray([2, 0]).erased, NDArray([false, true, true]).erased,
    ])
    #expect(try ints(a.gathered(at: mesh)) == [9, 10, 1, 2])
    let choices = [NDArray([0, 1, 2]).erased, NDArray([10, 11, 12]).erased]
    #expect(try ints(NDArray([1, 0, 1]).erased.choose(choices)) == [10, 1, 12])
    #expect(try ints(NDArray([5, -1, 0]).erased.choose(choices, mode: .wrap)) == [10, 11, 2])
    #expect(throws: ArrayError.self) { try NDArray([-1, 0, 0]).erased.choose(choices) }
    let x = NDArray(0..<5)
    let selected = try AnyNDArray.select(
      [(x .< 2).erased, (x .< 4).erased], [x.erased, (x * 10).erased],
      default: NDArray(scalar: -1).erased)
    #expect(try ints(selected) == [0, 1, 20, 30, -1])
  }

  /// Random writes over one memory against a model that reads everything first.
  @Test(arguments: [UInt64(20_261_123), 7])
  func overlappingWritesEqualCopiedOnes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<400 {
      let memory = NDArray((0..<24).map { _ in Int.random(in: 0..<6, using: &random) })
      func view(_ length: Int) -> (NDArray<Int>, [Int]) {
        let step = [-3, -2, -1, 1, 2, 3].randomElement(using: &random) ?? 1
        let reach = (length - 1) * step.magnitude.words.reduce(0) { $0 + Int($1) }
        let low = Int.random(in: 0...(23 - reach), using: &random)
        let start = step < 0 ? low + reach : low
        let cells = (0..<length).map { start + $0 * step }
        let all = memory[.slice(start, nil, step)]
        return (all[..<length], cells)
      }
      let (target, targetCells) = view(6)
      let (indices, indexCells) = view(5)
      let (source, sourceCells) = view(5)
      var expected = Array(memory)
      let before = expected
      for (i, value) in zip(indexCells, sourceCells) {
        expected[targetCells[before[i]]] = before[value]
      }
      target[at: indices] = source
      #expect(Array(memory) == expected, "seed \(seed), round \(round)")
    }
  }
}

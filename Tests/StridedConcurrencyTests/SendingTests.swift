// SPDX-License-Identifier: Apache-2.0

import Strided
import Synchronization
import Testing

/// What compiles in Swift 6: how arrays go from task to task. `Tests/Races` holds what must not.
@Suite struct SendingTests {
  private actor Shelf {
    private var kept: [NDArray<Double>] = []

    func put(_ array: sending NDArray<Double>) { kept.append(array) }

    func sum() -> Double { kept.reduce(0) { $0 + $1.sum() } }

    /// What an actor keeps may leave it when nobody else holds it.
    func takeLast() -> sending NDArray<Double> {
      (kept.popLast() ?? NDArray([])).detached()
    }

    /// What it goes on keeping leaves as a frozen copy.
    func look() -> FrozenArray<Double>? { kept.last?.frozen() }
  }

  @Test func aFreshArrayIsSentByTheCompiler() async {
    let shelf = Shelf()
    await shelf.put(NDArray([1, 2, 3]))
    let array = NDArray<Double>.zeros([4])
    array.fill(2)
    // Views and arithmetic before the sending are no obstacle: all are in one region.
    array[1...] += array[..<3]
    await shelf.put(array)
    #expect(await shelf.sum() == 20)
  }

  @Test func anArrayMovesIntoATask() async {
    let array = NDArray(0..<10)
    let view = array[.every(2)]
    let task = Task {
      view[0] = 100
      return array.sum()
    }
    #expect(await task.value == 145)
  }

  @Test func aTaskGivesItsArrayBack() async {
    func make(_ count: Int) async -> sending NDArray<Int> {
      let array = NDArray(0..<count)
      array[0] = 7
      return array
    }
    let array = await make(5)
    array[1] = 8
    #expect(Array(array) == [7, 8, 2, 3, 4])

    async let made = make(3)
    #expect(await made.sum() == 10)
  }

  @Test func whatAnActorKeepsComesOutDetachedOrFrozen() async throws {
    let shelf = Shelf()
    await shelf.put(NDArray([1, 2, 3]))
    let seen = try #require(await shelf.look())
    let (array, ledger) = await withLedger { await shelf.takeLast() }
    array[0] = 9
    #expect(Array(seen) == [1, 2, 3] && Array(array) == [9, 2, 3])
    #expect(ledger.copyCount <= 1)
  }

  @Test func frozenArraysAreSharedFreely() async {
    let table = NDArray(0..<1000).reshaped(10, 100).frozen()
    let sums = await withTaskGroup(of: Int.self) { group in
      for row in table { group.addTask { row.sum() } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums.reduce(0, +) == 499_500)
    func needsSendable(_ value: some Sendable & Hashable) -> Int { value.hashValue }
    #expect(needsSendable(table[1...]) == needsSendable(table[1..<10]))
  }

  private static let counts = Mutex(NDArray<Int>.zeros([4]))

  @Test func aMutexGuardsAnArray() async {
    await withTaskGroup(of: Void.self) { group in
      for i in 0..<40 { group.addTask { Self.counts.withLock { $0[i % 4] += 1 } } }
    }
    #expect(Self.counts.withLock { $0.sum() } == 40)
  }

  @Test func layoutsTypesLedgersAndErrorsAreValues() async throws {
    let array = NDArray(0..<6).reshaped(2, 3)
    let (layout, dtype) = (array.layout, array.dtype)
    let ledger = withLedger { _ = array.copy() }.ledger
    let error = ArrayError(.value, "no", operand: "target", shapes: [[2]])
    let task = Task { (layout.transposed(), dtype.name, ledger.copiedBytes, error.operand) }
    let values = await task.value
    #expect(values.0.strides == [8, 24] && values.1 == "int64")
    #expect(values.2 == 48 && values.3 == "target")
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct FrozenArrayTests {
  @Test func uniquelyHeldIsFrozenWithoutACopy() {
    let array = NDArray(0..<6).reshaped(2, 3).copy()
    let address = array.address
    let (frozen, ledger) = withLedger { [array = consume array] in (copy array).frozen() }
    // The closure held a second handle, so this one was copied…
    #expect(ledger.copies.map(\.reason) == [.shared])
    #expect(frozen.address != address)

    // …and one that is given up is not.
    let fresh = NDArray(0..<6)
    let freshAddress = fresh.address
    let entries = frozenInPlace(consume fresh)
    #expect(entries.0.address == freshAddress)
    #expect(entries.1.entries.isEmpty)
    #expect(Array(entries.0) == Array(0..<6))
  }

  private func frozenInPlace(_ array: consuming NDArray<Int>) -> (FrozenArray<Int>, Ledger) {
    var handle: NDArray<Int>? = consume array
    return withLedger {
      // Taking the value out leaves no second handle behind.
      guard let taken = handle.take() else { fatalError("there is no array") }
      return (consume taken).frozen()
    }
  }

  @Test func temporariesAreFrozenWithoutACopy() {
    let ledger = withLedger { _ = (NDArray(0..<6) * 2).frozen() }.ledger
    #expect(ledger.copyCount == 0)
  }

  @Test func aSharedOneIsCopiedAndTheOtherStaysWritable() {
    let album = NDArray([10, 20, 30])
    let frozen = album.frozen()
    album[0] = 99
    #expect(Array(frozen) == [10, 20, 30])
    #expect(frozen.address != album.address)
    #expect(album.isWritable)

    // A live view is another handle, too.
    let whole = NDArray([1, 2, 3])
    let window = whole[1...]
    let fixed = (consume whole).frozen()
    window[0] = 7
    #expect(Array(fixed) == [1, 2, 3])
  }

  @Test func freezingAgainAndReadersCopyNothing() {
    let frozen = NDArray(0..<4).frozen()
    let (again, ledger) = withLedger { frozen.reader.frozen() }
    #expect(again.address == frozen.address)
    #expect(ledger.entries.isEmpty)
  }

  @Test func borrowedMemoryIsCopied() throws {
    let counter = UnsafeMutableBufferPointer<Int>.allocate(capacity: 3)
    counter.initialize(repeating: 5)
    defer { counter.deallocate() }
    let lent = try NDArray.borrowing(counter, shape: [3]) {}
    let frozen = (consume lent).frozen()
    counter[0] = 1
    #expect(Array(frozen) == [5, 5, 5])
  }

  @Test func nothingGivesAWritableHandle() throws {
    let frozen = NDArray(0..<12).reshaped(3, 4).copy().frozen()
    #expect(!frozen.isWritable && !frozen.flags.isWritable)
    #expect(frozen.ownsMemory)
    let view = frozen[1..., .every(2)].transposed()
    #expect(!view.isWritable)
    let base = try #require(view.base)
    #expect(!base.isWritable)
    #expect(!frozen.reader.isWritable && !frozen.erased.isWritable)
    #expect(!(try AnyNDArray(frozen.storage)).isWritable)
    let remade = try AnyNDArray(
      storage: frozen.storage, layout: frozen.layout, dtype: .int64, isWritable: true)
    #expect(!remade.isWritable)
    #expect(throws: ArrayError.self) { try remade.assign(from: remade) }
    #expect(!frozen.copy().isWritable)
  }

  @Test func viewsReadsAndArithmetic() {
    let array = NDArray(0..<12).reshaped(3, 4)
    let frozen = array.copy().frozen()
    #expect(frozen[1, 2] == 6)
    #expect(frozen[-1, -1] == 11)
    #expect(Array(frozen[1, ...]) == [4, 5, 6, 7])
    #expect(Array(frozen[..., 1]) == [1, 5, 9])
    #expect(frozen[0..<2].shape == [2, 4])
    #expect(frozen.transposed().strides == [8, 32])
    #expect(frozen.reshaped(2, 6).isView(of: frozen))
    #expect(frozen.map { $0.sum() } == [6, 22, 38])
    #expect(frozen.sum() == 66 && frozen.min() == 0 && frozen.max() == 11)
    #expect(Array((frozen + frozen)[0, ...]) == [0, 2, 4, 6])
    #expect(Array((frozen * 2 - array)[2, ...]) == [8, 9, 10, 11])
    #expect(Array((frozen .> 9)[2, ...]) == [false, false, true, true])
    #expect(frozen.description == array.description)
    #expect((frozen + 1).isWritable)
  }

  @Test func equalityAndHashing() {
    let a = NDArray(0..<6).reshaped(2, 3).copy().frozen()
    let b = NDArray([0, 3, 1, 4, 2, 5]).reshaped(3, 2).transposed().frozen()
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    #expect(a != a.reshaped(3, 2))
    #expect(Set([a, b, a[0...]]).count == 1)
  }

  @Test func manyTasksReadOneStorage() async {
    let frozen = NDArray(0..<1000).frozen()
    let sums = await withTaskGroup(of: Int.self) { group in
      for i in 0..<8 { group.addTask { frozen[i...].sum() } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums.sorted().last == 499_500)
    #expect(sums.count == 8)
  }
}

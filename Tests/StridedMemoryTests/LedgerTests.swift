// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory
import Testing

@Suite struct LedgerTests {
  /// Allocates a storage of `byteCount` bytes.
  static func storage(_ byteCount: Int) throws(ArrayError) -> Storage {
    try Storage.allocate(
      byteCount: byteCount, zeroed: false,
      layout: .dense(shape: [byteCount], itemSize: 1), dtype: .uint8)
  }

  @Test func collectsAllocationsFreesAndPeak() throws {
    let (kept, ledger) = try withLedger { () throws(ArrayError) -> Storage in
      _ = try Self.storage(100)
      let kept = try Self.storage(30)
      _ = try Self.storage(50)
      return kept
    }
    #expect(ledger.allocationCount == 3)
    #expect(ledger.allocatedBytes == 180)
    #expect(ledger.freeCount == 2)
    #expect(ledger.freedBytes == 150)
    #expect(ledger.liveBytes == kept.byteCount)
    #expect(ledger.peakLiveBytes == 100)
    #expect(ledger.entries.map(\.kind) == [.allocation, .free, .allocation, .allocation, .free])
  }

  @Test func countsWhatWasAskedForAndSizeZero() throws {
    let ledger = try withLedger { () throws(ArrayError) in _ = try Self.storage(0) }.ledger
    #expect(ledger.allocationCount == 1)
    #expect(ledger.allocatedBytes == 0)
    #expect(ledger.freeCount == 1)
  }

  @Test func memoryFromOutsideCountsNeitherWayAndAfterwardsNothingDoes() throws {
    var outside: Storage? = try Self.storage(8)
    let ledger = withLedger { outside = nil }.ledger
    #expect(outside == nil)
    #expect(ledger.entries.isEmpty)
    let (kept, closed) = try withLedger { () throws(ArrayError) in try Self.storage(8) }
    _ = consume kept
    #expect(closed.freeCount == 0)
  }

  @Test func printsTotalsAndLines() {
    let ledger = withLedger {
      LedgerReport.copy(96, .order, operation: "contiguous")
    }.ledger
    #expect(ledger.description == "0 allocations, 1 copy 96 B")
    #expect(
      ledger.report == """
        0 allocations, 1 copy 96 B
          copy 96 B by contiguous: the elements had to lie in another order
        """)
    #expect(withLedger {}.ledger.description == "0 allocations, 0 copies")
  }

  @Test func outermostNameIsReported() {
    let ledger = withLedger {
      LedgerReport.naming("reshaped") {
        LedgerReport.naming("assign") { LedgerReport.copy(1, .overlap, operation: "walk") }
      }
      LedgerReport.copy(2, .gather, operation: "take")
    }.ledger
    #expect(ledger.entries.map(\.operation) == ["reshaped", "take"])
    #expect(ledger.entries.map(\.reason) == [.overlap, .gather])
  }

  @Test func nestedLedgersAreSeenByBoth() throws {
    let (inner, outer) = try withLedger { () throws(ArrayError) -> (Storage, Ledger) in
      _ = try Self.storage(1)
      return try withLedger { () throws(ArrayError) in try Self.storage(2) }
    }
    #expect(inner.1.entries.map(\.byteCount) == [2])
    #expect(outer.entries.map(\.byteCount) == [1, 1, 2])
  }

  @Test func errorsPassThroughTyped() {
    let fault = ArrayError(.value, "no")
    do throws(ArrayError) {
      _ = try withLedger { () throws(ArrayError) in
        try LedgerReport.naming("fail") { () throws(ArrayError) in throw fault }
      }
      Issue.record("nothing was thrown")
    } catch { #expect(error == fault) }
    // The ledger was closed although its body threw: the next one is independent.
    #expect(withLedger {}.ledger.entries.isEmpty)
  }

  @Test func asynchronousErrorsPassThroughTyped() async {
    do throws(ArrayError) {
      _ = try await withLedger { () async throws(ArrayError) in
        await Task.yield()
        throw ArrayError(.axis, "no")
      }
      Issue.record("nothing was thrown")
    } catch { #expect(error.kind == .axis) }
  }

  @Test func tasksDoNotMix() async throws {
    let ledgers = try await withThrowingTaskGroup(of: (Int, Ledger).self) { group in
      for task in 1...8 {
        group.addTask {
          let ledger = try await withLedger { () async throws(ArrayError) in
            for _ in 0..<20 {
              _ = try Self.storage(task)
              await Task.yield()
            }
          }.ledger
          return (task, ledger)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (task, ledger) in ledgers {
      #expect(ledger.allocationCount == 20)
      #expect(ledger.freeCount == 20)
      #expect(ledger.entries.allSatisfy { $0.byteCount == task })
    }
  }

  @Test func childTasksCountAndOthersDoNot() async {
    let ledger = await withLedger {
      async let child: Void = LedgerReport.copy(1, .cast, operation: "child")
      await child
      await Task.detached { LedgerReport.copy(2, .cast, operation: "other") }.value
    }.ledger
    #expect(ledger.copies.map(\.byteCount) == [1])
  }

  @Test func freesInOtherTasksCount() async throws {
    let ledger = try await withLedger {
      let storage = try Self.storage(64)
      let box = Box(consume storage)
      await Task.detached { box.storage = nil }.value
    }.ledger
    #expect(ledger.entries.map(\.kind) == [.allocation, .free])
    #expect(ledger.liveBytes == 0)
  }

  private final class Box: @unchecked Sendable {
    var storage: Storage?
    init(_ storage: consuming Storage) { self.storage = storage }
  }
}

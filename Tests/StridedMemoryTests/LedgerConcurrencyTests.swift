// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory
import Testing

/// The ledger among tasks: who counts, who doesn't, and what survives.
@Suite struct LedgerConcurrencyTests {
  private static func storage(_ byteCount: Int) throws(ArrayError) -> Storage {
    try LedgerTests.storage(byteCount)
  }

  @Test func nestedAsynchronousLedgersAreSeenByBoth() async throws {
    let (inner, outer) = try await withLedger { () async throws(ArrayError) -> Ledger in
      _ = try Self.storage(1)
      await Task.yield()
      let inner = try await withLedger { () async throws(ArrayError) in
        _ = try Self.storage(2)
        await Task.yield()
        LedgerReport.copy(5, .cast, operation: "cast")
      }.ledger
      _ = try Self.storage(3)
      return inner
    }
    #expect(inner.entries.map(\.byteCount) == [2, 2, 5])
    #expect(outer.entries.map(\.byteCount) == [1, 1, 2, 2, 5, 3, 3])
  }

  @Test func siblingsInsideOneLedgerDoNotMixAndTheOuterSeesAll() async throws {
    let (inner, outer) = await withLedger { () async -> [Ledger] in
      await withTaskGroup(of: Ledger.self) { group in
        for task in 1...6 {
          group.addTask {
            await withLedger {
              for _ in 0..<10 {
                LedgerReport.copy(task, .gather, operation: "take")
                await Task.yield()
              }
            }.ledger
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
    for ledger in inner {
      #expect(ledger.copyCount == 10 && Set(ledger.copies.map(\.byteCount)).count == 1)
    }
    #expect(Set(inner.map(\.copiedBytes)) == Set((1...6).map { $0 * 10 }))
    #expect(outer.copyCount == 60 && outer.copiedBytes == 210)
  }

  @Test func operationsOfTasksDoNotMix() async {
    let ledger = await withLedger {
      await withTaskGroup(of: Void.self) { group in
        for name in ["reshaped", "cast"] {
          group.addTask {
            for _ in 0..<20 {
              LedgerReport.naming(name) { LedgerReport.copy(1, .order, operation: "walk") }
              await Task.yield()
            }
          }
        }
      }
    }.ledger
    #expect(ledger.copies.count { $0.operation == "reshaped" } == 20)
    #expect(ledger.copies.count { $0.operation == "cast" } == 20)
  }

  @Test func aClosedLedgerTakesNoMore() async throws {
    let (kept, ledger) = try withLedger { () throws(ArrayError) in try Self.storage(10) }
    let box = Box(consume kept)
    await Task.detached { box.storage = nil }.value
    #expect(ledger.freeCount == 0 && ledger.liveBytes == 10)

    // A task that outlives the ledger reports to nobody.
    let gate = AsyncStream<Void>.makeStream()
    let (late, closed) = withLedger {
      Task {
        for await _ in gate.stream { break }
        LedgerReport.copy(1, .cast, operation: "late")
      }
    }
    gate.continuation.yield()
    await late.value
    #expect(closed.copyCount == 0)
  }

  @Test func concurrentAllocationsGiveTheRightTotals() async throws {
    let ledger = try await withLedger { () async throws(ArrayError) in
      let outcomes = await withTaskGroup(of: Swift.Result<Void, ArrayError>.self) { group in
        for _ in 0..<8 {
          group.addTask {
            do throws(ArrayError) {
              for _ in 0..<50 { _ = try Self.storage(16) }
              return .success(())
            } catch { return .failure(error) }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      for outcome in outcomes { try outcome.get() }
    }.ledger
    #expect(ledger.allocationCount == 400 && ledger.freeCount == 400)
    #expect(ledger.allocatedBytes == 6400 && ledger.liveBytes == 0)
    #expect(ledger.peakLiveBytes >= 16 && ledger.peakLiveBytes <= 8 * 16)
  }

  @Test func receiptsGoToBothLedgersAndNotOutOfOperations() {
    let receipt = Receipt(
      .adopted, by: "borrowing", isShared: true, byteCount: 8, freedBy: .lender, isWritable: false)
    let (inner, outer) = withLedger {
      LedgerReport.naming("cast") { LedgerReport.receipt(receipt) }
      return withLedger { LedgerReport.receipt(receipt) }.ledger
    }
    #expect(inner.receipts == [receipt] && outer.receipts == [receipt])
    #expect(
      inner.report == """
        0 allocations, 0 copies
          adopted 8 B by borrowing: shared, read-only, freed by the lender
        """)
  }

  private final class Box: @unchecked Sendable {
    var storage: Storage?
    init(_ storage: consuming Storage) { self.storage = storage }
  }
}

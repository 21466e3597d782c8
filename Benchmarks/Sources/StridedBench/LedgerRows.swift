// SPDX-License-Identifier: Apache-2.0

import Strided

/// What the ledger and the registry cost an operation that nobody watches, and one that is watched.
func ledgerRows() -> Section {
  let line = NDArray(0..<10)
  let report: (Int) -> Void = { calls in
    for i in 0..<calls {
      LedgerReport.copy(i, .order, operation: "bench")
      keep(i)
    }
  }
  let silence: (Int) -> Void = { calls in for i in 0..<calls { keep(i) } }
  let copy: (Int) -> Void = { calls in for _ in 0..<calls { keep(line.copy()) } }
  let view: (Int) -> Void = { calls in for i in 0..<calls { keep(line[1 + i & 1..<4]) } }
  return Section(
    title: "The ledger",
    rows: [
      row("report, nobody listens", report, "empty loop", silence, atMost: 2),
      row("report, another task listens", elsewhere(report), "empty loop", silence),
      row("copy() of 10, another task listens", elsewhere(copy), "nobody listens", copy),
      row("copy() of 10, in a ledger", inLedger(copy), "nobody listens", copy),
      row("view a[1..<4], registry on", counted(view), "registry off", view),
    ])
}

private func row(
  _ name: String, _ body: @escaping (Int) -> Void, _ reference: String,
  _ other: @escaping (Int) -> Void, atMost floor: Double? = nil
) -> Row {
  let timing = Timing([Contender(name, body), Contender(reference, other)])
  let more = median(timing.rounds.map { $0[0] - $0[1] })
  return Row(
    name: name, reference: reference, ratio: timing.ratio(0, to: 1),
    amount: "\(duration(max(more, 0))) more",
    floor: floor.map { ("<= \(decimal($0)) ns", more <= $0) })
}

/// The work while a ledger is open in another task, which sleeps: only the count of listeners is up.
private func elsewhere(_ body: @escaping (Int) -> Void) -> (Int) -> Void {
  { calls in
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    Task.detached { await withLedger { for await _ in stream {} } }
    while !LedgerReport.isListening {}
    body(calls)
    continuation.finish()
    while LedgerReport.isListening {}
  }
}

private func inLedger(_ body: @escaping (Int) -> Void) -> (Int) -> Void {
  { calls in _ = withLedger { body(calls) } }
}

private func counted(_ body: @escaping (Int) -> Void) -> (Int) -> Void {
  { calls in
    StorageRegistry.start()
    body(calls)
    StorageRegistry.stop()
  }
}

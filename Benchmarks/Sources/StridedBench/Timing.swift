// SPDX-License-Identifier: Apache-2.0

/// One thing to time: `body` does its work as often as it is told.
struct Contender {
  let name: String
  let body: (Int) -> Void

  init(_ name: String, _ body: @escaping (Int) -> Void) {
    self.name = name
    self.body = body
  }
}

/// Times of contenders that took turns: `rounds[r][c]` is nanoseconds a call.
///
/// Turns make the load of other programs fall on all alike, so only ratios of one round mean much.
struct Timing {
  let rounds: [[Double]]

  /// Warms up, finds how many calls fill `quantum`, then lets the contenders take turns.
  init(_ contenders: [Contender], rounds: Int = 31, quantum: Duration = .milliseconds(1)) {
    let calls = contenders.map { contender in
      var calls = 1
      while Self.time(contender, calls: calls) < quantum.nanoseconds, calls < 1 << 24 { calls *= 2 }
      return calls
    }
    self.rounds = (0..<rounds).map { _ in
      zip(contenders, calls).map { Self.time($0, calls: $1) / Double($1) }
    }
  }

  /// The median time of one call.
  func nanoseconds(_ contender: Int) -> Double { median(rounds.map { $0[contender] }) }

  /// The median of what a contender takes as a multiple of another in the same round.
  func ratio(_ contender: Int, to other: Int) -> Double {
    median(rounds.map { $0[contender] / $0[other] })
  }

  private static func time(_ contender: Contender, calls: Int) -> Double {
    ContinuousClock().measure { contender.body(calls) }.nanoseconds
  }
}

extension Duration {
  var nanoseconds: Double {
    Double(components.seconds) * 1e9 + Double(components.attoseconds) / 1e9
  }
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// Takes a value where the optimiser can't see that nothing is done with it.
@inline(never) @_optimize(none) func keep<Value>(_ value: borrowing Value) {}

/// Runs what can't fail with the benchmark's own arguments.
func always<Result>(_ body: () throws -> Result) -> Result {
  do { return try body() } catch { fatalError("\(error)") }
}

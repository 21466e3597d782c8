// SPDX-License-Identifier: Apache-2.0

import Foundation
import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

/// Random programs of everything that indexes and assembles, whose operands share one memory, against
/// the same programs on copied operands.
///
/// `Scripts/fuzz-programs` runs as many operations as wanted; `STRIDED_PROGRAM` repeats one program.
@Suite struct LiveAndCopiedTests {
  @Test func liveViewsGiveWhatCopiesGive() throws {
    let environment = ProcessInfo.processInfo.environment
    let wanted = environment["STRIDED_PROGRAM_OPERATIONS"].flatMap(Int.init) ?? 4000
    let seed =
      environment["STRIDED_PROGRAM_SEED"].flatMap(UInt64.init) ?? .random(in: 0...UInt64.max)
    print("seed \(seed)")
    var runner = ProgramRunner(seed: seed)
    if let program = environment["STRIDED_PROGRAM"].flatMap(UInt64.init) {
      try runner.runProgram(program)
      #expect(runner.failures == [])
      return
    }
    while runner.operations < wanted, runner.failures.count < 5 { try runner.runProgram() }
    for failure in runner.failures { Issue.record("\(failure)") }
    if environment["STRIDED_PROGRAM_OPERATIONS"] != nil { print(runner.report) }
    // Every operation must have come through with and without a target.
    if wanted >= 4000 {
      for operation in ProgramOperations.all {
        #expect(runner.counts[operation.name, default: 0] > 0, "\(operation.name)")
      }
    }
  }
}

/// Runs programs and counts what they did.
struct ProgramRunner {
  private var seeds: SeededGenerator
  private let all = ProgramOperations.all
  private(set) var operations = 0
  /// Of each operation, how often it gave a result.
  private(set) var counts: [String: Int] = [:]
  private(set) var errors = 0
  private(set) var overlapping = 0
  private(set) var failures: [String] = []

  init(seed: UInt64) { seeds = SeededGenerator(seed: seed) }

  var report: String {
    let lines = counts.sorted { $0.key < $1.key }.map { "  \($0.key) \($0.value)" }
    return "\(operations) operations, \(overlapping) with a target that shares memory with an "
      + "operand, \(errors) refused alike, \(failures.count) failures\n"
      + lines.joined(separator: "\n")
  }

  /// Runs some operations in one world.
  mutating func runProgram() throws { try runProgram(seeds.next()) }

  mutating func runProgram(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let world = try ProgramWorld(&random)
    var draw = Draw(random: random, world: world)
    for step in 0..<24 {
      if step % 6 == 5 { try world.fill(&draw.random) }
      let operation = draw.pick(all)
      guard let call = try operation.make(&draw) else { continue }
      if let difference = try run(call, &draw) {
        failures.append(
          "\(operation.name), program \(seed), step \(step): \(difference)\n  on "
            + call.inputs.map { "\($0)" }.joined(separator: ", "))
        return
      }
    }
  }

  private struct Result: Equatable {
    var dtype: DType
    var shape: [Int]
    var bytes: [UInt8]
  }

  private enum Outcome: Equatable {
    case results([Result])
    case refused(ArrayError.Kind)
  }

  private mutating func run(_ call: ProgramCall, _ draw: inout Draw) throws -> String? {
    let world = draw.world
    let inputs = try call.inputs.map { try $0.view(in: world.live) }
    func copies() throws -> [AnyNDArray] {
      try call.inputs.map { try $0.view(in: world.shadow).copy() }
    }
    if let target = call.target {
      return try write(call, inputs, copies(), target, world)
    }
    let (fresh, results) = try outcome { try call.body(copies(), nil) }
    let (live, _) = try outcome { try call.body(inputs, nil) }
    note(call, fresh)
    if live != fresh { return "gives \(live), not \(fresh)" }
    if let difference = try difference(world) { return "writes without a target: \(difference)" }
    guard call.takesTarget, let result = results.first, results.count == 1 else { return nil }
    // A target where an operand lies, of the result's own type, or of any other that may take it.
    let segments = [world.integers, world.doubles, world.others, world.truths]
    let near = segments.filter { segment in call.inputs.contains { segment.holds($0) } }
    let same = segments.filter { $0.dtype == result.dtype }
    let wanted = draw.chance(2) ? near : same
    guard
      let target = try draw.spot(result.shape, in: draw.pick(wanted.isEmpty ? segments : wanted))
    else { return nil }
    return try write(call, inputs, copies(), target, world)
  }

  private mutating func write(
    _ call: ProgramCall, _ inputs: [AnyNDArray], _ copies: [AnyNDArray], _ target: Spot,
    _ world: ProgramWorld
  ) throws -> String? {
    let (live, shadow) = (try target.view(in: world.live), try target.view(in: world.shadow))
    if inputs.contains(where: { $0.sharesMemory(with: live) }) { overlapping += 1 }
    let before = ProgramWorld.bytes(world.shadow)
    let (right, _) = try outcome { try call.body(copies, shadow) }
    let (got, _) = try outcome { try call.body(inputs, live) }
    note(call, right)
    if case .refused = right, ProgramWorld.bytes(world.shadow) != before {
      return "writes although it refuses"
    }
    if got != right { return "gives \(got), not \(right), in \(target)" }
    return try difference(world).map { "\($0), target \(target)" }
  }

  private mutating func note(_ call: ProgramCall, _ outcome: Outcome) {
    operations += 1
    if case .results = outcome { counts[call.name, default: 0] += 1 } else { errors += 1 }
  }

  private func outcome(_ body: () throws -> [AnyNDArray]) throws -> (Outcome, [AnyNDArray]) {
    do {
      let results = try body()
      return (
        .results(
          try results.map {
            Result(dtype: $0.dtype, shape: $0.shape, bytes: ProgramWorld.bytes(try $0.copy()))
          }),
        results
      )
    } catch let error as ArrayError {
      return (.refused(error.kind), [])
    }
  }

  private func difference(_ world: ProgramWorld) throws -> String? {
    let (live, shadow) = (ProgramWorld.bytes(world.live), ProgramWorld.bytes(world.shadow))
    guard live != shadow, let first = live.indices.first(where: { live[$0] != shadow[$0] }) else {
      return nil
    }
    return "byte \(first) is \(live[first]), not \(shadow[first])"
  }
}

// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

@Suite struct PlanTests {
  let arena = Arena([UInt8](repeating: 0, count: 256))

  func plan(_ shape: [Int], _ o: [Int], _ a: [Int]) throws -> Plan<2> {
    func operand(_ strides: [Int]) throws -> Operand {
      let back = zip(shape, strides).reduce(0) { $0 + max(0, -$1.1 * ($1.0 - 1)) }
      return arena.operand(try Layout(shape: shape, strides: strides, offset: back), .uint8)
    }
    var plan = Plan<2>(target: try operand(o))
    try plan.attach(1, try operand(a))
    return plan
  }

  @Test func contiguousAxesBecomeOne() throws {
    var plan = try plan([2, 1, 3, 4], [12, 99, 4, 1], [12, 7, 4, 1])
    plan.simplify(leader: 0)
    #expect(plan.rank == 1 && plan[0].count == 24)
  }

  @Test func backwardAxesAreReversed() throws {
    var plan = try plan([3, 4], [-4, -1], [-4, -1])
    plan.simplify(leader: 0)
    #expect(plan.rank == 1 && plan[0].count == 12)
    #expect(plan[0].steps[0] == 1 && plan[0].steps[1] == 1)
    #expect(plan.pointers[0] == arena.operand(try Layout(shape: [], strides: []), .uint8).first)
  }

  @Test func theResultLeads() throws {
    var plan = try plan([3, 4], [1, 3], [4, 1])
    plan.simplify(leader: 0)
    #expect(plan.rank == 2 && plan[0].count == 4 && plan[1].count == 3)
    #expect(plan[1].steps[0] == 1 && plan[1].steps[1] == 4)
    #expect(plan.isNested(itemSize: 1) && !plan.isNested(itemSize: 2))
  }

  @Test func onlyWhatNoDirectionSavesIsCopied() throws {
    // Ahead: forwards. Behind: backwards. On both sides: a copy.
    for (o, a, isHazardous, backward, copies) in [
      (0, 2, true, false, 0), (2, 0, true, true, 0), (0, 64, false, false, 0),
    ] {
      let target = try Layout(shape: [9], strides: [4], offset: o)
      let input = try Layout(shape: [9], strides: [4], offset: a)
      var plan = Plan<2>(target: arena.operand(target, .int32))
      try plan.attach(1, arena.operand(input, .int32))
      let safety = try plan.order(itemSizes: [4, 4])
      defer { safety.release() }
      #expect(safety.isHazardous[1] == isHazardous)
      #expect(safety.backward == backward && safety.copies.count == copies)
    }
    // A reversal changes places in pairs; steps that differ leave no way but the copy.
    for (step, copies) in [(1, 0), (2, 1)] {
      var plan = try plan([9], [step], [-1])
      let safety = try plan.order(itemSizes: [1, 1])
      defer { safety.release() }
      #expect(safety.copies.count == copies && (safety.orbit == nil) == (copies > 0))
    }
  }
}

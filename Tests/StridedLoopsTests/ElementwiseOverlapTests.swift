// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

/// Any elementwise operation, as the tests call it.
struct AnyOperation: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var inputs: Int
  var results = 1
  var signature: @Sendable ([DType]) throws -> Signature
  var apply: @Sendable (Signature, [Operand], [Operand], Operand?) throws -> Void

  static let all: [AnyOperation] =
    UnaryOperation.allCases.map { op in
      AnyOperation(testDescription: op.name, inputs: 1) {
        try op.signature($0[0])
      } apply: {
        try Loops.apply($0, into: $1[0], $2[0], where: $3)
      }
    }
    + BinaryOperation.allCases.map { op in
      AnyOperation(testDescription: op.name, inputs: 2) {
        try op.signature($0[0], $0[1])
      } apply: {
        try Loops.apply($0, into: $1[0], $2[0], $2[1], where: $3)
      }
    }
    + TernaryOperation.allCases.map { op in
      AnyOperation(testDescription: op.name, inputs: 3) {
        try op.signature($0[0], $0[1], $0[2])
      } apply: {
        try Loops.apply($0, into: $1[0], $2[0], $2[1], $2[2], where: $3)
      }
    }
    + SplitOperation.allCases.map { op in
      AnyOperation(testDescription: op.name, inputs: 1, results: 2) {
        try op.signature($0[0])
      } apply: {
        try Loops.apply($0, into: $1[0], and: $1[1], $2[0], where: $3)
      }
    }
    + DivisionOperation.allCases.map { op in
      AnyOperation(testDescription: op.name, inputs: 2, results: 2) {
        try op.signature($0[0], $0[1])
      } apply: {
        try Loops.apply($0, into: $1[0], and: $1[1], $2[0], $2[1], where: $3)
      }
    }
}

/// One array of a test: elements of a type somewhere in an arena.
private struct View {
  var dtype: DType
  var layout: Layout
}

@Suite struct ElementwiseOverlapTests {
  /// Views of one arena that overlap in any way, converted on the way, with and without a mask,
  /// against the same operation on copies.
  @Test(arguments: AnyOperation.all)
  func overlappingViews(_ op: AnyOperation) throws {
    var dice = Dice()
    let pool: [DType] = [
      .uint8, .int16, .int32, .uint64, .int64, .bool, .int32.swapped, .float64.swapped, .float32,
      .float64, .complex64,
    ]
    var tries = 0
    for round in 0..<15 {
      let shape = (0..<dice.roll(0...3)).map { _ in dice.roll(0...5) }
      let byteCount = dice.roll(0...3) == 0 ? 200 : 900
      var types: Signature?
      var dtypes: [DType] = []
      while types == nil {
        tries += 1
        dtypes = (0..<(op.inputs + op.results)).map { _ in pool[dice.roll(0...(pool.count - 1))] }
        if dice.roll(0...1) == 0 {
          for k in dtypes.indices { dtypes[k] = dtypes[op.results] }
        }
        types = try? op.signature(Array(dtypes[op.results...]))
        #expect(tries < 100_000)
      }
      guard let types else { return }
      if dice.roll(0...1) == 0 { dtypes[0] = types.result }
      let isMasked = dice.roll(0...2) == 0
      if isMasked { dtypes.append(.bool) }

      var views: [View] = []
      for (k, dtype) in dtypes.enumerated() {
        let ownShape = k < op.results ? shape : dice.source(of: shape)
        var view = View(
          dtype: dtype,
          layout: try dice.layout(ownShape, itemSize: dtype.itemSize, byteCount: byteCount))
        if dice.roll(0...4) == 0, let twin = views.first(where: { $0.dtype == dtype }) {
          view = twin
        }
        views.append(view)
      }
      let before = (0..<byteCount).map { _ in UInt8(dice.roll(0...30)) }
      let arena = Arena(before)
      let operands = views.map { arena.operand($0.layout, $0.dtype) }
      let firstInput = op.results
      let end = firstInput + op.inputs
      try op.apply(
        types, Array(operands[..<firstInput]), Array(operands[firstInput..<end]),
        isMasked ? operands[end] : nil)
      let expected = try onCopies(op, types, views, shape, before)
      #expect(
        arena.bytes == expected,
        "seed \(dice.seed) round \(round) \(views.map(\.dtype.description)) \(views.map(\.layout))")
      if arena.bytes != expected { return }
    }
  }

  /// The bytes after the operation on compact copies, its results written one after the other.
  private func onCopies(
    _ op: AnyOperation, _ types: Signature, _ views: [View], _ shape: [Int], _ before: [UInt8]
  ) throws -> [UInt8] {
    let count = shape.reduce(1, *)
    func bytes(_ view: View) throws -> [UInt8] {
      Oracle.offsets(try Oracle.broadcast(view.layout, shape)).flatMap {
        before[$0..<($0 + view.dtype.itemSize)]
      }
    }
    func row(_ arena: Arena, _ dtype: DType) throws -> Operand {
      arena.operand(try Layout(shape: [count], strides: [dtype.itemSize]), dtype)
    }
    let inputs = Array(views[op.results..<(op.results + op.inputs)])
    let arenas = try inputs.map { Arena(try bytes($0)) }
    let results = (0..<op.results).map { $0 == 0 ? types.result : types.secondResult }
    let outputs = results.map { Arena([UInt8](repeating: 0, count: count * $0.itemSize)) }
    try op.apply(
      types, zip(outputs, results).map(row), zip(arenas, inputs).map { try row($0, $1.dtype) },
      nil)

    let mask = views.count > op.results + op.inputs ? try views.last.map(bytes) : nil
    var after = before
    for k in 0..<op.results {
      let stored = Arena([UInt8](repeating: 0, count: count * views[k].dtype.itemSize))
      try Loops.assign(row(stored, views[k].dtype), from: row(outputs[k], results[k]))
      let (size, items) = (views[k].dtype.itemSize, stored.bytes)
      for (i, o) in Oracle.offsets(views[k].layout).enumerated() where mask?[i] != 0 {
        after.replaceSubrange(o..<(o + size), with: items[(i * size)..<((i + 1) * size)])
      }
    }
    return after
  }
}

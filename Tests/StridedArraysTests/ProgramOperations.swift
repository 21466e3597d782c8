// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedLoops
import StridedMemory

/// An operation on given places, which can be run on any arrays that lie so.
struct ProgramCall {
  var name: String
  var inputs: [Spot]
  /// What an operation in place writes to; nil for one that makes a result.
  var target: Spot?
  /// Whether the result can be written to an array of the caller's.
  var takesTarget = true
  /// Gives the results of the inputs, written to the target if there is one.
  var body: ([AnyNDArray], AnyNDArray?) throws -> [AnyNDArray]
}

/// A kind of operation: what draws its operands and arguments, or nothing if they do not fit.
struct ProgramOperation {
  var name: String
  var make: (inout Draw) throws -> ProgramCall?

  /// An operation that makes a result.
  static func making(
    _ name: String, takesTarget: Bool = true,
    _ draw:
      @escaping (inout Draw) throws -> (
        [Spot?], ([AnyNDArray], AnyNDArray?) throws -> [AnyNDArray]
      )?
  ) -> ProgramOperation {
    ProgramOperation(name: name) {
      guard let (inputs, body) = try draw(&$0) else { return nil }
      let spots = inputs.compactMap { $0 }
      guard spots.count == inputs.count else { return nil }
      return ProgramCall(
        name: name, inputs: spots, target: nil, takesTarget: takesTarget, body: body)
    }
  }

  /// An operation that writes to its first operand.
  static func writing(
    _ name: String,
    _ draw:
      @escaping (inout Draw) throws -> (
        Spot?, [Spot?], (AnyNDArray, [AnyNDArray]) throws -> Void
      )?
  ) -> ProgramOperation {
    ProgramOperation(name: name) {
      guard let (target, inputs, body) = try draw(&$0), let target else { return nil }
      let spots = inputs.compactMap { $0 }
      guard spots.count == inputs.count else { return nil }
      return ProgramCall(name: name, inputs: spots, target: target) { arrays, target in
        guard let target else { return [] }
        try body(target, arrays)
        return []
      }
    }
  }
}

enum ProgramOperations {
  static var all: [ProgramOperation] {
    indexing + writing + joining + shaping + padding + views
  }
}

// MARK: Indexing

extension ProgramOperations {
  static var indexing: [ProgramOperation] {
    [
      .making("gathered") { draw in
        guard let a = try draw.anySpot(1...3) else { return nil }
        let (terms, arrays) = try draw.index(of: a.shape)
        return ([a] + arrays, { try [$0[0].gathered(at: terms($0), into: $1)] })
      },
      .making("mesh") { draw in
        guard let a = try draw.anySpot(2...3) else { return nil }
        let lists = try a.shape.map { _ in try draw.positions([draw.int(0...4)]) }
        return (
          [a] + lists,
          {
            try [$0[0].gathered(at: AdvancedIndex.mesh(Array($0.dropFirst())), into: $1)]
          }
        )
      },
      .making("take") { draw in
        let (a, i) = (try draw.anySpot(), try draw.positions(draw.shape(0...2)))
        let (axis, mode) = (draw.axis(of: a), draw.pick(IndexMode.allCases))
        return ([a, i], { try [$0[0].take($0[1], axis: axis, mode: mode, into: $1)] })
      },
      .making("takeAlong") { draw in
        let a = try draw.anySpot(1...3)
        let axis = draw.axis(of: a)
        let i = try draw.positions(axis == nil ? [draw.int(0...4)] : draw.narrower(a?.shape ?? []))
        return ([a, i], { try [$0[0].takeAlong($0[1], axis: axis, into: $1)] })
      },
      .making("compress") { draw in
        let (a, m) = (try draw.anySpot(), try draw.spot([draw.int(0...4)], in: draw.world.truths))
        let axis = draw.axis(of: a)
        return ([a, m], { try [$0[0].compress($0[1], axis: axis, into: $1)] })
      },
      .making("extract") { draw in
        let a = try draw.anySpot()
        let m = try draw.spot(draw.narrower(a?.shape ?? []), in: draw.world.truths)
        return ([a, m], { try [$0[0].extract($0[1], into: $1)] })
      },
      .making("where") { draw in
        let shape = draw.shape()
        let m = try draw.spot(draw.narrower(shape), in: draw.world.truths)
        let (x, y) = (try draw.input(shape), try draw.input(shape))
        return ([m, x, y], { try [AnyNDArray.where($0[0], $0[1], $0[2], into: $1)] })
      },
      .making("choose") { draw in
        let shape = draw.shape()
        let choices = try (0..<3).map { _ in try draw.input(shape) }
        let (i, mode) = (try draw.positions(draw.narrower(shape)), draw.pick(IndexMode.allCases))
        return (
          [i] + choices,
          {
            try [$0[0].choose(Array($0.dropFirst()), mode: mode, into: $1)]
          }
        )
      },
      .making("select") { draw in
        let shape = draw.shape()
        let masks = try (0..<2).map { _ in
          try draw.spot(draw.narrower(shape), in: draw.world.truths)
        }
        let choices = try (0..<3).map { _ in try draw.input(shape) }
        return (
          masks + choices,
          {
            try [
              AnyNDArray.select(Array($0[..<2]), Array($0[2..<4]), default: $0[4], into: $1)
            ]
          }
        )
      },
      .making("nonzero", takesTarget: false) { draw in
        ([try draw.anySpot()], { arrays, _ in try arrays[0].nonzero() })
      },
      .making("argwhere") { draw in ([try draw.anySpot()], { try [$0[0].argwhere(into: $1)] }) },
      .making("flatNonzero") { draw in ([try draw.anySpot()], { try [$0[0].flatNonzero(into: $1)] })
      },
    ]
  }

  static var writing: [ProgramOperation] {
    [
      .writing("assign") { draw in
        guard let a = try draw.anySpot() else { return nil }
        return (a, [try draw.input(a.shape)], { try $0.assign(from: $1[0]) })
      },
      .writing("apply") { draw in
        guard let a = try draw.anySpot() else { return nil }
        let operation = draw.pick([BinaryOperation.add, .subtract, .multiply, .minimum, .less])
        return (
          a, [try draw.input(a.shape), try draw.input(a.shape)],
          {
            try AnyNDArray.apply(operation, $1[0], $1[1], into: $0)
          }
        )
      },
      .writing("scatter") { draw in
        guard let a = try draw.anySpot(1...3) else { return nil }
        let (terms, arrays) = try draw.index(of: a.shape)
        let values = try draw.anySpot(0...1)
        return (
          a, arrays + [values],
          { target, arrays in
            try target.scatter(arrays[arrays.count - 1], at: terms([target] + arrays))
          }
        )
      },
      .writing("accumulate") { draw in
        guard let a = try draw.anySpot(1...3) else { return nil }
        let (terms, arrays) = try draw.index(of: a.shape)
        let values = try draw.anySpot(0...1)
        let operation = draw.pick([BinaryOperation.add, .subtract, .maximum])
        return (
          a, arrays + [values],
          { target, arrays in
            try target.accumulate(operation, arrays[arrays.count - 1], at: terms([target] + arrays))
          }
        )
      },
      .writing("put") { draw in
        let mode = draw.pick(IndexMode.allCases)
        return (
          try draw.anySpot(), [try draw.anySpot(), try draw.positions(draw.shape(0...2))],
          {
            try $0.put($1[0], at: $1[1], mode: mode)
          }
        )
      },
      .writing("putAlong") { draw in
        let a = try draw.anySpot(1...3)
        let axis = draw.axis(of: a)
        let shape = axis == nil ? [draw.int(0...4)] : draw.narrower(a?.shape ?? [])
        return (
          a, [try draw.input(shape), try draw.positions(shape)],
          {
            try $0.putAlong($1[0], at: $1[1], axis: axis)
          }
        )
      },
      .writing("putMask") { draw in
        let a = try draw.anySpot()
        let m = try draw.spot(a?.shape ?? [], in: draw.world.truths)
        return (a, [m, try draw.anySpot()], { try $0.putMask($1[0], $1[1]) })
      },
      .writing("place") { draw in
        let a = try draw.anySpot()
        let m = try draw.spot(a?.shape ?? [], in: draw.world.truths)
        return (a, [m, try draw.anySpot()], { try $0.place($1[0], $1[1]) })
      },
      .writing("copy(to:where:)") { draw in
        guard let a = try draw.anySpot() else { return nil }
        let m = try draw.spot(draw.narrower(a.shape), in: draw.world.truths)
        return (a, [try draw.input(a.shape), m], { try $1[0].copy(to: $0, where: $1[1]) })
      },
      .writing("fill") { draw in
        let value = draw.int(-3...3)
        return (try draw.anySpot(), [], { target, _ in try target.fill(value) })
      },
      .writing("flip") { draw in
        let a = try draw.anySpot()
        let axes = draw.axis(of: a).map { [$0] }
        return (a, [], { target, _ in try target.flip(axes: axes) })
      },
      .writing("roll") { draw in
        let a = try draw.anySpot(1...3)
        let (shift, axis) = (draw.int(-5...5), draw.axis(of: a) ?? 0)
        return (a, [], { target, _ in try target.roll(by: shift, axis: axis) })
      },
      .writing("fillDiagonal") { draw in
        let wraps = draw.chance(2)
        return (
          try draw.anySpot(2...3), [try draw.anySpot()],
          {
            try $0.fillDiagonal($1[0], wraps: wraps)
          }
        )
      },
      .writing("transformElements") { draw in
        guard let a = try draw.spot(draw.shape(), in: draw.world.integers) else { return nil }
        let other = try draw.spot(draw.narrower(a.shape), in: draw.world.integers)
        return (
          a, [other],
          {
            try NDArray<Int>($0).transformElements(with: NDArray<Int>($1[0])) { $0 &- 2 &* $1 }
          }
        )
      },
    ]
  }
}

extension Draw {
  /// An operand that broadcasts to a shape.
  mutating func input(_ shape: [Int]) throws -> Spot? {
    try spot(chance(12) ? self.shape() : narrower(shape), in: segment())
  }

  /// An array of positions, some of them out of range.
  mutating func positions(_ shape: [Int]) throws -> Spot? {
    try spot(shape, in: chance(6) ? world.pieces : world.integers)
  }

  mutating func axis(of spot: Spot?) -> Int? {
    guard let rank = spot?.shape.count, rank > 0, !chance(4) else { return nil }
    return int(-rank...(rank - 1))
  }

  /// An index of terms of all kinds into a shape, and the arrays that it holds; the index is made of
  /// the operands' arrays, which start at 1.
  mutating func index(
    of shape: [Int]
  ) throws -> (([AnyNDArray]) -> [AdvancedIndex], [Spot?]) {
    var makers: [([AnyNDArray]) -> AdvancedIndex] = []
    var arrays: [Spot?] = []
    let common = chance(2) ? [int(0...3)] : self.shape(0...2)
    var axis = 0
    while axis < shape.count {
      let number = arrays.count + 1
      switch int(0...9) {
      case 0...3:
        arrays.append(try positions(narrower(common)))
        makers.append { .array($0[number]) }
      case 4:
        let end = Swift.min(shape.count, axis + int(1...2))
        arrays.append(try spot(Array(shape[axis..<end]), in: world.truths))
        makers.append { .array($0[number]) }
        axis = end - 1
      case 5:
        let slice = Slice(pick([nil, 0, 1, -2]), pick([nil, 2, -1]), pick([1, 1, 2, -1]))
        makers.append { _ in .basic(.slice(slice)) }
      case 6:
        let position = int(-2...1)
        makers.append { _ in .basic(.index(position)) }
      case 7:
        makers.append { _ in .basic(.newAxis) }
        continue
      case 8:
        makers.append { _ in .basic(.ellipsis) }
        axis += 1
      default: makers.append { _ in .basic(.slice(Slice())) }
      }
      axis += 1
    }
    return ({ [makers] operands in makers.map { $0(operands) } }, arrays)
  }
}

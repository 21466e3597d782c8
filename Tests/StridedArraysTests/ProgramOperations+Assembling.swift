// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

extension ProgramOperations {
  static var joining: [ProgramOperation] {
    [
      .making("concatenate") { draw in
        let shape = draw.shape(1...3)
        let axis = draw.chance(4) ? nil : draw.int(-shape.count...(shape.count - 1))
        let parts = try draw.parts(shape, along: axis.map { ($0 + shape.count) % shape.count })
        return (parts, { try [AnyNDArray.concatenate($0, axis: axis, into: $1)] })
      },
      .making("stack") { draw in
        let shape = draw.shape(0...2)
        let axis = draw.int(-shape.count - 1...shape.count)
        return (
          try draw.parts(shape, along: nil),
          {
            try [AnyNDArray.stack($0, axis: axis, into: $1)]
          }
        )
      },
      .making("verticalStack") { draw in
        let shape = draw.shape(0...2)
        return (
          try draw.parts(shape, along: shape.count > 1 ? 0 : nil),
          {
            try [AnyNDArray.verticalStack($0, into: $1)]
          }
        )
      },
      .making("horizontalStack") { draw in
        let shape = draw.shape(0...2)
        return (
          try draw.parts(shape, along: shape.count > 1 ? 1 : 0),
          {
            try [AnyNDArray.horizontalStack($0, into: $1)]
          }
        )
      },
      .making("depthStack") { draw in
        (
          try draw.parts(draw.shape(0...3), along: nil),
          {
            try [AnyNDArray.depthStack($0, into: $1)]
          }
        )
      },
      .making("columnStack") { draw in
        let shape = draw.shape(1...2)
        return (
          try draw.parts(shape, along: shape.count > 1 ? 1 : nil),
          {
            try [AnyNDArray.columnStack($0, into: $1)]
          }
        )
      },
      .making("block") { draw in
        let (rows, columns) = (
          [draw.int(0...3), draw.int(1...2)], [draw.int(1...3), draw.int(0...2)]
        )
        let depth = draw.int(1...3)
        var parts: [Spot?] = []
        for row in rows {
          for column in columns { parts.append(try draw.spot([row, column], in: draw.segment())) }
        }
        return (
          parts,
          { a, target in
            switch depth {
            case 1: return try [AnyNDArray.block([a[0], a[1]], into: target)]
            case 2: return try [AnyNDArray.block([[a[0], a[1]], [a[2], a[3]]], into: target)]
            default:
              return try [AnyNDArray.block([[[a[0], a[1]]], [[a[0], a[1]]]], into: target)]
            }
          }
        )
      },
      .making("appending") { draw in
        let a = try draw.anySpot(1...3)
        let axis = draw.axis(of: a)
        return (
          [a, try draw.spot(a?.shape ?? [], in: draw.segment())],
          {
            try [$0[0].appending($0[1], axis: axis, into: $1)]
          }
        )
      },
      .making("inserting") { draw in
        let a = try draw.anySpot(1...3)
        let (axis, index) = (draw.axis(of: a), draw.int(-3...3))
        return (
          [a, try draw.anySpot(0...2)],
          {
            try [$0[0].inserting($0[1], at: index, axis: axis, into: $1)]
          }
        )
      },
      .making("inserting many") { draw in
        let a = try draw.anySpot(1...3)
        let (axis, count) = (draw.axis(of: a), draw.int(0...3))
        let indices = (0..<count).map { _ in draw.int(-2...2) }
        return (
          [a, try draw.spot(draw.chance(2) ? [] : [count], in: draw.segment())],
          {
            try [$0[0].inserting($0[1], at: indices, axis: axis, into: $1)]
          }
        )
      },
      .making("inserting at a slice") { draw in
        let a = try draw.anySpot(1...2)
        let (axis, step) = (draw.axis(of: a), draw.pick([1, 2, -1]))
        return (
          [a, try draw.anySpot(0...0)],
          {
            try [$0[0].inserting($0[1], at: Slice(nil, nil, step), axis: axis, into: $1)]
          }
        )
      },
      .making("deleting") { draw in
        let a = try draw.anySpot(1...3)
        let axis = draw.axis(of: a)
        let indices = (0..<draw.int(0...3)).map { _ in draw.int(-2...2) }
        return ([a], { try [$0[0].deleting(at: indices, axis: axis, into: $1)] })
      },
      .making("deleting where") { draw in
        let a = try draw.anySpot(1...3)
        let axis = draw.axis(of: a)
        let length = a.map { spot in
          axis.map { spot.shape[($0 + spot.shape.count) % spot.shape.count] } ?? spot.layout.count
        }
        let mask = try draw.spot([length ?? 0], in: draw.world.truths)
        return ([a, mask], { try [$0[0].deleting(where: $0[1], axis: axis, into: $1)] })
      },
    ]
  }

  static var shaping: [ProgramOperation] {
    [
      .making("tiled") { draw in
        let counts = (0..<draw.int(0...3)).map { _ in draw.int(0...3) }
        return ([try draw.anySpot()], { try [$0[0].tiled(counts, into: $1)] })
      },
      .making("repeated") { draw in
        let a = try draw.anySpot()
        let (axis, count) = (draw.axis(of: a), draw.int(0...3))
        return ([a], { try [$0[0].repeated(count, axis: axis, into: $1)] })
      },
      .making("repeated by counts") { draw in
        let a = try draw.anySpot(1...2)
        let axis = draw.axis(of: a) ?? 0
        let length = a.map { $0.shape[(axis + $0.shape.count) % $0.shape.count] } ?? 0
        let counts = (0..<length).map { _ in draw.int(0...2) }
        return ([a], { try [$0[0].repeated(counts, axis: axis, into: $1)] })
      },
      .making("rolled") { draw in
        let a = try draw.anySpot()
        let shift = draw.int(-7...7)
        guard let axis = draw.axis(of: a) else {
          return ([a], { try [$0[0].rolled(by: shift, into: $1)] })
        }
        return ([a], { try [$0[0].rolled(by: [shift, 1], axes: [axis, 0], into: $1)] })
      },
      .making("resized") { draw in
        let shape = draw.shape()
        return ([try draw.anySpot()], { try [$0[0].resized(shape, into: $1)] })
      },
      .making("lowerTriangle") { draw in
        let diagonal = draw.int(-3...3)
        return (
          [try draw.anySpot(1...3)],
          {
            try [$0[0].lowerTriangle(diagonal: diagonal, into: $1)]
          }
        )
      },
      .making("upperTriangle") { draw in
        let diagonal = draw.int(-3...3)
        return (
          [try draw.anySpot(1...3)],
          {
            try [$0[0].upperTriangle(diagonal: diagonal, into: $1)]
          }
        )
      },
      .making("diagonalMatrix") { draw in
        let offset = draw.int(-2...2)
        return ([try draw.anySpot(0...2)], { try [$0[0].diagonalMatrix(offset: offset, into: $1)] })
      },
      .making("filledDiagonal", takesTarget: false) { draw in
        (
          [try draw.anySpot(2...3), try draw.anySpot(0...1)],
          { arrays, _ in
            try [arrays[0].filledDiagonal(arrays[1])]
          }
        )
      },
      .making("mapElements") { draw in
        (
          [try draw.spot(draw.shape(), in: draw.world.integers)],
          { arrays, target in
            let target = try target.map { try NDArray<Int>($0) }
            return [try NDArray<Int>(arrays[0]).mapElements(into: target) { 3 &- $0 }.erased]
          }
        )
      },
      .making("zipElements") { draw in
        let shape = draw.shape()
        let inputs = try (0..<2).map { _ in
          try draw.spot(draw.narrower(shape), in: draw.world.integers)
        }
        return (
          inputs,
          { arrays, target in
            let target = try target.map { try NDArray<Int>($0) }
            let (a, b) = (try NDArray<Int>(arrays[0]), try NDArray<Int>(arrays[1]))
            let shape = try AnyNDArray.broadcastTogether([a.erased, b.erased])[0].shape
            guard target == nil || target?.shape == shape else {
              throw ArrayError(.value, "the target has another shape")
            }
            return [a.zipElements(with: b, into: target) { $0 &- 2 &* $1 }.erased]
          }
        )
      },
      .making("reductions") { draw in
        let a = try draw.anySpot()
        let (axes, keeps) = (draw.axis(of: a).map { [$0] }, draw.chance(2))
        // Products of floating-point numbers depend on their order.
        let isExact = a?.dtype.isInteger == true
        let which = draw.int(isExact ? 0...7 : 1...7)
        return (
          [a],
          { arrays, target in
            let a = arrays[0]
            return switch which {
            case 0: [try a.product(axes: axes, keepingAxes: keeps, into: target)]
            case 1: [try a.sum(axes: axes, keepingAxes: keeps, into: target)]
            case 2: [try a.min(axes: axes, keepingAxes: keeps, into: target)]
            case 3: [try a.max(axes: axes, keepingAxes: keeps, into: target)]
            case 4: [try a.any(axes: axes, keepingAxes: keeps, into: target)]
            case 5: [try a.all(axes: axes, keepingAxes: keeps, into: target)]
            case 6: [try a.countNonzero(axes: axes, keepingAxes: keeps, into: target)]
            default: [try a.mean(axes: axes, keepingAxes: keeps, into: target)]
            }
          }
        )
      },
    ]
  }

  static var padding: [ProgramOperation] {
    [
      .making("padded") { draw in
        let a = try draw.anySpot(0...2)
        let widths = draw.widths(a)
        let lengths = [PadWidth(draw.int(0...3), draw.int(1...3))]
        let mode = draw.pick([
          Padding.zeros, .edge, .wrap, .reflect, .symmetric, .oddReflect, .oddSymmetric, .ramp,
          .maximum, .minimum, .mean, .median, .maximum(of: lengths), .minimum(of: lengths),
          .mean(of: lengths), .median(of: lengths),
        ])
        return ([a], { try [$0[0].padded(widths, mode, into: $1)] })
      },
      .making("padded with values") { draw in
        let a = try draw.anySpot(0...2)
        let widths = draw.widths(a)
        return (
          [a, try draw.anySpot(0...2)], { try [$0[0].padded(widths, with: $0[1], into: $1)] }
        )
      },
      .making("padded ramping") { draw in
        let a = try draw.anySpot(0...2)
        let widths = draw.widths(a)
        return (
          [a, try draw.spot(draw.pick([[], [2], [1]]), in: draw.segment())],
          {
            try [$0[0].padded(widths, rampingTo: $0[1], into: $1)]
          }
        )
      },
      .making("padded by a closure") { draw in
        let a = try draw.anySpot(1...2)
        let widths = draw.widths(a)
        return (
          [a],
          { arrays, target in
            try [
              arrays[0].padded(widths, into: target) { (line, width, axis) throws(ArrayError) in
                try line[..<width.before].fill(axis)
              }
            ]
          }
        )
      },
    ]
  }

  static var views: [ProgramOperation] {
    [
      .making("split", takesTarget: false) { draw in
        let a = try draw.anySpot(1...3)
        let (axis, count, at) = (draw.axis(of: a) ?? 0, draw.int(1...3), [draw.int(-1...2), 2])
        return (
          [a],
          { arrays, _ in
            try arrays[0].splitUnevenly(into: count, axis: axis)
              + arrays[0].split(at: at, axis: axis)
              + arrays[0].unstacked(axis: axis)
          }
        )
      },
      .making("splits by name", takesTarget: false) { draw in
        (
          [try draw.anySpot(1...3)],
          { arrays, _ in
            let a = arrays[0]
            var parts = try a.horizontalSplit(at: [1])
            if a.rank > 1 { parts += try a.verticalSplit(into: 1) }
            if a.rank > 2 { parts += try a.depthSplit(into: 2) }
            return parts
          }
        )
      },
      .making("meshgrid", takesTarget: false) { draw in
        let lists = try (0..<draw.int(1...3)).map { _ in try draw.anySpot(1...1) }
        let (isSparse, indexing) = (draw.chance(2), draw.pick([GridIndexing.xy, .ij]))
        let copying = draw.pick([CopyPolicy.always, .ifNeeded])
        return (
          lists,
          { arrays, _ in
            try AnyNDArray.meshgrid(
              arrays, indexing: indexing, isSparse: isSparse, copying: copying)
          }
        )
      },
      .making("broadcastTogether", takesTarget: false) { draw in
        let shape = draw.shape()
        return (
          [try draw.input(shape), try draw.input(shape), try draw.input(shape)],
          { arrays, _ in
            try AnyNDArray.broadcastTogether(arrays)
          }
        )
      },
      .making("expanded(toRank:)", takesTarget: false) { draw in
        (
          [try draw.anySpot()],
          { arrays, _ in
            try (1...3).map { try arrays[0].expanded(toRank: $0) }
          }
        )
      },
      .making("indices and functions", takesTarget: false) { draw in
        let shape = draw.shape()
        return (
          [],
          { _, _ in
            let indices = try AnyNDArray.indices(shape)
            let sum = try AnyNDArray.fromFunction(shape, .int64) { (axes) throws(ArrayError) in
              var sum = try AnyNDArray.zeros(shape, .int64)
              for axis in axes { sum = try AnyNDArray.apply(.add, sum, axis) }
              return sum
            }
            let same = NDArray<Int>.fromFunction(shape) { $0.reduce(0, +) }
            guard try ProgramWorld.bytes(sum.copy()) == ProgramWorld.bytes(same.erased) else {
              throw ArrayError(.value, "the two functions differ")
            }
            return [indices, sum]
          }
        )
      },
    ]
  }
}

extension Draw {
  /// Arrays of a shape, of any length along an axis.
  mutating func parts(_ shape: [Int], along axis: Int?) throws -> [Spot?] {
    try (0..<int(1...4)).map { _ in
      var shape = shape
      if let axis, axis < shape.count { shape[axis] = int(0...4) }
      return try spot(chance(15) ? self.shape(1...2) : shape, in: segment())
    }
  }

  /// Widths of margins, for all axes or for each.
  mutating func widths(_ spot: Spot?) -> [PadWidth] {
    let count = chance(3) ? 1 : spot?.shape.count ?? 1
    return (0..<count).map { _ in PadWidth(int(0...4), int(0...3)) }
  }
}

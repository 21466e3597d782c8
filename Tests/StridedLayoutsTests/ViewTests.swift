// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct ViewTests {
  private let cube: Layout
  private let deep: Layout

  init() throws {
    cube = try Layout.dense(shape: [2, 3, 4], itemSize: 8)
    deep = try Layout.dense(shape: Array(repeating: 1, count: 62) + [3, 2], itemSize: 8)
  }

  @Test func indexing() throws {
    let view = try cube.indexed(by: [.index(-1), .ellipsis, .slice(nil, nil, -2), .newAxis])
    #expect(view.shape == [3, 2, 1] && view.strides == [32, -16, 0] && view.offset == 120)
    #expect(try cube.indexed(by: .index(1)).offset == 96)
    #expect(try cube.indexed(by: [.index(1), .index(2), .index(3)]).offset == 184)
    #expect(try cube.elementOffset(at: [1, -1, 3]) == 184)
    #expect(try cube.indexed(by: .ellipsis) == cube && cube.indexed(by: [AxisIndex]()) == cube)
    #expect(
      error { try cube.indexed(by: .index(5)) }?.message
        == "index 5 is out of bounds for axis 0 with size 2")
    let outside = error { try cube.indexed(by: [.all, .index(Int.min)]) }
    #expect(outside?.kind == .index && outside?.axis == 1 && outside?.bound == 3)
    let line = try Layout.dense(shape: [3], itemSize: 8)
    #expect(
      error { try line.indexed(by: [.index(0), .index(0)]) }?.message
        == "too many indices for array: array is 1-dimensional, but 2 were indexed")
    #expect(error { try cube.indexed(by: [.ellipsis, .ellipsis]) }?.kind == .index)
    #expect(error { try deep.indexed(by: .newAxis) }?.kind == .index)
    #expect(error { try deep.indexed(by: [.newAxis]) }?.kind == .index)
    #expect(try deep.indexed(by: [.index(0), .newAxis, .ellipsis, .index(1)]).offset == 8)
    let scalar = try Layout.dense(shape: [], itemSize: 8)
    #expect(error { try scalar.indexed(by: .all) }?.kind == .index)
    #expect(try scalar.indexed(by: .newAxis).shape == [1])
  }

  @Test func permuting() throws {
    #expect(cube.transposed().strides == [8, 32, 96])
    #expect(deep.transposed().shape.prefix(2) == [2, 3])
    #expect(try cube.matrixTransposed().shape == [2, 4, 3])
    #expect(try cube.permuted([2, 0, -2]).shape == [4, 2, 3])
    #expect(try cube.swappingAxes(0, -1).shape == [4, 3, 2])
    #expect(try cube.movingAxes([0, 1], to: [-1, 0]).shape == [3, 4, 2])
    #expect(try cube.rollingAxis(2).shape == [4, 2, 3])
    #expect(try cube.rollingAxis(0, to: 3).shape == [3, 4, 2])
    #expect(error { try cube.permuted([0, 1]) }?.kind == .value)
    #expect(error { try cube.permuted([0, 1, 1]) }?.kind == .value)
    #expect(error { try cube.permuted([0, 1, 3]) }?.kind == .axis)
    #expect(error { try cube.swappingAxes(0, 3) }?.kind == .axis)
    #expect(error { try cube.movingAxes([0, 0], to: [0, 1]) }?.kind == .value)
    #expect(error { try cube.movingAxes([0], to: [0, 1]) }?.kind == .value)
    #expect(error { try cube.rollingAxis(0, to: 4) }?.kind == .axis)
    #expect(
      error { try cube.indexed(by: [.index(0), .index(0)]).matrixTransposed() }?.kind == .value)
    #expect(
      error { try Layout.dense(shape: [1, 1], itemSize: 1).normalizedAxis(2) }?.message
        == "axis 2 is out of bounds for array of dimension 2")
  }

  @Test func expandingAndSqueezing() throws {
    let view = try cube.expanded(axes: [0, -1])
    #expect(view.shape == [1, 2, 3, 4, 1])
    #expect(try view.squeezed() == cube && view.squeezed(axes: [-1, 0]) == cube)
    #expect(deep.rank == 64)
    let scalar = try Layout.dense(shape: [], itemSize: 8)
    #expect(try scalar.squeezed(axis: 0) == scalar)
    #expect(error { try scalar.squeezed(axes: [0]) }?.kind == .axis)
    #expect(try deep.squeezed().shape == [3, 2])
    #expect(error { try deep.expanded(axes: [0]) }?.kind == .value)
    #expect(error { try cube.expanded(axes: [4]) }?.kind == .axis)
    #expect(error { try cube.expanded(axes: [1, 1]) }?.kind == .value)
    #expect(error { try cube.squeezed(axes: [1]) }?.kind == .value)
    #expect(error { try view.squeezed(axes: [0, 0]) }?.kind == .value)
    #expect(error { try view.squeezed(axes: [5]) }?.kind == .axis)
    let line = try Layout.dense(shape: [3], itemSize: 8)
    #expect(try line.expanded(toRank: 3).shape == [1, 3, 1])
    #expect(try line.expanded(toRank: 2).shape == [1, 3])
    #expect(error { try line.expanded(toRank: 65) }?.kind == .value)
  }

  @Test func flippingAndRotating() throws {
    try withEveryLayout(rank: 2) { layout in
      #expect(try offsets(layout.flipped()) == offsets(layout).reversed())
      guard layout.rank == 2 else { return }
      var turned = layout
      for times in 0..<5 {
        #expect(try turned.addressesSameElements(as: layout.rotated90(times: times - 8)))
        turned = try turned.rotated90()
      }
    }
    #expect(try cube.flipped(axes: [1]).strides == [96, -32, 8])
    #expect(error { try cube.flipped(axes: [1, -2]) }?.kind == .value)
    #expect(error { try cube.flipped(axes: [3]) }?.kind == .axis)
    #expect(error { try cube.rotated90(axes: (0, 0)) }?.kind == .value)
    #expect(error { try cube.rotated90(axes: (0, -3)) }?.kind == .value)
    #expect(error { try cube.rotated90(axes: (.min, .max)) }?.kind == .value)
  }

  @Test func diagonals() throws {
    let matrix = try Layout.dense(shape: [3, 4], itemSize: 1)
    #expect(offsets(try matrix.diagonal()) == [0, 5, 10])
    #expect(offsets(try matrix.diagonal(offset: 1)) == [1, 6, 11])
    #expect(offsets(try matrix.diagonal(offset: -2)) == [8])
    for far in [4, -3, Int.max, Int.min] {
      let none = try matrix.diagonal(offset: far)
      #expect(none.shape == [0] && none.offset == 0)
    }
    #expect(try cube.diagonal(axes: (2, 0)).shape == [3, 2])
    #expect(error { try cube.diagonal(axes: (1, -2)) }?.kind == .value)
    #expect(error { try cube.diagonal(axes: (0, 3)) }?.kind == .axis)
    #expect(error { try matrix.diagonal().diagonal() }?.kind == .value)
  }

  @Test func broadcasting() throws {
    let row = try Layout.dense(shape: [3, 1], itemSize: 8)
    #expect(try row.broadcast(to: [2, 3, 4]).strides == [0, 8, 0])
    #expect(try row.broadcast(to: [3, 0]).shape == [3, 0])
    for shape in [[3], [2, 4], [-1, 3, 1], [3, .max], Array(repeating: 1, count: 65)] {
      #expect(error { try row.broadcast(to: shape) }?.kind == .value)
    }
    #expect(try Layout.broadcastShape([[3, 1], [], [4]]) == [3, 4])
    #expect(try Layout.broadcastShape([]) == [])
    #expect(
      error { try Layout.broadcastShape([[2], [3]]) }?.message
        == "operands could not be broadcast together with shapes (2,) (3,) ")
  }

  @Test func flattening() throws {
    #expect(try cube.raveled(itemSize: 8).shape == [24])
    let turned = cube.transposed()
    #expect(error { try turned.raveled(itemSize: 8) }?.obstacle?.reason == .permuted)
    #expect(try turned.raveled(order: .columnMajor, itemSize: 8).strides == [8])
    #expect(try turned.raveled(order: .keep, itemSize: 8).strides == [8])
    #expect(try cube.permuted([1, 0, 2]).raveled(order: .keep, itemSize: 8).strides == [8])
    let gaps = try cube.indexed(by: [.ellipsis, .every(2)])
    #expect(error { try gaps.raveled(order: .keep, itemSize: 8) }?.obstacle?.reason == .notDense)
    #expect(error { try gaps.raveled(itemSize: 8) }?.obstacle?.reason == .notDense)
    #expect(try gaps.reshaped(to: [-1], itemSize: 8).strides == [16])
  }

  @Test func reinterpreting() throws {
    #expect(try cube.reinterpreted(from: 8, to: 2).shape == [2, 3, 16])
    #expect(try cube.reinterpreted(from: 8, to: 16).strides == [96, 32, 16])
    #expect(error { try cube.reinterpreted(from: 8, to: 3) }?.kind == .value)
    #expect(error { try cube.reinterpreted(from: 8, to: 24) }?.kind == .value)
    #expect(error { try cube.transposed().reinterpreted(from: 8, to: 4) }?.kind == .value)
    let scalar = try Layout.dense(shape: [], itemSize: 8)
    #expect(error { try scalar.reinterpreted(from: 8, to: 4) }?.kind == .value)
    #expect(try scalar.reinterpreted(from: 8, to: 8) == scalar)
  }

  @Test func windows() throws {
    let line = try Layout.dense(shape: [5], itemSize: 1)
    #expect(offsets(try line.slidingWindows(shape: [3])) == [0, 1, 2, 1, 2, 3, 2, 3, 4])
    #expect(try line.slidingWindows(shape: [2, 3], axes: [0, 0]).shape == [2, 2, 3])
    #expect(try line.slidingWindows(shape: [0]).shape == [6, 0])
    #expect(error { try line.slidingWindows(shape: [6]) }?.kind == .value)
    #expect(error { try line.slidingWindows(shape: [-1]) }?.kind == .value)
    #expect(error { try line.slidingWindows(shape: [1, 1]) }?.kind == .value)
    #expect(error { try line.slidingWindows(shape: [1], axes: [1]) }?.kind == .axis)
    #expect(error { try deep.slidingWindows(shape: [1], axes: [0]) }?.kind == .value)
  }

  @Test func explicitStridesStayInBounds() throws {
    let view = try cube.strided(
      shape: [2, 2], strides: [-8, 16], offset: 8, within: 0..<192, itemSize: 8)
    #expect(offsets(view) == [8, 24, 0, 16])
    for (shape, strides, offset) in [
      ([25], [8], 0), ([2], [-8], 0), ([2], [8], 184), ([1], [8], 185), ([0], [8], 193),
      ([0], [8], -1), ([2], [.max], 8), ([-1], [8], 0), ([2, 2], [8], 0),
    ] {
      #expect(
        error {
          try cube.strided(
            shape: shape, strides: strides, offset: offset, within: 0..<192, itemSize: 8)
        }?.kind == .value)
    }
  }

  @Test func splitting() throws {
    let line = try Layout.dense(shape: [7], itemSize: 1)
    #expect(
      try line.split(sections: 3, allowsUnequal: true).map { offsets($0) } == [
        [0, 1, 2], [3, 4], [5, 6],
      ])
    #expect(try line.split(at: [2, -1, 3]).map { $0.count } == [2, 4, 0, 4])
    #expect(try cube.split(sections: 2, axis: -1).map { $0.offset } == [0, 16])
    #expect(error { try line.split(sections: 2) }?.kind == .value)
    #expect(error { try line.split(sections: 0) }?.kind == .value)
    #expect(error { try line.split(at: [1], axis: 1) }?.kind == .index)
    #expect(error { try line.split(sections: .max, allowsUnequal: true) }?.kind == .memory)
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct OrderTests {
  @Test func copyingSortsByStride() throws {
    let layout = try Layout(shape: [2, 3, 4, 5], strides: [0, -8, 80, 8], offset: 64)
    #expect(layout.memoryOrder() == [2, 1, 3, 0])
  }

  @Test func walkingStartsFromRowMajorAndRowMajorWins() throws {
    let shape = [3, 4, 5]
    let row = try Layout.dense(shape: shape, itemSize: 8)
    let column = try Layout.dense(shape: shape, itemSize: 8, order: .columnMajor)
    let repeated = try Layout.dense(shape: [5], itemSize: 8).broadcast(to: shape)
    let one = try Layout.dense(shape: [], itemSize: 8).broadcast(to: shape)
    let other = try Layout.dense(shape: shape, itemSize: 8, axisOrder: [1, 0, 2])
    #expect(Layout.memoryOrder(of: [column, column]) == [2, 1, 0])
    #expect(Layout.memoryOrder(of: [column, row]) == [0, 1, 2])
    #expect(Layout.memoryOrder(of: [column, repeated]) == [2, 1, 0])
    #expect(Layout.memoryOrder(of: [repeated]) == [0, 1, 2])
    #expect(Layout.memoryOrder(of: [one, one]) == [0, 1, 2])
    #expect(Layout.memoryOrder(of: [other, other]) == [1, 0, 2])
    #expect(Layout.memoryOrder(of: [column, other]) == [1, 0, 2])
    #expect(try Layout.memoryOrder(of: [column.flipped()]) == [2, 1, 0])
    #expect(Layout.memoryOrder(of: []) == [])
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct ContiguityTests {
  @Test func everySmallLayoutAgainstItsOffsets() throws {
    var contiguous = 0
    try withEveryLayout(strides: [0, 1, -1, 2, -2, 3, 6]) { layout in
      let dense = (0..<layout.count).map { 100 + $0 }
      for isColumnMajor in [false, true] {
        let expected = offsets(layout, columnMajor: isColumnMajor) == dense
        let order = isColumnMajor ? MemoryOrder.columnMajor : .rowMajor
        #expect(layout.isContiguous(order, itemSize: 1) == expected, "\(layout.axes)")
        if expected { contiguous += 1 }
      }
    }
    #expect(contiguous > 100)
  }

  @Test func denseLayoutsAreContiguousAndInvalidOnesAreErrors() throws {
    for shape in [[], [3], [2, 3], [2, 1, 3], [0, 4], [2, 3, 4, 5, 6]] {
      for order in [MemoryOrder.rowMajor, .columnMajor] {
        let layout = try Layout.dense(shape: shape, itemSize: 4, order: order)
        #expect(layout.isContiguous(order, itemSize: 4) && layout.shape == shape)
      }
    }
    #expect(
      try Layout.dense(shape: [2, 3, 4], itemSize: 1, axisOrder: [1, 0, 2]).strides == [4, 8, 1])
    #expect(
      error { try Layout.dense(shape: [2, 3], itemSize: 1, axisOrder: [1, 1]) }?.kind == .value)
    #expect(error { try Layout.dense(shape: [-1], itemSize: 1) }?.kind == .value)
    #expect(error { try Layout.dense(shape: [0, .max, 2], itemSize: 1) }?.kind == .value)
    let many = Array(repeating: 1, count: 65)
    #expect(error { try Layout.dense(shape: many, itemSize: 1) }?.kind == .value)
    #expect(try Layout.dense(shape: many.dropLast(), itemSize: 1).rank == 64)
  }

  @Test func boundsHoldEveryElement() throws {
    try withEveryLayout { layout in
      let all = offsets(layout)
      let expected = all.isEmpty ? 100..<100 : (all.min() ?? 0)..<((all.max() ?? 0) + 4)
      #expect(layout.byteBounds(itemSize: 4) == expected)
    }
  }

  @Test func layoutsBeyondTheAddressSpaceAreErrors() throws {
    let bad: [([Int], [Int], Int)] = [
      ([3], [.max], 0), ([2], [.max], 1), ([2, 2], [.max, .min], 0), ([.max, 2], [0, 0], 0),
      ([2], [.min], -1),
    ]
    for (shape, strides, offset) in bad {
      #expect(error { try Layout(shape: shape, strides: strides, offset: offset) }?.kind == .value)
    }
    let flat = try Layout(shape: [2], strides: [.max])
    #expect(flat.byteBounds(itemSize: 8) == 0..<Int.max)
    #expect(error { try flat.advanced(by: 1) }?.kind == .value)
    #expect(try flat.advanced(by: -1).offset == -1)
  }

  @Test func canonicalFormsAreEqualExactlyIfOffsetsAre() throws {
    var seen: [Layout: [Int]] = [:]
    var forms: [[Int]: Layout] = [:]
    try withEveryLayout(lengths: [0, 1, 2, 4], strides: [0, 1, -1, 2, 4]) { layout in
      let all = offsets(layout)
      let form = layout.canonical
      #expect(seen[form, default: all] == all)
      #expect(forms[all, default: form] == form, "\(layout.axes) \(form.axes)")
      seen[form] = all
      forms[all] = form
    }
    #expect(seen.count > 100)
  }
}

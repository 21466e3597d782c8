// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct LayoutLineTests {
  /// Every shape and stride of up to three short axes, against the offsets one by one.
  @Test func isWhereElementsAreEquallyFarApart() throws {
    let axes = [0, 1, 2, 3].flatMap { n in
      [-8, -4, 0, 4, 8, 12].map { Axis(length: n, stride: $0) }
    }
    func check(_ chosen: [Axis]) throws {
      let layout = try Layout(axes: AxisList(chosen))
      var offsets = [0]
      for axis in chosen {
        offsets = offsets.flatMap { start in (0..<axis.length).map { start + $0 * axis.stride } }
      }
      let steps = zip(offsets, offsets.dropFirst()).map { $1 - $0 }
      let isLine = !offsets.isEmpty && steps.allSatisfy { $0 == steps[0] }
      #expect((layout.line != nil) == isLine, "\(chosen)")
      if let line = layout.line {
        #expect(line.count == offsets.count && line.step == steps.first ?? 0, "\(chosen)")
      }
    }
    try check([])
    for a in axes {
      try check([a])
      for b in axes {
        try check([a, b])
        for c in axes where c.length < 3 { try check([a, b, c]) }
      }
    }
  }
}

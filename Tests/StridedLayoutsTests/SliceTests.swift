// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct SliceTests {
  /// Python's rule, spelt as a walk.
  private func positions(_ slice: Slice, _ length: Int) -> [Int] {
    func clip(_ end: Int) -> Int {
      var end = Double(end)
      if end < 0 { end += Double(length) }
      let low = slice.step < 0 ? -1.0 : 0
      let high = slice.step < 0 ? Double(length - 1) : Double(length)
      return Int(min(max(end, low), high))
    }
    var at = slice.start.map(clip) ?? (slice.step < 0 ? length - 1 : 0)
    let stop = slice.stop.map(clip) ?? (slice.step < 0 ? -1 : length)
    var result: [Int] = []
    while slice.step < 0 ? at > stop : at < stop {
      result.append(at)
      let (next, overflow) = at.addingReportingOverflow(slice.step)
      if overflow { break }
      at = next
    }
    return result
  }

  @Test func everySmallSliceFollowsPython() throws {
    let ends: [Int?] = [nil, .min, -7, -4, -3, -2, -1, 0, 1, 2, 3, 4, 7, .max]
    for length in 0...4 {
      let layout = try Layout(shape: [length], strides: [16], offset: 32)
      for start in ends {
        for stop in ends {
          for step in [1, 2, 3, 5, -1, -2, -3, -5, Int.min, .min + 1, .max] {
            let slice = Slice(start, stop, step)
            let expected = positions(slice, length)
            let found = try slice.positions(length: length)
            #expect(found.count == expected.count, "\(slice.numpy) of \(length)")
            if let first = expected.first { #expect(found.start == first) }
            let view = try layout.indexed(by: .slice(slice))
            #expect(offsets(view) == expected.map { 32 + 16 * $0 })
            #expect(try view == layout.indexed(by: [.slice(slice)]))
            if expected.isEmpty { #expect(view.offset == 32 && view.strides == [16]) }
          }
        }
      }
    }
  }

  @Test func aStepOfZeroIsAnError() throws {
    #expect(error { try Slice(nil, nil, 0).positions(length: 3) }?.kind == .value)
  }

  @Test func termsMeanSlices() {
    #expect((1..<4).axisIndex == .slice(1, 4))
    #expect((1...4).axisIndex == .slice(1, 5))
    #expect((-3 ... -1).axisIndex == .slice(-3, nil))
    #expect((0...Int.max).axisIndex == .slice(0, nil))
    #expect((2...).axisIndex == .slice(2, nil))
    #expect((..<2).axisIndex == .slice(nil, 2))
    #expect((...2).axisIndex == .slice(nil, 3))
    #expect((...(-1)).axisIndex == .all)
    #expect(3.axisIndex == .index(3))
    #expect(AxisIndex.every(2) == .slice(nil, nil, 2))
    func term(_ term: some IndexTerm) -> AxisIndex { term.axisIndex }
    #expect(term(.newAxis) == AxisIndex.newAxis)
    #expect(term(.ellipsis) == AxisIndex.ellipsis)
    #expect(term(.slice(1, nil, -1)) == .slice(Slice(1, nil, -1)))
  }

  @Test func spellings() {
    let spellings: [(AxisIndex, String, String)] = [
      (.index(-1), "-1", "-1"), (.all, ".all", ":"), (.every(2), ".every(2)", "::2"),
      (.slice(1, 4), "1..<4", "1:4"), (.slice(-1, nil), "(-1)...", "-1:"),
      (.slice(nil, 3), "..<3", ":3"), (.slice(3, -1), ".slice(3, -1)", "3:-1"),
      (.slice(1, nil, -1), ".slice(1, nil, -1)", "1::-1"), (.newAxis, ".newAxis", "None"),
      (.ellipsis, "...", "..."),
    ]
    for (term, swift, numpy) in spellings {
      #expect(term.description == swift)
      #expect(term.numpy == numpy)
    }
  }
}

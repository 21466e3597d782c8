// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct ReshapeTests {
  /// Whether strides exist that give `shape` these offsets in row-major order.
  private func isAffine(_ offsets: [Int], _ shape: [Int]) -> Bool {
    var strides: [Int] = []
    var inner = 1
    for length in shape.reversed() {
      strides.insert(length > 1 ? offsets[inner] - offsets[0] : 0, at: 0)
      inner *= length
    }
    for n in offsets.indices {
      var rest = n
      var expected = offsets[0]
      for i in shape.indices.reversed() {
        expected += rest % shape[i] * strides[i]
        rest /= shape[i]
      }
      if expected != offsets[n] { return false }
    }
    return true
  }

  @Test func everySmallLayoutIsAViewExactlyIfStridesExist() throws {
    var views = 0
    var copies = 0
    try withEveryLayout(lengths: [1, 2, 3]) { layout in
      let old = offsets(layout)
      for shape in shapes(count: layout.count, rank: 3) {
        do throws(ArrayError) {
          let new = try layout.reshaped(to: shape, itemSize: 1)
          #expect(new.shape == shape && offsets(new) == old)
          views += 1
        } catch {
          #expect(error.obstacle != nil && error.kind == .value)
          #expect(!isAffine(old, shape), "\(layout.axes) \(shape)")
          copies += 1
        }
      }
    }
    #expect(views > 1000 && copies > 1000)
  }

  @Test func columnMajorIsRowMajorOfTheTranspose() throws {
    try withEveryLayout(lengths: [1, 2, 3], strides: [0, 1, -2, 3]) { layout in
      for shape in shapes(count: layout.count, rank: 2) {
        let mirrored = try? layout.transposed().reshaped(to: shape.reversed(), itemSize: 1)
        let new = try? layout.reshaped(to: shape, order: .columnMajor, itemSize: 1)
        #expect((mirrored == nil) == (new == nil))
        if let new {
          #expect(offsets(new, columnMajor: true) == offsets(layout, columnMajor: true))
        }
      }
    }
  }

  @Test func lengthsAreResolvedAndChecked() throws {
    let layout = try Layout.dense(shape: [2, 3], itemSize: 8)
    #expect(try layout.resolvedShape([3, -1]) == [3, 2])
    #expect(try layout.reshaped(to: [-1], itemSize: 8).strides == [8])
    #expect(
      error { try layout.resolvedShape([4]) }?.message
        == "cannot reshape array of size 6 into shape (4,)")
    #expect(
      error { try layout.resolvedShape([4, -1]) }?.message
        == "cannot reshape array of size 6 into shape (4,newaxis)")
    #expect(error { try layout.resolvedShape([-1, -1]) }?.kind == .value)
    #expect(error { try layout.resolvedShape([Int.max, Int.max]) }?.kind == .value)
    #expect(error { try layout.reshaped(to: [6], order: .keep, itemSize: 8) }?.kind == .value)
    let many = Array(repeating: 1, count: 64)
    #expect(try layout.reshaped(to: many.dropLast(2) + [2, 3], itemSize: 8).rank == 64)
    #expect(error { try layout.reshaped(to: many + [6], itemSize: 8) }?.kind == .value)
    let empty = try Layout.dense(shape: [0, 3], itemSize: 8)
    #expect(try empty.resolvedShape([-1, 2]) == [0, 2])
    #expect(error { try empty.resolvedShape([0, -1]) }?.kind == .value)
    #expect(error { try empty.reshaped(to: [0, Int.max, Int.max], itemSize: 8) }?.kind == .value)
  }

  @Test func theObstacleNamesTheAxesAndTheWayOut() throws {
    let transposed = try Layout.dense(shape: [3, 4], itemSize: 8).transposed()
    let fault = error { try transposed.reshaped(to: [12], itemSize: 8) }
    #expect(
      fault?.message
        == "a view of [12] needs axes 0 (length 4, stride 8) and 1 (length 3, stride 32) to merge,"
        + " and they can't: walking axis 1 does not end where axis 0 steps. Reshape before"
        + " transposing, or allow the copy of 96 bytes")
    #expect(fault?.obstacle?.reason == .permuted)
    let reasons: [([Int], ReshapeObstacle.Reason)] = [
      ([-32, 8], .reversed), ([0, 8], .repeated), ([64, 8], .gap),
    ]
    for (strides, reason) in reasons {
      let layout = try Layout(shape: [3, 4], strides: strides, offset: 64)
      #expect(error { try layout.reshaped(to: [12], itemSize: 8) }?.obstacle?.reason == reason)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

/// Closures over arrays of any layout.
@Suite struct MappingTests {
  @Test(arguments: [UInt64(3), .random(in: 0...UInt64.max)])
  func allLayoutsAreWalkedInRowMajorOrder(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let shape = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        [0, 1, 1, 2, 2, 3][Int.random(in: 0..<6, using: &random)]
      }
      let count = shape.reduce(1, *)
      let axes = Array(0..<shape.count).shuffled(using: &random)
      var a = NDArray(0..<count, shape: axes.map { shape[$0] })
      var inverse = axes
      for (position, axis) in axes.enumerated() { inverse[axis] = position }
      a = a.permuted(inverse)
      a = a.flipped(axes: shape.indices.filter { _ in Bool.random(using: &random) })
      var seen: [Int] = []
      let doubled = a.mapElements { item in
        seen.append(item)
        return Float(item) * 2
      }
      #expect(seen == Array(a), "\(a.layout)")
      #expect(Array(doubled) == seen.map { Float($0) * 2 }, "\(a.layout)")
      let b = NDArray(0..<count, shape: shape).transposed()
      let sums = a.zipElements(with: b.transposed()) { $0 * 1000 + $1 }
      let added: [Int] = zip(Array(a), 0..<count).map { (x: Int, y: Int) in x * 1000 + y }
      #expect(Array(sums) == added, "\(a.layout)")
      let wanted = Array(a).map { $0 - 5 }
      a.transformElements { $0 - 5 }
      #expect(Array(a) == wanted)
    }
  }

  @Test func resultsKeepTheOrderInMemory() {
    let m = NDArray(0..<6).reshaped(2, 3).transposed()
    #expect(m.mapElements { $0 }.strides == [8, 24])
    #expect(m.zipElements(with: m) { $0 + $1 }.strides == [8, 24])
    #expect(m.copy().frozen().mapElements { UInt8($0) }.strides == [2, 1])
    #expect(NDArray<Int>.fromFunction([2, 2], order: .columnMajor) { $0[0] }.strides == [8, 16])
  }

  @Test func operandsMayOverlapAndBroadcast() {
    let a = NDArray(0..<6)
    a[..<5].mapElements(into: a[1...]) { $0 * 10 }
    #expect(Array(a) == [0, 0, 10, 20, 30, 40])
    a.zipElements(with: a.flipped(), into: a) { $0 + $1 }
    #expect(Array(a) == [40, 30, 30, 30, 30, 40])
    a[1...].transformElements(with: a[..<5]) { $0 - $1 }
    #expect(Array(a) == [40, -10, 0, 0, 0, 10])
    a.transformElements(with: a) { $0 + $1 }
    #expect(Array(a) == [80, -20, 0, 0, 0, 20])
    a.transformElements(with: a[5...]) { $0 + $1 }
    #expect(Array(a) == [100, 0, 20, 20, 20, 40])
    let m = a.reshaped(2, 3)
    m.transformElements(with: m[0, ...]) { $0 - $1 }
    #expect(Array(a) == [0, 0, 0, -80, 20, 20])
    let none = NDArray<Int>([]).mapElements(into: a[..<0]) { $0 }
    #expect(none.isView(of: a))
  }

  @Test func errorsOfClosuresPass() throws {
    struct Stop: Error {}
    let a = NDArray(0..<4)
    #expect(throws: Stop.self) {
      try a.transformElements { (item) throws(Stop) in
        if item == 2 { throw Stop() }
        return 9
      }
    }
    #expect(Array(a) == [9, 9, 2, 3])
    #expect(throws: Stop.self) {
      try a.mapElements { (item) throws(Stop) -> Int in throw Stop() }
    }
  }
}

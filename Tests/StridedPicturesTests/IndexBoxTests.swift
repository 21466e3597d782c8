// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@testable import StridedPictures

/// Compares what pictures find out about memory with looking at every element.
@Suite struct IndexBoxTests {
  /// A layout of few elements with any strides.
  private static func layout(_ random: inout SeededGenerator) throws -> Layout {
    var axes = AxisList()
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      axes.append(
        Axis(
          length: Int.random(in: 0...5, using: &random) == 0
            ? 0 : Int.random(in: 1...4, using: &random),
          stride: Int.random(in: -24...24, using: &random)))
    }
    return try Layout(axes: axes, offset: Int.random(in: 0...64, using: &random))
  }

  private static func offsets(_ layout: Layout) -> [Int] {
    (0..<layout.count).map { layout.offset(ofElement: $0) }
  }

  @Test(arguments: 0..<20)
  func findsTheElementsThatTouchARange(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let layout = try Self.layout(&random)
      let itemSize = Int.random(in: 1...16, using: &random)
      let start = Int.random(in: -150...250, using: &random)
      let window = start..<(start + Int.random(in: 0...80, using: &random))
      let touching = Self.offsets(layout).filter {
        !window.isEmpty && $0 < window.upperBound && $0 + itemSize > window.lowerBound
      }
      var found: [Int] = []
      let isWhole = BoxSearch(layout, itemSize: itemSize).forEachBox(in: window) { box, isInside in
        guard let part = box.part(of: layout) else { return }
        for place in Self.offsets(part) {
          found.append(place)
          let isIn = place >= window.lowerBound && place + itemSize <= window.upperBound
          #expect(isIn == isInside, "seed \(seed)")
        }
      }
      #expect(isWhole && found.sorted() == touching.sorted(), "seed \(seed): \(layout), \(window)")
      let elements = layout.elements(in: window, itemSize: itemSize)
      #expect(elements.map(\.start) == Array(Set(touching)).sorted(), "seed \(seed): \(layout)")
      #expect(elements.reduce(0) { $0 + $1.count } == touching.count, "seed \(seed): \(layout)")
      for element in elements {
        let first = Self.offsets(layout).firstIndex(of: element.start)
        #expect(first == element.order, "seed \(seed): \(layout)")
      }
    }
  }

  @Test(arguments: 0..<20)
  func numbersElementsByAddress(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let layout = try Self.layout(&random)
      guard !layout.isEmpty else { continue }
      let order = try #require(AddressOrder(layout))
      let places = Array(Set(Self.offsets(layout))).sorted()
      for position in 0..<layout.count {
        var (rest, index) = (position, [Int](repeating: 0, count: layout.rank))
        for axis in index.indices.reversed() {
          index[axis] = rest % layout.axes[axis].length
          rest /= layout.axes[axis].length
        }
        let place = layout.offset(ofElement: position)
        #expect(order.number(index, at: place) == places.firstIndex(of: place), "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<10)
  func mapsCountBytesAndSeeSharing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let memory = try AnyNDArray.zeros([512], .uint8)
    for _ in 0..<40 {
      var arrays: [NamedArray] = []
      var bytes: [Set<Int>] = []
      for name in ["a", "b", "c"] {
        let dtype = [DType.uint8, .int16, .float64].randomElement(using: &random) ?? .uint8
        let layout = try Self.layout(&random)
        guard
          let array = try? AnyNDArray(
            storage: memory.storage, layout: layout.advanced(by: 180), dtype: dtype)
        else { continue }
        arrays.append(NamedArray(name, array))
        bytes.append(
          Set(Self.offsets(array.layout).flatMap { $0..<($0 + dtype.itemSize) }))
      }
      guard arrays.count > 1 else { continue }
      let block = try #require(MapPicture(arrays).blocks.first)
      #expect(block.lineCount == 1 && MapPicture(arrays).blocks.count == 1)
      for cell in block.sharing[0].indices {
        let start = cell * block.bytesPerCell
        let window = start..<min(start + block.bytesPerCell, 512)
        var isShared = false
        for i in arrays.indices {
          let used = window.count { bytes[i].contains($0) }
          let isDisjoint = !arrays[i].array.overlapsItself
          let drawn = block.covered[i][0][cell]
          // Elements that overlap can be counted twice, but never beyond the cell.
          #expect(isDisjoint ? drawn == used : drawn >= used, "seed \(seed)")
          #expect((drawn == 0) == (used == 0) && drawn <= window.count, "seed \(seed)")
          for j in 0..<i {
            isShared =
              isShared || window.contains { bytes[i].contains($0) && bytes[j].contains($0) }
          }
        }
        #expect((block.sharing[0][cell] == .shared) == isShared, "seed \(seed), cell \(cell)")
      }
    }
  }
}

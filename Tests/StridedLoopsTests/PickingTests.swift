// SPDX-License-Identifier: Apache-2.0

import StridedLoops
import TestSupport
import Testing

/// Packing by masks and moving by distances, against loops over single bytes.
@Suite struct PickingTests {
  static let sizes = [1, 2, 3, 4, 8, 12, 16]
  static let counts = [0, 1, 7, 8, 9, 15, 16, 17, 31, 64, 100, 1000]

  @Test(arguments: [1, 2, 4, 8, 16], [1, 2, 5]) func packsWhatAMaskHoldsTrue(size: Int, gap: Int) {
    var random = SeededGenerator(seed: UInt64(size * 100 + gap))
    for count in Self.counts {
      for percent in [0, 10, 50, 90, 100] {
        let mask = (0..<count * gap).map { _ in
          Int.random(in: 0..<100, using: &random) < percent
            ? UInt8.random(in: 1...255, using: &random) : 0
        }
        let bytes = (0..<count * gap * size).map { _ in UInt8.random(in: 0...255, using: &random) }
        let picked = (0..<count).filter { mask[$0 * gap] != 0 }
        let room = picked.count
        #expect(mask.withUnsafeBytes { Loops.countTrue($0.start, step: gap, count: count) } == room)

        // What lies behind the room must stay.
        var packed = [UInt8](repeating: 77, count: room * size + 32)
        var places = [Int](repeating: -77, count: room + 4)
        mask.withUnsafeBytes { mask in
          bytes.withUnsafeBytes { bytes in
            packed.withUnsafeMutableBytes { packed in
              let found = Loops.compress(
                (bytes.start, gap * size), of: size, where: (mask.start, gap), count: count,
                into: packed.start, room: room)
              #expect(found == room)
            }
          }
          let found = Loops.places(
            of: (mask.start, gap), count: count, first: 5, step: -3_000_000_001, into: &places,
            room: room)
          #expect(found == room)
        }
        let right = picked.flatMap { bytes[($0 * gap * size)..<(($0 * gap + 1) * size)] }
        #expect(packed == right + [UInt8](repeating: 77, count: 32))
        #expect(places == picked.map { 5 - 3_000_000_001 * $0 } + [-77, -77, -77, -77])
      }
    }
  }

  @Test(arguments: sizes) func movesItemsByDistances(size: Int) {
    var random = SeededGenerator(seed: UInt64(size))
    for count in Self.counts {
      let places = 40
      let memory = (0..<places * size * 2).map { _ in UInt8.random(in: 0...255, using: &random) }
      let list = (0..<count).map { _ in Int.random(in: 0..<places, using: &random) * size }
      // Two rows of picked items, read to and written from every other item of a plain array.
      var plain = [UInt8](repeating: 0, count: count * size * 4)
      var (source, target) = (memory, memory)
      list.withUnsafeBufferPointer { list in
        let rows = Loops.PickedRows(
          itemSize: size, rows: (2, places * size, 2 * count * size), distances: list,
          step: 2 * size)
        plain.withUnsafeMutableBytes { plain in
          source.withUnsafeMutableBytes { Loops.gather(rows, from: $0.start, to: plain.start) }
        }
      }
      var wanted = [UInt8](repeating: 0, count: count * size * 4)
      for row in 0..<2 {
        for (i, distance) in list.enumerated() {
          for byte in 0..<size {
            wanted[(row * 2 * count + 2 * i) * size + byte] =
              memory[row * places * size + distance + byte]
          }
        }
      }
      #expect(plain == wanted)

      var values = (0..<count * size * 4).map { _ in UInt8.random(in: 0...255, using: &random) }
      list.withUnsafeBufferPointer { list in
        let rows = Loops.PickedRows(
          itemSize: size, rows: (2, places * size, 2 * count * size), distances: list,
          step: 2 * size)
        values.withUnsafeMutableBytes { values in
          target.withUnsafeMutableBytes { Loops.scatter(rows, to: $0.start, from: values.start) }
        }
      }
      var written = memory
      for row in 0..<2 {
        for (i, distance) in list.enumerated() {
          for byte in 0..<size {
            written[row * places * size + distance + byte] =
              values[(row * 2 * count + 2 * i) * size + byte]
          }
        }
      }
      #expect(target == written)
    }
  }

  @Test func findsTheFirstPositionOutOfRange() {
    var random = SeededGenerator(seed: 9)
    for count in Self.counts {
      var positions = (0..<count).map { _ in Int64.random(in: -10..<10, using: &random) }
      var distances = [Int](repeating: 0, count: count)
      func check() -> Int? {
        positions.withUnsafeBytes {
          Loops.distances(of: $0.start, count: count, length: 10, stride: -24, into: &distances)
        }
      }
      #expect(check() == nil)
      #expect(distances == positions.map { Int($0 < 0 ? $0 + 10 : $0) * -24 })
      for wrong: Int64 in [10, -11, .max, .min] where count > 0 {
        let place = Int.random(in: 0..<count, using: &random)
        let kept = positions[place]
        positions[place] = wrong
        #expect(check() == place)
        positions[place] = kept
      }
    }
  }
}

/// The address of buffers without bytes.
nonisolated(unsafe) private let nowhere = UnsafeMutableRawPointer.allocate(
  byteCount: 16, alignment: 16)

extension UnsafeRawBufferPointer {
  fileprivate var start: UnsafeRawPointer { baseAddress ?? UnsafeRawPointer(nowhere) }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate var start: UnsafeMutableRawPointer { baseAddress ?? nowhere }
}

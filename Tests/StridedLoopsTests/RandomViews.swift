// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedLoops
import StridedMemory

/// Random numbers that a printed seed repeats.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  let seed: UInt64

  init(_ seed: UInt64 = UInt64.random(in: 0...9_999_999)) {
    self.seed = seed
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A layout of `shape` in `byteCount` bytes: any signs, zeros, odd distances.
  mutating func layout(_ shape: [Int], itemSize: Int, byteCount: Int) throws -> Layout {
    while true {
      let unit = roll(0...4) == 0 ? 1 : itemSize
      var strides = shape.map { _ in roll(-7...7) * unit }
      if roll(0...2) > 0 {
        // Nested strides, as views of an array have them.
        var step = unit * roll(1...2)
        for i in shape.indices.reversed() {
          strides[i] = roll(0...3) == 0 ? -step : step
          if roll(0...9) == 0 { strides[i] = 0 }
          step *= max(shape[i], 1) + roll(0...1)
        }
        if roll(0...3) == 0 { strides.shuffle(using: &self) }
      }
      var low = 0
      var high = itemSize
      for i in shape.indices where shape[i] > 0 {
        let reach = (shape[i] - 1) * strides[i]
        if reach < 0 { low += reach } else { high += reach }
      }
      guard high - low <= byteCount else { continue }
      let offset = roll(0...(byteCount - (high - low))) - low
      return try Layout(shape: shape, strides: strides, offset: offset)
    }
  }

  /// Some of the axes of `shape`, some of them with length 1, to be broadcast.
  mutating func source(of shape: [Int]) -> [Int] {
    guard roll(0...2) == 0 else { return shape }
    return shape.dropFirst(roll(0...shape.count)).map { roll(0...1) == 0 ? 1 : $0 }
  }
}

/// Bytes in which views lie, and what a test needs of them.
final class Arena {
  let address: UnsafeMutableRawPointer
  let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    address = .allocate(byteCount: max(count, 1), alignment: 64)
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { address.copyMemory(from: base, byteCount: count) }
    }
  }

  deinit { address.deallocate() }

  var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: address, count: count)) }

  func operand(_ layout: Layout, _ dtype: DType) -> Operand {
    Operand(base: address, layout: layout, dtype: dtype)
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension Picked {
  /// Copies the picked elements of `memory` to an array of the result's shape.
  func gather(
    from memory: UnsafeMutableRawPointer, to target: UnsafeMutableRawPointer, _ layout: Layout,
    itemSize: Int
  ) {
    guard let move = ItemMove(self, layout, itemSize, memory, target) else { return }
    switch move.itemSize {
    case 1: move.gather(UInt8.self)
    case 2: move.gather(UInt16.self)
    case 4: move.gather(UInt32.self)
    case 8: move.gather(UInt64.self)
    case 16: move.gather(SIMD2<UInt64>.self)
    case let size: move.walk { there, here in here.copyMemory(from: there, byteCount: size) }
    }
  }

  /// Copies an array of the result's shape over the picked elements of `memory`.
  ///
  /// Elements are written in the row-major order of the result, so the last duplicate wins. The
  /// array must not share memory with what is written.
  func scatter(
    to memory: UnsafeMutableRawPointer, from source: UnsafeMutableRawPointer, _ layout: Layout,
    itemSize: Int
  ) {
    guard let move = ItemMove(self, layout, itemSize, memory, source) else { return }
    switch move.itemSize {
    case 1: move.scatter(UInt8.self)
    case 2: move.scatter(UInt16.self)
    case 4: move.scatter(UInt32.self)
    case 8: move.scatter(UInt64.self)
    case 16: move.scatter(SIMD2<UInt64>.self)
    case let size: move.walk { there, here in there.copyMemory(from: here, byteCount: size) }
    }
  }

  /// The layout with the axes of the list as one, or nil if their strides do not allow it.
  ///
  /// - Parameter layout: One of the result's shape.
  func flattened(_ layout: Layout, itemSize: Int) -> Layout? {
    let (first, end) = (outer.count, outer.count + list.shape.count)
    let picked = AxisList(layout.axes[first..<end])
    guard let part = try? Layout(axes: picked),
      let flat = try? part.reshaped(to: [list.count], itemSize: itemSize)
    else { return nil }
    var axes = AxisList(layout.axes[..<first])
    axes.append(flat.axes[0])
    for axis in layout.axes[end...] { axes.append(axis) }
    return try? Layout(axes: axes, offset: layout.offset)
  }
}

/// A copy between picked elements and a plain array of the same shape.
private struct ItemMove {
  var outer: [PairAxis]
  var inner: [PairAxis]
  let list: OffsetList
  /// How far neighbours along the list are apart in the plain array.
  let step: Int
  /// The bytes that are copied at once: an element, or a row of them that lies dense in both.
  var itemSize: Int
  let picked: UnsafeMutableRawPointer
  let plain: UnsafeMutableRawPointer

  /// Plans the copy; nil if there is nothing to copy.
  ///
  /// - Parameter layout: That of the plain array, the axes of the list being one.
  init?(
    _ parts: Picked, _ layout: Layout, _ itemSize: Int, _ picked: UnsafeMutableRawPointer,
    _ plain: UnsafeMutableRawPointer
  ) {
    guard !layout.isEmpty else { return nil }
    func pairs(_ axes: [Axis], _ start: Int) -> [PairAxis] {
      var pairs: [PairAxis] = []
      for (i, axis) in axes.enumerated() {
        let other = layout.axes[start + i]
        pairs.append(PairAxis(length: axis.length, first: axis.stride, second: other.stride))
      }
      return PairWalk.merged(pairs)
    }
    outer = pairs(parts.outer, 0)
    inner = pairs(parts.inner, parts.outer.count + 1)
    list = parts.list
    step = layout.axes[parts.outer.count].stride
    self.itemSize = itemSize
    if let row = inner.last, row.first == itemSize, row.second == itemSize {
      self.itemSize = itemSize &* row.length
      inner.removeLast()
    }
    self.picked = picked + parts.offset
    self.plain = plain + layout.offset
  }

  @inline(__always) func gather<Word: BitwiseCopyable>(_ type: Word.Type) {
    walk { there, here in here.storeBytes(of: there.loadUnaligned(as: type), as: type) }
  }

  @inline(__always) func scatter<Word: BitwiseCopyable>(_ type: Word.Type) {
    walk { there, here in there.storeBytes(of: here.loadUnaligned(as: type), as: type) }
  }

  /// Calls `copy` with the addresses of each picked and plain item, in row-major order.
  @inline(__always) func walk(
    _ copy: (UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Void
  ) {
    var inner = inner
    let row = inner.popLast()
    list.withOffsets { offsets in
      var outside = PairWalk(outer)
      repeat {
        let there = picked + outside.first
        let here = plain + outside.second
        guard let row else {
          for i in 0..<list.count { copy(there + offsets[i], here + i &* step) }
          continue
        }
        for i in 0..<list.count {
          var inside = PairWalk(inner)
          repeat {
            let there = there + (offsets[i] &+ inside.first)
            let here = here + (i &* step &+ inside.second)
            for j in 0..<row.length { copy(there + j &* row.first, here + j &* row.second) }
          } while inside.advance()
        }
      } while outside.advance()
    }
  }
}

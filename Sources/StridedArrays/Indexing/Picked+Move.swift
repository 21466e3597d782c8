// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension Picked {
  /// Copies the picked elements of `memory` to an array of the result's shape.
  func gather(
    from memory: UnsafeMutableRawPointer, to target: UnsafeMutableRawPointer, _ layout: Layout,
    itemSize: Int
  ) {
    ItemMove(self, layout, itemSize, memory, target)?.gather()
  }

  /// Copies an array of the result's shape over the picked elements of `memory`.
  ///
  /// Elements are written in the row-major order of the result, so the last duplicate wins. The
  /// array must not share memory with what is written.
  func scatter(
    to memory: UnsafeMutableRawPointer, from source: UnsafeMutableRawPointer, _ layout: Layout,
    itemSize: Int
  ) {
    ItemMove(self, layout, itemSize, memory, source)?.scatter()
  }

  /// The layout with the axes of the list as one, or nil if their strides do not allow it.
  ///
  /// - Parameter layout: One of the result's shape.
  func flattened(_ layout: Layout, itemSize: Int) -> Layout? {
    if list.array.rank == 1 { return layout }
    let (first, end) = (outer.count, outer.count + list.array.rank)
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

  func gather() {
    walk(rows: { Loops.gather($0, from: $1, to: $2) }) { size, row, there, here in
      Loops.copyRow(
        of: row.length, itemSize: size, from: there, step: row.first, to: here, step: row.second)
    }
  }

  func scatter() {
    walk(rows: { Loops.scatter($0, to: $1, from: $2) }) { size, row, there, here in
      Loops.copyRow(
        of: row.length, itemSize: size, from: here, step: row.second, to: there, step: row.first)
    }
  }

  /// Calls `rows` with lists of items and the addresses of their rows in the picked and the plain
  /// memory, or `row` with single rows of items, in row-major order.
  private func walk(
    rows: (Loops.PickedRows, UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Void,
    row: (Int, PairAxis, UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Void
  ) {
    var (outer, inner) = (outer, inner)
    let line = inner.popLast()
    let last = line == nil ? outer.popLast() : nil
    list.withOffsets { offsets in
      let distances = UnsafeBufferPointer(start: offsets, count: list.count)
      var outside = PairWalk(outer)
      repeat {
        let (there, here) = (picked + outside.first, plain + outside.second)
        guard let line else {
          let count = (count: last?.length ?? 1, picked: last?.first ?? 0, plain: last?.second ?? 0)
          rows(
            Loops.PickedRows(itemSize: itemSize, rows: count, distances: distances, step: step),
            there, here)
          continue
        }
        for i in 0..<list.count {
          var inside = PairWalk(inner)
          repeat {
            row(
              itemSize, line, there + (offsets[i] &+ inside.first),
              here + (i &* step &+ inside.second))
          } while inside.advance()
        }
      } while outside.advance()
    }
  }
}

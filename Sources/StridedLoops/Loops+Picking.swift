// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedLayouts

// What indices and masks pick, on plain memory; who calls has checked lengths and types.
extension Loops {
  /// A walk over items at listed distances and over a plain array in step.
  package struct PickedRows {
    /// The bytes of an item.
    package var itemSize: Int
    /// How many rows there are, and how far they are apart, in bytes.
    package var rows: (count: Int, picked: Int, plain: Int)
    /// The distances of the items of each row.
    package var distances: UnsafeBufferPointer<Int>
    /// How far items of a row are apart in the plain array, in bytes.
    package var step: Int

    package init(
      itemSize: Int, rows: (count: Int, picked: Int, plain: Int),
      distances: UnsafeBufferPointer<Int>, step: Int
    ) {
      self.itemSize = itemSize
      self.rows = rows
      self.distances = distances
      self.step = step
    }
  }

  /// Copies items at distances from `picked` to the plain array.
  package static func gather(
    _ walk: PickedRows, from picked: UnsafeMutableRawPointer, to plain: UnsafeMutableRawPointer
  ) {
    guard let kernel = strided_gather_kernel(CInt(truncatingIfNeeded: walk.itemSize)) else {
      walk.each { plain.advanced(by: $1).copyMemory(from: picked + $0, byteCount: walk.itemSize) }
      return
    }
    walk.run(kernel, [plain, picked], outer: [walk.rows.plain, walk.rows.picked], [walk.step, 0])
  }

  /// Copies the plain array to items at distances from `picked`, in row-major order.
  package static func scatter(
    _ walk: PickedRows, to picked: UnsafeMutableRawPointer, from plain: UnsafeMutableRawPointer
  ) {
    guard let kernel = strided_scatter_kernel(CInt(truncatingIfNeeded: walk.itemSize)) else {
      walk.each { picked.advanced(by: $0).copyMemory(from: plain + $1, byteCount: walk.itemSize) }
      return
    }
    walk.run(kernel, [picked, plain], outer: [walk.rows.picked, walk.rows.plain], [0, walk.step])
  }

  /// Copies a row of items from one place to another.
  package static func copyRow(
    of count: Int, itemSize: Int, from source: UnsafeMutableRawPointer, step: Int,
    to target: UnsafeMutableRawPointer, step targetStep: Int
  ) {
    guard let kernel = strided_copy_kernel(CInt(truncatingIfNeeded: itemSize)) else {
      for i in 0..<count {
        (target + i &* targetStep).copyMemory(from: source + i &* step, byteCount: itemSize)
      }
      return
    }
    let pointers: InlineArray<2, UnsafeMutablePointer<CChar>> = [
      target.assumingMemoryBound(to: CChar.self), source.assumingMemoryBound(to: CChar.self),
    ]
    invoke(kernel, 1, count, pointers, [0, 0], [targetStep, step])
  }

  /// Turns positions along an axis, which count from the end if they are negative, into distances.
  ///
  /// - Parameter positions: Dense elements of type `int64`.
  /// - Returns: The place of the first position that is out of range, or nil.
  package static func distances(
    of positions: UnsafeRawPointer, count: Int, length: Int, stride: Int,
    into target: UnsafeMutablePointer<Int>
  ) -> Int? {
    let end = strided_distances(target, positions, count, length, stride)
    return end < count ? end : nil
  }

  /// Packs the items of 1, 2, 4, 8 or 16 bytes at positions along an axis; else as `distances`.
  package static func take(
    _ items: UnsafeRawPointer, of itemSize: Int, along axis: Axis,
    at positions: UnsafeRawPointer, count: Int, into target: UnsafeMutableRawPointer
  ) -> Int? {
    let end = strided_take(
      CInt(truncatingIfNeeded: itemSize), target.assumingMemoryBound(to: CChar.self),
      items.assumingMemoryBound(to: CChar.self), positions, count, axis.length, axis.stride)
    return end < count ? end : nil
  }

  /// How many bytes of a row of a mask are not 0.
  package static func countTrue(_ mask: UnsafeRawPointer, step: Int, count: Int) -> Int {
    strided_count_true(mask.assumingMemoryBound(to: CChar.self), step, count)
  }

  /// Writes the numbers `first + i * step` of the elements of a row that a mask holds true.
  ///
  /// - Parameter room: How many numbers may be written, at least as many as are true.
  /// - Returns: How many are true.
  package static func places(
    of mask: (start: UnsafeRawPointer, step: Int), count: Int, first: Int, step: Int,
    into target: UnsafeMutablePointer<Int>, room: Int
  ) -> Int {
    strided_places(
      target, room, mask.start.assumingMemoryBound(to: CChar.self), mask.step, count, first, step)
  }

  /// Packs the items of a row that a mask holds true, of 1, 2, 4, 8 or 16 bytes.
  ///
  /// - Parameter room: How many items may be written, at least as many as are true.
  /// - Returns: How many are true.
  package static func compress(
    _ items: (start: UnsafeRawPointer, step: Int), of itemSize: Int,
    where mask: (start: UnsafeRawPointer, step: Int), count: Int,
    into target: UnsafeMutableRawPointer, room: Int
  ) -> Int {
    strided_compress(
      CInt(truncatingIfNeeded: itemSize), target.assumingMemoryBound(to: CChar.self), room,
      items.start.assumingMemoryBound(to: CChar.self), items.step,
      mask.start.assumingMemoryBound(to: CChar.self), mask.step, count)
  }

  /// Whether `compress` takes items of a size.
  package static func isWord(_ itemSize: Int) -> Bool { [1, 2, 4, 8, 16].contains(itemSize) }
}

extension Loops.PickedRows {
  /// Calls `copy` with the distances of each item in the picked and the plain memory.
  fileprivate func each(_ copy: (Int, Int) -> Void) {
    for row in 0..<rows.count {
      for (i, distance) in distances.enumerated() {
        copy(row &* rows.picked &+ distance, row &* rows.plain &+ i &* step)
      }
    }
  }

  fileprivate func run(
    _ kernel: strided_kernel, _ memory: InlineArray<2, UnsafeMutableRawPointer>,
    outer: InlineArray<2, Int>, _ inner: InlineArray<2, Int>
  ) {
    guard let list = distances.baseAddress else { return }
    let pointers: InlineArray<3, UnsafeMutablePointer<CChar>> = [
      memory[0].assumingMemoryBound(to: CChar.self), memory[1].assumingMemoryBound(to: CChar.self),
      UnsafeMutableRawPointer(mutating: list).assumingMemoryBound(to: CChar.self),
    ]
    let (far, near): (InlineArray<3, Int>, InlineArray<3, Int>) = (
      [outer[0], outer[1], 0], [inner[0], inner[1], MemoryLayout<Int>.size]
    )
    invoke(kernel, rows.count, distances.count, pointers, far, near)
  }
}

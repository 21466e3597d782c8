// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// The mask of an index that is a mask over all axes and nothing else.
  func wholeMask(_ index: [AdvancedIndex]) -> AnyNDArray? {
    guard index.count == 1, case .array(let mask) = index[0], mask.dtype.kind == .bool,
      mask.shape == shape
    else { return nil }
    return mask
  }

  /// The elements where a mask of the same shape is true, without a list of their places.
  ///
  /// Elements have 1, 2, 4, 8 or 16 bytes. O(n).
  func packed(where mask: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    let walk = MaskWalk(mask, strides: strides)
    return try LedgerReport.naming("gathered") { () throws(ArrayError) in
      let count = walk.count()
      let result = try AnyNDArray.empty([count], dtype)
      try LedgerReport.copying(result.byteCount, .gather, operation: "gathered")
      let (first, target) = (storage.address + layout.offset, result.storage.address)
      var end = 0
      walk.rows { start, distance, row in
        end &+= Loops.compress(
          (UnsafeRawPointer(first + distance), row.second), of: itemSize, where: (start, row.first),
          count: row.length, into: target + end &* itemSize, room: count - end)
      }
      return withExtendedLifetime((storage, mask.storage, result)) { result }
    }
  }

  /// The elements of a line at dense positions, without a list of their distances; nil if this array
  /// or the positions are something else, or one of them is out of range.
  func takenAtOnce(_ positions: AnyNDArray) throws(ArrayError) -> AnyNDArray? {
    guard rank == 1, positions.dtype == .int64, positions.isContiguous(), Loops.isWord(itemSize)
    else { return nil }
    let layout = try Layout.dense(shape: positions.shape, itemSize: itemSize)
    let result = try LedgerReport.naming("gathered") { () throws(ArrayError) in
      let result = try AnyNDArray.allocate(layout, dtype)
      try LedgerReport.copying(result.byteCount, .gather, operation: "gathered")
      return result
    }
    defer { withExtendedLifetime((storage, positions.storage, result)) {} }
    let bad = Loops.take(
      storage.address + self.layout.offset, of: itemSize, along: self.layout.axes[0],
      at: positions.storage.address + positions.layout.offset, count: positions.count,
      into: result.storage.address)
    return bad == nil ? result : nil
  }

  /// For each axis the positions of the elements that are not zero.
  func nonzeroColumns() throws(ArrayError) -> [AnyNDArray] {
    guard rank > 1 else { return [try flatNonzeroList().array] }
    let mask = try truths()
    let count = MaskWalk(mask, strides: mask.strides).count()
    var columns: [AnyNDArray] = []
    var ends: [UnsafeMutablePointer<Int>] = []
    for _ in 0..<rank {
      columns.append(try .empty([count], .int))
      ends.append(columns[columns.count - 1].storage.address.assumingMemoryBound(to: Int.self))
    }
    guard count > 0 else { return columns }
    defer { withExtendedLifetime((mask, columns)) {} }
    let (line, last) = (mask.layout.axes[rank - 1], rank - 1)
    var digits = [Int](repeating: 0, count: last)
    var row = UnsafeRawPointer(mask.storage.address + mask.layout.offset)
    var room = count
    while true {
      let found = Loops.places(
        of: (row, line.stride), count: line.length, first: 0, step: 1, into: ends[last], room: room)
      for axis in 0..<last { ends[axis].update(repeating: digits[axis], count: found) }
      for axis in 0...last { ends[axis] += found }
      room -= found
      guard room > 0 else { return columns }
      var axis = last - 1
      while axis >= 0 {
        let (length, stride) = (mask.layout.axes[axis].length, mask.layout.axes[axis].stride)
        digits[axis] += 1
        row += stride
        if digits[axis] < length { break }
        row -= stride &* length
        digits[axis] = 0
        axis -= 1
      }
      guard axis >= 0 else { return columns }
    }
  }
}

/// A walk over a mask and, in step, over distances, row by row in row-major order.
struct MaskWalk {
  private let axes: [PairAxis]
  private let row: PairAxis
  private let first: UnsafeRawPointer
  private let isEmpty: Bool

  /// - Parameter strides: How far the distances of neighbours along each axis are apart.
  init(_ mask: AnyNDArray, strides: [Int]) {
    var axes: [PairAxis] = []
    for (i, axis) in mask.layout.axes.enumerated() {
      axes.append(PairAxis(length: axis.length, first: axis.stride, second: strides[i]))
    }
    isEmpty = mask.layout.isEmpty
    axes = PairWalk.merged(axes)
    row = axes.popLast() ?? PairAxis(length: 1, first: 0, second: 0)
    self.axes = axes
    first = UnsafeRawPointer(mask.storage.address + mask.layout.offset)
  }

  /// Calls `body` with where each row of the mask starts, the distance of its first element, and
  /// the row, whose first step is the mask's. The mask must be kept alive.
  @inline(__always) func rows(_ body: (UnsafeRawPointer, Int, PairAxis) -> Void) {
    guard !isEmpty else { return }
    var walk = PairWalk(axes)
    repeat { body(first + walk.first, walk.second, row) } while walk.advance()
  }

  /// How many elements are true.
  func count() -> Int {
    var count = 0
    rows { start, _, row in
      count &+= Loops.countTrue(start, step: row.first, count: row.length)
    }
    return count
  }
}

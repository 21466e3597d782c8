// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension AnyNDArray {
  /// How the array is laid side by side: one assignment to a view whose axes are split in two.
  func tiles(_ counts: [Int]) throws(ArrayError) -> Assembly {
    let counts = Array(repeating: 1, count: Swift.max(0, rank - counts.count)) + counts
    for (i, count) in counts.enumerated() where count < 0 {
      throw ArrayError(.value, "the count \(count) of axis \(i) is negative", axis: i, index: count)
    }
    guard counts.count <= Layout.maximumRank else {
      throw ArrayError(.value, "\(counts.count) axes are too many; at most 64 are supported")
    }
    let tile = view(try layout.broadcast(to: padded(shape, to: counts.count)))
    if counts.allSatisfy({ $0 == 1 }) {
      // Nothing repeats: NumPy copies in the order of memory then.
      var copy = Assembly(layout: try tile.copyLayout(.keep, itemSize: itemSize), dtype: dtype)
      copy.add(tile) { (layout) throws(ArrayError) in layout }
      return copy
    }
    let splits = counts.indices.filter { counts[$0] != 1 && tile.shape[$0] != 1 }
    if counts.count + splits.count > Layout.maximumRank, let last = splits.last {
      // The split view would have too many axes: one axis is repeated first.
      var (one, others) = (Array(repeating: 1, count: counts.count), counts)
      one[last] = counts[last]
      others[last] = 1
      return try tile.tiles(one).written(to: nil).tiles(others)
    }
    var shape: [Int] = []
    var split: [Int] = []
    var added: [Int] = []
    for (count, length) in zip(counts, tile.shape) {
      shape.append(try product(count, length))
      if count != 1, length != 1 {
        added.append(split.count)
        split.append(count)
        split.append(length)
      } else {
        split.append(shape[shape.count - 1])
      }
    }
    var assembly = try Assembly(shape: shape, dtype)
    guard !assembly.layout.isEmpty else { return assembly }
    let source = view(try tile.layout.expanded(axes: added))
    assembly.add(source) { [split, itemSize] (layout) throws(ArrayError) in
      try layout.reshaped(to: split, itemSize: itemSize)
    }
    return assembly
  }

  /// How every part along an axis is repeated equally often.
  func repeats(_ count: Int, _ axis: Int?) throws(ArrayError) -> Assembly {
    if axis == nil, rank != 1 { return try raveled().repeats(count, 0) }
    let axis = try layout.normalizedAxis(axis ?? 0)
    guard count >= 0 else {
      throw ArrayError(.value, "repeats may not contain negative values.", index: count)
    }
    guard rank < Layout.maximumRank else {
      return try repeats(Array(repeating: count, count: shape[axis]), axis)
    }
    var shape = self.shape
    var split = shape
    split.insert(count, at: axis + 1)
    shape[axis] = try product(shape[axis], count)
    var assembly = try Assembly(shape: shape, dtype)
    guard !assembly.layout.isEmpty else { return assembly }
    let source = view(try layout.expanded(axes: [axis + 1]))
    assembly.add(source) { [split, itemSize] (layout) throws(ArrayError) in
      try layout.reshaped(to: split, itemSize: itemSize)
    }
    return assembly
  }

  /// How every part along an axis is repeated a number of times of its own.
  func repeats(_ counts: [Int], _ axis: Int?) throws(ArrayError) -> Assembly {
    if counts.count == 1 { return try repeats(counts[0], axis) }
    if axis == nil, rank != 1 { return try raveled().repeats(counts, 0) }
    let axis = try layout.normalizedAxis(axis ?? 0)
    var shape = self.shape
    guard counts.count == shape[axis] else {
      throw ArrayError(
        .value,
        "operands could not be broadcast together: \(counts.count) counts for an axis of length "
          + "\(shape[axis]) of the shape \(shape)", axis: axis, index: counts.count,
        bound: shape[axis])
    }
    var ends: [Int] = []
    var end = 0
    for count in counts {
      let (sum, isTooLong) = end.addingReportingOverflow(count)
      guard count >= 0, !isTooLong else {
        throw ArrayError(.value, "repeats may not contain negative values.", index: count)
      }
      end = sum
      ends.append(end)
    }
    shape[axis] = end
    var assembly = try Assembly(shape: shape, dtype)
    guard !assembly.layout.isEmpty else { return assembly }
    for (i, end) in ends.enumerated() where counts[i] > 0 {
      assembly.add(try part(axis, i..<(i + 1)), axis: axis, (end - counts[i])..<end)
    }
    return assembly
  }

  private func padded(_ shape: [Int], to rank: Int) -> [Int] {
    Array(repeating: 1, count: Swift.max(0, rank - shape.count)) + shape
  }

  private func product(_ a: Int, _ b: Int) throws(ArrayError) -> Int {
    let (product, isTooLarge) = a.multipliedReportingOverflow(by: b)
    guard !isTooLarge else {
      throw ArrayError(.value, "array is too big: an axis of \(a) times \(b) elements")
    }
    return product
  }
}

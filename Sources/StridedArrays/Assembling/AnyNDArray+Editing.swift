// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension AnyNDArray {
  /// How values go before one position.
  func insertion(
    _ values: AnyNDArray, _ index: Int, _ axis: Int?
  ) throws(ArrayError) -> Assembly {
    let (array, axis) = try edited(axis)
    let index = try array.position(index, axis, isEndAllowed: true)
    // NumPy lets the first axis of the values count what is inserted.
    let values = values.view(
      try values.layout.broadcast(
        to: Array(repeating: 1, count: Swift.max(0, array.rank - values.rank)) + values.shape
      ).movingAxes([0], to: [axis]))
    var shape = array.shape
    let added = values.shape[axis]
    shape[axis] += added
    var assembly = try Assembly(shape: shape, dtype, order: array.editedOrder)
    let length = array.shape[axis]
    assembly.add(try array.part(axis, 0..<index), axis: axis, 0..<index)
    let cast = try values.cast(to: dtype, copying: .ifNeeded)
    assembly.add(cast, axis: axis, index..<(index + added))
    assembly.add(
      try array.part(axis, index..<length), axis: axis, (index + added)..<(length + added))
    return assembly
  }

  /// How values go one before each position.
  func insertion(
    _ values: AnyNDArray, _ indices: [Int], _ axis: Int?
  ) throws(ArrayError) -> Assembly {
    let (array, axis) = try edited(axis)
    var positions: [(position: Int, value: Int)] = []
    for (i, index) in indices.enumerated() {
      positions.append((try array.position(index, axis, isEndAllowed: true), i))
    }
    var shape = array.shape
    let length = shape[axis]
    // As in NumPy, a single position takes any number of values.
    let single = indices.count == 1 && values.rank == array.rank && values.shape[axis] != 1
    let added = single ? values.shape[axis] : indices.count
    shape[axis] = added
    let values = try values.cast(to: dtype, copying: .ifNeeded).broadcast(to: shape)
    shape[axis] = length + added
    var assembly = try Assembly(shape: shape, dtype, order: array.editedOrder)
    if single {
      let index = positions[0].position
      assembly.add(try array.part(axis, 0..<index), axis: axis, 0..<index)
      assembly.add(values, axis: axis, index..<(index + added))
      assembly.add(
        try array.part(axis, index..<length), axis: axis, (index + added)..<(length + added))
      return assembly
    }
    positions.sort { ($0.position, $0.value) < ($1.position, $1.value) }
    var start = 0
    for (i, (position, value)) in positions.enumerated() {
      assembly.add(
        try array.part(axis, start..<position), axis: axis, (start + i)..<(position + i))
      assembly.add(
        try values.part(axis, value..<(value + 1)), axis: axis, (position + i)..<(position + i + 1))
      start = position
    }
    assembly.add(
      try array.part(axis, start..<length), axis: axis, (start + added)..<(length + added))
    return assembly
  }

  /// How the parts between deleted positions move together.
  func deletion(_ indices: [Int], _ axis: Int?) throws(ArrayError) -> Assembly {
    let (array, axis) = try edited(axis)
    let length = array.shape[axis]
    var isKept = [Bool](repeating: true, count: length)
    for index in indices { isKept[try array.position(index, axis)] = false }
    var shape = array.shape
    shape[axis] = isKept.count { $0 }
    var assembly = try Assembly(shape: shape, dtype, order: array.editedOrder)
    var (start, written) = (0, 0)
    while start < length {
      guard isKept[start] else {
        start += 1
        continue
      }
      var end = start
      while end < length, isKept[end] { end += 1 }
      let source = try array.part(axis, start..<end)
      assembly.add(source, axis: axis, written..<(written + end - start))
      written += end - start
      start = end
    }
    return assembly
  }

  /// The array and axis that an edit works on: flat if none is given.
  private func edited(_ axis: Int?) throws(ArrayError) -> (AnyNDArray, Int) {
    guard let axis else { return (rank == 1 ? self : try raveled(), 0) }
    return (self, try layout.normalizedAxis(axis))
  }

  private var editedOrder: MemoryOrder {
    isContiguous(.columnMajor) && !isContiguous(.rowMajor) ? .columnMajor : .rowMajor
  }

  private func position(
    _ index: Int, _ axis: Int, isEndAllowed: Bool = false
  ) throws(ArrayError) -> Int {
    let length = shape[axis]
    guard index >= -length, index < length || isEndAllowed && index == length else {
      throw ArrayError(
        .index,
        "index \(index) is out of bounds for axis \(axis) with size \(length) of the shape "
          + "\(shape)", axis: axis, index: index, bound: length)
    }
    return index < 0 ? index + length : index
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Adds values to the elements that an index picks, once for each time it picks them.
  ///
  /// Unlike an assignment of a sum, duplicates accumulate. All positions are checked first; shared
  /// memory is no problem.
  ///
  /// - Throws: as `scatter(_:at:)`, and as `apply(_:_:_:into:)` for the types.
  ///
  /// NumPy: `numpy.add.at`. Writes in place.
  public func add(_ values: AnyNDArray, at index: [AdvancedIndex]) throws(ArrayError) {
    try accumulate(.add, values, at: index)
  }

  /// Applies an operation with values to the elements that an index picks, once for each time it
  /// picks them, in the row-major order of the index.
  ///
  /// - Throws: as `scatter(_:at:)`, and as `apply(_:_:_:into:)` for the types.
  ///
  /// - Complexity: O(n) rounds of work for n duplicates of one element, one round without any.
  ///
  /// NumPy: `numpy.ufunc.at`. Writes in place.
  public func accumulate(
    _ operation: BinaryOperation, _ values: AnyNDArray, at index: [AdvancedIndex]
  ) throws(ArrayError) {
    try checkWritable()
    let all = try elementList(index)
    let source = try values.broadcast(to: all.shape).copy().reshaped([-1], copying: .never)
    let count = all.count
    guard count > 0 else {
      return try checkTarget(
        of: operation.name, operation.signature(dtype, values.dtype).result, nil)
    }
    // Rounds in which no element is picked twice: the k-th time that an element is picked it
    // belongs to round k, so the order of its values stays.
    var offsets: [Int] = []
    all.withOffsets { list in offsets = (0..<count).map { list[$0] } }
    var rounds: [[Int]] = []
    var (round, last) = (0, Int?.none)
    for i in (0..<count).sorted(by: { (offsets[$0], $0) < (offsets[$1], $1) }) {
      round = offsets[i] == last ? round + 1 : 0
      last = offsets[i]
      if round == rounds.count { rounds.append([]) }
      rounds[round].append(i)
    }
    for places in rounds {
      let list = OffsetList(array: NDArray(places.map { offsets[$0] }).erased)
      let picked = Picked(list: list, offset: layout.offset)
      let old = try gathered(picked)
      let new = try source.take(NDArray(places).erased)
      try AnyNDArray.apply(operation, old, new, into: old)
      try scatter(old, at: picked)
    }
  }

  /// An index as distances of single elements, of the shape that it picks.
  private func elementList(_ index: [AdvancedIndex]) throws(ArrayError) -> OffsetList {
    let picked = try Picked(index, of: layout)
    let shape = picked.shape
    var lists: [OffsetList] = []
    func add(_ array: AnyNDArray, at place: Int, _ rank: Int) throws(ArrayError) {
      let trailing = Array(repeating: 1, count: shape.count - place - rank)
      lists.append(OffsetList(array: try array.reshaped(array.shape + trailing)))
    }
    try add(picked.list.array, at: picked.outer.count, picked.list.shape.count)
    let insideStart = picked.outer.count + picked.list.shape.count
    for (i, axis) in (picked.outer + picked.inner).enumerated() {
      let place = i < picked.outer.count ? i : insideStart + i - picked.outer.count
      let steps = NDArray((0..<axis.length).map { $0 &* axis.stride })
      try add(steps.erased, at: place, 1)
    }
    let sum = try OffsetList.sum(lists)
    guard picked.offset != layout.offset else { return sum }
    let shift = NDArray(scalar: picked.offset &- layout.offset).erased
    return OffsetList(array: try AnyNDArray.apply(.add, sum.array, shift).contiguous())
  }
}

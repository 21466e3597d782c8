// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Applies an operation with values to the elements that an index picks, once for each time.
  func accumulated(
    _ operation: BinaryOperation, _ values: AnyNDArray, at index: [AdvancedIndex]
  ) throws(ArrayError) {
    try checkWritable()
    let types = try operation.signature(dtype, values.dtype)
    try checkTarget(of: operation.name, types.result, nil)
    let picked = try Picked(index, of: layout)
    var source = try values.broadcast(toPicked: picked.shape)
    if source.overlapAnswer(with: self, effort: .limited(work: 1)) != .disjoint {
      source = try source.withoutRepeats()
        .copied(.rowMajor, because: .overlap, operation: operation.name)
        .broadcast(to: picked.shape)
    }
    // Values of another type are converted once, not at every place.
    if source.dtype != types.secondInput {
      source = try source.withoutRepeats().cast(to: types.secondInput)
        .broadcast(to: picked.shape)
    }
    if picked.flattened(source.layout, itemSize: source.itemSize) == nil {
      source = try source.copied(.rowMajor, because: .order, operation: operation.name)
    }
    guard let flat = picked.flattened(source.layout, itemSize: source.itemSize) else { return }
    var axes = AxisList()
    for axis in picked.outer + picked.inner { axes.append(axis) }
    let places = Operand(
      storage: storage, layout: try Layout(axes: axes, offset: picked.offset), dtype: dtype)
    let read = Operand(storage: source.storage, layout: flat, dtype: source.dtype)
    defer { withExtendedLifetime((storage, source)) {} }
    var failure: ArrayError?
    picked.list.withOffsets { offsets in
      do throws(ArrayError) {
        try Loops.accumulate(
          types, into: places, at: UnsafeBufferPointer(start: offsets, count: picked.list.count),
          list: picked.outer.count, read, isSum: operation == .add)
      } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

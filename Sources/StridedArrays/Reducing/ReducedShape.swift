// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

/// What a reduction along some axes makes of an array's shape.
package struct ReducedShape {
  /// The axes that become one element, ascending.
  package let axes: [Int]
  /// The layout of a fresh result in which reduced axes have length 1.
  package let withAxes: Layout
  /// The same without those axes.
  package let withoutAxes: Layout
  /// The number of elements that become one.
  package let count: Int

  /// - Parameters:
  ///   - mask: Another operand that has a say in the order of the result in memory.
  ///   - order: That order: `.keep` for the one of the operands.
  /// - Throws: `ArrayError` of kind `axis` or `value` if an axis doesn't exist or is named twice.
  package init(
    _ array: AnyNDArray, _ axes: [Int]?, itemSize: Int, mask: AnyNDArray? = nil,
    order: MemoryOrder = .keep
  ) throws(ArrayError) {
    let (layout, rank) = (array.layout, array.rank)
    var reduced = Array(repeating: axes == nil, count: rank)
    for axis in axes ?? [] {
      // An array without axes has one of length 1, as in NumPy.
      if rank == 0, axis == 0 || axis == -1, axes?.count == 1 { continue }
      let axis = try layout.normalizedAxis(axis)
      guard !reduced[axis] else {
        throw ArrayError(.value, "duplicate value in 'axis': \(axis) is named twice", axis: axis)
      }
      reduced[axis] = true
    }
    self.axes = (0..<rank).filter { reduced[$0] }
    let shape = (0..<rank).map { reduced[$0] ? 1 : layout.axes[$0].length }
    if order == .keep {
      var layouts = [layout]
      if let mask { layouts.append(try mask.layout.broadcast(to: layout.shape)) }
      withAxes = try .dense(
        shape: shape, itemSize: itemSize, axisOrder: Layout.memoryOrder(of: layouts))
    } else {
      withAxes = try .dense(shape: shape, itemSize: itemSize, order: order)
    }
    withoutAxes = try withAxes.squeezed(axes: self.axes)
    count = self.axes.reduce(1) { $0 &* layout.axes[$1].length }
  }

  /// A fresh array for the results, or the one that is given, and its layout without the axes.
  package func target(
    _ given: AnyNDArray?, _ dtype: DType, keepingAxes: Bool
  ) throws(ArrayError) -> (array: AnyNDArray, layout: Layout) {
    guard let given else {
      return (try .allocate(keepingAxes ? withAxes : withoutAxes, dtype), withoutAxes)
    }
    try given.checkWritable()
    let expected = keepingAxes ? withAxes : withoutAxes
    guard given.layout.shape == expected.shape else {
      throw ArrayError(
        .value,
        "the results have shape \(expected.shape), the array to hold them has \(given.shape)",
        operand: "target", shapes: [expected.shape, given.shape])
    }
    guard dtype.isSameKindCast(to: given.dtype) else {
      throw ArrayError(
        .type,
        "Cannot cast output from \(dtype) to \(given.dtype) with casting rule 'same_kind'",
        operand: "target")
    }
    return (given, keepingAxes ? try given.layout.squeezed(axes: axes) : given.layout)
  }
}

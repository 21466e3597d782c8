// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

// Operations that can write to an array of the caller's (`into:`) ask here what it takes.
extension AnyNDArray {
  /// Throws unless a result of that type and shape can be written here.
  func checkReceives(_ dtype: DType, _ shape: [Int]) throws(ArrayError) {
    try checkReceives(shape)
    try checkReceives(dtype, of: shape)
  }

  func checkReceives(_ wanted: [Int]) throws(ArrayError) {
    try checkWritable()
    guard shape == wanted else {
      throw ArrayError(
        .value,
        "Output array is the wrong shape: the result has shape \(wanted), the target \(shape)",
        operand: "target", shapes: [wanted, shape])
    }
  }

  func checkReceives(
    _ from: DType, of source: [Int], operand: @autoclosure () -> String = "source"
  ) throws(ArrayError) {
    guard from == dtype || from.isSameKindCast(to: dtype) else {
      throw ArrayError(
        .type,
        "Cannot cast array data from \(from) to \(dtype) according to the rule 'same_kind'; "
          + "cast the array first", operand: operand(), shapes: [source, shape])
    }
  }

  /// Hands a fresh result over to the target that was asked for, if one was.
  package func delivered(into target: AnyNDArray?) throws(ArrayError) -> AnyNDArray {
    guard let target else { return self }
    try target.checkReceives(dtype, shape)
    try target.assign(from: self)
    return target
  }
}

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension AnyNDArray {
  /// Makes a copy over fresh memory in `order`, and reports it with the reason for it.
  ///
  /// Every operation that copies a whole array as it is goes through here.
  package func copied(
    _ order: MemoryOrder, because reason: @autoclosure () -> CopyReason,
    operation: @autoclosure () -> String
  ) throws(ArrayError) -> AnyNDArray {
    if order == .rowMajor || rank <= 1 || isContiguous(.rowMajor) && order != .columnMajor,
      let copy = try copiedLine()
    {
      return copy
    }
    return try LedgerReport.naming(operation()) { () throws(ArrayError) in
      let result = try AnyNDArray.allocate(copyLayout(order, itemSize: itemSize), dtype)
      try LedgerReport.copying(result.byteCount, reason(), operation: operation())
      try result.assign(from: self)
      return result
    }
  }
}

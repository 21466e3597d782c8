// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

// The shortest way for what programs do most: operations on few elements at equal distances, of one
// shape or single ones. Everything else, and whatever a ledger must hear of, takes a plan.
extension AnyNDArray {
  /// What a kernel walks as one row; nil if the elements lie otherwise.
  @inline(__always)
  private var line: Line? { Line(storage.address, layout, dtype) }

  /// The line of an input where results have `shape`; nil if it is no line, or is repeated.
  @inline(__always)
  private func line(in shape: borrowing Layout) -> Line? {
    guard let line else { return nil }
    guard line.count == 1 ? layout.rank <= shape.rank : layout.hasLengths(of: copy shape) else {
      return nil
    }
    return line
  }

  /// The line of results here; nil if somebody must hear of them, or may not be overwritten.
  @inline(__always)
  private var lineOfResults: Line? {
    // Two mappings of a file share bytes at addresses that don't show it.
    guard !LedgerReport.isListening, isWritable, storage.kind != .mapped else { return nil }
    return line
  }

  /// Writes an operation on a line here; false if it takes a plan.
  func takeLine(_ types: Signature, _ a: AnyNDArray) -> Bool {
    guard let target = lineOfResults, let a = a.line(in: layout) else { return false }
    return Loops.run(types, target, a)
  }

  /// Writes an operation on two lines here; false if it takes a plan.
  func takeLine(_ types: Signature, _ a: AnyNDArray, _ b: AnyNDArray) -> Bool {
    guard let target = lineOfResults, let a = a.line(in: layout), let b = b.line(in: layout) else {
      return false
    }
    return Loops.run(types, target, a, b)
  }

  /// Writes an operation on this row-major array and one item here; false if it takes a plan.
  func takeLine(
    _ types: Signature, item: UnsafeMutableRawPointer, isExchanged: Bool
  ) -> Bool {
    guard let target = lineOfResults else { return false }
    let item = Line(item, count: 1, step: 0, dtype)
    return isExchanged
      ? Loops.run(types, target, item, target) : Loops.run(types, target, target, item)
  }

  /// Copies a line of the same type here; false if it takes a plan.
  func copyLine(_ a: AnyNDArray) -> Bool {
    guard dtype == a.dtype, let target = lineOfResults, let a = a.line(in: layout) else {
      return false
    }
    return Loops.copy(target, from: a)
  }

  /// The results of an operation on a line; nil if it takes a plan.
  static func line(_ types: Signature, _ a: AnyNDArray) throws(ArrayError) -> AnyNDArray? {
    // Unit axes of any stride may change the order of more axes.
    guard !LedgerReport.isListening, let line = a.line, types.suits(line),
      a.layout.rank <= 1 || a.isContiguous(.rowMajor)
    else { return nil }
    let (result, target) = try fresh(types, like: a.layout, line.count)
    return Loops.run(types, target, line) ? result : nil
  }

  /// The results of an operation on two lines; nil if it takes a plan.
  static func line(
    _ types: Signature, _ a: AnyNDArray, _ b: AnyNDArray
  ) throws(ArrayError) -> AnyNDArray? {
    guard !LedgerReport.isListening else { return nil }
    let isSecondLarger = b.layout.rank > a.layout.rank
    guard let x = isSecondLarger ? a.line(in: b.layout) : a.line,
      let y = isSecondLarger ? b.line : b.line(in: a.layout), types.suits(x, y)
    else { return nil }
    let count = isSecondLarger ? y.count : x.count
    let (result, target) = try fresh(types, like: isSecondLarger ? b.layout : a.layout, count)
    return Loops.run(types, target, x, y) ? result : nil
  }

  /// The results of an operation on a line and one item; nil if it takes a plan.
  static func line(
    _ types: Signature, _ a: AnyNDArray, item: UnsafeMutableRawPointer, isExchanged: Bool
  ) throws(ArrayError) -> AnyNDArray? {
    guard !LedgerReport.isListening, let line = a.line, types.suits(line) else { return nil }
    let (result, target) = try fresh(types, like: a.layout, line.count)
    let item = Line(item, count: 1, step: 0, a.dtype)
    let isDone =
      isExchanged ? Loops.run(types, target, item, line) : Loops.run(types, target, line, item)
    return isDone ? result : nil
  }

  /// A row-major copy of a line; nil if it takes a plan.
  func copiedLine() throws(ArrayError) -> AnyNDArray? {
    guard !LedgerReport.isListening, let line else { return nil }
    let result = try AnyNDArray.allocate(layout.compact(itemSize: itemSize), dtype)
    let target = Line(
      result.storage.address, count: line.count, step: line.count == 1 ? 0 : itemSize, dtype)
    return Loops.copy(target, from: line) ? result : nil
  }

  @inline(__always)
  private static func fresh(
    _ types: Signature, like layout: Layout, _ count: Int
  ) throws(ArrayError) -> (AnyNDArray, Line) {
    let dtype = types.result
    let result = try allocate(layout.compact(itemSize: dtype.itemSize), dtype)
    return (result, Line(result.storage.address, count: count, step: dtype.itemSize, dtype))
  }
}

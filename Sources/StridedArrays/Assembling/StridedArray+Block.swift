// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension StridedArray {
  /// Returns a matrix put together from rows of matrices.
  ///
  /// Each row is joined along the last axis, and the rows along the one before it. Arrays of lower
  /// rank get leading axes. A fresh result is column-major where all arrays are, else row-major.
  ///
  /// - Throws: `ArrayError` of kind `value` if a row is empty or the shapes do not fit.
  ///
  /// NumPy: `numpy.block` of lists of lists. Copies.
  @discardableResult public static func block(
    _ rows: [[Self]], into target: Self? = nil
  ) throws(Failure) -> Self {
    try attempt { () throws(ArrayError) in
      let assembly = try AnyNDArray.blocks(rows.map { $0.map { $0.erased } })
      return Self(adopting: try assembly.written(to: target?.erased))
    }
  }
}

extension AnyNDArray {
  /// How rows of arrays make one: every part lies in the part that its row has.
  static func blocks(_ rows: [[AnyNDArray]]) throws(ArrayError) -> Assembly {
    let all = rows.flatMap { $0 }
    guard rows.allSatisfy({ !$0.isEmpty }), let first = all.first else {
      throw ArrayError(.value, "a block needs rows of at least one array each")
    }
    let rank = all.reduce(2) { Swift.max($0, $1.rank) }
    var lines: [Assembly] = []
    for row in rows {
      var arrays: [AnyNDArray] = []
      for array in row {
        let added = Array(repeating: 1, count: rank - array.rank)
        arrays.append(array.view(try array.layout.broadcast(to: added + array.shape)))
      }
      lines.append(try joined(arrays, axis: rank - 1))
    }
    var shape = lines.first?.layout.shape ?? first.shape
    shape[rank - 2] = 0
    var starts: [Int] = []
    for (i, line) in lines.enumerated() {
      for axis in 0..<rank where axis != rank - 2 {
        guard line.layout.shape[axis] == shape[axis] else {
          throw ArrayError(
            .value,
            "row 0 of the block has length \(shape[axis]) along axis \(axis), row \(i) of shape "
              + "\(line.layout.shape) has not", axis: axis)
        }
      }
      starts.append(shape[rank - 2])
      let (end, isTooLong) = shape[rank - 2].addingReportingOverflow(line.layout.shape[rank - 2])
      guard !isTooLong else { throw ArrayError(.value, "the block has too many rows") }
      shape[rank - 2] = end
    }
    let isColumnMajor =
      all.allSatisfy { $0.isContiguous(.columnMajor) }
      && !all.allSatisfy { $0.isContiguous(.rowMajor) }
    var assembly = try Assembly(
      shape: shape, commonType(all), order: isColumnMajor ? .columnMajor : .rowMajor)
    for (line, start) in zip(lines, starts) {
      let range = start..<(start + line.layout.shape[rank - 2])
      for part in line.parts {
        assembly.add(part.source) { (layout) throws(ArrayError) in
          try part.place(try layout.part(rank - 2, range))
        }
      }
    }
    return assembly
  }
}

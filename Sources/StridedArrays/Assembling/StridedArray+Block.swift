// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension StridedArray {
  /// Returns the arrays joined along the last axis; arrays of lower rank get leading axes.
  ///
  /// A fresh result is column-major where all arrays are, else row-major.
  ///
  /// - Parameter target: Where to write the result, in its exact shape; it may share memory with
  ///   the arrays. Nil for fresh memory.
  /// - Throws: `ArrayError` of kind `value` if there are no arrays or the shapes do not fit.
  ///
  /// NumPy: `numpy.block` of a list. Copies.
  @discardableResult public static func block(
    _ blocks: [Self], into target: Self? = nil
  ) throws(Failure) -> Self {
    try assembled(.list(blocks.map { .array($0.erased) }), depth: 1, into: target)
  }

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
    let tree = BlockTree.list(rows.map { .list($0.map { .array($0.erased) }) })
    return try assembled(tree, depth: 2, into: target)
  }

  /// Returns an array put together from planes of rows of arrays, joined along the last three axes.
  ///
  /// NumPy: `numpy.block` of lists of lists of lists. Copies.
  @discardableResult public static func block(
    _ planes: [[[Self]]], into target: Self? = nil
  ) throws(Failure) -> Self {
    let tree = BlockTree.list(
      planes.map { .list($0.map { .list($0.map { .array($0.erased) }) }) })
    return try assembled(tree, depth: 3, into: target)
  }

  private static func assembled(
    _ tree: BlockTree, depth: Int, into target: Self?
  ) throws(Failure) -> Self {
    try attempt { () throws(ArrayError) in
      let assembly = try AnyNDArray.blocks(tree, depth: depth)
      return Self(adopting: try assembly.written(to: target?.erased))
    }
  }
}

/// Nested lists of arrays, all of the same depth.
indirect enum BlockTree {
  case array(AnyNDArray)
  case list([BlockTree])

  var arrays: [AnyNDArray] {
    switch self {
    case .array(let array): [array]
    case .list(let parts): parts.flatMap { $0.arrays }
    }
  }
}

extension AnyNDArray {
  /// How nested lists of arrays make one: every part lies in the part that its list has.
  static func blocks(_ tree: BlockTree, depth: Int) throws(ArrayError) -> Assembly {
    let arrays = tree.arrays
    let rank = arrays.reduce(depth) { Swift.max($0, $1.rank) }
    var assembly = try blocks(tree, rank: rank, axis: rank - depth, commonType(arrays))
    let isColumnMajor =
      arrays.allSatisfy { $0.isContiguous(.columnMajor) }
      && !arrays.allSatisfy { $0.isContiguous(.rowMajor) }
    assembly.layout = try .dense(
      shape: assembly.layout.shape, itemSize: assembly.dtype.itemSize,
      order: isColumnMajor ? .columnMajor : .rowMajor)
    return assembly
  }

  private static func blocks(
    _ tree: BlockTree, rank: Int, axis: Int, _ dtype: DType
  ) throws(ArrayError) -> Assembly {
    switch tree {
    case .array(let array):
      let added = Array(repeating: 1, count: rank - array.rank)
      let block = array.view(try array.layout.broadcast(to: added + array.shape))
      var assembly = try Assembly(shape: block.shape, dtype)
      assembly.add(block) { (layout) throws(ArrayError) in layout }
      return assembly
    case .list(let parts):
      var blocks: [Assembly] = []
      for part in parts { blocks.append(try self.blocks(part, rank: rank, axis: axis + 1, dtype)) }
      return try joined(blocks, axis, dtype)
    }
  }

  private static func joined(
    _ blocks: [Assembly], _ axis: Int, _ dtype: DType
  ) throws(ArrayError) -> Assembly {
    guard let first = blocks.first else {
      throw ArrayError(.value, "the lists of a block can't be empty")
    }
    var shape = first.layout.shape
    shape[axis] = 0
    var starts: [Int] = []
    for (i, block) in blocks.enumerated() {
      for other in shape.indices
      where other != axis && block.layout.axes[other].length != shape[other] {
        throw ArrayError(
          .value,
          "part 0 of the block has length \(shape[other]) along axis \(other), part \(i) of shape "
            + "\(block.layout.shape) has not",
          operand: "part \(i)", axis: other, shapes: [shape, block.layout.shape])
      }
      starts.append(shape[axis])
      let (end, isTooLong) = shape[axis].addingReportingOverflow(block.layout.axes[axis].length)
      guard !isTooLong else { throw ArrayError(.value, "the block is too long", axis: axis) }
      shape[axis] = end
    }
    var assembly = try Assembly(shape: shape, dtype)
    for (block, start) in zip(blocks, starts) {
      let range = start..<(start + block.layout.axes[axis].length)
      for part in block.parts {
        assembly.add(part.source) { (layout) throws(ArrayError) in
          try part.place(try layout.part(axis, range))
        }
      }
    }
    return assembly
  }
}

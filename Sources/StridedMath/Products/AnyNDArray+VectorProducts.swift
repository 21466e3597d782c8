// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
import StridedMemory

// Errors are those of `matmul`.
extension AnyNDArray {
  /// The sums of products of two rows along an axis; the other axes broadcast.
  ///
  /// The conjugates of complex numbers on the left are taken. O(n).
  ///
  /// NumPy: `numpy.vecdot`. Copies.
  @discardableResult public func vecdot(
    _ other: AnyNDArray, axis: Int = -1, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try checkAxes(1, of: "row")
    try other.checkAxes(1, of: "row")
    return try LedgerReport.naming("vecdot") { () throws(ArrayError) in
      let left = try conjugated().movingAxes([axis], to: [-1]).expanded(axes: [-2])
      let right = try other.movingAxes([axis], to: [-1]).expanded(axes: [-1])
      let product = try left.matmul(right)
      return try product.reshaped(Array(product.shape.dropLast(2))).delivered(into: target)
    }
  }

  /// The products of matrices, the last two axes, with columns; the axes before them broadcast.
  ///
  /// NumPy: `numpy.matvec`. Copies.
  @discardableResult public func matvec(
    _ other: AnyNDArray, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try checkAxes(2, of: "matrix")
    try other.checkAxes(1, of: "column")
    return try LedgerReport.naming("matvec") { () throws(ArrayError) in
      let product = try matmul(other.expanded(axes: [-1]))
      return try product.reshaped(Array(product.shape.dropLast())).delivered(into: target)
    }
  }

  /// The products of rows with matrices, the last two axes; the axes before them broadcast.
  ///
  /// The conjugates of complex rows are taken. NumPy: `numpy.vecmat`. Copies.
  @discardableResult public func vecmat(
    _ other: AnyNDArray, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try checkAxes(1, of: "row")
    try other.checkAxes(2, of: "matrix")
    return try LedgerReport.naming("vecmat") { () throws(ArrayError) in
      let product = try conjugated().expanded(axes: [-2]).matmul(other)
      let shape = product.shape
      return try product.reshaped(shape.dropLast(2) + [shape[shape.count - 1]])
        .delivered(into: target)
    }
  }

  /// Every element of this array times the other array, side by side: the Kronecker product.
  ///
  /// Axes that one lacks have length 1. NumPy: `numpy.kron`. Copies.
  public func kron(_ other: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    let rank = Swift.max(self.rank, other.rank)
    let mine = [Int](repeating: 1, count: rank - self.rank) + shape
    let theirs = [Int](repeating: 1, count: rank - other.rank) + other.shape
    // One axis serves where either is of length 1; where both aren't, the outer one is mine.
    var left: [Int] = []
    var right: [Int] = []
    for (a, b) in zip(mine, theirs) where a != 1 || b != 1 {
      let isOne = a == 1 || b == 1
      left += isOne ? [a] : [a, 1]
      right += isOne ? [b] : [1, b]
    }
    return try AnyNDArray.apply(.multiply, reshaped(left), other.reshaped(right))
      .reshaped(zip(mine, theirs).map { $0 &* $1 })
  }

  private func conjugated() throws(ArrayError) -> AnyNDArray {
    dtype.isComplex ? try .apply(.conjugate, self) : self
  }

  private func checkAxes(_ count: Int, of what: String) throws(ArrayError) {
    guard rank >= count else {
      throw ArrayError(
        .value, "a \(what) needs \(count) axes at least, but the shape is \(shape)",
        shapes: [shape])
    }
  }
}

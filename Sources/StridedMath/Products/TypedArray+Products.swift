// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLayouts
public import StridedMemory

// What is meant stands at the operations of `AnyNDArray`. Shapes that don't fit trap.
extension TypedArray where Item: Scalar {
  /// The matrix products of the last two axes; the axes before them broadcast.
  ///
  /// NumPy: `numpy.matmul`. Copies.
  @discardableResult public func matmul(
    _ other: some TypedArray<Item>, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    product(other, target) { (a, b, target) throws(ArrayError) in
      try a.matmul(b, into: target)
    }
  }

  /// The sums of products over the last axis of this and the last but one axis of the other array.
  ///
  /// NumPy: `numpy.dot`. Copies.
  @discardableResult public func dot(
    _ other: some TypedArray<Item>, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    product(other, target) { (a, b, target) throws(ArrayError) in
      try a.dot(b, into: target)
    }
  }

  /// The sums of products over the last axes of both. NumPy: `numpy.inner`. Copies.
  public func inner(_ other: some TypedArray<Item>) -> NDArray<Item> {
    product(other, nil) { (a, b, _) throws(ArrayError) in
      try a.inner(b)
    }
  }

  /// All products of an element of this with one of the other. NumPy: `numpy.outer`. Copies.
  @discardableResult public func outer(
    _ other: some TypedArray<Item>, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    product(other, target) { (a, b, target) throws(ArrayError) in
      try a.outer(b, into: target)
    }
  }

  /// The sums of products of two rows along an axis; the other axes broadcast. Complex numbers on the
  /// left are conjugated. NumPy: `numpy.vecdot`. Copies.
  @discardableResult public func vecdot(
    _ other: some TypedArray<Item>, axis: Int = -1, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    product(other, target) { (a, b, target) throws(ArrayError) in
      try a.vecdot(b, axis: axis, into: target)
    }
  }

  /// The products of matrices with columns; the axes before them broadcast. NumPy: `numpy.matvec`.
  /// Copies.
  @discardableResult public func matvec(
    _ other: some TypedArray<Item>, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    product(other, target) { (a, b, target) throws(ArrayError) in
      try a.matvec(b, into: target)
    }
  }

  /// The products of rows, conjugated, with matrices; the axes before them broadcast. NumPy:
  /// `numpy.vecmat`. Copies.
  @discardableResult public func vecmat(
    _ other: some TypedArray<Item>, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    product(other, target) { (a, b, target) throws(ArrayError) in
      try a.vecmat(b, into: target)
    }
  }

  /// Every element of this array times the other array, side by side. NumPy: `numpy.kron`. Copies.
  public func kron(_ other: some TypedArray<Item>) -> NDArray<Item> {
    product(other, nil) { (a, b, _) throws(ArrayError) in
      try a.kron(b)
    }
  }

  /// The sums of products over pairs of axes: one of each array. NumPy: `numpy.tensordot`. Copies.
  public func tensordot(
    _ other: some TypedArray<Item>, axes: ([Int], [Int])
  ) -> NDArray<Item> {
    product(other, nil) { (a, b, _) throws(ArrayError) in
      try a.tensordot(b, axes: axes)
    }
  }

  /// The sums of products over the last axes of this and the first ones of the other array.
  ///
  /// NumPy: `numpy.tensordot(a, b, axes=count)`. Copies.
  public func tensordot(_ other: some TypedArray<Item>, axes count: Int = 2) -> NDArray<Item> {
    product(other, nil) { (a, b, _) throws(ArrayError) in
      try a.tensordot(b, axes: count)
    }
  }

  /// The sum of a diagonal; small integers sum in the machine's word. NumPy: `numpy.trace`.
  public func trace(offset: Int = 0) -> Item.Sum {
    Self.attempt { () throws(ArrayError) in
      try erased.trace(offset: offset).item(as: Item.Sum.self)
    }
  }

  /// The sums of diagonals of two axes; small integers sum in the machine's word. NumPy:
  /// `numpy.trace`. Copies.
  @discardableResult public func trace(
    offset: Int = 0, axes: (Int, Int), into target: NDArray<Item.Sum>? = nil
  ) -> NDArray<Item.Sum> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.trace(offset: offset, axes: axes, into: target?.erased))
    }
  }

  private func product(
    _ other: some TypedArray<Item>, _ target: NDArray<Item>?,
    _ operation: (AnyNDArray, AnyNDArray, AnyNDArray?) throws(ArrayError) -> AnyNDArray
  ) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try operation(erased, other.erased, target?.erased))
    }
  }
}

extension NDArray where Item: Scalar {
  /// Sums of products of the operands over the axes whose letters the result lacks.
  ///
  ///     NDArray.einsum("ij,jk->ik", a, b)      // a matrix product
  ///
  /// NumPy: `numpy.einsum`. Returns a view of a single operand of which nothing is summed; else
  /// copies.
  public static func einsum(_ notation: String, _ operands: NDArray<Item>...) -> NDArray<Item> {
    attempt { () throws(ArrayError) in
      NDArray(adopting: try AnyNDArray.einsum(notation, operands.map { $0.erased }))
    }
  }
}

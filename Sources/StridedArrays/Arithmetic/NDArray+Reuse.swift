// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops
public import StridedMemory

// An operand that is given up takes the results where nobody else can see its memory: `a * b + c`
// allocates once. A variable that is used again counts as someone else, and so does every view.
extension NDArray where Item: Scalar {
  /// The results of an operation, in the memory of `left` if this is its last handle.
  @inlinable static func reusing(
    _ operation: BinaryOperation, _ left: consuming NDArray, _ right: NDArray
  ) -> NDArray {
    let (layout, rights) = (left.layout, left.rights)
    // After this line the local variable is what is left of the handle.
    var storage = (consume left).storage
    do throws(ArrayError) {
      return NDArray(
        adopting: try AnyNDArray.reusing(
          &storage, layout, Item.dtype, rights, operation, right.erased))
    } catch { trap(error) }
  }

  /// The results of an operation with one item, in the memory of `array` if this is its last
  /// handle.
  @inlinable static func reusing(
    _ operation: BinaryOperation, _ array: consuming NDArray, item: Item, isExchanged: Bool = false
  ) -> NDArray {
    let (layout, rights) = (array.layout, array.rights)
    var storage = (consume array).storage
    do throws(ArrayError) {
      return NDArray(
        adopting: try AnyNDArray.reusing(
          &storage, layout, Item.dtype, rights, operation, item: ItemBytes(item),
          isExchanged: isExchanged))
    } catch { trap(error) }
  }
}

extension NDArray where Item: Scalar {
  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  @inlinable public static func + (left: consuming NDArray, right: NDArray) -> NDArray {
    reusing(.add, left, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  @inlinable public static func + (left: consuming NDArray, right: Item) -> NDArray {
    reusing(.add, left, item: right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  @inlinable public static func + (left: Item, right: consuming NDArray) -> NDArray {
    reusing(.add, right, item: left, isExchanged: true)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  @inlinable public static func - (left: consuming NDArray, right: NDArray) -> NDArray {
    reusing(.subtract, left, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  @inlinable public static func - (left: consuming NDArray, right: Item) -> NDArray {
    reusing(.subtract, left, item: right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  @inlinable public static func - (left: Item, right: consuming NDArray) -> NDArray {
    reusing(.subtract, right, item: left, isExchanged: true)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  @inlinable public static func * (left: consuming NDArray, right: NDArray) -> NDArray {
    reusing(.multiply, left, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  @inlinable public static func * (left: consuming NDArray, right: Item) -> NDArray {
    reusing(.multiply, left, item: right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  @inlinable public static func * (left: Item, right: consuming NDArray) -> NDArray {
    reusing(.multiply, right, item: left, isExchanged: true)
  }
}

extension NDArray where Item: Scalar, Item.Quotient == Item {
  /// True division, with broadcasting. NumPy: `numpy.divide`. Copies.
  @inlinable public static func / (left: consuming NDArray, right: NDArray) -> NDArray {
    reusing(.divide, left, right)
  }

  /// True division, with broadcasting. NumPy: `numpy.divide`. Copies.
  @inlinable public static func / (left: consuming NDArray, right: Item) -> NDArray {
    reusing(.divide, left, item: right)
  }

  /// True division, with broadcasting. NumPy: `numpy.divide`. Copies.
  @inlinable public static func / (left: Item, right: consuming NDArray) -> NDArray {
    reusing(.divide, right, item: left, isExchanged: true)
  }
}

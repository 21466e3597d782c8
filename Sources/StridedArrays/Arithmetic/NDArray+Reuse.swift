// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
public import StridedMemory

// An operand that is given up takes the results where nobody else can see its memory: `a * b + c`
// allocates once. A variable that is used again counts as someone else, and so does every view.
extension NDArray where Item: Scalar {
  /// The results of an operation, in the memory of `left` if this is its last handle.
  static func reusing(
    _ operation: BinaryOperation, _ left: consuming NDArray, _ right: NDArray
  ) -> NDArray {
    let (layout, rights) = (left.layout, left.rights)
    // After this line the local variable is what is left of the handle.
    var storage = (consume left).storage
    let isFree = isFree(&storage, layout, rights)
    let left = NDArray(storage: storage, layout: layout, rights: rights)
    if isFree, right.layout.broadcasts(into: layout) {
      update(operation, left, right)
      return left
    }
    return applying(operation, left, right)
  }

  /// The results of an operation with one item, in the memory of `array` if this is its last
  /// handle.
  static func reusing(
    _ operation: BinaryOperation, _ array: consuming NDArray, item: Item, isExchanged: Bool = false
  ) -> NDArray {
    let (layout, rights) = (array.layout, array.rights)
    var storage = (consume array).storage
    let isFree = isFree(&storage, layout, rights)
    let array = NDArray(storage: storage, layout: layout, rights: rights)
    if !isFree, let result = flat(operation, array, item, isExchanged: isExchanged) {
      return result
    }
    let scalar = NDArray(scalar: item)
    if isFree {
      attempt { () throws(ArrayError) in
        try AnyNDArray.apply(
          operation, (isExchanged ? scalar : array).erased, (isExchanged ? array : scalar).erased,
          into: array.erased)
      }
      return array
    }
    return isExchanged ? applying(operation, scalar, array) : applying(operation, array, scalar)
  }

  /// Whether the variable holds the last handle on memory of the library, all of which is a
  /// row-major array that may be written.
  private static func isFree(
    _ storage: inout Storage, _ layout: Layout, _ rights: Rights
  ) -> Bool {
    Storage.isUniquelyHeld(&storage) && rights == [.root, .writable] && storage.kind == .owned
      && storage.isWritable && layout.isContiguous(.rowMajor, itemSize: Item.dtype.itemSize)
  }
}

extension Layout {
  /// Whether the shape broadcasts to that of `other`.
  fileprivate func broadcasts(into other: Layout) -> Bool {
    let extra = other.axes.count - axes.count
    guard extra >= 0 else { return false }
    for i in 0..<axes.count {
      guard axes[i].length == 1 || axes[i].length == other.axes[i + extra].length else {
        return false
      }
    }
    return true
  }
}

extension NDArray where Item: Scalar {
  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: consuming NDArray, right: NDArray) -> NDArray {
    reusing(.add, left, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: consuming NDArray, right: Item) -> NDArray {
    reusing(.add, left, item: right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.add`. Copies.
  public static func + (left: Item, right: consuming NDArray) -> NDArray {
    reusing(.add, right, item: left, isExchanged: true)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: consuming NDArray, right: NDArray) -> NDArray {
    reusing(.subtract, left, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: consuming NDArray, right: Item) -> NDArray {
    reusing(.subtract, left, item: right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.subtract`. Copies.
  public static func - (left: Item, right: consuming NDArray) -> NDArray {
    reusing(.subtract, right, item: left, isExchanged: true)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: consuming NDArray, right: NDArray) -> NDArray {
    reusing(.multiply, left, right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: consuming NDArray, right: Item) -> NDArray {
    reusing(.multiply, left, item: right)
  }

  /// Element by element, with broadcasting; integers wrap. NumPy: `numpy.multiply`. Copies.
  public static func * (left: Item, right: consuming NDArray) -> NDArray {
    reusing(.multiply, right, item: left, isExchanged: true)
  }
}

extension NDArray where Item: Scalar, Item.Quotient == Item {
  /// True division, with broadcasting. NumPy: `numpy.divide`. Copies.
  public static func / (left: consuming NDArray, right: NDArray) -> NDArray {
    reusing(.divide, left, right)
  }

  /// True division, with broadcasting. NumPy: `numpy.divide`. Copies.
  public static func / (left: consuming NDArray, right: Item) -> NDArray {
    reusing(.divide, left, item: right)
  }

  /// True division, with broadcasting. NumPy: `numpy.divide`. Copies.
  public static func / (left: Item, right: consuming NDArray) -> NDArray {
    reusing(.divide, right, item: left, isExchanged: true)
  }
}

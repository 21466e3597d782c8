// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedLoops
public import StridedMemory

/// The bytes of one number.
@usableFromInline struct ItemBytes {
  @usableFromInline var bytes: (UInt64, UInt64) = (0, 0)

  @inlinable init(_ item: some Scalar) {
    withUnsafeMutableBytes(of: &bytes) {
      if let address = $0.baseAddress { item.store(to: address) }
    }
  }
}

// The storage is a variable of the caller's, so that it can be seen whether nobody else holds it.
extension AnyNDArray {
  /// The results of an operation on an array and another one, in the memory of the first if nobody
  /// else holds it. They must be of its type.
  @usableFromInline static func reusing(
    _ storage: inout Storage, _ layout: Layout, _ dtype: DType, _ rights: Rights,
    _ operation: BinaryOperation, _ right: AnyNDArray
  ) throws(ArrayError) -> AnyNDArray {
    let isFree = isFree(&storage, layout, dtype, rights)
    let left = AnyNDArray(storage: storage, layout: layout, dtype: dtype, rights: rights)
    guard isFree, right.layout.broadcasts(into: layout) else {
      return try apply(operation, left, right)
    }
    try apply(operation, left, right, into: left)
    return left
  }

  /// The results of an operation on an array and one item of its type, in the memory of the array if
  /// nobody else holds it. They must be of its type.
  @usableFromInline static func reusing(
    _ storage: inout Storage, _ layout: Layout, _ dtype: DType, _ rights: Rights,
    _ operation: BinaryOperation, item: ItemBytes, isExchanged: Bool
  ) throws(ArrayError) -> AnyNDArray {
    let types = try operation.signature(dtype, dtype)
    let isFree = isFree(&storage, layout, dtype, rights)
    let array = AnyNDArray(storage: storage, layout: layout, dtype: dtype, rights: rights)
    var item = item
    return try withUnsafeMutableBytes(of: &item.bytes) { bytes throws(ArrayError) in
      guard let item = bytes.baseAddress else { return array }
      if isFree {
        if array.takeLine(types, item: item, isExchanged: isExchanged) { return array }
      } else if let result = try line(types, array, item: item, isExchanged: isExchanged) {
        return result
      }
      let scalar = try allocate(.dense(shape: [], itemSize: dtype.itemSize), dtype)
      scalar.storage.address.copyMemory(from: item, byteCount: dtype.itemSize)
      let (left, right) = isExchanged ? (scalar, array) : (array, scalar)
      guard isFree else { return try apply(operation, left, right) }
      try apply(operation, left, right, into: array)
      return array
    }
  }

  /// Whether the variable holds the last handle on memory of the library, all of which is a
  /// row-major array that may be written.
  private static func isFree(
    _ storage: inout Storage, _ layout: Layout, _ dtype: DType, _ rights: Rights
  ) -> Bool {
    Storage.isUniquelyHeld(&storage) && rights == [.root, .writable] && storage.kind == .owned
      && storage.isWritable && layout.isContiguous(.rowMajor, itemSize: dtype.itemSize)
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

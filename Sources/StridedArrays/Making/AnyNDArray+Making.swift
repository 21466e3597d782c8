// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

extension AnyNDArray {
  /// Returns an array of zeros; large ones take no memory until they are written.
  ///
  /// NumPy: `numpy.zeros`.
  public static func zeros(
    _ shape: [Int], _ dtype: DType, order: MemoryOrder = .rowMajor
  ) throws(ArrayError) -> AnyNDArray {
    try allocate(.dense(shape: shape, itemSize: dtype.itemSize, order: order), dtype, zeroed: true)
  }

  /// Returns an array over memory of any content. NumPy: `numpy.empty`.
  public static func empty(
    _ shape: [Int], _ dtype: DType, order: MemoryOrder = .rowMajor
  ) throws(ArrayError) -> AnyNDArray {
    try allocate(.dense(shape: shape, itemSize: dtype.itemSize, order: order), dtype)
  }

  /// Returns an array of which every element is `value`, converted to `dtype`.
  ///
  /// NumPy: `numpy.full`.
  public static func full(
    _ shape: [Int], _ value: some Scalar, _ dtype: DType, order: MemoryOrder = .rowMajor
  ) throws(ArrayError) -> AnyNDArray {
    let result = try empty(shape, dtype, order: order)
    try result.assign(from: NDArray(scalar: value).erased)
    return result
  }

  /// Returns an array over memory that someone else owns. Nothing is copied.
  ///
  /// - Parameters:
  ///   - bytes: The memory; it must stay valid until `release` is called.
  ///   - isWritable: Whether the library may write to the memory; false is a guarantee.
  ///   - release: Called once when no array uses the memory any more.
  ///
  /// - Throws: `ArrayError` of kind `value` if the layout does not lie in the bytes; `release` is not
  ///   called then.
  ///
  /// NumPy: `numpy.ndarray(shape, dtype, buffer, offset, strides)`. Returns a view.
  public static func borrowing(
    _ bytes: UnsafeMutableRawBufferPointer, layout: Layout, dtype: DType, isWritable: Bool,
    release: @escaping @Sendable () -> Void
  ) throws(ArrayError) -> AnyNDArray {
    try check(layout, dtype, byteCount: bytes.count)
    // An empty buffer may have no address; nothing is ever read there.
    let address = bytes.baseAddress ?? UnsafeMutableRawPointer(bitPattern: Storage.alignment)
    guard let address else { throw ArrayError(.value, "the borrowed buffer has no address") }
    let storage = Storage(
      borrowing: address, byteCount: bytes.count, isWritable: isWritable, layout: layout,
      dtype: dtype, release: release)
    LedgerReport.receipt(storage.receipt)
    return try AnyNDArray(storage)
  }

  /// The element at `index` of rank 0, as a Swift value. Copies one element.
  ///
  /// - Throws: `ArrayError` of kind `value` if there is more than one element.
  ///
  /// NumPy: `numpy.ndarray.item`.
  public func item<Value: Scalar>(as type: Value.Type) throws(ArrayError) -> Value {
    guard count == 1 else {
      throw ArrayError(
        .value, "can only convert an array of size 1 to a scalar; the shape is \(shape)")
    }
    // The result is no array, so nothing is allocated where nothing is to convert.
    if dtype == Value.dtype { return Value.load(from: storage.address + layout.offset) }
    let cast = try cast(to: Value.dtype, order: .rowMajor)
    return Value.load(from: cast.storage.address + cast.layout.offset)
  }
}

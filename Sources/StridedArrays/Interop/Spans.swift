// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

// A closure bounds the lifetime of what it is given; `Spans+Lifetimes.swift` has the same as
// properties.
extension NDArray {
  /// Calls `body` with the elements as a span, in the order in which they lie in memory.
  ///
  /// The elements must lie without gaps in `order` and be aligned, else it traps; `contiguous()`
  /// and `required(.aligned)` give an array that qualifies. Nothing may write to the memory while
  /// `body` runs. Copies nothing. O(1); for `Bool` O(n), as every byte must be 0 or 1.
  ///
  /// NumPy: `memoryview(a)`.
  public func withSpan<Result: ~Copyable, Fault: Error>(
    order: MemoryOrder = .rowMajor, _ body: (Span<Item>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try withUnsafeBufferPointer(order: order) { (items) throws(Fault) in try body(items.span) }
  }

  /// Calls `body` with the elements as a span that it may write to.
  ///
  /// As `withSpan(order:_:)`; an array that can't be written traps, and nothing else may read or
  /// write the memory while `body` runs.
  ///
  /// NumPy: `memoryview(a)`.
  public func withMutableSpan<Result: ~Copyable, Fault: Error>(
    order: MemoryOrder = .rowMajor, _ body: (inout MutableSpan<Item>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try withUnsafeMutableBufferPointer(order: order) { (items) throws(Fault) in
      var span = items.mutableSpan
      return try body(&span)
    }
  }

  /// Calls `body` with a pointer to the elements, in the order in which they lie in memory.
  ///
  /// The pointer is valid while `body` runs. What the elements must be is said at
  /// `withSpan(order:_:)`; for arrays with gaps there is `withUnsafeMemory(_:)`.
  ///
  /// NumPy: `a.ctypes.data`.
  public func withUnsafeBufferPointer<Result: ~Copyable, Fault: Error>(
    order: MemoryOrder = .rowMajor, _ body: (UnsafeBufferPointer<Item>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    defer { withExtendedLifetime(self) {} }
    lend(by: "withUnsafeBufferPointer")
    return try body(UnsafeBufferPointer(items(order)))
  }

  /// Calls `body` with a pointer through which it may write the elements.
  ///
  /// As `withUnsafeBufferPointer(order:_:)`; an array that can't be written traps.
  ///
  /// NumPy: `a.ctypes.data`.
  public func withUnsafeMutableBufferPointer<Result: ~Copyable, Fault: Error>(
    order: MemoryOrder = .rowMajor,
    _ body: (UnsafeMutableBufferPointer<Item>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    defer { withExtendedLifetime(self) {} }
    if !isWritable { trapOnReadOnly() }
    lend(by: "withUnsafeMutableBufferPointer", isWritable: true)
    return try body(items(order))
  }

  /// The elements in `order`, checked to lie there as Swift wants them.
  func items(_ order: MemoryOrder) -> UnsafeMutableBufferPointer<Item> {
    let isDense = order == .keep || order == .either ? flags.isContiguous : isContiguous(order)
    guard isDense, isAligned else {
      fatalError(
        "an array of shape \(shape) and strides \(strides) "
          + (isDense
            ? "is not aligned to \(dtype.alignment) bytes; use required(.aligned)"
            : "does not lie without gaps in order '\(order.rawValue)'; use contiguous() or "
              + "withUnsafeMemory"))
    }
    let address = storage.address + layout.offset
    if dtype.kind == .bool {
      let bytes = UnsafeRawBufferPointer(start: address, count: count)
      // Foreign memory may hold other bytes, of which none is a Swift `Bool`.
      precondition(
        bytes.allSatisfy { $0 <= 1 }, "a byte of the array is neither 0 nor 1; copy it first")
    }
    let items = address.bindMemory(to: Item.self, capacity: count)
    return UnsafeMutableBufferPointer(start: items, count: count)
  }
}

extension FrozenArray {
  /// Calls `body` with the elements as a span, in the order in which they lie in memory.
  ///
  /// What the elements must be is said at `NDArray`. Nobody can write to them meanwhile.
  ///
  /// NumPy: `memoryview(a)`.
  public func withSpan<Result: ~Copyable, Fault: Error>(
    order: MemoryOrder = .rowMajor, _ body: (Span<Item>) throws(Fault) -> Result
  ) throws(Fault) -> Result { try reader.withSpan(order: order, body) }

  /// Calls `body` with a pointer to the elements, in the order in which they lie in memory.
  ///
  /// NumPy: `a.ctypes.data`.
  public func withUnsafeBufferPointer<Result: ~Copyable, Fault: Error>(
    order: MemoryOrder = .rowMajor, _ body: (UnsafeBufferPointer<Item>) throws(Fault) -> Result
  ) throws(Fault) -> Result { try reader.withUnsafeBufferPointer(order: order, body) }
}

extension StridedArray {
  /// Calls `body` with the bytes that the elements span, and where the elements lie in them.
  ///
  /// This is for every array, with gaps or without: the layout's offset counts from the first of
  /// the bytes, which is that of the element lowest in memory. Both are valid while `body` runs.
  ///
  /// NumPy: `a.ctypes.data`, `a.ctypes.strides`.
  public func withUnsafeMemory<Result: ~Copyable, Fault: Error>(
    _ body: (UnsafeRawBufferPointer, Layout) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    defer { withExtendedLifetime(storage) {} }
    lend(by: "withUnsafeMemory")
    let (bytes, layout) = spannedBytes
    return try body(UnsafeRawBufferPointer(bytes), layout)
  }

  /// Calls `body` with the bytes that the elements span as a span, and where the elements lie.
  ///
  /// As `withUnsafeMemory(_:)`, but the compiler sees to it that nothing outlives `body`.
  public func withMemory<Result: ~Copyable, Fault: Error>(
    _ body: (RawSpan, Layout) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try withUnsafeMemory { (bytes, layout) throws(Fault) in try body(bytes.bytes, layout) }
  }

  /// Reports that somebody may use the memory for a while.
  func lend(by operation: @autoclosure () -> String, isWritable: Bool = false) {
    LedgerReport.receipt(
      Receipt(
        .handedOver, by: operation(), isShared: true, byteCount: byteBounds.count,
        freedBy: storage.receipt.freedBy, isWritable: isWritable))
  }

  var spannedBytes: (UnsafeMutableRawBufferPointer, Layout) {
    let bounds = byteBounds
    let bytes = UnsafeMutableRawBufferPointer(
      start: storage.address + bounds.lowerBound, count: bounds.count)
    // Moved towards the start of the storage, so nothing can overflow.
    let offset = layout.offset - bounds.lowerBound
    return (bytes, (try? Layout(axes: layout.axes, offset: offset)) ?? layout)
  }
}

extension NDArray where Item: AnyBitPattern {
  /// Calls `body` with the bytes that the elements span, which it may write, and where the
  /// elements lie in them.
  ///
  /// An array that can't be written traps. NumPy: `a.ctypes.data`, `a.ctypes.strides`.
  public func withUnsafeMutableMemory<Result: ~Copyable, Fault: Error>(
    _ body: (UnsafeMutableRawBufferPointer, Layout) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    defer { withExtendedLifetime(self) {} }
    if !isWritable { trapOnReadOnly() }
    lend(by: "withUnsafeMutableMemory", isWritable: true)
    let (bytes, layout) = spannedBytes
    return try body(bytes, layout)
  }
}

extension AnyNDArray {
  /// Calls `body` with the bytes that the elements span, which it may write, and where the
  /// elements lie in them.
  ///
  /// - Throws: what `body` throws; before that, `ArrayError` of kind `readOnly` if the array can't be
  ///   written, of kind `type` for users' structs, of which any bytes need not be a value.
  ///
  /// NumPy: `a.ctypes.data`, `a.ctypes.strides`.
  public func withUnsafeMutableMemory<Result: ~Copyable>(
    _ body: (UnsafeMutableRawBufferPointer, Layout) throws(ArrayError) -> Result
  ) throws(ArrayError) -> Result {
    defer { withExtendedLifetime(storage) {} }
    try checkWritable()
    guard dtype.isPlain else {
      throw ArrayError(.type, "the bytes of a user's struct can be read, not written")
    }
    lend(by: "withUnsafeMutableMemory", isWritable: true)
    let (bytes, layout) = spannedBytes
    return try body(bytes, layout)
  }
}

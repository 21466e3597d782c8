// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension NPYHeader {
  /// Reads the header of an open file of `size` bytes.
  init(_ file: borrowing OpenFile, size: Int) throws(ArrayError) {
    // The first bytes say how long the header is; only then is the rest of it asked for.
    var bytes: [UInt8] = []
    try file.read(min(size, Self.maximumPrefixCount), into: &bytes)
    let end = try bytes.span.withUnsafeBytes { bytes throws(ArrayError) in
      try Self.textRange(of: bytes).range.upperBound
    }
    try file.read(min(size, end), into: &bytes)
    self = try bytes.span.withUnsafeBytes { bytes throws(ArrayError) in
      try NPYHeader(parsing: bytes)
    }
  }

  /// The layout of the elements and their bytes, of which there must be no more than `available`.
  func layout(available: Int) throws(ArrayError) -> (Layout, byteCount: Int) {
    let count = try dataByteCount()
    guard count <= available else {
      throw ArrayError(
        .format,
        "shape \(shape) of '\(dtypeCode)' takes \(count) bytes from byte \(dataOffset), but there "
          + "are \(max(available, 0)); the file is cut short or its header is wrong",
        index: count, bound: max(available, 0))
    }
    let order: MemoryOrder = isColumnMajor ? .columnMajor : .rowMajor
    return (try Layout.dense(shape: shape, itemSize: dtype.itemSize, order: order), count)
  }

  /// Allocates memory for the elements, as the type `wanted` of either byte order if that is given.
  func allocate(
    as wanted: DType?, available: Int, name: String
  ) throws(ArrayError) -> Storage {
    if let wanted, dtype != wanted && dtype.swapped != wanted {
      throw Self.typeError(dtype, wanted: wanted, in: name)
    }
    let (layout, count) = try layout(available: available)
    return try Storage.allocate(
      byteCount: count, zeroed: false, layout: layout, dtype: wanted ?? dtype)
  }

  /// Reverses the bytes of each number if `target` is the file's type in the other byte order.
  func reorder(_ bytes: UnsafeMutableRawBufferPointer, for target: DType) {
    guard dtype != target else { return }
    let size = dtype.part.itemSize
    var start = 0
    while start + size <= bytes.count {
      for i in 0..<(size / 2) { bytes.swapAt(start + i, start + size - 1 - i) }
      start += size
    }
  }

  static func typeError(_ found: DType, wanted: DType, in name: String) -> ArrayError {
    ArrayError(
      .type,
      "\(name) has elements of type \(found.name) ('\(found.code)'), but \(wanted.name) "
        + "('\(wanted.code)') is asked for; read it as an AnyNDArray")
  }
}

extension OpenFile {
  /// Replaces `bytes` by the first `count` bytes of the file.
  fileprivate func read(_ count: Int, into bytes: inout [UInt8]) throws(ArrayError) {
    bytes = Array(repeating: 0, count: count)
    var result = Result<Void, ArrayError>.success(())
    bytes.withUnsafeMutableBytes { buffer in
      result = Result { () throws(ArrayError) in try readFully(into: buffer, at: 0) }
    }
    try result.get()
  }
}

/// Calls `body` and puts the file's path before the message of a format error.
func naming<Value>(
  _ path: String, _ body: () throws(ArrayError) -> Value
) throws(ArrayError) -> Value {
  do throws(ArrayError) {
    return try body()
  } catch {
    var error = error
    if error.kind == .format && !error.message.hasPrefix(path) {
      error.message = "\(path): \(error.message)"
    }
    throw error
  }
}

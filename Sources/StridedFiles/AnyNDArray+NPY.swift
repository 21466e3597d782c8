// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
public import StridedMemory

extension AnyNDArray {
  /// Reads an `.npy` file into new memory.
  ///
  /// The array has the type, byte order and memory order of the file. Nothing of the file is
  /// executed, and nothing is allocated before the file is known to have all elements.
  /// Complexity: O(`count`).
  ///
  /// - Throws: `ArrayError` of kind `system` if the file can't be read, of kind `format` if it is
  ///   malformed, is cut short or has elements other than numbers.
  ///
  /// NumPy: `numpy.load`.
  public init(contentsOf path: String) throws(ArrayError) {
    try self.init(npyFile: path, as: nil)
  }

  /// Maps an `.npy` file into memory, without reading its elements.
  ///
  /// The array is a view of the file: with `readWrite` a change of an element changes the file.
  /// Complexity: O(header).
  ///
  /// - Throws: as `init(contentsOf:)`.
  ///
  /// NumPy: `numpy.load` with `mmap_mode=`.
  public init(mapping path: String, mode: MappingMode = .readOnly) throws(ArrayError) {
    let file = try OpenFile.reading(path, writable: mode == .readWrite)
    let size = try file.byteCount()
    let header = try naming(path) { () throws(ArrayError) in try NPYHeader(file, size: size) }
    let (layout, count) = try naming(path) { () throws(ArrayError) in
      try header.layout(available: size - header.dataOffset)
    }
    let storage = try Storage.mapped(
      descriptor: file.descriptor, name: path, offset: header.dataOffset, byteCount: count,
      mode: mode, layout: layout, dtype: header.dtype)
    try self.init(
      storage: storage, layout: layout, dtype: header.dtype, isRoot: true,
      isWritable: storage.isWritable)
  }

  /// Reads the bytes of an `.npy` file into new memory.
  ///
  /// Complexity: O(`count`).
  ///
  /// - Throws: `ArrayError` of kind `format` as `init(contentsOf:)`.
  ///
  /// NumPy: `numpy.load` of an `io.BytesIO`.
  public init(npy bytes: [UInt8]) throws(ArrayError) {
    self = try bytes.span.withUnsafeBytes { bytes throws(ArrayError) in
      try AnyNDArray(npy: bytes, as: nil)
    }
  }
}

extension AnyNDArray {
  /// Reads a file, whose elements must be of the type `wanted` if that is given.
  init(npyFile path: String, as wanted: DType?) throws(ArrayError) {
    let file = try OpenFile.reading(path)
    let size = try file.byteCount()
    let header = try naming(path) { () throws(ArrayError) in try NPYHeader(file, size: size) }
    let storage = try naming(path) { () throws(ArrayError) in
      try header.allocate(as: wanted, available: size - header.dataOffset, name: path)
    }
    let buffer = UnsafeMutableRawBufferPointer(start: storage.address, count: storage.byteCount)
    try file.readFully(into: buffer, at: header.dataOffset)
    header.reorder(buffer, for: storage.rootDType)
    try self.init(storage)
    reportReceipt(
      .adopted, by: "init(contentsOf:)", isShared: false, freedBy: .library, isWritable: true)
  }

  /// Copies the elements out of a file's bytes; they must be of the type `wanted` if that is given.
  init(npy bytes: UnsafeRawBufferPointer, as wanted: DType?) throws(ArrayError) {
    let header = try NPYHeader(parsing: bytes)
    let start = header.dataOffset
    let storage = try header.allocate(
      as: wanted, available: bytes.count - start, name: "the .npy data")
    let buffer = UnsafeMutableRawBufferPointer(start: storage.address, count: storage.byteCount)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + storage.byteCount)]))
    header.reorder(buffer, for: storage.rootDType)
    try self.init(storage)
    reportReceipt(
      .adopted, by: "init(npy:)", isShared: false, freedBy: .library, isWritable: true)
  }
}

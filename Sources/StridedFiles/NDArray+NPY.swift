// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
public import StridedMemory

extension NDArray where Item: AnyBitPattern {
  /// Reads an `.npy` file of this element type into new memory.
  ///
  /// Elements of the other byte order are turned round on the way. Complexity: O(`count`).
  ///
  /// - Throws: as `AnyNDArray.init(contentsOf:)`, and of kind `type` if the file has elements of
  ///   another type.
  ///
  /// NumPy: `numpy.load`.
  public init(contentsOf path: String) throws(ArrayError) {
    try self.init(AnyNDArray(npyFile: path, as: Item.dtype))
  }

  /// Maps an `.npy` file of this element type into memory, without reading its elements.
  ///
  /// The array is a view of the file: with `readWrite` a change of an element changes the file.
  /// Complexity: O(header).
  ///
  /// - Throws: as `AnyNDArray.init(mapping:mode:)`, and of kind `type` if the file has elements of
  ///   another type or byte order.
  ///
  /// NumPy: `numpy.load` with `mmap_mode=`.
  public init(mapping path: String, mode: MappingMode = .readOnly) throws(ArrayError) {
    let array = try AnyNDArray(mapping: path, mode: mode)
    guard array.dtype == Item.dtype else {
      throw NPYHeader.typeError(array.dtype, wanted: Item.dtype, in: path)
    }
    try self.init(array)
  }

  /// Reads the bytes of an `.npy` file of this element type into new memory.
  ///
  /// - Throws: as `init(contentsOf:)`.
  ///
  /// NumPy: `numpy.load` of an `io.BytesIO`.
  public init(npy bytes: [UInt8]) throws(ArrayError) {
    try self.init(
      bytes.span.withUnsafeBytes { bytes throws(ArrayError) in
        try AnyNDArray(npy: bytes, as: Item.dtype)
      })
  }
}

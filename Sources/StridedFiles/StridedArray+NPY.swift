// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedMemory

extension StridedArray {
  /// Writes the array as an `.npy` file, as NumPy does byte for byte.
  ///
  /// The bytes go to a new file beside `path`, which then takes its place: a failure leaves what
  /// was there before, and arrays that map the old file keep it. Contiguous elements, row- or
  /// column-major, are written from where they are; others are gathered row-major, block by block.
  /// Complexity: O(`count`).
  ///
  /// - Throws: `ArrayError` of kind `system` if the file can't be written.
  ///
  /// NumPy: `numpy.save`.
  public func write(to path: String) throws(ArrayError) {
    let header = npyHeader
    try FileReplacement.write(to: path) { (file: borrowing OpenFile) throws(ArrayError) in
      try naming(path) { () throws(ArrayError) in
        let bytes = header.encoded()
        try bytes.span.withUnsafeBytes { bytes throws(ArrayError) in try file.writeFully(bytes) }
        try blocks(of: header).forEach { block throws(ArrayError) in try file.writeFully(block) }
      }
    }
    withExtendedLifetime(storage) {}
  }

  /// The bytes of the array's `.npy` file.
  ///
  /// Complexity: O(`count`).
  ///
  /// NumPy: `numpy.save` to an `io.BytesIO`.
  public func npyBytes() -> [UInt8] {
    let header = npyHeader
    var bytes = header.encoded()
    if byteCount < 1 << 30 { bytes.reserveCapacity(bytes.count + byteCount) }
    blocks(of: header).forEach { bytes.append(contentsOf: $0) }
    withExtendedLifetime(storage) {}
    reportReceipt(
      .handedOver, by: "npyBytes", isShared: false, freedBy: .receiver, isWritable: true)
    return bytes
  }

  /// The header of the array's `.npy` file.
  private var npyHeader: NPYHeader {
    let size = dtype.itemSize
    // What is contiguous in both orders is saved as row-major.
    let isColumnMajor =
      !layout.isContiguous(.rowMajor, itemSize: size)
      && layout.isContiguous(.columnMajor, itemSize: size)
    return NPYHeader(dtype: dtype, shape: layout.shape, isColumnMajor: isColumnMajor)
  }

  /// The elements in the order that `header` announces.
  private func blocks(of header: NPYHeader) -> ElementBlocks {
    let axes = Array(layout.axes)
    return ElementBlocks(
      base: UnsafeRawPointer(storage.address) + layout.offset,
      axes: header.isColumnMajor ? axes.reversed() : axes, itemSize: dtype.itemSize)
  }
}

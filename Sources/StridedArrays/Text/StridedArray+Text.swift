// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension StridedArray {
  /// The values as NumPy's `str` prints them. NumPy: `str(a)`.
  public var description: String { text() }

  /// The values as NumPy's `str` prints them. NumPy: `numpy.array2string`.
  public func text(options: PrintOptions = PrintOptions()) -> String {
    arrayText(erased.textSource, options: options)
  }

  /// The values as NumPy's `repr` prints them. NumPy: `repr(a)`, `numpy.array_repr`.
  public func repr(options: PrintOptions = PrintOptions()) -> String {
    arrayRepr(erased.textSource, options: options)
  }

  /// One dense line for debuggers: shape, element type, strides, offset and owner.
  public var debugDescription: String {
    "\(dtype) \(shape), strides \(strides), offset \(byteOffset), \(owner)"
      + (isWritable ? "" : ", read-only")
  }

  /// Whose memory the elements lie in, in words.
  var owner: String {
    if ownsMemory { return "owns its memory" }
    guard let base else { return "over \(storage.kind.rawValue) memory" }
    return "view of \(base.dtype) \(base.shape)"
  }
}

extension AnyNDArray: CustomStringConvertible, CustomDebugStringConvertible {}
extension NDArray: CustomStringConvertible, CustomDebugStringConvertible {}

extension AnyNDArray {
  /// What the formatter sees of the array.
  var textSource: TextSource {
    TextSource(shape: shape, dtype: dtype) { index in
      var offset = layout.offset
      for (axis, i) in zip(layout.axes, index) { offset &+= i &* axis.stride }
      return textElement(at: storage.address + offset)
    }
  }

  private func textElement(at address: UnsafeMutableRawPointer) -> TextElement {
    if dtype.kind == .record {
      return .record(bytes: Array(UnsafeRawBufferPointer(start: address, count: itemSize)))
    }
    return withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { buffer in
      let size = dtype.part.itemSize
      for i in 0..<itemSize {
        let (part, byte) = (i / size, i % size)
        buffer[i] = address.load(
          fromByteOffset: part * size + (dtype.isSwapped ? size - 1 - byte : byte), as: UInt8.self)
      }
      return TextElement(native: UnsafeRawBufferPointer(buffer), kind: dtype.kind)
    }
  }
}

extension TextElement {
  /// Reads a number of a kind from bytes in this machine's order.
  fileprivate init(native bytes: UnsafeRawBufferPointer, kind: DType.Kind) {
    switch kind {
    case .bool: self = .bool(bytes[0] != 0)
    case .int8: self = .int(Int64(bytes.load(as: Int8.self)))
    case .int16: self = .int(Int64(bytes.load(as: Int16.self)))
    case .int32: self = .int(Int64(bytes.load(as: Int32.self)))
    case .int64: self = .int(bytes.load(as: Int64.self))
    case .uint8: self = .uint(UInt64(bytes[0]))
    case .uint16: self = .uint(UInt64(bytes.load(as: UInt16.self)))
    case .uint32: self = .uint(UInt64(bytes.load(as: UInt32.self)))
    case .uint64: self = .uint(bytes.load(as: UInt64.self))
    case .float16: self = .float16(bytes.load(as: Float16.self))
    case .float32: self = .float32(bytes.load(as: Float.self))
    case .float64: self = .float64(bytes.load(as: Double.self))
    case .complex64:
      self = .complex64(
        bytes.load(as: Float.self), bytes.load(fromByteOffset: 4, as: Float.self))
    case .complex128:
      self = .complex128(
        bytes.load(as: Double.self), bytes.load(fromByteOffset: 8, as: Double.self))
    case .record: self = .record(bytes: [])
    }
  }
}

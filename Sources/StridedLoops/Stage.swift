// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedMemory

/// How blocks of one operand travel between its memory and the computing kernel.
///
/// An input goes memory → `near` → first buffer → `far` → second buffer → kernel; a result the
/// other way round. Without `far` the kernel works on the first buffer.
struct Stage {
  var near: strided_kernel
  var far: strided_kernel?
  /// The size of an element in the first buffer.
  var nearSize: Int
  /// The size of an element in the buffer that the kernel works on.
  var size: Int
  /// Whether `near` copies the elements as they are.
  var isCopy = false
  /// Whether `near` stores results past the cache.
  var isStream = false
  /// What turns the bytes of a masked result in the first buffer; its `near` takes the mask too.
  var swap: strided_kernel?

  /// The stage of an input of type `dtype` that is computed as `kind`; nil if it needs none.
  static func input(_ dtype: DType, as kind: DType.Kind, isHazardous: Bool) -> Stage? {
    let size = DType.size(of: kind)
    let swap = dtype.isSwapped ? strided_swap_kernel(dtype.kind.code) : nil
    let cast = dtype.kind != kind ? strided_cast_kernel(dtype.kind.code, kind.code) : nil
    if let swap {
      return Stage(near: swap, far: cast, nearSize: dtype.itemSize, size: size)
    }
    if let cast { return Stage(near: cast, nearSize: size, size: size) }
    return isHazardous ? copy(size: dtype.itemSize) : nil
  }

  /// The stage of results computed as `kind` and stored as `dtype`; nil if it needs none.
  static func result(_ dtype: DType, from kind: DType.Kind) -> Stage? {
    let size = DType.size(of: kind)
    let swap = dtype.isSwapped ? strided_swap_kernel(dtype.kind.code) : nil
    let cast = dtype.kind != kind ? strided_cast_kernel(kind.code, dtype.kind.code) : nil
    if let swap {
      return Stage(near: swap, far: cast, nearSize: dtype.itemSize, size: size)
    }
    if let cast { return Stage(near: cast, nearSize: size, size: size) }
    return nil
  }

  /// The stage of results computed as `kind` and stored as `dtype` where a mask is true.
  static func maskedResult(_ dtype: DType, from kind: DType.Kind) -> Stage? {
    guard let near = strided_masked_copy_kernel(CInt(dtype.itemSize)) else { return nil }
    let cast = dtype.kind != kind ? strided_cast_kernel(kind.code, dtype.kind.code) : nil
    return Stage(
      near: near, far: cast, nearSize: dtype.itemSize, size: DType.size(of: kind),
      swap: dtype.isSwapped ? strided_swap_kernel(dtype.kind.code) : nil)
  }

  /// The stage of results of `size` bytes that are stored past the cache.
  static func stream(size: Int) -> Stage? {
    guard let stream = strided_stream_kernel(CInt(size)) else { return nil }
    return Stage(near: stream, nearSize: size, size: size, isStream: true)
  }

  /// The stage of an input of elements of `size` bytes that lie densest along another axis than
  /// the result's: they are transposed before anything else is done.
  static func across(_ stage: Stage?, size: Int) -> Stage? {
    guard let copy = strided_copy_kernel(CInt(size)) else { return stage }
    guard let stage else { return Stage(near: copy, nearSize: size, size: size) }
    // Bytes are turned, or elements only brought into safety, by kernels that may walk across.
    if stage.far != nil || stage.isCopy { return stage }
    return Stage(near: copy, far: stage.near, nearSize: size, size: stage.size)
  }

  /// The stage of an input that is only brought into safety, in elements of `size` bytes.
  static func copy(size: Int) -> Stage? {
    guard let copy = strided_copy_kernel(CInt(size)) else { return nil }
    return Stage(near: copy, nearSize: size, size: size, isCopy: true)
  }
}

extension DType {
  /// The size of a number of `kind`, in bytes.
  static func size(of kind: Kind) -> Int {
    switch kind {
    case .bool, .int8, .uint8, .record: 1
    case .int16, .uint16, .float16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64, .complex64: 8
    case .complex128: 16
    }
  }
}

extension DType.Kind {
  /// The kernels' code of the kind.
  var code: CInt { CInt(rawValue) }
}

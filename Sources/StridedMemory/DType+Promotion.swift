// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension DType {
  /// Returns the smallest type that holds the values of both, as NumPy 2 promotes.
  ///
  /// Bool gives way to everything; signed and unsigned integers meet in a wider signed one (and
  /// `int64` with `uint64` in `float64`); integers of 16 bits need `float32`, wider ones `float64`.
  ///
  /// NumPy: `numpy.promote_types`.
  ///
  /// - Throws: `ArrayError` of kind `type` for records, unless both are equal.
  public static func promoted(_ a: DType, _ b: DType) throws(ArrayError) -> DType {
    if a.kind == b.kind, a.isNumber { return DType(number: a.kind) }
    guard a.isNumber, b.isNumber else {
      if a == b { return a }
      throw ArrayError(
        .type, "\(a) and \(b) have no common type", operand: a.isNumber ? "operand 1" : "operand 0")
    }
    if a.kind == .bool { return b.native }
    if b.kind == .bool { return a.native }
    let isComplex = a.isComplex || b.isComplex
    if isComplex || a.isFloat || b.isFloat {
      let bytes = max(a.floatBytes, b.floatBytes)
      if isComplex { return bytes > 4 ? .complex128 : .complex64 }
      return bytes > 4 ? .float64 : bytes > 2 ? .float32 : .float16
    }
    if a.isSigned == b.isSigned { return a.itemSize >= b.itemSize ? a.native : b.native }
    let (signed, unsigned) = a.isSigned ? (a, b) : (b, a)
    if signed.itemSize > unsigned.itemSize { return signed.native }
    switch unsigned.itemSize {
    case 1: return .int16
    case 2: return .int32
    case 4: return .int64
    default: return .float64
    }
  }

  /// The bytes of the real floating-point type that holds the values, as NumPy chooses it.
  private var floatBytes: Int {
    if isComplex { return itemSize / 2 }
    if isFloat { return itemSize }
    return itemSize == 1 ? 2 : itemSize == 2 ? 4 : 8
  }

  /// Whether every value of this type is held by `other` exactly (NumPy's rule; `int64` to
  /// `float64` counts as safe).
  ///
  /// NumPy: `numpy.can_cast(…, casting="safe")`.
  public func isSafelyCast(to other: DType) -> Bool {
    guard let both = try? DType.promoted(self, other) else { return false }
    return both == other.native
  }

  /// The type of the quotient of two elements of this type. NumPy: `numpy.true_divide`.
  public var quotient: DType { isFloat || isComplex ? native : .float64 }

  /// The type in which elements are summed: small integers in the machine's word.
  ///
  /// NumPy: the `dtype` rule of `numpy.sum`.
  public var sum: DType {
    if isFloat || isComplex { return native }
    if isUnsigned { return itemSize < DType.uint.itemSize ? .uint : native }
    return itemSize < DType.int.itemSize ? .int : native
  }
}

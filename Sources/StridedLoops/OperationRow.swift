// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
import StridedLayouts
public import StridedMemory

/// An operation as the tables know it: the row of its kernels and the rule of its types.
struct OperationRow {
  /// How the types of an operation's operands follow from its inputs'.
  enum Rule {
    /// The results are of the computing type.
    case same
    /// The same, but without an automatic way from truth values to `int8`.
    case numbers
    /// The results are truth values.
    case truth
    /// Truth values of a comparison; the inputs exchanged if so.
    case comparison(exchanged: Bool)
    /// Integers of any size compute as `float64`.
    case quotient
    /// Complex numbers give reals.
    case part
    /// The results are small numbers, `uint8`.
    case count
    /// The second input is an exponent, an `int64`.
    case exponent
    /// The second result is an exponent, an `int32`.
    case exponents
  }

  let family: Int
  let index: Int
  let rule: Rule

  /// The number of results and inputs.
  var operandCount: Int {
    switch family {
    case STRIDED_UNARY: 2
    case STRIDED_BINARY, STRIDED_SPLIT: 3
    default: 4
    }
  }

  var name: String { String(cString: strided_operation_name(CInt(family), CInt(index))) }

  @inline(__always)
  func kernel(_ kind: DType.Kind) -> strided_kernel? {
    strided_operation_kernel(CInt(family), CInt(index), kind.code)
  }

  /// The kinds in NumPy's order: the first that has a kernel and holds all inputs computes.
  private static let ascending: [DType] = [
    .bool, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64, .float16, .float32,
    .float64, .complex64, .complex128,
  ]

  /// The type in which to compute with inputs of the types `a`, `b` and `c`.
  func computing(_ a: DType, _ b: DType, _ c: DType) throws(ArrayError) -> DType {
    let isOneKind = a.kind == b.kind && b.kind == c.kind
    if case .quotient = rule, !a.isFloat, !a.isComplex, !b.isFloat, !b.isComplex,
      a.isNumber, b.isNumber
    {
      return .float64
    }
    if isOneKind, kernel(a.kind) != nil { return a.native }
    guard a.isNumber, b.isNumber, c.isNumber else {
      let record = !a.isNumber ? 0 : !b.isNumber ? 1 : 2
      throw ArrayError(
        .type, "records have no arithmetic; compute with their fields", operand: "operand \(record)"
      )
    }
    if case .numbers = rule, isOneKind, a.kind == .bool { throw noTruthValues }
    for dtype in Self.ascending where kernel(dtype.kind) != nil {
      if a.isSafelyCast(to: dtype), b.isSafelyCast(to: dtype), c.isSafelyCast(to: dtype) {
        return dtype
      }
    }
    let types = isOneKind ? a.name : "\(a.name), \(b.name)" + (b == c ? "" : ", \(c.name)")
    throw ArrayError(
      .type,
      "ufunc '\(name)' not supported for the input types \(types), which could not be safely "
        + "coerced to any supported type; cast them first")
  }

  private var noTruthValues: ArrayError {
    let advice =
      switch name {
      case "subtract":
        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
          + "operator, or the logical_xor function instead."
      case "negative":
        "numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the "
          + "logical_not function instead."
      default: "ufunc '\(name)' is not supported for truth values; cast them to an integer type"
      }
    return ArrayError(.type, advice)
  }
}

/// What one call of an operation computes with: a kernel, and the kind of each operand.
///
/// NumPy: `numpy.ufunc.resolve_dtypes`.
public struct Signature {
  let kernel: strided_kernel
  /// The kinds as which the kernel reads and writes the operands, results first, a mask last.
  let kinds: InlineArray<5, DType.Kind>
  /// Whether the kernel takes the second input first.
  let isExchanged: Bool

  /// The type of the results, or of the first of two.
  public var result: DType { DType(number: kinds[0]) }
  /// The type of the second of two results.
  public var secondResult: DType { DType(number: kinds[1]) }

  /// The types of a call of `row` with inputs of these types; the last is repeated.
  init(_ row: OperationRow, _ a: DType, _ b: DType, _ c: DType) throws(ArrayError) {
    let computing = try row.computing(a, b, c).kind
    guard let kernel = row.kernel(computing) else {
      throw ArrayError(.type, "ufunc '\(row.name)' not supported for the input types")
    }
    self.kernel = kernel
    var kinds = InlineArray<5, DType.Kind>(repeating: .bool)
    for k in 0..<row.operandCount { kinds[k] = computing }
    var isExchanged = false
    switch row.rule {
    case .truth: kinds[0] = .bool
    case .count: kinds[0] = .uint8
    case .comparison(let exchanged):
      kinds[0] = .bool
      isExchanged = exchanged
    case .part: kinds[0] = DType(number: computing).part.kind
    case .exponent: kinds[2] = .int64
    case .exponents: kinds[1] = .int32
    case .same, .numbers, .quotient: break
    }
    self.kinds = kinds
    self.isExchanged = isExchanged
  }

  /// The exact comparison of a signed integer with an unsigned one that no common type holds.
  init?(mixing row: OperationRow, _ a: DType, _ b: DType) {
    guard case .comparison = row.rule, a.isInteger, b.isInteger, a.isSigned != b.isSigned,
      a.kind == .uint64 || b.kind == .uint64
    else { return nil }
    // Seen from its second input, "less" is "greater".
    var operation = BinaryOperation(rawValue: row.index) ?? .equal
    if b.isSigned { operation = operation.exchanged }
    guard let kernel = strided_mixed_kernel(CInt(operation.rawValue)) else { return nil }
    self.kernel = kernel
    kinds = [.bool, .int64, .uint64, .bool, .bool]
    isExchanged = b.isSigned
  }
}

// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
import StridedLayouts
import StridedLoops
internal import StridedMemory

/// Operands of an elementwise operation: Python's own numbers take the other operand's type, as
/// NumPy 2 promotes.
struct Operands {
  var a: AnyNDArray
  var b: AnyNDArray
  /// Whether neither operand is an array, so that the result is a scalar in any case.
  var areScalars: Bool

  init(_ a: Value, _ b: Value, isComparison: Bool, _ machine: Machine) throws(Fault) {
    let (weakA, weakB) = (Operands.isWeak(a), Operands.isWeak(b))
    switch (weakA, weakB) {
    case (true, false):
      self.b = try machine.array(b)
      self.a = try Operands.weak(a, beside: self.b.dtype, isComparison)
    case (false, true):
      self.a = try machine.array(a)
      self.b = try Operands.weak(b, beside: self.a.dtype, isComparison)
    default:
      self.a = try machine.array(a)
      self.b = try machine.array(b)
    }
    areScalars = Operands.isScalar(a) && Operands.isScalar(b)
  }

  /// Whether a value is a number of Python that adapts its type; truth values do not.
  static func isWeak(_ value: Value) -> Bool {
    switch value {
    case .int, .float, .complex: true
    default: false
    }
  }

  private static func isScalar(_ value: Value) -> Bool {
    if case .array = value { return false }
    return true
  }

  /// A number of Python as an array of rank 0 of the type that it takes beside another type.
  static func weak(
    _ value: Value, beside other: DType, _ isComparison: Bool
  ) throws(Fault) -> AnyNDArray {
    try LedgerReport.unreported { () throws(Fault) in try number(value, other, isComparison) }
  }

  private static func number(
    _ value: Value, _ other: DType, _ isComparison: Bool
  ) throws(Fault) -> AnyNDArray {
    switch value {
    case .int(let number):
      if other.isInteger {
        if isComparison, !Elements.range(of: other).contains(number) {
          // An integer out of range compares by its value.
          return NDArray(scalar: number).erased
        }
        return try Elements.converted(value, to: other.native)
      }
      if other.isFloat || other.isComplex {
        return try cast(NDArray(scalar: number).erased, other.native)
      }
      return NDArray(scalar: number).erased
    case .float(let number):
      let type = other.isFloat || other.isComplex ? other.native : .float64
      return try cast(NDArray(scalar: number).erased, type)
    case .complex(let object):
      let type: DType =
        other.isComplex
        ? other.native
        : other.kind == .float32 || other.kind == .float16 ? .complex64 : .complex128
      return try cast(NDArray(scalar: object.number).erased, type)
    default: throw Fault(.typeError, "no number")
    }
  }

  /// The type that a number of Python takes beside another type.
  static func weakType(_ value: Value, beside other: DType) -> DType {
    switch value {
    case .int: other == .bool ? .int64 : other.native
    case .float: other.isFloat || other.isComplex ? other.native : .float64
    case .complex:
      other.isComplex
        ? other.native
        : other.kind == .float32 || other.kind == .float16 ? .complex64 : .complex128
    default: other.native
    }
  }

  private static func cast(_ array: AnyNDArray, _ dtype: DType) throws(Fault) -> AnyNDArray {
    try lifted { () throws(ArrayError) in try array.cast(to: dtype, copying: .ifNeeded) }
  }
}

// SPDX-License-Identifier: Apache-2.0
import CStridedKernels

/// An operation on one element. NumPy: the unary `numpy.ufunc` objects.
public enum UnaryOperation: Int, Hashable, Sendable, CaseIterable {
  // Here and below: the cases are those of the kernels' lists, in their order.
  case negative, positive, absolute, fabs, sign, conjugate
  case square, reciprocal, sqrt, spacing
  case floor, ceil, trunc, rint
  case invert, bitwiseCount, logicalNot
  case isNaN, isInf, isFinite, signBit
  case exp, exp2, expm1, log, log2, log10, log1p, cbrt, sin, cos, tan, arcsin, arccos, arctan
  case sinh, cosh, tanh, arcsinh, arccosh, arctanh, deg2rad, rad2deg
}

/// An operation on two elements. NumPy: the binary `numpy.ufunc` objects.
public enum BinaryOperation: Int, Hashable, Sendable, CaseIterable {
  case add, subtract, multiply, divide
  case minimum, maximum, fmin, fmax
  case equal, notEqual, less, lessEqual, greater, greaterEqual
  case floorDivide, remainder, fmod, power, gcd, lcm
  case bitwiseAnd, bitwiseOr, bitwiseXor, leftShift, rightShift
  case logicalAnd, logicalOr, logicalXor
  case hypot, copySign, nextAfter, heaviside, ldexp
  case floatPower, arctan2, logaddexp, logaddexp2

  /// Whether the results are truth values that compare.
  public var isComparison: Bool {
    (Self.equal.rawValue...Self.greaterEqual.rawValue).contains(rawValue)
  }
}

/// An operation on three elements. NumPy: the ternary `numpy.ufunc` objects.
public enum TernaryOperation: Int, Hashable, Sendable, CaseIterable {
  case clip
}

/// An operation that makes two results of one element. NumPy: `numpy.ufunc` with two outputs.
public enum SplitOperation: Int, Hashable, Sendable, CaseIterable {
  case frexp, modf
}

/// An operation that makes two results of two elements. NumPy: `numpy.ufunc` with two outputs.
public enum DivisionOperation: Int, Hashable, Sendable, CaseIterable {
  case divmod
}

/// The operations on elements: each plans one walk over all operands and runs one kernel on it.
public enum Loops {}

// SPDX-License-Identifier: Apache-2.0
import Strided
import Testing

/// The functions under test, by NumPy's names.
enum FunctionNames {
  static let inexact = [
    "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "arcsin",
    "arccos", "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh",
  ]
  static let real = ["cbrt", "deg2rad", "rad2deg"]
  static let binary = ["power", "arctan2", "logaddexp", "logaddexp2"]
}

/// A name that the tests have no function for.
struct UnknownFunction: Error { var name: String }

/// Calls a function of one array of floats or complex numbers, into a fresh array or a given one.
func call<A: InexactArray>(
  _ name: String, _ a: A, into target: A.Fresh? = nil, where mask: A.Mask? = nil
) throws -> A.Fresh {
  guard let target else {
    switch name {
    case "exp": return try exp(a, where: mask)
    case "exp2": return try exp2(a, where: mask)
    case "expm1": return try expm1(a, where: mask)
    case "log": return try log(a, where: mask)
    case "log2": return try log2(a, where: mask)
    case "log10": return try log10(a, where: mask)
    case "log1p": return try log1p(a, where: mask)
    case "sin": return try sin(a, where: mask)
    case "cos": return try cos(a, where: mask)
    case "tan": return try tan(a, where: mask)
    case "arcsin": return try asin(a, where: mask)
    case "arccos": return try acos(a, where: mask)
    case "arctan": return try atan(a, where: mask)
    case "sinh": return try sinh(a, where: mask)
    case "cosh": return try cosh(a, where: mask)
    case "tanh": return try tanh(a, where: mask)
    case "arcsinh": return try asinh(a, where: mask)
    case "arccosh": return try acosh(a, where: mask)
    case "arctanh": return try atanh(a, where: mask)
    default: throw UnknownFunction(name: name)
    }
  }
  switch name {
  case "exp": try exp(a, into: target, where: mask)
  case "exp2": try exp2(a, into: target, where: mask)
  case "expm1": try expm1(a, into: target, where: mask)
  case "log": try log(a, into: target, where: mask)
  case "log2": try log2(a, into: target, where: mask)
  case "log10": try log10(a, into: target, where: mask)
  case "log1p": try log1p(a, into: target, where: mask)
  case "sin": try sin(a, into: target, where: mask)
  case "cos": try cos(a, into: target, where: mask)
  case "tan": try tan(a, into: target, where: mask)
  case "arcsin": try asin(a, into: target, where: mask)
  case "arccos": try acos(a, into: target, where: mask)
  case "arctan": try atan(a, into: target, where: mask)
  case "sinh": try sinh(a, into: target, where: mask)
  case "cosh": try cosh(a, into: target, where: mask)
  case "tanh": try tanh(a, into: target, where: mask)
  case "arcsinh": try asinh(a, into: target, where: mask)
  case "arccosh": try acosh(a, into: target, where: mask)
  case "arctanh": try atanh(a, into: target, where: mask)
  default: throw UnknownFunction(name: name)
  }
  return target
}

/// The same for functions of real numbers alone.
func callReal<A: RealArray>(
  _ name: String, _ a: A, into target: A.Fresh? = nil, where mask: A.Mask? = nil
) throws -> A.Fresh {
  guard let target else {
    switch name {
    case "cbrt": return try cbrt(a, where: mask)
    case "deg2rad": return try deg2rad(a, where: mask)
    case "rad2deg": return try rad2deg(a, where: mask)
    default: return try call(name, a, where: mask)
    }
  }
  switch name {
  case "cbrt": try cbrt(a, into: target, where: mask)
  case "deg2rad": try deg2rad(a, into: target, where: mask)
  case "rad2deg": try rad2deg(a, into: target, where: mask)
  default: return try call(name, a, into: target, where: mask)
  }
  return target
}

/// The same for functions of two arrays of real numbers.
func call<A: RealArray>(
  _ name: String, _ a: A, _ b: A, into target: A.Fresh? = nil, where mask: A.Mask? = nil
) throws -> A.Fresh {
  guard let target else {
    switch name {
    case "power": return try pow(a, b, where: mask)
    case "arctan2": return try atan2(a, b, where: mask)
    case "logaddexp": return try logaddexp(a, b, where: mask)
    case "logaddexp2": return try logaddexp2(a, b, where: mask)
    default: throw UnknownFunction(name: name)
    }
  }
  switch name {
  case "power": try pow(a, b, into: target, where: mask)
  case "arctan2": try atan2(a, b, into: target, where: mask)
  case "logaddexp": try logaddexp(a, b, into: target, where: mask)
  case "logaddexp2": try logaddexp2(a, b, into: target, where: mask)
  default: throw UnknownFunction(name: name)
  }
  return target
}

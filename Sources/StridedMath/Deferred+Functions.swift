// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLoops

// The functions that formulas are full of; `applying(_:)` of a formula has them all.

/// Returns the formula of e to the power of each element. NumPy: `numpy.exp`.
public func exp<Item: InexactScalar>(_ formula: Deferred<Item>) -> Deferred<Item> {
  formula.applying(.exp)
}

/// Returns the formula of the natural logarithm of each element. NumPy: `numpy.log`.
public func log<Item: InexactScalar>(_ formula: Deferred<Item>) -> Deferred<Item> {
  formula.applying(.log)
}

/// Returns the formula of the sine of each element. NumPy: `numpy.sin`.
public func sin<Item: InexactScalar>(_ formula: Deferred<Item>) -> Deferred<Item> {
  formula.applying(.sin)
}

/// Returns the formula of the cosine of each element. NumPy: `numpy.cos`.
public func cos<Item: InexactScalar>(_ formula: Deferred<Item>) -> Deferred<Item> {
  formula.applying(.cos)
}

/// Returns the formula of the hyperbolic tangent of each element. NumPy: `numpy.tanh`.
public func tanh<Item: InexactScalar>(_ formula: Deferred<Item>) -> Deferred<Item> {
  formula.applying(.tanh)
}

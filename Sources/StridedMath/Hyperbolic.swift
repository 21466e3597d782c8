// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLoops

/// Returns the hyperbolic sine of each element.
///
/// Real results are within 1.1 units in the last place. Where the mask is false, the result is 0.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.sinh`. Copies.
public func sinh<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.sinh, a, mask)
}

/// Writes the hyperbolic sine of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.sinh(a, out=target, where=mask)`. Writes in place.
public func sinh<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.sinh, a, into: target, mask)
}

/// Returns the hyperbolic cosine of each element.
///
/// Real results are within 1.1 units in the last place. Where the mask is false, the result is 0.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.cosh`. Copies.
public func cosh<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.cosh, a, mask)
}

/// Writes the hyperbolic cosine of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.cosh(a, out=target, where=mask)`. Writes in place.
public func cosh<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.cosh, a, into: target, mask)
}

/// Returns the hyperbolic tangent of each element.
///
/// Real results are within 1.6 units in the last place. Where the mask is false, the result is 0.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.tanh`. Copies.
public func tanh<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.tanh, a, mask)
}

/// Writes the hyperbolic tangent of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.tanh(a, out=target, where=mask)`. Writes in place.
public func tanh<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.tanh, a, into: target, mask)
}

/// Returns the number whose hyperbolic sine is each element.
///
/// Real results are within 1.3 units in the last place. Where the mask is false, the result is 0.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.arcsinh`. Copies.
public func asinh<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.arcsinh, a, mask)
}

/// Writes the number whose hyperbolic sine is each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.arcsinh(a, out=target, where=mask)`. Writes in place.
public func asinh<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.arcsinh, a, into: target, mask)
}

/// Returns the number, 0 or more, whose hyperbolic cosine is each element.
///
/// Numbers below 1 give NaN. Real results are within 1.9 units in the last place. Where the mask
/// is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.arccosh`. Copies.
public func acosh<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.arccosh, a, mask)
}

/// Writes the number, 0 or more, whose hyperbolic cosine is each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.arccosh(a, out=target, where=mask)`. Writes in place.
public func acosh<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.arccosh, a, into: target, mask)
}

/// Returns the number whose hyperbolic tangent is each element.
///
/// ±1 gives ±infinity, numbers beyond NaN. Real results are within 1.3 units in the last place.
/// Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.arctanh`. Copies.
public func atanh<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.arctanh, a, mask)
}

/// Writes the number whose hyperbolic tangent is each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.arctanh(a, out=target, where=mask)`. Writes in place.
public func atanh<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.arctanh, a, into: target, mask)
}

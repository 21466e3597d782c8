// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLoops

/// Returns e to the power of each element.
///
/// Infinities give infinity and 0. Real results are within 1.1 units in the last place. Where the
/// mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.exp`. Copies.
public func exp<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.exp, a, mask)
}

/// Writes e to the power of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.exp(a, out=target, where=mask)`. Writes in place.
public func exp<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.exp, a, into: target, mask)
}

/// Returns 2 to the power of each element.
///
/// Real results are within 1.2 units in the last place. Where the mask is false, the result is 0.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.exp2`. Copies.
public func exp2<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.exp2, a, mask)
}

/// Writes 2 to the power of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.exp2(a, out=target, where=mask)`. Writes in place.
public func exp2<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.exp2, a, into: target, mask)
}

/// Returns e to the power of each element, minus 1, exact for small elements.
///
/// Real results are within 1.4 units in the last place. Where the mask is false, the result is 0.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.expm1`. Copies.
public func expm1<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.expm1, a, mask)
}

/// Writes e to the power of each element, minus 1, exact for small elements into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.expm1(a, out=target, where=mask)`. Writes in place.
public func expm1<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.expm1, a, into: target, mask)
}

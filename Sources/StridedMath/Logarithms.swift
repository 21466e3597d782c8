// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLoops
import StridedMemory

/// Returns the natural logarithm of each element.
///
/// 0 gives minus infinity, negative numbers NaN. Real results are within 0.9 units in the last
/// place. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.log`. Copies.
public func log<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.log, a, mask)
}

/// Writes the natural logarithm of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.log(a, out=target, where=mask)`. Writes in place.
public func log<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.log, a, into: target, mask)
}

/// Returns the logarithm to base 2 of each element.
///
/// 0 gives minus infinity, negative numbers NaN. Real results are within 0.9 units in the last
/// place. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.log2`. Copies.
public func log2<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.log2, a, mask)
}

/// Writes the logarithm to base 2 of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.log2(a, out=target, where=mask)`. Writes in place.
public func log2<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.log2, a, into: target, mask)
}

/// Returns the logarithm to base 10 of each element.
///
/// 0 gives minus infinity, negative numbers NaN. Real results are within 0.9 units in the last
/// place. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.log10`. Copies.
public func log10<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.log10, a, mask)
}

/// Writes the logarithm to base 10 of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.log10(a, out=target, where=mask)`. Writes in place.
public func log10<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.log10, a, into: target, mask)
}

/// Returns the natural logarithm of 1 plus each element, exact for small elements.
///
/// -1 gives minus infinity, lesser numbers NaN. Real results are within 0.9 units in the last
/// place. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.log1p`. Copies.
public func log1p<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.log1p, a, mask)
}

/// Writes the natural logarithm of 1 plus each element, exact for small elements into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.log1p(a, out=target, where=mask)`. Writes in place.
public func log1p<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.log1p, a, into: target, mask)
}

/// Returns log(e^a + e^b) of the elements of two arrays, without overflow.
///
/// Within 1.7 units in the last place of the larger of the result and the larger input. Where the
/// mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `value` if the shapes do not broadcast, of
///   kind `type` if the elements are no real numbers.
///
/// NumPy: `numpy.logaddexp`. Copies.
public func logaddexp<A: RealArray>(
  _ a: A, _ b: A, where mask: A.Mask? = nil
) throws(A.Failure) -> A.Fresh {
  try A.computed(.logaddexp, a, b, mask)
}

/// Writes log(e^a + e^b) of the elements of two arrays, without overflow into an array.
///
/// The target may share memory with the inputs. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `value` if the shapes do not broadcast to the
///   target's, of kind `type` if the results can't become its elements, of kind `readOnly`.
///
/// NumPy: `numpy.logaddexp(a, b, out=target, where=mask)`. Writes in place.
public func logaddexp<A: RealArray>(
  _ a: A, _ b: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.logaddexp, a, b, into: target, mask)
}

/// Returns log(e^a + e^b) of the elements of two arrays, without overflow. NumPy: `numpy.logaddexp`. Copies.
public func logaddexp<Item: RealScalar>(_ a: NDArray<Item>, _ b: Item) -> NDArray<Item> {
  NDArray.computed(.logaddexp, a, NDArray(scalar: b), nil)
}

/// Returns log(e^a + e^b) of the elements of two arrays, without overflow. NumPy: `numpy.logaddexp`. Copies.
public func logaddexp<Item: RealScalar>(_ a: Item, _ b: NDArray<Item>) -> NDArray<Item> {
  NDArray.computed(.logaddexp, NDArray(scalar: a), b, nil)
}

/// Returns log2(2^a + 2^b) of the elements of two arrays, without overflow.
///
/// Within 1.7 units in the last place of the larger of the result and the larger input. Where the
/// mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `value` if the shapes do not broadcast, of
///   kind `type` if the elements are no real numbers.
///
/// NumPy: `numpy.logaddexp2`. Copies.
public func logaddexp2<A: RealArray>(
  _ a: A, _ b: A, where mask: A.Mask? = nil
) throws(A.Failure) -> A.Fresh {
  try A.computed(.logaddexp2, a, b, mask)
}

/// Writes log2(2^a + 2^b) of the elements of two arrays, without overflow into an array.
///
/// The target may share memory with the inputs. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `value` if the shapes do not broadcast to the
///   target's, of kind `type` if the results can't become its elements, of kind `readOnly`.
///
/// NumPy: `numpy.logaddexp2(a, b, out=target, where=mask)`. Writes in place.
public func logaddexp2<A: RealArray>(
  _ a: A, _ b: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.logaddexp2, a, b, into: target, mask)
}

/// Returns log2(2^a + 2^b) of the elements of two arrays, without overflow. NumPy: `numpy.logaddexp2`. Copies.
public func logaddexp2<Item: RealScalar>(_ a: NDArray<Item>, _ b: Item) -> NDArray<Item> {
  NDArray.computed(.logaddexp2, a, NDArray(scalar: b), nil)
}

/// Returns log2(2^a + 2^b) of the elements of two arrays, without overflow. NumPy: `numpy.logaddexp2`. Copies.
public func logaddexp2<Item: RealScalar>(_ a: Item, _ b: NDArray<Item>) -> NDArray<Item> {
  NDArray.computed(.logaddexp2, NDArray(scalar: a), b, nil)
}

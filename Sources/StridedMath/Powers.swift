// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLoops
import StridedMemory

/// Returns the cube root of each element.
///
/// Negative numbers have negative roots. Real results are within 0.9 units in the last place.
/// Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no real numbers,
///   of kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.cbrt`. Copies.
public func cbrt<A: RealArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.cbrt, a, mask)
}

/// Writes the cube root of each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.cbrt(a, out=target, where=mask)`. Writes in place.
public func cbrt<A: RealArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.cbrt, a, into: target, mask)
}

/// Returns each element to the power of another array's element.
///
/// Negative numbers have powers where the exponent is whole, else NaN. Real results are within
/// 1.4 units in the last place. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `value` if the shapes do not broadcast, of
///   kind `type` if the elements are no numbers.
///
/// NumPy: `numpy.power`. Copies.
public func pow<A: InexactArray>(
  _ a: A, _ exponent: A, where mask: A.Mask? = nil
) throws(A.Failure) -> A.Fresh {
  try A.computed(.power, a, exponent, mask)
}

/// Writes each element to the power of another array's element into an array.
///
/// The target may share memory with the inputs. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `value` if the shapes do not broadcast to the
///   target's, of kind `type` if the results can't become its elements, of kind `readOnly`.
///
/// NumPy: `numpy.power(a, exponent, out=target, where=mask)`. Writes in place.
public func pow<A: InexactArray>(
  _ a: A, _ exponent: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.power, a, exponent, into: target, mask)
}

/// Returns each element to the power of another array's element. NumPy: `numpy.power`. Copies.
public func pow<Item: InexactScalar>(_ a: NDArray<Item>, _ exponent: Item) -> NDArray<Item> {
  NDArray.computed(.power, a, NDArray(scalar: exponent), nil)
}

/// Returns each element to the power of another array's element. NumPy: `numpy.power`. Copies.
public func pow<Item: InexactScalar>(_ a: Item, _ exponent: NDArray<Item>) -> NDArray<Item> {
  NDArray.computed(.power, NDArray(scalar: a), exponent, nil)
}

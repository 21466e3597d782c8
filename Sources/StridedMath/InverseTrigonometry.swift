// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLoops
import StridedMemory

/// Returns the angle in radians, from -π/2 to π/2, whose sine is each element.
///
/// Numbers beyond ±1 give NaN. Real results are within 1 unit in the last place. Where the mask
/// is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.arcsin`. Copies.
public func asin<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.arcsin, a, mask)
}

/// Writes the angle in radians, from -π/2 to π/2, whose sine is each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.arcsin(a, out=target, where=mask)`. Writes in place.
public func asin<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.arcsin, a, into: target, mask)
}

/// Returns the angle in radians, from 0 to π, whose cosine is each element.
///
/// Numbers beyond ±1 give NaN. Real results are within 1 unit in the last place. Where the mask
/// is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.arccos`. Copies.
public func acos<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.arccos, a, mask)
}

/// Writes the angle in radians, from 0 to π, whose cosine is each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.arccos(a, out=target, where=mask)`. Writes in place.
public func acos<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.arccos, a, into: target, mask)
}

/// Returns the angle in radians, from -π/2 to π/2, whose tangent is each element.
///
/// Real results are within 1.4 units in the last place. Where the mask is false, the result is 0.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.arctan`. Copies.
public func atan<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.arctan, a, mask)
}

/// Writes the angle in radians, from -π/2 to π/2, whose tangent is each element into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.arctan(a, out=target, where=mask)`. Writes in place.
public func atan<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.arctan, a, into: target, mask)
}

/// Returns the angle in radians, from -π to π, of each point (x, y); y comes first.
///
/// Zeros keep their signs, as in C. Results are within 1.6 units in the last place. Where the
/// mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `value` if the shapes do not broadcast, of
///   kind `type` if the elements are no real numbers.
///
/// NumPy: `numpy.arctan2`. Copies.
public func atan2<A: RealArray>(
  _ y: A, _ x: A, where mask: A.Mask? = nil
) throws(A.Failure) -> A.Fresh {
  try A.computed(.arctan2, y, x, mask)
}

/// Writes the angle in radians, from -π to π, of each point (x, y); y comes first into an array.
///
/// The target may share memory with the inputs. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `value` if the shapes do not broadcast to the
///   target's, of kind `type` if the results can't become its elements, of kind `readOnly`.
///
/// NumPy: `numpy.arctan2(y, x, out=target, where=mask)`. Writes in place.
public func atan2<A: RealArray>(
  _ y: A, _ x: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.arctan2, y, x, into: target, mask)
}

/// Returns the angle in radians, from -π to π, of each point (x, y); y comes first. NumPy: `numpy.arctan2`. Copies.
public func atan2<Item: RealScalar>(_ y: NDArray<Item>, _ x: Item) -> NDArray<Item> {
  NDArray.computed(.arctan2, y, NDArray(scalar: x), nil)
}

/// Returns the angle in radians, from -π to π, of each point (x, y); y comes first. NumPy: `numpy.arctan2`. Copies.
public func atan2<Item: RealScalar>(_ y: Item, _ x: NDArray<Item>) -> NDArray<Item> {
  NDArray.computed(.arctan2, NDArray(scalar: y), x, nil)
}

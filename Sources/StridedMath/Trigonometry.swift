// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLoops

/// Returns the sine of each element, an angle in radians.
///
/// Huge angles are reduced exactly; infinities give NaN. Real results are within 2 units in the
/// last place. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.sin`. Copies.
public func sin<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.sin, a, mask)
}

/// Writes the sine of each element, an angle in radians into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.sin(a, out=target, where=mask)`. Writes in place.
public func sin<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.sin, a, into: target, mask)
}

/// Returns the cosine of each element, an angle in radians.
///
/// Huge angles are reduced exactly; infinities give NaN. Real results are within 1.4 units in the
/// last place. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.cos`. Copies.
public func cos<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.cos, a, mask)
}

/// Writes the cosine of each element, an angle in radians into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.cos(a, out=target, where=mask)`. Writes in place.
public func cos<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.cos, a, into: target, mask)
}

/// Returns the tangent of each element, an angle in radians.
///
/// Huge angles are reduced exactly; infinities give NaN. Real results are within 1.5 units in the
/// last place. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no numbers, of
///   kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.tan`. Copies.
public func tan<A: InexactArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.tan, a, mask)
}

/// Writes the tangent of each element, an angle in radians into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.tan(a, out=target, where=mask)`. Writes in place.
public func tan<A: InexactArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.tan, a, into: target, mask)
}

/// Returns the angles in radians of angles in degrees.
///
/// One multiplication. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no real numbers,
///   of kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.deg2rad`. Copies.
public func deg2rad<A: RealArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.deg2rad, a, mask)
}

/// Writes the angles in radians of angles in degrees into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.deg2rad(a, out=target, where=mask)`. Writes in place.
public func deg2rad<A: RealArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.deg2rad, a, into: target, mask)
}

/// Returns the angles in degrees of angles in radians.
///
/// One multiplication. Where the mask is false, the result is 0. O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the elements are no real numbers,
///   of kind `value` if the mask does not broadcast.
///
/// NumPy: `numpy.rad2deg`. Copies.
public func rad2deg<A: RealArray>(_ a: A, where mask: A.Mask? = nil) throws(A.Failure) -> A.Fresh {
  try A.computed(.rad2deg, a, mask)
}

/// Writes the angles in degrees of angles in radians into an array.
///
/// The target may share memory with the input. Where the mask is false, it keeps its elements.
/// O(n).
///
/// - Throws: For `AnyNDArray`, `ArrayError` of kind `type` if the results can't become elements
///   of the target, of kind `value` if the shapes do not broadcast, of kind `readOnly`.
///
/// NumPy: `numpy.rad2deg(a, out=target, where=mask)`. Writes in place.
public func rad2deg<A: RealArray>(
  _ a: A, into target: A.Fresh, where mask: A.Mask? = nil
) throws(A.Failure) {
  try A.compute(.rad2deg, a, into: target, mask)
}

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedMemory

extension AnyNDArray {
  /// Returns the elements at positions along an axis, or in the row-major order of all elements.
  ///
  /// The shape of `positions` takes the place of the axis. The result is fresh and dense. O(n).
  ///
  /// - Throws: `ArrayError` of kind `index` if a position is out of range and `mode` is `raise`, or
  ///   there is nothing to take from; of kind `axis` if there is no such axis.
  ///
  /// NumPy: `numpy.take`. Copies.
  public func take(
    _ positions: AnyNDArray, axis: Int? = nil, mode: IndexMode = .raise
  ) throws(ArrayError) -> AnyNDArray {
    guard let axis else { return try gathered(pickedFlat(positions, mode: mode)) }
    return try gathered(picked(positions, axis: axis, mode: mode))
  }

  /// As `take(_:axis:mode:)`, into an array of the result's shape; the two may share memory.
  ///
  /// NumPy: `numpy.take(…, out=target)`. Writes in place.
  public func take(
    _ positions: AnyNDArray, axis: Int? = nil, mode: IndexMode = .raise, into target: AnyNDArray
  ) throws(ArrayError) {
    try target.checkWritable()
    let values = try take(positions, axis: axis, mode: mode)
    guard values.shape == target.shape else {
      throw ArrayError(
        .value, "the target has the shape \(target.shape), but the result \(values.shape)")
    }
    try target.assign(from: values)
  }

  /// Writes values at positions in the row-major order of all elements.
  ///
  /// The values repeat until all positions are used. All positions are checked before anything is
  /// written; the last duplicate wins; shared memory is no problem. O(n).
  ///
  /// - Throws: `ArrayError` of kind `readOnly`, or as `take(_:axis:mode:)`.
  ///
  /// NumPy: `numpy.put`. Writes in place.
  public func put(
    _ values: AnyNDArray, at positions: AnyNDArray, mode: IndexMode = .raise
  ) throws(ArrayError) {
    try checkWritable()
    let picked = try pickedFlat(positions.reshaped([-1], copying: .ifNeeded), mode: mode)
    try scatter(values.cycled(to: picked.list.count), at: picked)
  }

  /// Writes values where a mask is true, each at its own position; they repeat by position.
  ///
  /// - Throws: `ArrayError` of kind `readOnly`; of kind `value` if the mask has another count.
  ///
  /// NumPy: `numpy.putmask`. Writes in place.
  public func putMask(_ mask: AnyNDArray, _ values: AnyNDArray) throws(ArrayError) {
    try checkWritable()
    let places = try flatPlaces(of: mask, "putMask")
    guard values.count > 0 else { return }
    let length = values.count
    let wrapped = try values.pickedFlat(places, mode: length < count ? .wrap : .raise)
    let source = length == 1 ? values : try values.gathered(wrapped)
    try scatter(source.reshaped([-1], copying: .ifNeeded), at: pickedFlat(places, mode: .raise))
  }

  /// Writes values where a mask is true: the first true element gets the first value, and so on.
  ///
  /// The values repeat until all true elements have one.
  ///
  /// - Throws: `ArrayError` of kind `readOnly`; of kind `value` if the mask has another count, or
  ///   there are no values for its true elements.
  ///
  /// NumPy: `numpy.place`. Writes in place.
  public func place(_ mask: AnyNDArray, _ values: AnyNDArray) throws(ArrayError) {
    try checkWritable()
    try put(values, at: flatPlaces(of: mask, "place"))
  }

  /// Returns the parts along an axis (or the elements) for which a 1-d condition is true.
  ///
  /// - Throws: `ArrayError` of kind `value` if the condition is not 1-d; of kind `index` if it is
  ///   true beyond the end; of kind `axis` if there is no such axis.
  ///
  /// NumPy: `numpy.compress`. Copies.
  public func compress(
    _ condition: AnyNDArray, axis: Int? = nil
  ) throws(ArrayError) -> AnyNDArray {
    guard condition.rank == 1 else {
      throw ArrayError(
        .value, "condition must be a 1-d array; its shape is \(condition.shape)")
    }
    return try take(condition.flatNonzeroList().array, axis: axis)
  }

  /// Returns the elements whose position, in row-major order, has a true condition.
  ///
  /// NumPy: `numpy.extract`. Copies.
  public func extract(_ condition: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    try take(condition.flatNonzeroList().array)
  }

  /// The positions of the true elements of a mask of as many elements as this array.
  private func flatPlaces(
    of mask: AnyNDArray, _ operation: String
  ) throws(ArrayError) -> AnyNDArray {
    guard mask.count == count else {
      throw ArrayError(
        .value,
        "\(operation): mask and data must be the same size; the mask has the shape \(mask.shape), "
          + "the array \(shape)")
    }
    return try mask.flatNonzeroList().array
  }

  /// The elements in row-major order, repeated or cut to `length`.
  private func cycled(to length: Int) throws(ArrayError) -> AnyNDArray {
    if count == 1 || length == 0 { return try reshaped([-1], copying: .ifNeeded)[..<1] }
    guard count > 0 else {
      throw ArrayError(.value, "there are no values to put at \(length) places")
    }
    let flat = try reshaped([-1], copying: .ifNeeded)
    if count >= length { return try flat[..<length] }
    let (rounds, rest) = length.quotientAndRemainder(dividingBy: count)
    let result = try AnyNDArray.empty([length], dtype)
    let whole = try result[..<(length - rest)].reshaped([rounds, count], copying: .never)
    try whole.assign(from: flat)
    try result[(length - rest)...].assign(from: flat[..<rest])
    return result
  }

  func pickedFlat(_ positions: AnyNDArray, mode: IndexMode) throws(ArrayError) -> Picked {
    Picked(
      list: try OffsetList(flat: positions, of: layout, mode: mode), offset: layout.offset)
  }

  private func picked(
    _ positions: AnyNDArray, axis: Int, mode: IndexMode
  ) throws(ArrayError) -> Picked {
    let axis = try layout.normalizedAxis(axis)
    return Picked(
      outer: Array(layout.axes[..<axis]),
      list: try OffsetList(positions, along: layout.axes[axis], number: axis, mode: mode),
      inner: Array(layout.axes[(axis + 1)...]), offset: layout.offset)
  }
}

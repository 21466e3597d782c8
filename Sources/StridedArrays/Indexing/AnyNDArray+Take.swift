// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension AnyNDArray {
  /// The elements at positions along an axis, or in the row-major order of all elements.
  func taken(
    _ positions: AnyNDArray, axis: Int?, mode: IndexMode, into target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    if target == nil, mode == .raise, axis ?? 0 == 0, let result = try takenAtOnce(positions) {
      return result
    }
    guard let axis else { return try gathered(pickedFlat(positions, mode: mode), into: target) }
    return try gathered(picked(positions, axis: axis, mode: mode), into: target)
  }

  /// The parts along an axis, or the elements, for which a 1-d condition is true.
  func compressed(
    _ condition: AnyNDArray, axis: Int?, into target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    guard condition.rank == 1 else {
      throw ArrayError(
        .value, "condition must be a 1-d array; its shape is \(condition.shape)",
        operand: "condition", shapes: [condition.shape])
    }
    let places = try condition.flatNonzeroList().array
    return try taken(places, axis: axis, mode: .raise, into: target)
  }

  /// Writes values, again and again, at positions in the row-major order of all elements.
  func putAll(
    _ values: AnyNDArray, at positions: AnyNDArray, mode: IndexMode
  ) throws(ArrayError) {
    try checkWritable()
    let picked = try pickedFlat(positions.reshaped([-1], copying: .ifNeeded), mode: mode)
    try scatter(values.cycled(to: picked.list.count), at: picked)
  }

  /// Writes values where a mask is true, each at its own position; they repeat by position.
  func putAll(_ values: AnyNDArray, where mask: AnyNDArray) throws(ArrayError) {
    try checkWritable()
    let places = try flatPlaces(of: mask, "putMask")
    guard values.count > 0 else { return }
    let length = values.count
    let wrapped = try values.pickedFlat(places, mode: length < count ? .wrap : .raise)
    let source = length == 1 ? values : try values.gathered(wrapped)
    try scatter(source.reshaped([-1], copying: .ifNeeded), at: pickedFlat(places, mode: .raise))
  }

  /// The positions of the true elements of a mask of as many elements as this array.
  func flatPlaces(
    of mask: AnyNDArray, _ operation: String
  ) throws(ArrayError) -> AnyNDArray {
    guard mask.count == count else {
      throw ArrayError(
        .value,
        "\(operation): mask and data must be the same size; the mask has the shape \(mask.shape), "
          + "the array \(shape)",
        operand: "mask", shapes: [mask.shape, shape])
    }
    return try mask.flatNonzeroList().array
  }

  /// The elements in row-major order, repeated or cut to `length`.
  private func cycled(to length: Int) throws(ArrayError) -> AnyNDArray {
    if count == 1 || length == 0 { return try reshaped([-1], copying: .ifNeeded)[..<1] }
    guard count > 0 else {
      throw ArrayError(.value, "there are no values to put at \(length) places", operand: "values")
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

// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedLoops

// All positions and shapes are checked before anything is written, and whatever memory the array,
// the values and the positions share, the result is what copying them first would give.
extension WritableArray {
  /// Writes values at positions in the row-major order of all elements.
  ///
  /// The values repeat until all positions are used; the last duplicate wins. O(n).
  ///
  /// - Throws: `ArrayError` of kind `readOnly`; of kind `index` if a position is out of range and
  ///   `mode` is `raise`; of kind `value` if there are no values.
  ///
  /// NumPy: `numpy.put(a, positions, values, mode)`. Writes in place.
  public func put(
    _ values: Self, at positions: some IndexArray, mode: IndexMode = .raise
  ) throws(Failure) {
    try Self.attempt { () throws(ArrayError) in
      try erased.putAll(values.erased, at: positions.indexArray, mode: mode)
    }
  }

  /// Writes values at positions along an axis that differ from line to line.
  ///
  /// `positions` has as many axes as this array; the other axes and the values broadcast. The last
  /// duplicate wins. O(n).
  ///
  /// - Throws: as `takeAlong(_:axis:)`, and of kind `readOnly`; of kind `value` if the values do
  ///   not broadcast.
  ///
  /// NumPy: `numpy.put_along_axis`. Writes in place.
  public func putAlong(
    _ values: Self, at positions: some IndexArray, axis: Int? = -1
  ) throws(Failure) {
    try Self.attempt { () throws(ArrayError) in
      try erased.checkWritable()
      let picked = try erased.pickedAlong(positions.indexArray, axis: axis)
      try erased.scatter(values.erased, at: picked)
    }
  }

  /// Writes values where a mask is true, each at its own position; they repeat by position.
  ///
  /// - Throws: `ArrayError` of kind `readOnly`; of kind `value` if the mask has another count.
  ///
  /// NumPy: `numpy.putmask(a, mask, values)`. Writes in place.
  public func putMask(_ mask: some StridedArray, _ values: Self) throws(Failure) {
    try Self.attempt { () throws(ArrayError) in
      try erased.putAll(values.erased, where: mask.erased)
    }
  }

  /// Writes values where a mask is true: the first true element gets the first value, and so on.
  ///
  /// The values repeat until all true elements have one.
  ///
  /// - Throws: `ArrayError` of kind `readOnly`; of kind `value` if the mask has another count, or
  ///   there are no values for its true elements.
  ///
  /// NumPy: `numpy.place(a, mask, values)`. Writes in place.
  public func place(_ mask: some StridedArray, _ values: Self) throws(Failure) {
    try Self.attempt { () throws(ArrayError) in
      try erased.checkWritable()
      let places = try erased.flatPlaces(of: mask.erased, "place")
      try erased.putAll(values.erased, at: places, mode: .raise)
    }
  }
}

extension StridedArray {
  /// Writes this array's elements to those of `target` where `mask` is true.
  ///
  /// This array and the mask broadcast to the target's shape. O(n).
  ///
  /// - Throws: `ArrayError` of kind `readOnly`; of kind `value` if the shapes do not broadcast; of
  ///   kind `type` if the mask holds no truth values or the types are not of the same kind.
  ///
  /// NumPy: `numpy.copyto(target, a, where=mask)`. Writes in place.
  public func copy<Target: WritableArray>(
    to target: Target, where mask: some StridedArray
  ) throws(Target.Failure) {
    try Target.attempt { () throws(ArrayError) in
      try mask.erased.checkMask()
      try target.erased.checkWritable()
      try target.erased.checkReceives(dtype, of: shape)
      try erased.assign(to: target.erased, where: mask.erased)
    }
  }
}

extension WritableArray {
  /// Adds values to the elements that an index picks, once for each time it picks them.
  ///
  /// Unlike `a[at: index] += values`, duplicates accumulate. O(n).
  ///
  /// - Throws: `ArrayError` of kind `readOnly`; of kind `index` for a bad index; of kind `value` if
  ///   the values do not broadcast; of kind `type` if the types do not fit.
  ///
  /// NumPy: `numpy.add.at(a, index, values)`. Writes in place.
  public func add(_ values: Self, at index: [AdvancedIndex]) throws(Failure) {
    try accumulate(.add, values, at: index)
  }

  /// Adds values to the elements that an array, a list or a mask picks, once for each time.
  ///
  /// NumPy: `numpy.add.at(a, index, values)`. Writes in place.
  public func add(_ values: Self, at index: some AdvancedIndexTerm) throws(Failure) {
    try accumulate(.add, values, at: [index.advancedIndex])
  }

  /// Applies an operation with values to the elements that an index picks, once for each time it
  /// picks them, in the row-major order of the index.
  ///
  /// - Throws: as `add(_:at:)`.
  ///
  /// NumPy: `numpy.ufunc.at`. Writes in place.
  public func accumulate(
    _ operation: BinaryOperation, _ values: Self, at index: [AdvancedIndex]
  ) throws(Failure) {
    try Self.attempt { () throws(ArrayError) in
      try erased.accumulated(operation, values.erased, at: index)
    }
  }

  /// Applies an operation with values to the elements that an array, a list or a mask picks, once
  /// for each time.
  ///
  /// NumPy: `numpy.ufunc.at`. Writes in place.
  public func accumulate(
    _ operation: BinaryOperation, _ values: Self, at index: some AdvancedIndexTerm
  ) throws(Failure) { try accumulate(operation, values, at: [index.advancedIndex]) }
}

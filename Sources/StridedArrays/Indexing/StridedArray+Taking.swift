// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops

extension StridedArray {
  /// Returns the elements at positions along an axis, or in the row-major order of all elements.
  ///
  /// The shape of `positions` takes the place of the axis. A fresh result is row-major. O(n).
  ///
  /// - Parameter target: Where to write the result, in its exact shape; it may share memory with
  ///   the array and the positions. Nil for fresh memory.
  /// - Returns: The target, or the fresh array.
  /// - Throws: `ArrayError` of kind `index` if a position is out of range and `mode` is `raise`, or
  ///   there is nothing to take from; of kind `axis` if there is no such axis.
  ///
  /// NumPy: `numpy.take(a, positions, axis, out=target, mode=)`. Copies.
  @discardableResult public func take(
    _ positions: some IndexArray, axis: Int? = nil, mode: IndexMode = .raise,
    into target: Fresh? = nil
  ) throws(Failure) -> Fresh {
    try Self.attempt { () throws(ArrayError) in
      Fresh(
        adopting: try erased.taken(
          positions.indexArray, axis: axis, mode: mode, into: target?.erased))
    }
  }

  /// Returns the elements at positions along an axis that differ from line to line.
  ///
  /// `positions` has as many axes as this array; the other axes broadcast. Without an axis the
  /// positions are 1-d, in the row-major order of all elements. As sorting by positions does. O(n).
  ///
  /// - Throws: `ArrayError` of kind `index` if a position is out of range or the shapes do not
  ///   broadcast; of kind `value` if the ranks differ; of kind `axis` if there is no such axis.
  ///
  /// NumPy: `numpy.take_along_axis`. Copies.
  @discardableResult public func takeAlong(
    _ positions: some IndexArray, axis: Int? = -1, into target: Fresh? = nil
  ) throws(Failure) -> Fresh {
    try Self.attempt { () throws(ArrayError) in
      let picked = try erased.pickedAlong(positions.indexArray, axis: axis)
      return Fresh(adopting: try erased.gathered(picked, into: target?.erased))
    }
  }

  /// Returns the parts along an axis (or the elements) for which a 1-d condition is true.
  ///
  /// - Throws: `ArrayError` of kind `value` if the condition is not 1-d; of kind `index` if it is
  ///   true beyond the end; of kind `axis` if there is no such axis.
  ///
  /// NumPy: `numpy.compress(condition, a, axis, out=target)`. Copies.
  @discardableResult public func compress(
    _ condition: some IndexArray, axis: Int? = nil, into target: Fresh? = nil
  ) throws(Failure) -> Fresh {
    try Self.attempt { () throws(ArrayError) in
      Fresh(
        adopting: try erased.compressed(
          condition.indexArray, axis: axis, into: target?.erased))
    }
  }

  /// Returns the elements whose position, in row-major order, has a true condition.
  ///
  /// - Throws: `ArrayError` of kind `index` if the condition is true beyond the end.
  ///
  /// NumPy: `numpy.extract(condition, a)`. Copies.
  @discardableResult public func extract(
    _ condition: some IndexArray, into target: Fresh? = nil
  ) throws(Failure) -> Fresh {
    try Self.attempt { () throws(ArrayError) in
      let (array, mask) = (erased, condition.indexArray)
      if target == nil, mask.shape == array.shape, Loops.isWord(array.itemSize) {
        return Fresh(adopting: try array.packed(where: mask.truths()))
      }
      let places = try mask.flatNonzeroList().array
      return Fresh(
        adopting: try array.taken(places, axis: nil, mode: .raise, into: target?.erased))
    }
  }
}

extension StridedArray {
  /// Returns the elements that an index with arrays and masks picks, to an array of that shape.
  ///
  /// The subscripts with the label `at` are the usual spelling; this form takes terms made at run
  /// time, and a target, which may share memory with the array and the index.
  ///
  /// - Throws: `ArrayError` of kind `index` if a position is out of range, a mask does not have the
  ///   lengths of its axes, the arrays do not broadcast, or there are too many terms.
  ///
  /// NumPy: `target[...] = a[[0, 2], 1:, mask]`. Copies.
  @discardableResult public func gathered(
    at index: [AdvancedIndex], into target: Fresh? = nil
  ) throws(Failure) -> Fresh {
    try Self.attempt { () throws(ArrayError) in
      Fresh(adopting: try erased.picked(at: index, into: target?.erased))
    }
  }
}

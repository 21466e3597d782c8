// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedMemory

extension StridedArray {
  /// Returns the array with `values` added at the end of an axis; without an axis, all flat.
  ///
  /// NumPy: `numpy.append(a, values, axis)`. Copies.
  @discardableResult public func appending(
    _ values: Self, axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self { try Self.concatenate([self, values], axis: axis, into: target) }

  /// Returns the array with `values` put before the position `index` of an axis; without an axis,
  /// of the elements in row-major order.
  ///
  /// All values go to that one position, converted to the array's type. A negative index counts
  /// from the end. A fresh result keeps column-major order.
  ///
  /// - Throws: `ArrayError` of kind `index` if there is no such position, of kind `value` if the
  ///   values do not broadcast to the other axes.
  ///
  /// NumPy: `numpy.insert(a, index, values, axis)` with an integer `index`. Copies.
  @discardableResult public func inserting(
    _ values: Self, at index: Int, axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(
        adopting: try erased.insertion(values.erased, index, axis).written(to: target?.erased))
    }
  }

  /// Returns the array with one of `values` put before each of the positions of an axis.
  ///
  /// The positions are those before anything is inserted. Values are broadcast.
  ///
  /// NumPy: `numpy.insert(a, [i, j, …], values, axis)`. Copies.
  @discardableResult public func inserting(
    _ values: Self, at indices: [Int], axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(
        adopting: try erased.insertion(values.erased, indices, axis).written(to: target?.erased))
    }
  }

  /// Returns the array with one of `values` put before each of the positions of a slice of an axis.
  ///
  /// NumPy: `numpy.insert(a, slice(…), values, axis)`. Copies.
  @discardableResult public func inserting(
    _ values: Self, at slice: Slice, axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      let assembly = try erased.insertion(values.erased, positions(of: slice, axis), axis)
      return Self(adopting: try assembly.written(to: target?.erased))
    }
  }

  /// Returns the array without the given positions of an axis; without an axis, flat.
  ///
  /// Positions may repeat. A fresh result keeps column-major order.
  ///
  /// - Throws: `ArrayError` of kind `index` if there is no such position.
  ///
  /// NumPy: `numpy.delete(a, indices, axis)`. Copies.
  @discardableResult public func deleting(
    at indices: [Int], axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.deletion(indices, axis).written(to: target?.erased))
    }
  }

  /// Returns the array without one position of an axis; without an axis, flat.
  ///
  /// NumPy: `numpy.delete(a, index, axis)`. Copies.
  @discardableResult public func deleting(
    at index: Int, axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self { try deleting(at: [index], axis: axis, into: target) }

  /// Returns the array without the positions of a slice of an axis; without an axis, flat.
  ///
  /// NumPy: `numpy.delete(a, slice(…), axis)`. Copies.
  @discardableResult public func deleting(
    at slice: Slice, axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      let assembly = try erased.deletion(positions(of: slice, axis), axis)
      return Self(adopting: try assembly.written(to: target?.erased))
    }
  }

  /// Returns the array without the positions of an axis where a mask is true; without an axis, flat.
  ///
  /// - Throws: `ArrayError` of kind `value` unless the mask is 1-d and as long as the axis, of kind
  ///   `type` if it holds no truth values.
  ///
  /// NumPy: `numpy.delete(a, mask, axis)`. Copies.
  @discardableResult public func deleting(
    where mask: some IndexArray, axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      let mask = mask.indexArray
      try mask.checkMask()
      let length = try editedLength(axis)
      guard mask.shape == [length] else {
        throw ArrayError(
          .value,
          "boolean array argument obj to delete must be one dimensional and match the axis length "
            + "of \(length); its shape is \(mask.shape)",
          operand: "mask", shapes: [mask.shape])
      }
      let places = try Array(NDArray<Int>(mask.flatNonzero()))
      let assembly = try erased.deletion(places, axis)
      return Self(adopting: try assembly.written(to: target?.erased))
    }
  }

  private func editedLength(_ axis: Int?) throws(ArrayError) -> Int {
    guard let axis else { return count }
    return layout.axes[try layout.normalizedAxis(axis)].length
  }

  private func positions(of slice: Slice, _ axis: Int?) throws(ArrayError) -> [Int] {
    let positions = try slice.positions(length: try editedLength(axis))
    return (0..<positions.count).map { positions.start + $0 * positions.step }
  }
}

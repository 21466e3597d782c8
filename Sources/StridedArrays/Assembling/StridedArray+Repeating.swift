// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension StridedArray {
  /// Returns the array laid side by side, `counts[i]` times along axis `i`.
  ///
  /// Missing counts and axes come first and are 1. A fresh result is row-major.
  ///
  /// - Throws: `ArrayError` of kind `value` if a count is negative or the result is too large.
  ///
  /// NumPy: `numpy.tile(a, counts)`. Copies.
  @discardableResult public func tiled(
    _ counts: [Int], into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.tiles(counts).written(to: target?.erased))
    }
  }

  /// Returns the array with each element, or each part along an axis, repeated in place.
  ///
  /// Without an axis the result is 1-d, of the elements in row-major order. A fresh result is
  /// row-major.
  ///
  /// - Throws: `ArrayError` of kind `value` if the count is negative, of kind `axis` if there is no
  ///   such axis.
  ///
  /// NumPy: `numpy.repeat(a, count, axis)`. Copies.
  @discardableResult public func repeated(
    _ count: Int, axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.repeats(count, axis).written(to: target?.erased))
    }
  }

  /// Returns the array with each part along an axis repeated a number of times of its own.
  ///
  /// - Throws: `ArrayError` of kind `value` if a count is negative or there are neither one nor as
  ///   many counts as parts.
  ///
  /// NumPy: `numpy.repeat(a, counts, axis)`. Copies.
  @discardableResult public func repeated(
    _ counts: [Int], axis: Int? = nil, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.repeats(counts, axis).written(to: target?.erased))
    }
  }

  /// Returns an array of any shape that holds the elements in row-major order, again and again.
  ///
  /// NumPy: `numpy.resize(a, shape)`. Copies.
  @discardableResult public func resized(
    _ shape: [Int], into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      let (flat, wanted) = (try erased.raveled(), try Assembly(shape: shape, dtype))
      if flat.count == 0 || wanted.layout.isEmpty {
        var result = wanted
        if !wanted.layout.isEmpty {
          result.add(try AnyNDArray.zero(dtype)) { (layout) throws(ArrayError) in layout }
        }
        return Self(adopting: try result.written(to: target?.erased))
      }
      let total = wanted.layout.count
      let (whole, rest) = total.quotientAndRemainder(dividingBy: flat.count)
      var line = try Assembly(shape: [total], dtype)
      if whole > 0 {
        line.add(flat) { (layout) throws(ArrayError) in
          try layout.part(0, 0..<(whole * flat.count))
            .reshaped(to: [whole, flat.count], itemSize: flat.itemSize)
        }
      }
      if rest > 0 { line.add(try flat.part(0, 0..<rest), axis: 0, (total - rest)..<total) }
      let result = try line.written(to: nil).reshaped(shape)
      guard let target = target?.erased else { return Self(adopting: result) }
      var all = wanted
      all.add(result) { (layout) throws(ArrayError) in layout }
      return Self(adopting: try all.written(to: target))
    }
  }
}

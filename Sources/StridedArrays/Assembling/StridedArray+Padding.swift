// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension StridedArray {
  /// Returns the array with elements added around it.
  ///
  /// A fresh result keeps column-major order.
  ///
  /// - Parameters:
  ///   - widths: One for each axis, or one for all axes.
  ///   - padding: What is added.
  ///   - target: Where to write the result, in its exact shape; it may share memory with the array.
  ///     Nil for fresh memory.
  /// - Throws: `ArrayError` of kind `value` if a width is negative, there are not as many as axes,
  ///   or there is no element that a margin could be made of; of kind `type` if elements without
  ///   arithmetic are to be computed.
  ///
  /// NumPy: `numpy.pad(a, widths, mode)`. Copies.
  @discardableResult public func padded(
    _ widths: [PadWidth], _ padding: Padding = .zeros, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.padded(widths, padding, nil, target?.erased))
    }
  }

  /// Returns the array with elements of given values added around it.
  ///
  /// - Parameter values: One element; or two, for before and after every axis; or whatever
  ///   broadcasts to a row of two for each axis.
  ///
  /// NumPy: `numpy.pad(a, widths, constant_values=values)`. Copies.
  @discardableResult public func padded(
    _ widths: [PadWidth], with values: Self, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.padded(widths, .zeros, values.erased, target?.erased))
    }
  }

  /// Returns the array with lines added around it that end at given values.
  ///
  /// Integers are rounded down. The values are given as to `padded(_:with:)`.
  ///
  /// NumPy: `numpy.pad(a, widths, "linear_ramp", end_values=values)`. Copies.
  @discardableResult public func padded(
    _ widths: [PadWidth], rampingTo values: Self, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.padded(widths, .ramp, values.erased, target?.erased))
    }
  }
}

extension WritableArray {
  /// Returns the array with zeros added around it, which a closure changes line by line.
  ///
  /// The closure is called for every line along the first axis, margins of the others included,
  /// then along the second one, and so on. It gets the line as a view to write to, the width of the
  /// margins at its ends, and the axis.
  ///
  /// NumPy: `numpy.pad(a, widths, function)`. Copies.
  @discardableResult public func padded(
    _ widths: [PadWidth], into target: Self? = nil,
    _ fill: (_ line: Self, _ width: PadWidth, _ axis: Int) throws(Failure) -> Void
  ) throws(Failure) -> Self {
    if let target, target.overlapsItself {
      let whole = try padded(widths, fill)
      try Self.attempt { () throws(ArrayError) in try target.erased.assign(from: whole.erased) }
      return target
    }
    let result = try padded(widths, .zeros, into: target)
    for axis in 0..<rank {
      let lines = try result.movingAxes([axis], to: [-1])
      var walk = OffsetWalk([lines.layout], Array(lines.shape.dropLast()))
      while let offsets = walk.next() {
        let line = try Self.attempt { () throws(ArrayError) in
          lines.view(try Layout(axes: AxisList([lines.layout.axes[rank - 1]]), offset: offsets[0]))
        }
        try fill(line, widths[widths.count == 1 ? 0 : axis], axis)
      }
    }
    return result
  }
}

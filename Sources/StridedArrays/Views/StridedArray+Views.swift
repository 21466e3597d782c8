// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedMemory

extension StridedArray {
  /// Returns a view of the elements that `terms` pick, one term an axis.
  ///
  /// The plain subscripts are the usual spelling; this form takes terms made at run time.
  ///
  /// NumPy: `a[1:4, ..., numpy.newaxis]`. Returns a view.
  @inlinable public func view(at terms: [AxisIndex]) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in view(try layout.indexed(by: terms)) }
  }

  /// Returns a view with the axes in reverse order. NumPy: `numpy.ndarray.T`. Returns a view.
  @inlinable public func transposed() -> Self { view(layout.transposed()) }

  /// Returns a view with its last two axes exchanged.
  ///
  /// NumPy: `numpy.ndarray.mT`. Returns a view. Needs at least two axes.
  @inlinable public func matrixTransposed() throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in view(try layout.matrixTransposed()) }
  }

  /// Returns a view whose axis `i` is axis `axes[i]` of this array.
  ///
  /// NumPy: `numpy.transpose(a, axes)`. Returns a view.
  @inlinable public func permuted(_ axes: [Int]) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in view(try layout.permuted(axes)) }
  }

  /// Returns a view with two axes exchanged. NumPy: `numpy.swapaxes`. Returns a view.
  @inlinable public func swappingAxes(_ first: Int, _ second: Int) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in view(try layout.swappingAxes(first, second)) }
  }

  /// Returns a view with axes moved to other positions, the rest in order.
  ///
  /// NumPy: `numpy.moveaxis`. Returns a view.
  @inlinable public func movingAxes(_ sources: [Int], to destinations: [Int]) throws(Failure)
    -> Self
  {
    try Self.attempt { () throws(ArrayError) in
      view(try layout.movingAxes(sources, to: destinations))
    }
  }

  /// Returns a view with one axis rolled back to stand before `position`.
  ///
  /// NumPy: `numpy.rollaxis`. Returns a view.
  @inlinable public func rollingAxis(_ axis: Int, to position: Int = 0) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in view(try layout.rollingAxis(axis, to: position)) }
  }

  /// Returns a view with axes of length 1 at the positions `axes` of the result.
  ///
  /// NumPy: `numpy.expand_dims`. Returns a view.
  @inlinable public func expanded(axes: [Int]) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in view(try layout.expanded(axes: axes)) }
  }

  /// Returns a view without axes of length 1: all of them, or the named ones.
  ///
  /// NumPy: `numpy.squeeze`. Returns a view. An axis of another length is an error.
  @inlinable public func squeezed(axes: [Int]? = nil) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in view(try layout.squeezed(axes: axes)) }
  }

  /// Returns a view with axes reversed: all of them, or the named ones.
  ///
  /// NumPy: `numpy.flip`. Returns a view.
  @inlinable public func flipped(axes: [Int]? = nil) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in view(try layout.flipped(axes: axes)) }
  }

  /// Returns a view with one axis reversed. NumPy: `numpy.flip`. Returns a view.
  @inlinable public func flipped(axis: Int) throws(Failure) -> Self { try flipped(axes: [axis]) }

  /// Returns a view turned by quarter turns from the first axis towards the second.
  ///
  /// NumPy: `numpy.rot90`. Returns a view.
  @inlinable public func rotated90(times: Int = 1, axes: (Int, Int) = (0, 1)) throws(Failure)
    -> Self
  {
    try Self.attempt { () throws(ArrayError) in
      view(try layout.rotated90(times: times, axes: axes))
    }
  }

  /// Returns a read-only view of a diagonal, as the last axis.
  ///
  /// - Parameters:
  ///   - offset: How far the diagonal lies above (or, negative, below) the main one.
  ///   - axes: The two axes that form the matrices.
  ///
  /// NumPy: `numpy.diagonal`. Returns a view.
  @inlinable public func diagonal(offset: Int = 0, axes: (Int, Int) = (0, 1)) throws(Failure)
    -> Self
  {
    try Self.attempt { () throws(ArrayError) in
      readOnlyView(try layout.diagonal(offset: offset, axes: axes))
    }
  }

  /// Returns a read-only view that repeats axes of length 1 by stride 0.
  ///
  /// NumPy: `numpy.broadcast_to`. Returns a view.
  @inlinable public func broadcast(to shape: [Int]) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in readOnlyView(try layout.broadcast(to: shape)) }
  }

  /// Returns a read-only view of all windows of a shape, whose axes come last.
  ///
  /// NumPy: `numpy.lib.stride_tricks.sliding_window_view`. Returns a view.
  @inlinable public func slidingWindows(shape: [Int], axes: [Int]? = nil) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      readOnlyView(try layout.slidingWindows(shape: shape, axes: axes))
    }
  }

  /// Returns a view with any lengths and byte strides that stay inside the storage.
  ///
  /// - Parameter offset: Where the view starts, in bytes from this array's first element.
  ///
  /// NumPy: `numpy.lib.stride_tricks.as_strided`, which does not check. Returns a view.
  @inlinable public func strided(shape: [Int], strides: [Int], offset: Int = 0) throws(Failure)
    -> Self
  {
    try Self.attempt { () throws(ArrayError) in
      let (start, overflow) = layout.offset.addingReportingOverflow(offset)
      guard !overflow else {
        throw ArrayError(.value, "the offset \(offset) does not fit the array's memory")
      }
      return view(
        try layout.strided(
          shape: shape, strides: strides, offset: start, within: 0..<storage.byteCount,
          itemSize: itemSize))
    }
  }

  /// Returns a view with at least `rank` axes; new ones come first.
  ///
  /// For three axes `(n)` becomes `(1, n, 1)` and `(m, n)` becomes `(m, n, 1)`.
  ///
  /// NumPy: `numpy.atleast_1d`, `numpy.atleast_2d`, `numpy.atleast_3d`. Returns a view.
  @inlinable public func expanded(toRank rank: Int) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      self.rank >= rank ? self : view(try layout.expanded(toRank: rank))
    }
  }
}

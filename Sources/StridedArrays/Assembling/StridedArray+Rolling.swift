// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension StridedArray {
  /// Returns the array with its elements moved along the flat row-major order, around the end.
  ///
  /// NumPy: `numpy.roll(a, shift)`. Copies.
  @discardableResult public func rolled(
    by shift: Int, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      let flat = try erased.raveled()
      if rank == 1, let target {
        return Self(adopting: try flat.rolls([shift], [0]).written(to: target.erased))
      }
      let result = try flat.rolls([shift], [0]).written(to: nil).reshaped(shape)
      guard let target = target?.erased else { return Self(adopting: result) }
      var whole = try Assembly(shape: shape, dtype)
      whole.add(result) { (layout) throws(ArrayError) in layout }
      return Self(adopting: try whole.written(to: target))
    }
  }

  /// Returns the array with its elements moved along axes, around the end; shifts of an axis that
  /// is named more than once add up.
  ///
  /// A fresh result keeps the order in memory.
  ///
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis, of kind `value` unless there
  ///   are as many shifts as axes, or one of either.
  ///
  /// NumPy: `numpy.roll(a, shifts, axes)`. Copies.
  @discardableResult public func rolled(
    by shifts: [Int], axes: [Int], into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.rolls(shifts, axes).written(to: target?.erased))
    }
  }

  /// Returns the array with its elements moved along an axis, around the end.
  ///
  /// NumPy: `numpy.roll(a, shift, axis)`. Copies.
  @discardableResult public func rolled(
    by shift: Int, axis: Int, into target: Self? = nil
  ) throws(Failure) -> Self { try rolled(by: [shift], axes: [axis], into: target) }
}

extension WritableArray {
  /// Moves the elements along the flat row-major order, around the end, in place.
  ///
  /// NumPy: `a[...] = numpy.roll(a, shift)`.
  public func roll(by shift: Int) throws(Failure) { try rolled(by: shift, into: self) }

  /// Moves the elements along an axis, around the end, in place.
  ///
  /// Copies the smaller one of the two parts. NumPy: `a[...] = numpy.roll(a, shift, axis)`.
  public func roll(by shift: Int, axis: Int) throws(Failure) {
    try rolled(by: shift, axis: axis, into: self)
  }

  /// Moves the elements along axes, around the end, in place.
  ///
  /// NumPy: `a[...] = numpy.roll(a, shifts, axes)`.
  public func roll(by shifts: [Int], axes: [Int]) throws(Failure) {
    try rolled(by: shifts, axes: axes, into: self)
  }

  /// Reverses the elements along axes, or all axes, in place.
  ///
  /// NumPy: `a[...] = numpy.flip(a, axes)`.
  public func flip(axes: [Int]? = nil) throws(Failure) {
    try Self.attempt { () throws(ArrayError) in
      try erased.assign(from: erased.flipped(axes: axes))
    }
  }

  /// Reverses the elements along an axis, in place.
  ///
  /// NumPy: `a[...] = numpy.flip(a, axis)`.
  public func flip(axis: Int) throws(Failure) { try flip(axes: [axis]) }
}

extension AnyNDArray {
  /// How the array's parts change places along axes.
  func rolls(_ shifts: [Int], _ axes: [Int]) throws(ArrayError) -> Assembly {
    guard shifts.count == axes.count || shifts.count == 1 || axes.count == 1 else {
      throw ArrayError(
        .value, "\(shifts.count) shifts do not fit \(axes.count) axes; give one an axis")
    }
    var turns = [Int](repeating: 0, count: rank)
    let count = shifts.isEmpty || axes.isEmpty ? 0 : Swift.max(shifts.count, axes.count)
    for axis in axes { _ = try layout.normalizedAxis(axis) }
    for i in 0..<count {
      let axis = try layout.normalizedAxis(axes[axes.count == 1 ? 0 : i])
      let length = layout.axes[axis].length
      guard length > 0 else { continue }
      // Each addend is smaller than the axis, so that no sum leaves `Int`.
      let turn = shifts[shifts.count == 1 ? 0 : i] % length
      let positive = turn < 0 ? turn + length : turn
      let room = length - turns[axis]
      turns[axis] = positive >= room ? positive - room : turns[axis] + positive
    }
    let turned = turns.indices.filter { turns[$0] != 0 }
    // Every turned axis doubles the parts; more than a few are turned one after another.
    if turned.count > 6 {
      let (first, others) = (Array(turned.prefix(6)), Array(turned.dropFirst(6)))
      return try rolls(first.map { turns[$0] }, first).written(to: nil)
        .rolls(others.map { turns[$0] }, others)
    }
    var assembly = Assembly(layout: try copyLayout(.keep, itemSize: itemSize), dtype: dtype)
    for choice in 0..<(1 << turned.count) {
      var source = self
      var ranges: [(axis: Int, range: Range<Int>)] = []
      for (bit, axis) in turned.enumerated() {
        let (length, turn) = (layout.axes[axis].length, turns[axis])
        let isWrapped = choice >> bit & 1 == 1
        source = try source.part(axis, isWrapped ? (length - turn)..<length : 0..<(length - turn))
        ranges.append((axis, isWrapped ? 0..<turn : turn..<length))
      }
      assembly.add(source) { [ranges] (layout) throws(ArrayError) in
        var place = layout
        for (axis, range) in ranges { place = try place.part(axis, range) }
        return place
      }
    }
    return assembly
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What may stand in a subscript that makes a view: integers, ranges and the terms of `AxisIndex`.
///
/// Negative ends of a range count from the end of the axis, so `(-3)...` is the last three and
/// `(-3)...(-1)` the same; ends beyond the axis are clipped.
public protocol IndexTerm {
  /// The term in the form that layouts take.
  var axisIndex: AxisIndex { get }
}

extension AxisIndex: IndexTerm {
  @inlinable public var axisIndex: AxisIndex { self }
}

extension Int: IndexTerm {
  @inlinable public var axisIndex: AxisIndex { .index(self) }
}

extension Slice: IndexTerm {
  @inlinable public var axisIndex: AxisIndex { .slice(self) }

  /// The exclusive end that includes `last`: nothing where the next position would be no position.
  @inlinable static func stop(after last: Int) -> Int? {
    // After -1, the last position, there is no negative number that means "past the end".
    last == -1 || last == Int.max ? nil : last + 1
  }
}

extension Range: IndexTerm where Bound == Int {
  @inlinable public var axisIndex: AxisIndex { .slice(Slice(lowerBound, upperBound)) }
}

extension ClosedRange: IndexTerm where Bound == Int {
  @inlinable public var axisIndex: AxisIndex {
    .slice(Slice(lowerBound, Slice.stop(after: upperBound)))
  }
}

extension PartialRangeFrom: IndexTerm where Bound == Int {
  @inlinable public var axisIndex: AxisIndex { .slice(Slice(lowerBound, nil)) }
}

extension PartialRangeUpTo: IndexTerm where Bound == Int {
  @inlinable public var axisIndex: AxisIndex { .slice(Slice(nil, upperBound)) }
}

extension PartialRangeThrough: IndexTerm where Bound == Int {
  @inlinable public var axisIndex: AxisIndex { .slice(Slice(nil, Slice.stop(after: upperBound))) }
}

extension IndexTerm where Self == AxisIndex {
  /// The whole axis.
  ///
  /// NumPy: `:`.
  @inlinable public static var all: AxisIndex { .slice(Slice()) }

  // Disfavoured, or `AxisIndex.newAxis` would be this or the case of that name.
  /// A new axis of length 1.
  ///
  /// NumPy: `numpy.newaxis`.
  @_disfavoredOverload
  @inlinable public static var newAxis: AxisIndex { AxisIndex.newAxis }

  // Disfavoured, or `AxisIndex.ellipsis` would be this or the case of that name.
  /// As many whole axes as the other terms leave.
  ///
  /// NumPy: `Ellipsis`.
  @_disfavoredOverload
  @inlinable public static var ellipsis: AxisIndex { AxisIndex.ellipsis }

  /// Every `step`-th position; a negative step walks backwards.

  ///

  /// NumPy: `::step`.
  @inlinable public static func every(_ step: Int) -> AxisIndex { .slice(Slice(nil, nil, step)) }

  /// The positions from `start` up to but not including `stop`, every `step`.
  @inlinable public static func slice(_ start: Int?, _ stop: Int?, _ step: Int = 1) -> AxisIndex {
    .slice(Slice(start, stop, step))
  }
}

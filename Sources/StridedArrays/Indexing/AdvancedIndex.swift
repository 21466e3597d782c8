// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// One term of a subscript that copies: a term of a view, an array of positions, or a mask.
///
/// NumPy: an entry of the tuple in `a[i, 1:3, mask]`.
public enum AdvancedIndex {
  /// A term that views take too. Next to an array, an integer counts as an array of rank 0.
  case basic(AxisIndex)
  /// Integers of any type and shape: positions along one axis, negative ones from the end.
  /// Truth values of any shape: a mask of as many axes as it has itself.
  case array(AnyNDArray)

  /// The number of axes that the term uses up, those of an ellipsis not counted.
  var axisCount: Int {
    switch self {
    case .basic(.index), .basic(.slice): 1
    case .basic: 0
    case .array(let array): array.dtype.kind == .bool ? array.rank : 1
    }
  }

  /// Whether the term is an integer or an array: what its neighbours are joined with.
  var isArray: Bool {
    switch self {
    case .basic(.index), .array: true
    case .basic: false
    }
  }
}

/// What may stand in a subscript with the label `at`: integers, ranges, lists and arrays.
public protocol AdvancedIndexTerm {
  /// The term in the form that arrays take.
  var advancedIndex: AdvancedIndex { get }
}

extension AdvancedIndex: AdvancedIndexTerm {
  public var advancedIndex: AdvancedIndex { self }
}

extension AxisIndex: AdvancedIndexTerm {
  public var advancedIndex: AdvancedIndex { .basic(self) }
}

extension Int: AdvancedIndexTerm {
  public var advancedIndex: AdvancedIndex { .basic(axisIndex) }
}

extension Slice: AdvancedIndexTerm {
  public var advancedIndex: AdvancedIndex { .basic(axisIndex) }
}

extension Range: AdvancedIndexTerm where Bound == Int {
  public var advancedIndex: AdvancedIndex { .basic(axisIndex) }
}

extension ClosedRange: AdvancedIndexTerm where Bound == Int {
  public var advancedIndex: AdvancedIndex { .basic(axisIndex) }
}

extension PartialRangeFrom: AdvancedIndexTerm where Bound == Int {
  public var advancedIndex: AdvancedIndex { .basic(axisIndex) }
}

extension PartialRangeUpTo: AdvancedIndexTerm where Bound == Int {
  public var advancedIndex: AdvancedIndex { .basic(axisIndex) }
}

extension PartialRangeThrough: AdvancedIndexTerm where Bound == Int {
  public var advancedIndex: AdvancedIndex { .basic(axisIndex) }
}

/// An element type whose arrays and lists can be indices: the integers, and `Bool` as a mask.
public protocol IndexScalar: Scalar {}

extension Bool: IndexScalar {}
extension Int: IndexScalar {}
extension Int8: IndexScalar {}
extension Int16: IndexScalar {}
extension Int32: IndexScalar {}
extension Int64: IndexScalar {}
extension UInt: IndexScalar {}
extension UInt8: IndexScalar {}
extension UInt16: IndexScalar {}
extension UInt32: IndexScalar {}
extension UInt64: IndexScalar {}

extension AdvancedIndexTerm where Self == AxisIndex {
  /// The whole axis. NumPy: `:`.
  @_disfavoredOverload public static var all: AxisIndex { .slice(Slice()) }

  /// A new axis of length 1. NumPy: `numpy.newaxis`.
  @_disfavoredOverload public static var newAxis: AxisIndex { AxisIndex.newAxis }

  /// As many whole axes as the other terms leave. NumPy: `Ellipsis`.
  @_disfavoredOverload public static var ellipsis: AxisIndex { AxisIndex.ellipsis }

  /// Every `step`-th position; a negative step walks backwards. NumPy: `::step`.
  @_disfavoredOverload public static func every(_ step: Int) -> AxisIndex {
    .slice(Slice(nil, nil, step))
  }

  /// The positions from `start` up to but not including `stop`, every `step`.
  @_disfavoredOverload public static func slice(
    _ start: Int?, _ stop: Int?, _ step: Int = 1
  ) -> AxisIndex { .slice(Slice(start, stop, step)) }
}

// SPDX-License-Identifier: Apache-2.0

/// What an array is padded with.
///
/// Axes are padded one after another, so that corners are made of what the earlier axes added.
///
/// NumPy: the `mode=` argument of `numpy.pad` and the arguments that belong to it.
public struct Padding: Hashable, Sendable {
  enum Mode: Hashable, Sendable {
    case constant, ramp, nothing, edge, wrap
    case mirror(repeatsEdge: Bool, isOdd: Bool)
    case statistic(Statistic)
  }

  enum Statistic: Hashable, Sendable { case maximum, minimum, mean, median }

  var mode: Mode
  /// How many elements before and after an axis a statistic is made of; nil for all.
  var lengths: [PadWidth]?

  init(_ mode: Mode, of lengths: [PadWidth]? = nil) {
    self.mode = mode
    self.lengths = lengths
  }

  /// Zeros. NumPy: `"constant"`; values are given to `padded(_:with:)`.
  public static let zeros = Padding(.constant)
  /// Whatever is there: fresh memory of any content, or what a target holds. NumPy: `"empty"`.
  ///
  /// Users' structs get zeros in fresh memory.
  public static let empty = Padding(.nothing)
  /// The element at the edge. NumPy: `"edge"`.
  public static let edge = Padding(.edge)
  /// The elements from the other end. NumPy: `"wrap"`.
  public static let wrap = Padding(.wrap)
  /// A line from the edge down to zero. NumPy: `"linear_ramp"`; other ends are given to
  /// `padded(_:rampingTo:)`.
  public static let ramp = Padding(.ramp)

  /// The elements mirrored at the edge element, which is not repeated. NumPy: `"reflect"`.
  public static let reflect = Padding(.mirror(repeatsEdge: false, isOdd: false))
  /// As `reflect`, and also turned upside down at the edge element: twice that minus each.
  ///
  /// NumPy: `"reflect"` with `reflect_type="odd"`.
  public static let oddReflect = Padding(.mirror(repeatsEdge: false, isOdd: true))
  /// The elements mirrored at the edge, so that the edge element is repeated. NumPy: `"symmetric"`.
  public static let symmetric = Padding(.mirror(repeatsEdge: true, isOdd: false))
  /// As `symmetric`, and also turned upside down at the edge element: twice that minus each.
  ///
  /// NumPy: `"symmetric"` with `reflect_type="odd"`.
  public static let oddSymmetric = Padding(.mirror(repeatsEdge: true, isOdd: true))

  /// The largest element of the line along the axis. NumPy: `"maximum"`.
  public static let maximum = Padding(.statistic(.maximum))
  /// The smallest element of the line along the axis. NumPy: `"minimum"`.
  public static let minimum = Padding(.statistic(.minimum))
  /// The mean of the line along the axis; among integers the nearest, of two the even one.
  ///
  /// NumPy: `"mean"`.
  public static let mean = Padding(.statistic(.mean))
  /// The median of the line along the axis; among integers the nearest, of two the even one.
  ///
  /// NumPy: `"median"`.
  public static let median = Padding(.statistic(.median))

  /// The largest of the elements nearest to the edge, as many as `lengths` says: one an axis, or
  /// one for all. NumPy: `"maximum"` with `stat_length=`.
  public static func maximum(of lengths: [PadWidth]) -> Padding {
    Padding(.statistic(.maximum), of: lengths)
  }

  /// The smallest of the elements nearest to the edge. NumPy: `"minimum"` with `stat_length=`.
  public static func minimum(of lengths: [PadWidth]) -> Padding {
    Padding(.statistic(.minimum), of: lengths)
  }

  /// The mean of the elements nearest to the edge. NumPy: `"mean"` with `stat_length=`.
  public static func mean(of lengths: [PadWidth]) -> Padding {
    Padding(.statistic(.mean), of: lengths)
  }

  /// The median of the elements nearest to the edge. NumPy: `"median"` with `stat_length=`.
  public static func median(of lengths: [PadWidth]) -> Padding {
    Padding(.statistic(.median), of: lengths)
  }

  /// Whether there must be an element to make the margin of.
  var needsElements: Bool { mode != .constant && mode != .nothing }
}

/// How many elements before and after an axis something concerns.
public struct PadWidth: Hashable, Sendable {
  public var before: Int
  public var after: Int

  public init(_ before: Int, _ after: Int) {
    self.before = before
    self.after = after
  }

  /// As many on both sides.
  public init(_ both: Int) { self.init(both, both) }
}

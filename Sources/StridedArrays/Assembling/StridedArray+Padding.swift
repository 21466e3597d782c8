// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops

/// What an array is padded with.
///
/// NumPy: the `mode=` argument of `numpy.pad`.
public enum Padding: Hashable, Sendable {
  /// Zeros. NumPy: `"constant"` without values; other values are given to `padded(_:with:)`.
  case zeros
  /// The element at the edge. NumPy: `"edge"`.
  case edge
  /// The elements mirrored at the edge element, which is not repeated. NumPy: `"reflect"`.
  case reflect
  /// The elements mirrored at the edge, so that the edge element is repeated. NumPy: `"symmetric"`.
  case symmetric
  /// The elements from the other end. NumPy: `"wrap"`.
  case wrap
  /// The largest element of the line along the axis. NumPy: `"maximum"`.
  case maximum
  /// The smallest element of the line along the axis. NumPy: `"minimum"`.
  case minimum
}

/// How many elements are put before and after an axis.
public struct PadWidth: Hashable, Sendable {
  public var before: Int
  public var after: Int

  public init(_ before: Int, _ after: Int) {
    self.before = before
    self.after = after
  }
}

extension StridedArray {
  /// Returns the array with elements added around it.
  ///
  /// Axes are padded one after another, so that corners are made of what the earlier axes added. A
  /// fresh result keeps column-major order.
  ///
  /// - Parameter widths: One for each axis, or one for all axes.
  /// - Throws: `ArrayError` of kind `value` if a width is negative, there are not as many as axes,
  ///   or an axis without elements has nothing to be padded with.
  ///
  /// NumPy: `numpy.pad(a, widths, mode)`. Copies.
  @discardableResult public func padded(
    _ widths: [PadWidth], _ padding: Padding = .zeros, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.padded(widths, padding, nil, target?.erased))
    }
  }

  /// Returns the array with elements of one value added around it.
  ///
  /// - Parameter value: An array of one element.
  ///
  /// NumPy: `numpy.pad(a, widths, constant_values=value)`. Copies.
  @discardableResult public func padded(
    _ widths: [PadWidth], with value: Self, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.padded(widths, .zeros, value.erased, target?.erased))
    }
  }
}

extension AnyNDArray {
  func padded(
    _ widths: [PadWidth], _ padding: Padding, _ value: AnyNDArray?, _ target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    if let value, value.count != 1 {
      throw ArrayError(
        .value, "a margin is filled with one element, not with those of the shape \(value.shape)")
    }
    let widths = widths.count == 1 ? Array(repeating: widths[0], count: rank) : widths
    let shape = try paddedShape(widths, isFilledFromArray: padding != .zeros)
    let isColumnMajor = isContiguous(.columnMajor) && !isContiguous(.rowMajor)
    var assembly = try Assembly(
      shape: shape, dtype, order: isColumnMajor ? .columnMajor : .rowMajor)
    let center = zip(self.shape, widths).map { $1.before..<($1.before + $0) }
    assembly.add(self) { (layout) throws(ArrayError) in
      var place = layout
      for (axis, range) in center.enumerated() { place = try place.part(axis, range) }
      return place
    }
    if let target, target.overlapsItself {
      assembly.parts = []
      let whole = try padded(widths, padding, value, nil)
      assembly.add(whole) { (layout) throws(ArrayError) in layout }
      return try assembly.written(to: target)
    }
    let fill = try value?.copy(order: .keep).cast(to: dtype, copying: .ifNeeded)
    let zero = try AnyNDArray.allocate(.dense(shape: [], itemSize: itemSize), dtype, zeroed: true)
    // The centre is there from here on, so that the margins read only what has been written.
    let result = try assembly.written(to: target)
    guard !result.layout.isEmpty else { return result }
    for axis in 0..<rank where widths[axis] != PadWidth(0, 0) {
      var lines = result
      for later in (axis + 1)..<Swift.max(rank, axis + 1) {
        lines = try lines.part(later, center[later])
      }
      if padding == .zeros {
        for margin in [0..<center[axis].lowerBound, center[axis].upperBound..<shape[axis]] {
          try lines.part(axis, margin).assign(from: fill ?? zero)
        }
      } else {
        try lines.pad(axis, center[axis], padding)
      }
    }
    return result
  }

  private func paddedShape(
    _ widths: [PadWidth], isFilledFromArray: Bool
  ) throws(ArrayError) -> [Int] {
    guard widths.count == rank else {
      throw ArrayError(
        .value, "\(widths.count) widths do not fit the shape \(shape); give one an axis, or one")
    }
    var padded: [Int] = []
    for (axis, width) in widths.enumerated() {
      guard width.before >= 0, width.after >= 0 else {
        throw ArrayError(.value, "index can't contain negative values", axis: axis)
      }
      let (sum, isLong) = shape[axis].addingReportingOverflow(width.before)
      let (length, isTooLong) = sum.addingReportingOverflow(width.after)
      guard !isLong, !isTooLong else {
        throw ArrayError(.value, "the padded axis \(axis) is too long", axis: axis)
      }
      guard !isFilledFromArray || shape[axis] > 0 || length == 0 else {
        throw ArrayError(
          .value, "can't extend empty axis \(axis) using modes other than 'constant'", axis: axis)
      }
      padded.append(length)
    }
    return padded
  }

  /// Fills the margins of an axis from `center`, the part of it that has been filled.
  private func pad(_ axis: Int, _ center: Range<Int>, _ padding: Padding) throws(ArrayError) {
    let margins = [0..<center.lowerBound, center.upperBound..<shape[axis]]
    switch padding {
    case .zeros: return
    case .maximum, .minimum:
      let extreme = try part(axis, center).reduced(
        padding == .maximum ? .maximum : .minimum, axes: [axis], keepingAxes: true)
      for margin in margins { try part(axis, margin).assign(from: extreme) }
    case .edge:
      let edges = [center.prefix(1), center.suffix(1)]
      for (margin, edge) in zip(margins, edges) where !margin.isEmpty {
        try part(axis, margin).assign(from: part(axis, edge))
      }
    case .reflect, .symmetric, .wrap:
      for margin in margins {
        for run in runs(margin, center, padding) {
          let source = try part(axis, run.source)
          try part(axis, run.place)
            .assign(from: run.isBackward ? source.flipped(axes: [axis]) : source)
        }
      }
    }
  }

  /// A stretch of a margin that is a stretch of the centre, maybe backwards.
  private struct Run {
    var place: Range<Int>
    var source: Range<Int>
    var isBackward: Bool
  }

  /// The stretches of the centre, repeated or mirrored for ever, that meet a margin.
  private func runs(_ margin: Range<Int>, _ center: Range<Int>, _ padding: Padding) -> [Run] {
    let length = center.count
    guard padding == .wrap || length > 1 || padding == .symmetric else {
      // A single element mirrored at itself is itself.
      return margin.map { Run(place: $0..<($0 + 1), source: center, isBackward: false) }
    }
    var runs: [Run] = []
    // In a period of reflections the edges stand once, in one of symmetries twice.
    let period = padding == .wrap ? length : 2 * length - (padding == .reflect ? 2 : 0)
    var position = margin.lowerBound
    while position < margin.upperBound {
      let distance = (position - center.lowerBound) % period
      let phase = distance < 0 ? distance + period : distance
      let isBackward = phase >= length
      let rest = isBackward ? period - phase : length - phase
      let count = Swift.min(rest, margin.upperBound - position)
      let from = center.lowerBound + (isBackward ? 2 * length - 1 - phase : phase)
      let shift = padding == .reflect && isBackward ? 1 : 0
      let source =
        isBackward
        ? (from - shift - count + 1)..<(from - shift + 1) : from..<(from + count)
      runs.append(
        Run(place: position..<(position + count), source: source, isBackward: isBackward))
      position += count
    }
    return runs
  }
}

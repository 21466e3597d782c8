// SPDX-License-Identifier: Apache-2.0

/// A regular choice of positions along one axis: from `start`, up to but not including `stop`.
///
/// Negative ends count from the end of the axis, ends beyond the axis are clipped, and a missing
/// end is the one that `step` starts or stops at. NumPy: `slice`.
public struct Slice: Hashable, Sendable {
  /// The first position, or nil for the end of the axis where `step` starts.
  public var start: Int?
  /// The position to stop before, or nil for the end of the axis where `step` stops.
  public var stop: Int?
  /// The distance between chosen positions; negative walks backwards, zero is an error on use.
  public var step: Int

  /// Creates a slice.
  @inlinable public init(_ start: Int? = nil, _ stop: Int? = nil, _ step: Int = 1) {
    self.start = start
    self.stop = stop
    self.step = step
  }

  /// The positions of a slice on an axis of known length.
  public struct Positions: Hashable, Sendable {
    /// The first position; 0 if there is none.
    public var start: Int
    /// The distance between positions; 1 if there is no position.
    public var step: Int
    /// The number of positions.
    public var count: Int

    @inlinable init(start: Int, step: Int, count: Int) {
      self.start = start
      self.step = step
      self.count = count
    }
  }

  /// Returns the positions that the slice chooses on an axis of `length`, in O(1).
  ///
  /// - Throws: `ArrayError` of kind `value` if `step` is zero.
  @inlinable public func positions(length: Int) throws(ArrayError) -> Positions {
    guard step != 0 else { throw Self.zeroStep }
    let isBackward = step < 0
    let lowest = isBackward ? -1 : 0
    let highest = isBackward ? length - 1 : length
    let first = Self.clip(start, isBackward ? highest : lowest, length, lowest, highest)
    let last = Self.clip(stop, isBackward ? lowest : highest, length, lowest, highest)
    let distance = isBackward ? first - last : last - first
    guard distance > 0 else { return Positions(start: 0, step: 1, count: 0) }
    // `magnitude` holds that of Int.min too; a quotient of a distance always fits Int.
    let count = step == 1 ? distance : Int((UInt(distance) - 1) / step.magnitude) + 1
    return Positions(start: first, step: step, count: count)
  }

  @inlinable static func clip(
    _ end: Int?, _ missing: Int, _ length: Int, _ lowest: Int, _ highest: Int
  ) -> Int {
    guard let end else { return missing }
    if end < 0 { return Swift.max(end + length, lowest) }
    return Swift.min(end, highest)
  }

  @usableFromInline static var zeroStep: ArrayError {
    ArrayError(.value, "slice step cannot be zero")
  }
}

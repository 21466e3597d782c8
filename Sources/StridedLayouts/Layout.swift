// SPDX-License-Identifier: Apache-2.0

/// Where the elements of an array lie: its axes and the byte offset of its first element.
///
/// A layout is integers only: it knows no memory and no element type, so every view operation is
/// a function from layout to layout. Where the size of an element matters it is a parameter.
///
/// The element at `(i, j, …)` starts at byte `offset + i * axes[0].stride + j * axes[1].stride …`.
public struct Layout: Hashable, Sendable {
  /// The largest number of axes.
  ///
  /// NumPy: `numpy.ndarray.ndim` is at most 64.
  public static let maximumRank = 64

  // Invariants, checked by `checkInvariants()`:
  // 1. `axes.count <= maximumRank` and every length is >= 0.
  // 2. The product of the lengths fits `Int`, zero lengths counted as 1.
  // 3. The offset of every element fits `Int`.
  // A stride of an axis of length 1 (or of a layout without elements) addresses nothing.

  /// The axes, outermost first.
  public internal(set) var axes: AxisList
  /// Where the element at all-zero indices starts, in bytes from the start of the storage.
  public internal(set) var offset: Int

  /// Creates a layout from axes that are known to keep the invariants.
  @usableFromInline init(unchecked axes: AxisList, offset: Int) {
    self.axes = axes
    self.offset = offset
  }

  /// Creates a layout of explicit axes.
  ///
  /// - Throws: `ArrayError` of kind `value` if there are more than 64 axes, a length is negative,
  ///   or an element would lie at an offset that does not fit `Int`.
  public init(axes: AxisList, offset: Int = 0) throws(ArrayError) {
    self.init(unchecked: axes, offset: offset)
    try validate()
  }

  /// Creates a layout of explicit lengths and byte strides.
  ///
  /// - Throws: as `init(axes:offset:)`, and if `shape` and `strides` differ in count.
  public init(shape: [Int], strides: [Int], offset: Int = 0) throws(ArrayError) {
    guard shape.count == strides.count else {
      throw ArrayError(
        .value, "\(shape.count) lengths need as many strides, but there are \(strides.count)")
    }
    try self.init(
      axes: AxisList(zip(shape, strides).map { Axis(length: $0, stride: $1) }), offset: offset)
  }

  /// The number of axes.

  ///

  /// NumPy: `numpy.ndarray.ndim`.
  @inlinable public var rank: Int { axes.count }

  /// The lengths of the axes.

  ///

  /// NumPy: `numpy.ndarray.shape`.
  public var shape: [Int] { axes.map { $0.length } }

  /// The distances between neighbours along each axis, in bytes.

  ///

  /// NumPy: `numpy.ndarray.strides`.
  public var strides: [Int] { axes.map { $0.stride } }

  /// The number of elements.

  ///

  /// NumPy: `numpy.ndarray.size`.
  @inlinable public var count: Int {
    var product = 1
    for i in 0..<axes.count { product &*= axes[i].length }
    return product
  }

  /// Whether there are no elements.
  @inlinable public var isEmpty: Bool {
    for i in 0..<axes.count where axes[i].length == 0 { return true }
    return false
  }
}

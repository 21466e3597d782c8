// SPDX-License-Identifier: Apache-2.0

/// Why a shape can't be had as a view: the two neighbouring axes that would have to become one.
public struct ReshapeObstacle: Hashable, Sendable {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// The axes were swapped: the outer one makes the smaller steps.
    case permuted
    /// One of the axes walks backwards, the other does not.
    case reversed
    /// One of the axes repeats its elements, the other does not.
    case repeated
    /// There is a gap between the end of one walk of the inner axis and the next.
    case gap
    /// Flattening wants elements without gaps, and the innermost ones have gaps.
    case notDense
  }

  /// The shape that was asked for.
  public var shape: [Int]
  /// The axis that would have to move on when a walk of `innerAxis` ends.
  public var outerAxis: Int
  /// The axis that would have to be walked first; equal to `outerAxis` if `reason` is `notDense`.
  public var innerAxis: Int
  /// The length and stride of `outerAxis`.
  public var outer: Axis
  /// The length and stride of `innerAxis`.
  public var inner: Axis
  /// What keeps the axes apart.
  public var reason: Reason
  /// The number of bytes that a copy takes.
  public var byteCount: Int

  /// Creates an obstacle, with the reason that the strides show.
  init(
    shape: [Int], outerAxis: Int, innerAxis: Int, outer: Axis, inner: Axis, byteCount: Int
  ) {
    self.shape = shape
    self.outerAxis = outerAxis
    self.innerAxis = innerAxis
    self.outer = outer
    self.inner = inner
    self.byteCount = byteCount
    if outerAxis == innerAxis {
      reason = .notDense
    } else if (outer.stride == 0) != (inner.stride == 0) {
      reason = .repeated
    } else if outer.stride.magnitude < inner.stride.magnitude {
      reason = .permuted
    } else if (outer.stride < 0) != (inner.stride < 0) {
      reason = .reversed
    } else {
      reason = .gap
    }
  }
}

extension ReshapeObstacle: CustomStringConvertible {
  /// What stands in the way and the cheapest ways out, as a sentence without a final full stop.
  public var description: String {
    if reason == .notDense {
      return "a flat view needs elements without gaps, and axis \(innerAxis) (length"
        + " \(inner.length), stride \(inner.stride)) has gaps. Reshape to one axis, which keeps"
        + " the gaps if the rest allows a view, or allow the copy of \(byteCount) bytes"
    }
    // Named in the order of the axes, whichever of the two is walked first.
    let outerText = "\(outerAxis) (length \(outer.length), stride \(outer.stride))"
    let innerText = "\(innerAxis) (length \(inner.length), stride \(inner.stride))"
    let pair =
      outerAxis < innerAxis ? "\(outerText) and \(innerText)" : "\(innerText) and \(outerText)"
    return "a view of \(shape) needs axes \(pair) to merge, and they can't: walking axis"
      + " \(innerAxis) does not end where axis \(outerAxis) steps. \(wayOut),"
      + " or allow the copy of \(byteCount) bytes"
  }

  /// What gives a view instead.
  package var wayOut: String {
    switch reason {
    case .permuted: "Reshape before transposing"
    case .reversed: "Reshape before flipping"
    case .repeated: "Reshape before broadcasting"
    case .gap, .notDense: "Reshape before slicing"
    }
  }
}

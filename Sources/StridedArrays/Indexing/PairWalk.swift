// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// An axis of two arrays that are walked in step.
struct PairAxis {
  var length: Int
  var first: Int
  var second: Int
}

/// Walks two arrays of equal shape in step, in row-major order, as offsets in bytes.
struct PairWalk {
  private let axes: [PairAxis]
  private var index: [Int]
  /// The offset of the current element in the first array.
  private(set) var first = 0
  /// The offset of the current element in the second array.
  private(set) var second = 0

  /// Starts at the first element; every length must be at least 1.
  init(_ axes: [PairAxis]) {
    self.axes = axes
    index = Array(repeating: 0, count: axes.count)
  }

  /// Goes to the next element; false after the last one.
  mutating func advance() -> Bool {
    var axis = axes.count - 1
    while axis >= 0 {
      let current = axes[axis]
      index[axis] += 1
      first &+= current.first
      second &+= current.second
      if index[axis] < current.length { return true }
      first &-= current.first &* current.length
      second &-= current.second &* current.length
      index[axis] = 0
      axis -= 1
    }
    return false
  }

  /// The same walk over as few axes as can be; the order of the elements stays.
  static func merged(_ axes: [PairAxis]) -> [PairAxis] {
    var merged: [PairAxis] = []
    for axis in axes where axis.length != 1 {
      if let outer = merged.last, outer.first == axis.first &* axis.length,
        outer.second == axis.second &* axis.length
      {
        merged[merged.count - 1] = PairAxis(
          length: outer.length &* axis.length, first: axis.first, second: axis.second)
      } else {
        merged.append(axis)
      }
    }
    return merged
  }
}

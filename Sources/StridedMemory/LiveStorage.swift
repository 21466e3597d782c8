// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// A block of memory that is alive, and the arrays that keep it so.
public struct LiveStorage: Hashable, Sendable {
  /// An array that lies on the memory.
  public struct View: Hashable, Sendable {
    /// The lengths of the axes.
    public var shape: [Int]
    /// The distances between neighbours along each axis, in bytes.
    public var strides: [Int]
    /// The type of the elements.
    public var dtype: DType
    /// Whether the array is the one that the memory was made for.
    public var isBase: Bool
    /// The bytes that belong to an element; repeated elements count once.
    ///
    /// Of contrived layouts whose elements overlap, at least the bytes and at most their span.
    public var usedBytes: Int
  }

  /// Where the bytes start.
  public var address: UInt
  /// The number of bytes: what each of the arrays keeps alive.
  public var byteCount: Int
  /// Who the memory belongs to.
  public var kind: Storage.Kind
  /// Whether all arrays are listed; false if the memory is older than the registry's start.
  public var isComplete: Bool
  /// The arrays that lie on the memory, oldest first.
  public var views: [View]

  /// The bytes that no array needs, at the least: what copying the arrays would set free.
  ///
  /// 0 if arrays are missing from the list.
  public var idleBytes: Int {
    guard isComplete else { return 0 }
    return max(0, byteCount - views.reduce(0) { $0 &+ $1.usedBytes })
  }
}

extension LiveStorage: CustomStringConvertible {
  /// A line for the memory and, below, one for each array, such as
  /// "[5] int64: 40 B used keep 2.1 GB".
  public var description: String {
    let counted = "\(views.count) \(views.count == 1 ? "array" : "arrays")"
    let head =
      "\(byteCount.asByteCount) \(kind.rawValue), \(counted)"
      + (isComplete ? "" : " since the registry was started")
    return views.reduce(head) { text, view in
      text + "\n  \(view.shape) \(view.dtype)\(view.isBase ? ", the base" : ""): "
        + "\(view.usedBytes.asByteCount) used keep \(byteCount.asByteCount)"
    }
  }
}

extension Int {
  /// The number as a size of memory, such as "40 B" or "2.1 GB".
  package var asByteCount: String {
    var (rest, unit) = (magnitude, 0)
    var tenths: UInt = 0
    while rest >= 1000, unit < 6 {
      tenths = rest % 1000 / 100
      rest /= 1000
      unit += 1
    }
    let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
    return unit == 0 ? "\(self) B" : "\(rest).\(tenths) \(units[unit])"
  }
}

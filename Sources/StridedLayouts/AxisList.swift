// SPDX-License-Identifier: Apache-2.0

/// The axes of a layout, outermost first.
///
/// Up to four axes are stored inline, so that making a view of a usual array allocates nothing;
/// more spill into one heap object that copies share until one of them is changed.
public struct AxisList: Sendable {
  /// How many axes are stored without an allocation.
  @usableFromInline static let inlineCapacity = 4

  // Unchecked: `axes` is changed only while the list that changes it is the only owner.
  @usableFromInline final class Spill: @unchecked Sendable {
    @usableFromInline var axes: [Axis]
    @usableFromInline init(_ axes: [Axis]) { self.axes = axes }
  }

  // Invariants:
  // 1. `spill` is nil exactly when `count <= inlineCapacity`.
  // 2. With a spill, the inline axes are unused and `spill.axes.count == count`.
  @usableFromInline var inline: InlineArray<4, Axis>
  @usableFromInline var spill: Spill?
  @usableFromInline var storedCount: Int

  /// The number of axes.
  @inlinable public internal(set) var count: Int {
    get { storedCount }
    set { storedCount = newValue }
  }

  /// Creates an empty list: the axes of a single element.
  public init() {
    inline = InlineArray(repeating: Axis(length: 1, stride: 0))
    spill = nil
    storedCount = 0
  }

  /// Creates a list of one axis.
  @inlinable init(_ axis: Axis) {
    inline = InlineArray(repeating: axis)
    spill = nil
    storedCount = 1
  }

  /// Creates a list of the elements of `axes`.
  public init(_ axes: some Sequence<Axis>) {
    self.init()
    for axis in axes { append(axis) }
  }

  /// Creates a list of `count` inline axes, the outermost of them replaced.
  @inlinable init(inline: InlineArray<4, Axis>, count: Int, outermost: Axis) {
    self.inline = inline
    self.inline[0] = outermost
    spill = nil
    storedCount = count
  }

  /// Creates a list of `count` equal axes.
  public init(repeating axis: Axis, count: Int) {
    inline = InlineArray(repeating: axis)
    spill = count > Self.inlineCapacity ? Spill(Array(repeating: axis, count: count)) : nil
    storedCount = count
  }

  /// Adds `axis` inside all others.
  public mutating func append(_ axis: Axis) {
    if count < Self.inlineCapacity {
      inline[count] = axis
    } else if count == Self.inlineCapacity {
      var axes: [Axis] = []
      axes.reserveCapacity(2 * Self.inlineCapacity)
      for i in 0..<count { axes.append(inline[i]) }
      axes.append(axis)
      spill = Spill(axes)
    } else {
      uniqueSpill()?.axes.append(axis)
    }
    count += 1
  }

  /// Adds `axis` at `position`, before the axis that is there now.
  public mutating func insert(_ axis: Axis, at position: Int) {
    precondition(position >= 0 && position <= count, "position out of range")
    append(axis)
    var i = count - 1
    while i > position {
      self[i] = self[i - 1]
      i -= 1
    }
    self[position] = axis
  }

  /// Removes and returns the axis at `position`.
  @discardableResult public mutating func remove(at position: Int) -> Axis {
    let axis = self[position]
    if spill == nil {
      var i = position + 1
      while i < count {
        inline[i - 1] = inline[i]
        i += 1
      }
      count -= 1
      return axis
    }
    for i in position..<(count - 1) { self[i] = self[i + 1] }
    count -= 1
    if count == Self.inlineCapacity, let spill {
      for i in 0..<count { inline[i] = spill.axes[i] }
      self.spill = nil
    } else if count > Self.inlineCapacity {
      uniqueSpill()?.axes.removeLast()
    }
    return axis
  }

  /// The spill, copied first if another list shares it.
  private mutating func uniqueSpill() -> Spill? {
    if !isKnownUniquelyReferenced(&spill), let shared = spill { spill = Spill(shared.axes) }
    return spill
  }
}

extension AxisList: RandomAccessCollection, MutableCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  /// The axis at `position`, counted from the outermost.
  @inlinable public subscript(position: Int) -> Axis {
    get {
      precondition(position >= 0 && position < count, "axis out of range")
      if let spill { return spill.axes[position] }
      return inline[position]
    }
    set {
      precondition(position >= 0 && position < count, "axis out of range")
      if spill == nil { inline[position] = newValue } else { replace(position, newValue) }
    }
  }

  @usableFromInline mutating func replace(_ position: Int, _ axis: Axis) {
    uniqueSpill()?.axes[position] = axis
  }
}

extension AxisList: Hashable {
  public static func == (left: AxisList, right: AxisList) -> Bool {
    guard left.count == right.count else { return false }
    for i in 0..<left.count where left[i] != right[i] { return false }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for axis in self { hasher.combine(axis) }
  }
}

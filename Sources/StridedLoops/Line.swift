// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
public import StridedMemory

/// Elements at equal distances in the order of their indices: what a kernel walks as one row.
public struct Line {
  let first: UnsafeMutablePointer<CChar>
  public let count: Int
  /// The distance of neighbours, in bytes; 0 for a single element.
  let step: Int
  let itemSize: Int
  let kind: DType.Kind

  /// The line that `layout` is over the storage at `base`; nil if the elements lie otherwise, there
  /// are none, or their bytes are swapped.
  @inline(__always)
  public init?(_ base: UnsafeMutableRawPointer, _ layout: borrowing Layout, _ dtype: DType) {
    guard !dtype.isSwapped, let (count, step) = layout.line else { return nil }
    self.init(base + layout.offset, count: count, step: step, dtype)
  }

  /// The line of `count` elements from `first`, `step` bytes apart.
  @inline(__always)
  public init(_ first: UnsafeMutableRawPointer, count: Int, step: Int, _ dtype: DType) {
    self.first = first.assumingMemoryBound(to: CChar.self)
    self.count = count
    self.step = step
    itemSize = dtype.itemSize
    kind = dtype.kind
  }

  /// The bytes from the first element to the last; negative if they lie backwards.
  private var reach: Int { (count &- 1) &* step }

  /// Whether results may go here before all of `input` is read, in any order: both are the same
  /// places, or share no byte.
  @inline(__always)
  fileprivate func isSafe(from input: Line) -> Bool {
    if first == input.first, step == input.step, count == input.count {
      return itemSize == input.itemSize
    }
    let (low, high) = (first + min(reach, 0), first + max(reach, 0) + itemSize)
    return input.first + max(input.reach, 0) + input.itemSize <= low
      || high <= input.first + min(input.reach, 0)
  }

  /// Whether results can be written here in any order, and are too few for threads and for stores
  /// past the cache.
  fileprivate var isShort: Bool {
    (count == 1 || step >= itemSize || step <= -itemSize)
      && count &* itemSize < Thresholds.shortResult
  }
}

extension Signature {
  /// Whether results of the line `a` are so few that their kernel can run at once.
  @inline(__always)
  package func suits(_ a: Line) -> Bool {
    a.kind == kinds[1] && a.count < Thresholds.shortResult / result.itemSize
  }

  /// Whether results of the lines `a` and `b` are so few that their kernel can run at once.
  @inline(__always)
  package func suits(_ a: Line, _ b: Line) -> Bool {
    (isExchanged ? b : a).kind == kinds[1] && (isExchanged ? a : b).kind == kinds[2]
      && max(a.count, b.count) < Thresholds.shortResult / result.itemSize
  }
}

// Operands that are lines of one shape, or single elements, need no plan. Each function tells whether
// it could do without one; else it did nothing. Nobody is told of what was written.
extension Loops {
  /// Computes the line `o` from the line `a`.
  package static func run(_ types: Signature, _ o: Line, _ a: Line) -> Bool {
    guard o.kind == types.kinds[0], a.kind == types.kinds[1], o.isShort, o.isSafe(from: a) else {
      return false
    }
    invoke(types.kernel, 1, o.count, [o.first, a.first], [0, 0], [o.step, a.step])
    return true
  }

  /// Computes the line `o` from the lines `a` and `b`.
  package static func run(_ types: Signature, _ o: Line, _ a: Line, _ b: Line) -> Bool {
    types.isExchanged ? runInKernelOrder(types, o, b, a) : runInKernelOrder(types, o, a, b)
  }

  @inline(__always)
  private static func runInKernelOrder(
    _ types: Signature, _ o: Line, _ a: Line, _ b: Line
  ) -> Bool {
    guard o.kind == types.kinds[0], a.kind == types.kinds[1], b.kind == types.kinds[2], o.isShort,
      o.isSafe(from: a), o.isSafe(from: b)
    else { return false }
    invoke(
      types.kernel, 1, o.count, [o.first, a.first, b.first], [0, 0, 0], [o.step, a.step, b.step])
    return true
  }

  /// Copies the line `a` of the same type to the line `o`.
  package static func copy(_ o: Line, from a: Line) -> Bool {
    guard o.isShort, o.isSafe(from: a) else { return false }
    if o.step == o.itemSize, a.step == o.step || o.count == 1 {
      strided_move(o.first, a.first, o.count * o.itemSize)
      return true
    }
    guard let kernel = strided_copy_kernel(CInt(o.itemSize)) else { return false }
    invoke(kernel, 1, o.count, [o.first, a.first], [0, 0], [o.step, a.step])
    return true
  }
}

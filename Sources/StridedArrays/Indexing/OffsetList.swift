// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

/// What becomes of a position that is out of range.
///
/// NumPy: the `mode=` argument of `numpy.take`.
public enum IndexMode: Hashable, Sendable, CaseIterable {
  /// It is an error; negative positions count from the end. NumPy: `'raise'`.
  case raise
  /// It wraps around. NumPy: `'wrap'`.
  case wrap
  /// It becomes the first or the last; all negative ones the first. NumPy: `'clip'`.
  case clip
}

/// Distances in bytes from an array's first element, dense and in row-major order.
///
/// They are an array of their own, so that the memory for a list that is too long is refused with
/// an error, and shapes broadcast by the loops.
struct OffsetList {
  /// Dense and row-major, of the machine's word.
  let array: AnyNDArray

  var shape: [Int] { array.shape }
  var count: Int { array.count }

  /// Calls `body` with the offsets.
  func withOffsets(_ body: (UnsafePointer<Int>) -> Void) {
    let start = (array.storage.address + array.layout.offset).assumingMemoryBound(to: Int.self)
    withExtendedLifetime(array.storage) { body(UnsafePointer(start)) }
  }

  private static func allocate(_ shape: [Int]) throws(ArrayError) -> (
    OffsetList, UnsafeMutablePointer<Int>
  ) {
    let array = try AnyNDArray.empty(shape, .int)
    return (OffsetList(array: array), array.storage.address.assumingMemoryBound(to: Int.self))
  }

  /// Positions along an axis, checked and turned into distances. O(n).
  ///
  /// - Throws: `ArrayError` of kind `index` if the elements are no integers or one is out of range.
  init(
    _ positions: AnyNDArray, along axis: Axis, number: Int, mode: IndexMode = .raise
  ) throws(ArrayError) {
    self = try OffsetList.make(
      positions, length: axis.length, number: number, mode: mode, stride: axis.stride
    ) { $0 &* axis.stride }
  }

  /// Positions in the row-major order of all elements of a layout, turned into distances.
  init(
    flat positions: AnyNDArray, of layout: Layout, mode: IndexMode
  ) throws(ArrayError) {
    let axes = PairWalk.merged(
      layout.axes.map { PairAxis(length: $0.length, first: $0.stride, second: 0) }
        .filter { $0.length != 1 })
    let stride = axes.count == 1 ? axes[0].first : axes.isEmpty ? 0 : nil
    self = try OffsetList.make(
      positions, length: layout.count, number: nil, mode: mode, stride: stride
    ) { flat in
      var (rest, offset) = (flat, 0)
      for axis in axes.reversed() {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: axis.length)
        offset &+= digit &* axis.first
        rest = quotient
      }
      return offset
    }
  }

  /// - Parameter stride: What `distance` multiplies by, if it does nothing else.
  @inline(__always) private static func make(
    _ positions: AnyNDArray, length: Int, number: Int?, mode: IndexMode, stride: Int?,
    _ distance: (Int) -> Int
  ) throws(ArrayError) -> OffsetList {
    guard positions.dtype.isInteger else {
      throw ArrayError(
        .index,
        "arrays used as indices must be of integer (or boolean) type, not \(positions.dtype)")
    }
    let source = try positions.cast(to: .int64, order: .rowMajor, copying: .ifNeeded)
    let (list, target) = try allocate(positions.shape)
    let isUnsigned = positions.dtype.isUnsigned
    let first = source.storage.address + source.layout.offset
    let bound = Int64(length)
    var bad: Int64?
    withExtendedLifetime(source.storage) {
      if mode == .raise, positions.dtype.kind != .uint64, let stride {
        if let place = Loops.distances(
          of: first, count: source.count, length: length, stride: stride, into: target)
        {
          bad = (first + place &* 8).loadUnaligned(as: Int64.self)
        }
        return
      }
      for i in 0..<source.count {
        let given = (first + i &* 8).loadUnaligned(as: Int64.self)
        var position = given
        switch mode {
        case .raise:
          // A negative word of an unsigned type is a number beyond every axis.
          if position < 0, !isUnsigned { position += bound }
          if position < 0 || position >= bound {
            bad = given
            return
          }
        case .wrap, .clip:
          if bound == 0 {
            bad = given
            return
          }
          if position < 0 || position >= bound {
            position =
              mode == .clip
              ? (position < 0 && !isUnsigned ? 0 : bound - 1)
              : isUnsigned
                ? Int64(UInt64(bitPattern: given) % UInt64(bound))
                : (position % bound + bound) % bound
          }
        }
        target[i] = distance(Int(position))
      }
    }
    if let bad {
      let text = isUnsigned ? "\(UInt64(bitPattern: bad))" : "\(bad)"
      throw ArrayError(
        .index,
        length == 0 && mode != .raise
          ? "cannot do a non-empty take from an empty axes."
          : "index \(text) is out of bounds for "
            + (number.map { "axis \($0) with size \(length)" } ?? "an array of \(length) elements"),
        axis: number, index: Int(exactly: bad), bound: length)
    }
    return list
  }

  /// The distances of the true elements of a mask over axes of equal lengths, in row-major order.
  ///
  /// O(n), of the mask's elements.
  init(mask: AnyNDArray, strides: [Int]) throws(ArrayError) {
    let walk = MaskWalk(mask, strides: strides)
    let count = walk.count()
    let (list, target) = try OffsetList.allocate([count])
    var end = 0
    walk.rows { start, distance, row in
      end &+= Loops.places(
        of: (start, row.first), count: row.length, first: distance, step: row.second,
        into: target + end, room: count - end)
    }
    self = withExtendedLifetime(mask.storage) { list }
  }

  init(array: AnyNDArray) { self.array = array }

  /// The sum of lists, broadcast to one shape; of none, a single zero.
  ///
  /// - Throws: `ArrayError` of kind `index` if the shapes do not broadcast.
  static func sum(_ lists: [OffsetList]) throws(ArrayError) -> OffsetList {
    if lists.count == 1 { return lists[0] }
    let shape: [Int]
    do throws(ArrayError) {
      shape = try Layout.broadcastShape(lists.map { $0.shape })
    } catch {
      var message = "shape mismatch: indexing arrays could not be broadcast together with shapes"
      for list in lists { message += " \(list.shape)" }
      throw ArrayError(.index, message)
    }
    let total = try AnyNDArray.zeros(shape, .int)
    for list in lists { try AnyNDArray.apply(.add, total, list.array, into: total) }
    return OffsetList(array: total)
  }
}

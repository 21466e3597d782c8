// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns `shape` with its unknown length, if there is one, filled in.
  ///
  /// One length may be negative: it becomes what the number of elements leaves for it.
  ///
  /// - Throws: `ArrayError` of kind `value` if the number of elements differs, or two lengths are
  ///   unknown.
  public func resolvedShape(_ shape: [Int]) throws(ArrayError) -> [Int] {
    let total = count
    var known = 1
    var unknown: Int?
    var isTooBig = false
    for i in shape.indices {
      if shape[i] >= 0 {
        let (product, overflow) = known.multipliedReportingOverflow(by: shape[i])
        if overflow { isTooBig = true }
        known = product
      } else if unknown == nil {
        unknown = i
      } else {
        throw ArrayError(.value, "can only specify one unknown dimension", axis: i)
      }
    }
    var resolved = shape
    if !isTooBig {
      if let unknown, known != 0, total % known == 0 {
        resolved[unknown] = total / known
        return resolved
      }
      if unknown == nil, known == total { return resolved }
    }
    throw ArrayError(
      .value,
      "cannot reshape array of size \(total) into shape \(Self.text(shape, unknown: true))",
      index: total)
  }

  /// Returns the layout with the same elements, in the same order, under another shape.
  ///
  /// Makes a view, or throws where only a copy could have the shape. O(rank). NumPy:
  /// `numpy.reshape` with `copy=False`.
  ///
  /// - Parameter shape: The new lengths, of which one may be -1.
  /// - Parameter order: The order in which elements are counted; no statement about memory.
  /// - Throws: `ArrayError` of kind `value` if the number of elements differs or `order` is `keep`;
  ///   with an `obstacle` if a copy is needed.
  public func reshaped(
    to shape: [Int], order: MemoryOrder = .rowMajor, itemSize: Int
  ) throws(ArrayError) -> Layout {
    guard order != .keep else {
      throw ArrayError(.value, "order 'K' is not permitted for reshaping")
    }
    guard shape.count <= Self.maximumRank else { throw Self.tooManyAxes(shape.count) }
    if hasShape(shape) { return self }
    let shape = try resolvedShape(shape)
    let order = resolved(order, itemSize: itemSize)
    if isContiguous(order, itemSize: itemSize) {
      var result = try Layout.dense(shape: shape, itemSize: itemSize, order: order)
      result.offset = offset
      return result
    }
    return try regrouped(to: shape, isColumnMajor: order == .columnMajor, itemSize: itemSize)
  }

  private func hasShape(_ shape: [Int]) -> Bool {
    guard shape.count == rank else { return false }
    for i in shape.indices where shape[i] != axes[i].length { return false }
    return true
  }

  /// The reshaped layout of elements that are not contiguous, of which there are at least two.
  ///
  /// Walks old and new axes in step and cuts both into groups of equal product. The old axes of a
  /// group must merge into one; the new axes of the group then split that one.
  private func regrouped(
    to shape: [Int], isColumnMajor: Bool, itemSize: Int
  ) throws(ArrayError) -> Layout {
    // The positions of the old axes that count.
    var old: [Int] = []
    for i in 0..<rank where axes[i].length != 1 { old.append(i) }
    var strides = Array(repeating: 0, count: shape.count)
    var oldStart = 0
    var newStart = 0
    while newStart < shape.count, oldStart < old.count {
      var oldEnd = oldStart + 1
      var newEnd = newStart + 1
      var oldProduct = axes[old[oldStart]].length
      var newProduct = shape[newStart]
      // Ends inside both shapes: their whole products are equal and there are no zeros.
      while newProduct != oldProduct {
        if newProduct < oldProduct {
          newProduct *= shape[newEnd]
          newEnd += 1
        } else {
          oldProduct *= axes[old[oldEnd]].length
          oldEnd += 1
        }
      }
      for i in oldStart..<(oldEnd - 1) {
        let outerAxis = isColumnMajor ? old[i + 1] : old[i]
        let innerAxis = isColumnMajor ? old[i] : old[i + 1]
        guard axes[outerAxis].continues(axes[innerAxis]) else {
          throw obstacle(shape, outerAxis, innerAxis, itemSize)
        }
      }
      if isColumnMajor {
        strides[newStart] = axes[old[oldStart]].stride
        for i in (newStart + 1)..<max(newEnd, newStart + 1) {
          strides[i] = strides[i - 1] &* shape[i - 1]
        }
      } else {
        strides[newEnd - 1] = axes[old[oldEnd - 1]].stride
        for i in stride(from: newEnd - 1, to: newStart, by: -1) {
          strides[i - 1] = strides[i] &* shape[i]
        }
      }
      newStart = newEnd
      oldStart = oldEnd
    }
    // What is left are lengths of 1.
    if newStart < shape.count {
      let last = newStart > 0 ? strides[newStart - 1] : itemSize
      let rest = isColumnMajor && newStart > 0 ? last &* shape[newStart - 1] : last
      for i in newStart..<shape.count { strides[i] = rest }
    }
    var result = Layout(unchecked: AxisList(), offset: offset)
    for i in shape.indices { result.axes.append(Axis(length: shape[i], stride: strides[i])) }
    return result
  }

  /// The error that says that two axes can't become one.
  func obstacle(
    _ shape: [Int], _ outerAxis: Int, _ innerAxis: Int, _ itemSize: Int
  ) -> ArrayError {
    let (bytes, isTooBig) = count.multipliedReportingOverflow(by: itemSize)
    let obstacle = ReshapeObstacle(
      shape: shape, outerAxis: outerAxis, innerAxis: innerAxis, outer: axes[outerAxis],
      inner: axes[innerAxis], byteCount: isTooBig ? Int.max : bytes)
    return ArrayError(
      .value, obstacle.description, axis: outerAxis, copyReason: .notViewable(obstacle))
  }
}

extension Axis {
  /// Whether one step along this axis goes where a walk of `inner` ends, so that both are one axis.
  @inlinable func continues(_ inner: Axis) -> Bool {
    let (end, isTooFar) = inner.stride.multipliedReportingOverflow(by: inner.length)
    return !isTooFar && stride == end
  }
}

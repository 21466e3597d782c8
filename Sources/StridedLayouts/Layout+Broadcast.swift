// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layout repeated to `shape`, its repeated axes with stride 0.
  ///
  /// Makes a view. O(rank). NumPy: `numpy.broadcast_to`.
  ///
  /// - Throws: `ArrayError` of kind `value` if an axis is neither of length 1 nor as long as asked,
  ///   or there are fewer lengths than axes, more than 64, a negative one, or too many elements.
  public func broadcast(to shape: [Int]) throws(ArrayError) -> Layout {
    guard shape.count <= Self.maximumRank else { throw Self.tooManyAxes(shape.count) }
    for i in shape.indices where shape[i] < 0 {
      throw ArrayError(
        .value, "all elements of broadcast shape must be non-negative", axis: i, index: shape[i])
    }
    guard shape.count >= rank else {
      throw ArrayError(
        .value,
        "input operand has more dimensions than allowed by the axis remapping: shape"
          + " \(Self.text(self.shape)), requested shape \(Self.text(shape))",
        index: rank, bound: shape.count, shapes: [self.shape, shape])
    }
    let added = shape.count - rank
    var result = Layout(unchecked: AxisList(), offset: offset)
    for i in shape.indices {
      let old = i < added ? Axis(length: 1, stride: 0) : axes[i - added]
      if old.length == 1 {
        result.axes.append(Axis(length: shape[i], stride: 0))
      } else if old.length == shape[i] {
        result.axes.append(old)
      } else {
        throw ArrayError(
          .value,
          "operands could not be broadcast together with remapped shapes [original->remapped]:"
            + " \(Self.text(self.shape))  and requested shape \(Self.text(shape))",
          axis: i - added, index: old.length, bound: shape[i], shapes: [self.shape, shape])
      }
    }
    return try result.validated()
  }

  /// Returns the one shape that arrays of all `shapes` can be repeated to.
  ///
  /// Shapes are aligned at their last axis; of each axis the lengths other than 1 must be equal.
  /// NumPy: `numpy.broadcast_shapes`.
  ///
  /// - Throws: `ArrayError` of kind `value` if there is none, or a length is negative.
  public static func broadcastShape(_ shapes: [[Int]]) throws(ArrayError) -> [Int] {
    var rank = 0
    for shape in shapes {
      rank = max(rank, shape.count)
      for i in shape.indices where shape[i] < 0 {
        throw ArrayError(
          .value, "negative dimensions are not allowed", axis: i, index: shape[i])
      }
    }
    guard rank <= maximumRank else { throw tooManyAxes(rank) }
    var result = Array(repeating: 1, count: rank)
    for (number, shape) in shapes.enumerated() {
      let added = rank - shape.count
      for i in shape.indices where shape[i] != 1 {
        if result[added + i] == 1 {
          result[added + i] = shape[i]
        } else if result[added + i] != shape[i] {
          var message = "operands could not be broadcast together with shapes "
          for shape in shapes { message += text(shape) + " " }
          throw ArrayError(
            .value, message, operand: "operand \(number)", axis: added + i, index: shape[i],
            bound: result[added + i], shapes: shapes)
        }
      }
    }
    return result
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns the layouts of `sections` neighbouring parts of one axis.
  ///
  /// Makes views. O(sections × rank). NumPy: `numpy.split`, and `numpy.array_split` for parts of
  /// unequal lengths.
  ///
  /// - Parameter allowsUnequal: Whether the first parts may be longer by one than the last ones.
  /// - Throws: `ArrayError` of kind `index` if there is no such axis, of kind `value` if there are
  ///   no sections or, unless allowed, they would be unequal.
  public func split(
    sections: Int, axis: Int = 0, allowsUnequal: Bool = false
  ) throws(ArrayError) -> [Layout] {
    let axis = try splitAxis(axis)
    let length = axes[axis].length
    guard sections > 0 else {
      throw ArrayError(.value, "number sections must be larger than 0.", index: sections, bound: 1)
    }
    guard allowsUnequal || length % sections == 0 else {
      throw ArrayError(
        .value,
        "array split does not result in an equal division: axis \(axis) of length \(length) into"
          + " \(sections) sections", axis: axis, index: sections, bound: length)
    }
    guard sections <= max(length, Self.mostEmptySections) else {
      throw ArrayError(
        .memory, "\(sections) sections of an axis of length \(length) are too many",
        axis: axis, index: sections, bound: length)
    }
    let (size, longer) = length.quotientAndRemainder(dividingBy: sections)
    var parts: [Layout] = []
    var start = 0
    for i in 0..<sections {
      let end = start + size + (i < longer ? 1 : 0)
      var part = self
      try part.slice(axis, Slice(start, end))
      parts.append(part)
      start = end
    }
    return parts
  }

  /// Returns the layouts of the parts of one axis that lie before, between and after `indices`.
  ///
  /// Each part is the slice from one index to the next, by the rules of slices. Makes views.
  /// O(indices × rank). NumPy: `numpy.split`.
  ///
  /// - Throws: `ArrayError` of kind `index` if there is no such axis.
  public func split(at indices: [Int], axis: Int = 0) throws(ArrayError) -> [Layout] {
    let axis = try splitAxis(axis)
    var parts: [Layout] = []
    var start = 0
    for end in indices + [axes[axis].length] {
      var part = self
      try part.slice(axis, Slice(start, end))
      parts.append(part)
      start = end
    }
    return parts
  }

  /// More sections than positions are mostly empty parts: up to this many are made.
  private static var mostEmptySections: Int { 1 << 20 }

  /// NumPy looks the length up in the shape, hence the kind of the error.
  private func splitAxis(_ axis: Int) throws(ArrayError) -> Int {
    guard axis >= -rank, axis < rank else {
      throw ArrayError(
        .index,
        "tuple index out of range: axis \(axis) is out of bounds for array of dimension \(rank)",
        axis: axis, index: axis, bound: rank)
    }
    return axis < 0 ? axis + rank : axis
  }
}

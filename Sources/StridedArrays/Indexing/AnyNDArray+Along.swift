// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Returns the elements at positions along an axis that differ from line to line.
  ///
  /// `positions` has as many axes as this array; the other axes broadcast. As sorting by positions
  /// does. O(n).
  ///
  /// - Throws: `ArrayError` of kind `index` if a position is out of range or the shapes do not
  ///   broadcast; of kind `value` if the ranks differ; of kind `axis` if there is no such axis.
  ///
  /// NumPy: `numpy.take_along_axis`. Copies.
  public func takeAlong(_ positions: AnyNDArray, axis: Int) throws(ArrayError) -> AnyNDArray {
    try gathered(pickedAlong(positions, axis: axis))
  }

  /// Writes values at positions along an axis that differ from line to line.
  ///
  /// All positions are checked before anything is written; the last duplicate wins; shared memory
  /// is no problem.
  ///
  /// - Throws: as `takeAlong(_:axis:)`, and of kind `readOnly`; of kind `value` if the values do
  ///   not broadcast.
  ///
  /// NumPy: `numpy.put_along_axis`. Writes in place.
  public func putAlong(
    _ values: AnyNDArray, at positions: AnyNDArray, axis: Int
  ) throws(ArrayError) {
    try checkWritable()
    try scatter(values, at: pickedAlong(positions, axis: axis))
  }

  private func pickedAlong(
    _ positions: AnyNDArray, axis: Int
  ) throws(ArrayError) -> Picked {
    let axis = try layout.normalizedAxis(axis)
    guard positions.rank == rank else {
      throw ArrayError(
        .value,
        "positions of shape \(positions.shape) must have as many axes as the array of shape "
          + "\(shape)")
    }
    var lists = [try OffsetList(positions, along: layout.axes[axis], number: axis)]
    for other in 0..<rank where other != axis {
      var column = Array(repeating: 1, count: rank)
      column[other] = layout.axes[other].length
      lists.append(
        try OffsetList(
          NDArray(0..<layout.axes[other].length).erased.reshaped(column),
          along: layout.axes[other], number: other))
    }
    return Picked(list: try OffsetList.sum(lists), offset: layout.offset)
  }

  /// Returns lists of positions as an index of all their combinations.
  ///
  /// The index picks the rows of the first list, of each the columns of the second, and so on. A
  /// list of truth values stands for where it is true.
  ///
  /// - Throws: `ArrayError` of kind `value` if a list is not 1-d.
  ///
  /// NumPy: `numpy.ix_`. Returns views of integer lists, copies of masks.
  public static func mesh(_ lists: [AnyNDArray]) throws(ArrayError) -> [AdvancedIndex] {
    var index: [AdvancedIndex] = []
    for (i, list) in lists.enumerated() {
      guard list.rank == 1 else {
        throw ArrayError(
          .value, "the lists of a mesh must be 1-d; list \(i) has the shape \(list.shape)")
      }
      let positions = list.dtype.kind == .bool ? try list.flatNonzero() : list
      var shape = Array(repeating: 1, count: lists.count)
      shape[i] = positions.count
      index.append(.array(try positions.reshaped(shape, copying: .ifNeeded)))
    }
    return index
  }

  /// Returns at each position the element of the choice that `self` numbers there.
  ///
  /// All broadcast together, and the choices' types promote. O(n) for each choice.
  ///
  /// - Throws: `ArrayError` of kind `value` if a number is no choice (and `mode` is `raise`), there
  ///   are no choices, or the shapes do not broadcast; of kind `type` if the numbers are no
  ///   integers.
  ///
  /// NumPy: `numpy.choose`. Copies.
  public func choose(
    _ choices: [AnyNDArray], mode: IndexMode = .raise
  ) throws(ArrayError) -> AnyNDArray {
    guard let first = choices.first else {
      throw ArrayError(.value, "there is nothing to choose from")
    }
    var dtype = first.dtype
    for choice in choices where choice.dtype != dtype {
      dtype = try DType.promoted(dtype, choice.dtype)
    }
    let line = Axis(length: choices.count, stride: 1)
    let numbers = try OffsetList(choosing: self, along: line, mode: mode).array
    let shape = try Layout.broadcastShape([self.shape] + choices.map { $0.shape })
    let result = try AnyNDArray.empty(shape, dtype)
    for (i, choice) in choices.enumerated() {
      let mask = try AnyNDArray.apply(.equal, numbers, NDArray(scalar: i).erased)
      try choice.assign(to: result, where: mask)
    }
    return result
  }

  /// Returns at each position the element of the first choice whose condition is true there.
  ///
  /// - Throws: `ArrayError` of kind `value` if the lists differ in count or are empty, or the shapes
  ///   do not broadcast; of kind `type` if a condition holds no truth values.
  ///
  /// NumPy: `numpy.select`. Copies.
  public static func select(
    _ conditions: [AnyNDArray], _ choices: [AnyNDArray], default other: AnyNDArray
  ) throws(ArrayError) -> AnyNDArray {
    guard conditions.count == choices.count, !choices.isEmpty else {
      throw ArrayError(
        .value,
        "\(conditions.count) conditions need as many choices, at least one; there are "
          + "\(choices.count)")
    }
    var dtype = other.dtype
    for choice in choices where choice.dtype != dtype {
      dtype = try DType.promoted(dtype, choice.dtype)
    }
    let shapes = conditions.map { $0.shape } + choices.map { $0.shape } + [other.shape]
    let result = try AnyNDArray.empty(Layout.broadcastShape(shapes), dtype)
    try result.assign(from: other)
    // Backwards, so that the first condition writes last.
    for i in choices.indices.reversed() {
      try conditions[i].checkMask()
      try choices[i].assign(to: result, where: conditions[i])
    }
    return result
  }
}

extension OffsetList {
  /// The numbers of choices, with NumPy's classes of errors.
  fileprivate init(
    choosing numbers: AnyNDArray, along axis: Axis, mode: IndexMode
  ) throws(ArrayError) {
    guard numbers.dtype.isInteger || numbers.dtype.kind == .bool else {
      throw ArrayError(.type, "the numbers of choices must be integers, not \(numbers.dtype)")
    }
    let integers = numbers.dtype.kind == .bool ? try numbers.cast(to: .uint8) : numbers
    // Choices are not counted from the end.
    if mode == .raise, integers.dtype.isSigned, integers.count > 0 {
      let lowest = try integers.min().item(as: Int64.self)
      guard lowest >= 0 else { throw ArrayError(.value, "invalid entry \(lowest) in choice array") }
    }
    do throws(ArrayError) {
      self = try OffsetList(integers, along: axis, number: 0, mode: mode)
    } catch {
      throw ArrayError(
        .value, "invalid entry in choice array: \(error.message)", index: error.index,
        bound: axis.length)
    }
  }
}

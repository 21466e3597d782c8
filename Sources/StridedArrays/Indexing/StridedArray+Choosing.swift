// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension StridedArray {
  /// Returns the elements of `x` where `condition` is true, of `y` elsewhere.
  ///
  /// All three broadcast together; the result is of the type that both promote to, with its axes in
  /// the order in which theirs lie in memory. O(n).
  ///
  /// - Parameter target: Where to write the result; it may share memory with all three.
  /// - Throws: `ArrayError` of kind `value` if the shapes do not broadcast, of kind `type` if the
  ///   types have none in common.
  ///
  /// NumPy: `numpy.where(condition, x, y)`. Copies.
  @discardableResult public static func `where`(
    _ condition: some StridedArray, _ x: Self, _ y: Self, into target: Self? = nil
  ) throws(Failure) -> Self {
    try attempt { () throws(ArrayError) in
      Self(
        adopting: try AnyNDArray.chosen(
          condition.erased, x.erased, y.erased, into: target?.erased))
    }
  }

  /// Returns at each position the element of the choice that `self` numbers there.
  ///
  /// All broadcast together, and the choices' types promote. A fresh result is row-major. O(n) for
  /// each choice.
  ///
  /// - Parameter target: Where to write the result; it may share memory with numbers and choices.
  /// - Throws: `ArrayError` of kind `value` if a number is no choice (and `mode` is `raise`), there
  ///   are no choices, or the shapes do not broadcast; of kind `type` if the numbers are no
  ///   integers.
  ///
  /// NumPy: `numpy.choose(a, choices, out=target, mode=)`. Copies.
  @discardableResult public func choose<Choice: StridedArray>(
    _ choices: [Choice], mode: IndexMode = .raise, into target: Choice.Fresh? = nil
  ) throws(Choice.Failure) -> Choice.Fresh {
    try Choice.attempt { () throws(ArrayError) in
      Choice.Fresh(
        adopting: try erased.chosen(
          from: choices.map { $0.erased }, mode: mode, into: target?.erased))
    }
  }

  /// Returns at each position the element of the first choice whose condition is true there.
  ///
  /// All broadcast together. A fresh result is row-major. O(n) for each choice.
  ///
  /// - Parameters:
  ///   - other: The elements where no condition is true.
  ///   - target: Where to write the result; it may share memory with all others.
  /// - Throws: `ArrayError` of kind `value` if the lists differ in count or are empty, or the shapes
  ///   do not broadcast; of kind `type` if a condition holds no truth values.
  ///
  /// NumPy: `numpy.select(conditions, choices, default)`. Copies.
  @discardableResult public static func select<Condition: StridedArray>(
    _ conditions: [Condition], _ choices: [Self], default other: Self, into target: Self? = nil
  ) throws(Failure) -> Self {
    try attempt { () throws(ArrayError) in
      Self(
        adopting: try AnyNDArray.selected(
          conditions.map { $0.erased }, choices.map { $0.erased }, default: other.erased,
          into: target?.erased))
    }
  }
}

extension AdvancedIndex {
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
          .value, "the lists of a mesh must be 1-d; list \(i) has the shape \(list.shape)",
          operand: "list \(i)", shapes: [list.shape])
      }
      let positions = list.dtype.kind == .bool ? try list.flatNonzero() : list
      var shape = Array(repeating: 1, count: lists.count)
      shape[i] = positions.count
      index.append(.array(try positions.reshaped(shape, copying: .ifNeeded)))
    }
    return index
  }
}

extension NDArray where Item: IndexScalar {
  /// Returns lists of positions, or masks, as an index of all their combinations.
  ///
  ///     table[at: NDArray<Int>.mesh([0, 2], [1, 3])]  // two rows, of each two columns
  ///
  /// NumPy: `numpy.ix_`. Returns views of integer lists, copies of masks.
  public static func mesh(_ lists: NDArray...) -> [AdvancedIndex] {
    attempt { () throws(ArrayError) in try AdvancedIndex.mesh(lists.map { $0.erased }) }
  }
}

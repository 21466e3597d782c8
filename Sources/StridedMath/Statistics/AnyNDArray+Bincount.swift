// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
public import StridedMemory

extension AnyNDArray {
  /// How often each number from 0 on occurs in a row of them, or the sums of their weights.
  ///
  /// The result has a place for the largest number, and `minimumLength` at least. Counts are of the
  /// machine's word, sums of `float64`. O(n + largest).
  ///
  /// - Throws: `ArrayError` of kind `value` for negative numbers, weights of another length and
  ///   arrays that aren't of one axis, of kind `type` for elements that are no integers.
  ///
  /// NumPy: `numpy.bincount`. Copies.
  public func bincount(
    weights: AnyNDArray? = nil, minimumLength: Int = 0
  ) throws(ArrayError) -> AnyNDArray {
    guard rank == 1 else {
      throw ArrayError(.value, "bincount needs an array of one axis, not \(shape)")
    }
    guard minimumLength >= 0 else {
      throw ArrayError(.value, "'minlength' must not be negative, as \(minimumLength)")
    }
    // Of an empty array no element has to be an integer.
    guard dtype.isInteger || dtype.kind == .bool || count == 0 && dtype.isNumber else {
      throw ArrayError(
        .type,
        "Cannot cast array data from \(dtype) to int64 according to the rule 'safe'; cast it first")
    }
    if let weights {
      guard weights.shape == shape else {
        throw ArrayError(.value, "The weights and list don't have the same length.")
      }
      guard weights.dtype.isNumber, !weights.dtype.isComplex else {
        throw ArrayError(.type, "weights must be real numbers, not \(weights.dtype)")
      }
    }
    return try LedgerReport.naming("bincount") { () throws(ArrayError) in
      let positions = try cast(to: .int64, copying: .ifNeeded)
      var length = minimumLength
      if count > 0 {
        let most = try positions.max().item(as: Int64.self)
        guard try positions.min().item(as: Int64.self) >= 0 else {
          throw ArrayError(.value, "'list' argument must have no negative elements")
        }
        guard most < Int.max else {
          throw ArrayError(.memory, "no memory for counts of the numbers up to \(most)")
        }
        length = Swift.max(length, Int(most) + 1)
      }
      let weights = try weights?.cast(to: .float64, copying: .ifNeeded)
      let sums = try AnyNDArray.zeros([length], weights == nil ? .int64 : .float64)
      defer { withExtendedLifetime((positions, weights, sums)) {} }
      if count > 0 {
        try Loops.tally(into: sums.operand, at: positions.operand, weights?.operand)
      }
      return try sums.cast(to: weights == nil ? .int : .float64, copying: .ifNeeded)
    }
  }

  /// For each element the number of the bin that it is in: how many of the edges lie before it.
  ///
  /// Edges ascend or descend; an element on an edge lies after it.
  ///
  /// - Parameter includingRight: Whether bins include their right edge instead of the left one.
  ///
  /// - Throws: `ArrayError` of kind `value` if the edges are not in order, of kind `type` for complex
  ///   numbers and records.
  ///
  /// NumPy: `numpy.digitize`; `includingRight` is `right`. Copies. O(n log edges).
  public func digitize(
    _ edges: AnyNDArray, includingRight: Bool = false
  ) throws(ArrayError) -> AnyNDArray {
    guard dtype.isNumber, !dtype.isComplex else {
      throw ArrayError(.type, "x may not be complex, nor a record: \(dtype)")
    }
    guard edges.rank == 1 else {
      throw ArrayError(.value, "bins need one axis, not \(edges.shape)")
    }
    return try LedgerReport.naming("digitize") { () throws(ArrayError) in
      let side = includingRight ? Side.left : .right
      if try edges.isInOrder(.lessEqual) { return try edges.searchSorted(self, side: side) }
      guard try edges.isInOrder(.greaterEqual) else {
        throw ArrayError(.value, "bins must be monotonically increasing or decreasing")
      }
      let places = try edges.flipped(axis: 0).searchSorted(self, side: side)
      return try .apply(.subtract, NDArray(scalar: edges.count).erased, places)
    }
  }

  private func isInOrder(_ comparison: BinaryOperation) throws(ArrayError) -> Bool {
    guard count > 1 else { return true }
    let before = try view(at: [.slice(Slice(nil, -1))])
    let after = try view(at: [.slice(Slice(1))])
    return try AnyNDArray.apply(comparison, before, after).all().item(as: Bool.self)
  }
}

extension TypedArray where Item: Scalar {
  /// How often each number from 0 on occurs in a row of them. NumPy: `numpy.bincount`. Copies.
  public func bincount(minimumLength: Int = 0) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.bincount(minimumLength: minimumLength))
    }
  }

  /// The sums of the weights of each number from 0 on. NumPy: `numpy.bincount(weights=)`. Copies.
  public func bincount(
    weights: some TypedArray<Double>, minimumLength: Int = 0
  ) -> NDArray<Double> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.bincount(weights: weights.erased, minimumLength: minimumLength))
    }
  }

  /// For each element the number of the bin that it is in: how many of the edges lie before it.
  ///
  /// NumPy: `numpy.digitize`; `includingRight` is `right`. Copies.
  public func digitize(
    _ edges: some TypedArray<Item>, includingRight: Bool = false
  ) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.digitize(edges.erased, includingRight: includingRight))
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
public import StridedMemory

extension AnyNDArray {
  /// How many elements lie between edges, which are found as `bins` says.
  ///
  /// A value on an edge counts above it, on the last one below it; others outside and NaNs don't
  /// count. Edges of one width are of the type of `mean`, those that are given stay. O(n).
  ///
  /// - Parameters:
  ///   - range: The outer edges; those of the elements if it is nil.
  ///   - weights: What each element counts, in an array of the same shape.
  ///   - isDensity: Whether the counts are divided by all of them and by the bins' widths.
  ///
  /// - Throws: `ArrayError` of kind `value` if there are no bins, if edges don't ascend, if the
  ///   range isn't finite and if the weights have another shape, of kind `type` for complex numbers
  ///   and records.
  ///
  /// NumPy: `numpy.histogram`. Copies.
  public func histogram(
    bins: HistogramBins = .count(10), range: ClosedRange<Double>? = nil,
    weights: AnyNDArray? = nil, isDensity: Bool = false
  ) throws(ArrayError) -> Histogram {
    try LedgerReport.naming("histogram") { () throws(ArrayError) in
      let (row, weight) = try histogramRow(weights)
      let (edges, isUniform) = try row.edges(bins, range, isWeighted: weights != nil)
      let counts = try row.counted(between: edges, isUniform: isUniform, weight)
      guard isDensity else { return Histogram(counts: counts, edges: edges) }
      let widths = try edges.differences().cast(to: .float64)
      let share = try AnyNDArray.apply(.divide, counts, widths)
      return Histogram(counts: try .apply(.divide, share, counts.sum()), edges: edges)
    }
  }

  /// The edges between which `histogram` would count. NumPy: `numpy.histogram_bin_edges`. Copies.
  public func histogramBinEdges(
    bins: HistogramBins = .count(10), range: ClosedRange<Double>? = nil,
    weights: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("histogramBinEdges") { () throws(ArrayError) in
      let (row, _) = try histogramRow(weights)
      return try row.edges(bins, range, isWeighted: weights != nil).edges
    }
  }

  private func histogramRow(
    _ weights: AnyNDArray?
  ) throws(ArrayError) -> (row: AnyNDArray, weights: AnyNDArray?) {
    guard dtype.isNumber, !dtype.isComplex else {
      throw ArrayError(.type, "a histogram needs real numbers, not \(dtype)")
    }
    if let weights, weights.shape != shape {
      throw ArrayError(
        .value, "weights should have the same shape as a: \(shape), not \(weights.shape)",
        operand: "weights", shapes: [shape, weights.shape])
    }
    let type = dtype.kind == .bool ? DType.uint8 : dtype.native
    return (try cast(to: type, copying: .ifNeeded).raveled(), try weights?.raveled())
  }

  /// The sums of 1, or of weights, between ascending edges.
  func counted(
    between edges: AnyNDArray, isUniform: Bool, _ weights: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    let type = isUniform ? edges.dtype : try DType.promoted(dtype, edges.dtype)
    guard !type.isComplex, type.isNumber else {
      throw ArrayError(.type, "edges must be real numbers, not \(edges.dtype)")
    }
    let common = type.kind == .bool ? DType.uint8 : type.native
    let values = try cast(to: common, copying: .ifNeeded)
    let places = try edges.cast(to: common).raveled()
    let bins = places.count - 1
    let result = weights?.dtype.native ?? .int
    let collecting = weights == nil ? DType.int64 : result.isComplex ? .complex128 : .float64
    let sums = try AnyNDArray.zeros([Swift.max(bins, 0)], collecting)
    if bins > 0, count > 0 {
      var scale = 0.0
      if isUniform {
        let first = try edges.view(at: [.index(0)]).cast(to: .float64).item(as: Double.self)
        let last = try edges.view(at: [.index(-1)]).cast(to: .float64).item(as: Double.self)
        scale = Double(bins) / (last - first)
      }
      let weights = try weights?.cast(to: collecting, copying: .ifNeeded)
      defer { withExtendedLifetime((sums, values, places, weights)) {} }
      try Loops.histogram(
        into: sums.operand, values.operand, edges: places.operand,
        scale: scale.isFinite ? scale : 0, weights: weights?.operand)
    }
    return try sums.cast(to: result, copying: .ifNeeded)
  }
}

extension TypedArray where Item: Scalar {
  /// How many elements lie between edges, which are found as `bins` says.
  ///
  /// A value on an edge counts above it, on the last one below it; others outside and NaNs don't
  /// count. NumPy: `numpy.histogram`. Copies.
  public func histogram(
    bins: HistogramBins = .count(10), range: ClosedRange<Double>? = nil
  ) -> (counts: NDArray<Int>, edges: NDArray<Item.Quotient>) {
    Self.attempt { () throws(ArrayError) in
      let result = try erased.histogram(bins: bins, range: range)
      return (
        NDArray(adopting: result.counts),
        NDArray(adopting: try result.edges.cast(to: Item.Quotient.dtype, copying: .ifNeeded))
      )
    }
  }
}

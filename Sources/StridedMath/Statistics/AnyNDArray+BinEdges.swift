// SPDX-License-Identifier: Apache-2.0

import RealModule
import StridedArrays
import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// The edges of a histogram of this row, and whether their distances are equal.
  func edges(
    _ bins: HistogramBins, _ range: ClosedRange<Double>?, isWeighted: Bool
  ) throws(ArrayError) -> (edges: AnyNDArray, isUniform: Bool) {
    switch bins {
    case .edges(let edges):
      guard edges.rank == 1 else { throw ArrayError(.value, "`bins` must be 1d, when an array") }
      if edges.count > 1 {
        let before = try edges.view(at: [.slice(Slice(nil, -1))])
        let after = try edges.view(at: [.slice(Slice(1))])
        guard try !AnyNDArray.apply(.greater, before, after).any().item(as: Bool.self) else {
          throw ArrayError(.value, "`bins` must increase monotonically, when an array")
        }
      }
      return (edges, false)
    case .count(let count):
      guard count > 0 else {
        throw ArrayError(.value, "`bins` must be positive, when an integer, not \(count)")
      }
      return (try edges(count, outerEdges(range)), true)
    case .rule(let rule):
      guard !isWeighted else {
        throw ArrayError(
          .type, "Automated estimation of the number of bins is not supported for weighted data")
      }
      let ends = try outerEdges(range)
      var values = self
      if range != nil, count > 0 {
        let isInside = try AnyNDArray.apply(
          .logicalAnd, AnyNDArray.apply(.greaterEqual, self, ends.first),
          AnyNDArray.apply(.lessEqual, self, ends.last))
        values = try extract(isInside)
      }
      return (try edges(try values.binCount(rule, ends), ends), true)
    }
  }

  /// The first and the last edge, apart from each other.
  private func outerEdges(
    _ range: ClosedRange<Double>?
  ) throws(ArrayError) -> (first: AnyNDArray, last: AnyNDArray) {
    var first = NDArray(scalar: range?.lowerBound ?? 0.0).erased
    var last = NDArray(scalar: range?.upperBound ?? 1.0).erased
    if range == nil, count > 0 { (first, last) = (try min(), try max()) }
    let (low, high) = (try first.number(), try last.number())
    guard low.isFinite, high.isFinite else {
      let source = range == nil ? "autodetected" : "supplied"
      throw ArrayError(.value, "\(source) range of [\(low), \(high)] is not finite")
    }
    if try AnyNDArray.apply(.equal, first, last).item(as: Bool.self) {
      let type = first.dtype.quotient
      let half = try NDArray(scalar: 0.5).erased.cast(to: type)
      first = try .apply(.subtract, first.cast(to: type), half)
      last = try .apply(.add, last.cast(to: type), half)
    }
    return (first, last)
  }

  /// Edges of one distance, computed in the type of the outer ones.
  private func edges(
    _ count: Int, _ ends: (first: AnyNDArray, last: AnyNDArray)
  ) throws(ArrayError) -> AnyNDArray {
    let type = ends.first.dtype.quotient
    let (first, last) = (try ends.first.cast(to: type), try ends.last.cast(to: type))
    let parts = try NDArray(scalar: count).erased.cast(to: type)
    let step = try AnyNDArray.apply(.divide, AnyNDArray.apply(.subtract, last, first), parts)
    let result = try AnyNDArray.arange(count + 1).cast(to: type)
    try AnyNDArray.apply(.multiply, result, step, into: result)
    try AnyNDArray.apply(.add, result, first, into: result)
    try result.view(at: [.index(count)]).assign(from: last)
    let edges = try result.cast(to: dtype.quotient, copying: .ifNeeded)
    let before = try edges.view(at: [.slice(Slice(nil, -1))])
    let after = try edges.view(at: [.slice(Slice(1))])
    guard try AnyNDArray.apply(.less, before, after).all().item(as: Bool.self) else {
      throw ArrayError(
        .value,
        "Too many bins for data range. Cannot create \(count) finite-sized bins.")
    }
    return edges
  }

  // MARK: Rules

  /// How many bins a rule gives these values.
  private func binCount(
    _ rule: BinRule, _ ends: (first: AnyNDArray, last: AnyNDArray)
  ) throws(ArrayError) -> Int {
    guard count > 0 else { return 1 }
    var width = try binWidth(rule)
    guard width > 0 else { return 1 }
    if dtype.isInteger, width < 1 { width = 1 }
    let bins = ((try ends.last.number() - ends.first.number()) / width).rounded(.up)
    guard bins < Double(Int32.max) else {
      throw ArrayError(.value, "the rule asks for \(bins) bins; give their number")
    }
    return Int(bins)
  }

  private func binWidth(_ rule: BinRule) throws(ArrayError) -> Double {
    let n = Double(count)
    let span = try max().number() - min().number()
    switch rule {
    case .squareRoot: return span / n.squareRoot()
    case .sturges: return span / (Double.log2(n) + 1)
    case .rice: return span / (2 * Double.pow(n, 1.0 / 3))
    case .scott:
      return try Double.pow(24 * Double.pi.squareRoot() / n, 1.0 / 3)
        * standardDeviation().number()
    case .freedmanDiaconis:
      let distance = try quantile(0.75).number() - quantile(0.25).number()
      return 2 * distance * Double.pow(n, -1.0 / 3)
    case .auto:
      let narrow = try Swift.max(binWidth(.freedmanDiaconis), binWidth(.squareRoot) / 2)
      return Swift.min(narrow, try binWidth(.sturges))
    case .doane:
      let deviation = try standardDeviation()
      guard n > 2, try deviation.number() > 0 else { return 0 }
      let scaled = try AnyNDArray.apply(
        .divide, AnyNDArray.apply(.subtract, self, mean()), deviation)
      let cubes = try AnyNDArray.apply(.multiply, AnyNDArray.apply(.square, scaled), scaled)
      let skew = (6 * (n - 2) / ((n + 1) * (n + 3))).squareRoot()
      let excess = try cubes.mean().number().magnitude
      return span / (1 + Double.log2(n) + Double.log2(1 + excess / skew))
    case .stone:
      guard count > 1, span > 0 else { return 0 }
      var best = (width: 0.0, error: Double.infinity)
      for bins in 1...Swift.max(100, Int(n.squareRoot())) {
        let counts = try counted(
          between: edges(bins, outerEdges(nil)), isUniform: true, nil)
        let shares = try AnyNDArray.apply(.divide, counts, NDArray(scalar: n).erased)
        let width = span / Double(bins)
        let error = try (2 - (n + 1) * shares.dot(shares).number()) / width
        if error < best.error { best = (width, error) }
      }
      return best.width
    }
  }

  /// The one element, as a number of type `Double`.
  private func number() throws(ArrayError) -> Double {
    try cast(to: .float64).item(as: Double.self)
  }
}

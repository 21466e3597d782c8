// SPDX-License-Identifier: Apache-2.0

/// How a quantile that falls between two elements is chosen. NumPy: `method` of `numpy.quantile`.
public enum QuantileMethod: Hashable, Sendable, CaseIterable {
  case invertedCDF, averagedInvertedCDF, closestObservation, interpolatedInvertedCDF
  case hazen, weibull, linear, medianUnbiased, normalUnbiased
  case lower, higher, midpoint, nearest

  /// Where in `count` sorted elements the quantile lies: two neighbours, and how far it is from the
  /// first to the second; nil for the first alone.
  func place(of quantile: Double, count: Int) -> (first: Int, second: Int, weight: Double?) {
    let n = Double(count)
    let linear = (n - 1) * quantile
    func between(_ alpha: Double, _ beta: Double) -> Double {
      n * quantile + (alpha + quantile * (1 - alpha - beta)) - 1
    }
    func at(_ position: Double) -> (Int, Int, Double?) {
      let i = Int(min(max(position, 0), n - 1))
      return (i, i, nil)
    }
    func stepped(_ index: Double, _ stays: (Double, Double) -> Bool) -> (Int, Int, Double?) {
      let low = index.rounded(.down)
      return at(stays(index - low, low) ? low : low + 1)
    }
    let index: Double
    switch self {
    case .invertedCDF: return stepped(n * quantile - 1) { gap, _ in gap == 0 }
    case .closestObservation:
      return stepped(n * quantile - 1.5) { gap, low in
        gap == 0 && abs(low.truncatingRemainder(dividingBy: 2)) == 1
      }
    case .lower: return at(linear.rounded(.down))
    case .higher: return at(linear.rounded(.up))
    case .nearest: return at(linear.rounded(.toNearestOrEven))
    case .midpoint: index = 0.5 * (linear.rounded(.down) + linear.rounded(.up))
    case .averagedInvertedCDF: index = n * quantile - 1
    case .interpolatedInvertedCDF: index = between(0, 1)
    case .hazen: index = between(0.5, 0.5)
    case .weibull: index = between(0, 0)
    case .linear: index = linear
    case .medianUnbiased: index = between(1 / 3.0, 1 / 3.0)
    case .normalUnbiased: index = between(3 / 8.0, 3 / 8.0)
    }
    if index >= n - 1 { return (count - 1, count - 1, 0) }
    if index < 0 { return (0, 0, 0) }
    let low = index.rounded(.down)
    let gap = index - low
    let weight: Double
    switch self {
    case .averagedInvertedCDF: weight = gap == 0 ? 0.5 : 1
    case .midpoint: weight = gap == 0 ? 0 : 0.5
    default: weight = gap
    }
    return (Int(low), Int(low) + 1, weight)
  }
}

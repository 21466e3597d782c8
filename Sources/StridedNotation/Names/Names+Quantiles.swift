// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
import StridedMath
internal import StridedMemory

extension Registry {
  /// Medians and other quantiles.
  func addQuantiles() {
    for ignores in [false, true] {
      let prefix = ignores ? "nan" : ""
      function("\(prefix)median(a, axis=None, out=None, overwrite_input=False, keepdims=False)") {
        (c) throws(Fault) in
        let r = try Reductions(c, hasTarget: false)
        let result = try lifted { () throws(ArrayError) in
          try r.a.median(axes: r.axes, keepingAxes: r.keeps, ignoringNaN: ignores)
        }
        if let out = try c.target("out") { return try Products.write(result, to: out, c) }
        return c.result(result)
      }
      for (name, scale) in [("quantile", 1.0), ("percentile", 100.0)] {
        function(
          "\(prefix)\(name)(a, q, axis=None, out=None, overwrite_input=False, method='linear', "
            + "keepdims=False)"
        ) { (c) throws(Fault) in
          let r = try Reductions(c, hasTarget: false)
          let method = try QuantileMethod.named(try c.text("method"))
          let q = try c.array("q")
          var numbers: [Double] = []
          for i in 0..<q.count {
            let number = try lifted { () throws(ArrayError) in
              try q.raveled().view(at: [.index(i)]).item(as: Double.self)
            }
            guard number >= 0, number <= scale else {
              throw Fault(
                .valueError,
                scale == 1
                  ? "Quantiles must be in the range [0, 1]"
                  : "Percentiles must be in the range [0, 100]")
            }
            numbers.append(number / scale)
          }
          let all = try lifted { () throws(ArrayError) in
            try r.a.quantiles(
              numbers, axes: r.axes, keepingAxes: r.keeps, method: method, ignoringNaN: ignores)
          }
          let result = try lifted { () throws(ArrayError) in
            try all.reshaped(q.shape + all.shape.dropFirst())
          }
          if let out = try c.target("out") { return try Products.write(result, to: out, c) }
          return c.result(result)
        }
      }
    }
  }
}

extension QuantileMethod {
  /// The method of NumPy's name.
  fileprivate static func named(_ name: String) throws(Fault) -> QuantileMethod {
    switch name {
    case "inverted_cdf": .invertedCDF
    case "averaged_inverted_cdf": .averagedInvertedCDF
    case "closest_observation": .closestObservation
    case "interpolated_inverted_cdf": .interpolatedInvertedCDF
    case "hazen": .hazen
    case "weibull": .weibull
    case "linear": .linear
    case "median_unbiased": .medianUnbiased
    case "normal_unbiased": .normalUnbiased
    case "lower": .lower
    case "higher": .higher
    case "midpoint": .midpoint
    case "nearest": .nearest
    default:
      throw Fault(.valueError, "'\(name)' is not a valid method of quantiles")
    }
  }
}

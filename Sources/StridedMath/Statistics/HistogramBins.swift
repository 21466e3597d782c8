// SPDX-License-Identifier: Apache-2.0

public import StridedArrays

/// Between which edges a histogram counts. NumPy: `bins` of `numpy.histogram`.
public enum HistogramBins {
  /// So many of one width.
  case count(Int)
  /// Those between ascending edges.
  case edges(AnyNDArray)
  /// As many of one width as a rule finds good for the values.
  case rule(BinRule)
}

/// How many bins the values of a histogram need. NumPy: the names of `numpy.histogram_bin_edges`.
public enum BinRule: Hashable, Sendable, CaseIterable {
  /// The narrower of Freedman and Diaconis's, not below half that of the root, and Sturges's.
  case auto
  /// Sturges's, corrected for how skewed the values are.
  case doane
  /// Freedman and Diaconis: by the distance of the quartiles.
  case freedmanDiaconis
  /// Twice the cube root of the number of values.
  case rice
  /// By the standard deviation.
  case scott
  /// The root of the number of values.
  case squareRoot
  /// Stone: with the least estimated error, left one out.
  case stone
  /// By the logarithm of the number of values.
  case sturges
}

/// How many values lie between edges. NumPy: the result of `numpy.histogram`.
public struct Histogram {
  /// The number, weight or density of the values between neighbouring edges.
  public var counts: AnyNDArray
  /// The edges, one more than there are counts.
  public var edges: AnyNDArray
}

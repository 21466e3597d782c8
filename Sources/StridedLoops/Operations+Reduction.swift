// SPDX-License-Identifier: Apache-2.0

/// An operation that makes one element out of many. NumPy: `numpy.ufunc.reduce`.
public enum Reduction: Int, Hashable, Sendable, CaseIterable {
  // Order and codes are those of the kernels' table.
  case sum, product, minimum, maximum
  /// Truth values: whether any or all elements are not 0.
  case any, all
  /// The number of elements that are not 0.
  case count
  // What leaves out NaNs; for types that have none it is the operation without them.
  case sumOfNumbers, productOfNumbers, minimumNumber, maximumNumber
  /// The number of elements that are no NaN; only for types that have one.
  case countOfNumbers

  /// The operation's name, as NumPy's ufuncs are named.
  public var name: String {
    switch self {
    case .sum: "sum"
    case .product: "product"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .any: "any"
    case .all: "all"
    case .count: "count"
    case .sumOfNumbers: "sum of numbers"
    case .productOfNumbers: "product of numbers"
    case .minimumNumber: "fmin"
    case .maximumNumber: "fmax"
    case .countOfNumbers: "count of numbers"
    }
  }

  /// Whether the result can't be told where there is no element.
  public var needsElements: Bool {
    switch self {
    case .minimum, .maximum, .minimumNumber, .maximumNumber: true
    default: false
    }
  }

  /// Whether elements are collected in a wider type.
  package var widens: Bool {
    switch self {
    case .sum, .product, .sumOfNumbers, .productOfNumbers: true
    default: false
    }
  }

  /// The same operation for types that have no NaN.
  var withNaN: Reduction {
    switch self {
    case .sumOfNumbers: .sum
    case .productOfNumbers: .product
    case .minimumNumber: .minimum
    case .maximumNumber: .maximum
    default: self
    }
  }
}

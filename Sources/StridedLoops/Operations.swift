// SPDX-License-Identifier: Apache-2.0

/// An operation on two elements. NumPy: the binary `numpy.ufunc` objects.
public enum BinaryOperation: Int, Hashable, Sendable, CaseIterable {
  // Order and codes are those of the kernels' tables, first arithmetic, then comparisons.
  case add, subtract, multiply, divide, minimum, maximum
  case equal, notEqual, less, lessEqual, greater, greaterEqual

  /// Whether the results are truth values.
  public var isComparison: Bool { rawValue >= Self.equal.rawValue }
}

/// An operation that makes one element out of many. NumPy: `numpy.ufunc.reduce`.
public enum Reduction: Int, Hashable, Sendable, CaseIterable {
  case sum, minimum, maximum

  /// The operation's name, as it is written in code.
  public var name: String {
    switch self {
    case .sum: "sum"
    case .minimum: "minimum"
    case .maximum: "maximum"
    }
  }
}

/// The operations on elements: each plans one walk over all operands and runs one kernel on it.
public enum Loops {}

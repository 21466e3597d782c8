// SPDX-License-Identifier: Apache-2.0

/// What went wrong in an array operation, with the axis, index and bound that it concerns.
///
/// The kinds are NumPy's exception classes, so that a host of NumPy notation can raise the same.
public struct ArrayError: Error, Hashable, Sendable {
  /// The family of a fault.
  public enum Kind: String, Hashable, Sendable {
    /// An index is out of range, or there are too many of them. NumPy: `IndexError`.
    case index
    /// Shapes, counts or values do not fit. NumPy: `ValueError`.
    case value
    /// An element type does not support what was asked. NumPy: `TypeError`.
    case type
    /// An axis does not exist. NumPy: `AxisError`.
    case axis
    /// The memory is read-only. NumPy: `ValueError`.
    case readOnly
    /// The system refused the memory. NumPy: `MemoryError`.
    case memory
    /// A file or a foreign buffer is malformed. NumPy: `ValueError`.
    case format
    /// The operating system refused a file operation. NumPy: `OSError`.
    case system
  }

  /// The family of the fault.
  public var kind: Kind
  /// What was wrong, where, and what to do, as a sentence without a final full stop.
  public var message: String
  /// The axis the fault concerns, if one.
  public var axis: Int?
  /// The index or length that did not fit, if one.
  public var index: Int?
  /// The bound that `index` had to respect, if one.
  public var bound: Int?
  /// Why a shape can't be had without a copy, if that is the fault.
  public var obstacle: ReshapeObstacle?

  /// Creates an error.
  public init(
    _ kind: Kind, _ message: String, axis: Int? = nil, index: Int? = nil, bound: Int? = nil,
    obstacle: ReshapeObstacle? = nil
  ) {
    self.kind = kind
    self.message = message
    self.axis = axis
    self.index = index
    self.bound = bound
    self.obstacle = obstacle
  }
}

extension ArrayError: CustomStringConvertible {
  /// The message alone.
  public var description: String { message }
}

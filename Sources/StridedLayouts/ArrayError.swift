// SPDX-License-Identifier: Apache-2.0

/// What went wrong in an array operation, with the operand, axis, index and bound that it concerns.
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
  /// The operand the fault concerns, if one: its name in the call, such as "target" or "source", or
  /// "operand 1" where they are counted, from 0.
  public var operand: String?
  /// The axis the fault concerns, if one.
  public var axis: Int?
  /// The index or length that did not fit, if one.
  public var index: Int?
  /// The bound that `index` had to respect, if one.
  public var bound: Int?
  /// The shapes that did not fit, in the order of the operands; empty if the fault is another.
  public var shapes: [[Int]]
  /// Why the operation needs a copy, if the fault is that it may not make one.
  public var copyReason: CopyReason?

  /// Creates an error.
  public init(
    _ kind: Kind, _ message: String, operand: String? = nil, axis: Int? = nil, index: Int? = nil,
    bound: Int? = nil, shapes: [[Int]] = [], copyReason: CopyReason? = nil
  ) {
    self.kind = kind
    self.message = message
    self.operand = operand
    self.axis = axis
    self.index = index
    self.bound = bound
    self.shapes = shapes
    self.copyReason = copyReason
  }

  /// Creates the error of an operation that would have to copy and may not.
  ///
  /// - Parameters:
  ///   - reason: Why it would.
  ///   - what: What was asked for, such as "a row-major array".
  ///   - byteCount: The bytes that it would copy.
  public init(copying reason: CopyReason, for what: String, byteCount: Int) {
    self.init(
      .value, "\(what) needs a copy of \(byteCount) bytes, and none is allowed: \(reason)",
      copyReason: reason)
  }

  /// The axes that keep a shape from being a view, if that is the fault.
  public var obstacle: ReshapeObstacle? {
    if case .notViewable(let obstacle) = copyReason { return obstacle }
    return nil
  }
}

extension ArrayError: CustomStringConvertible {
  /// The message alone.
  public var description: String { message }
}

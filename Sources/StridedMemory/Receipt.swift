// SPDX-License-Identifier: Apache-2.0

/// What became of memory that came into the library or went out of it: shared or copied, who frees
/// it, and whether it may be written.
///
/// `receipt` of an array tells of the memory that it lies on, and a ledger collects the receipts of
/// everything that crossed the border in its time.
public struct Receipt: Hashable, Sendable {
  /// Who frees memory.
  public enum Owner: String, Hashable, Sendable, CaseIterable {
    /// The library, when no array lies on it any more.
    case library
    /// Whoever lent it, told by the release function when no array lies on it any more.
    case lender
    /// The system: the mapping is undone when no array lies on it any more.
    case system
    /// Whoever received it, as a value of their own.
    case receiver
  }

  /// Which way the memory went.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// Into the library.
    case adopted
    /// Out of the library, or to a handle with other rights.
    case handedOver
  }

  /// Which way the memory went.
  public var direction: Direction
  /// The operation that the program called, such as "borrowing".
  public var operation: String
  /// Whether both sides now use the same bytes; else they were copied.
  public var isShared: Bool
  /// How many bytes it concerns.
  public var byteCount: Int
  /// Who frees the memory that the receiving side uses.
  public var freedBy: Owner
  /// Whether the receiving side may write.
  public var isWritable: Bool

  /// Creates a receipt.
  public init(
    _ direction: Direction, by operation: String, isShared: Bool, byteCount: Int, freedBy: Owner,
    isWritable: Bool
  ) {
    self.direction = direction
    self.operation = operation
    self.isShared = isShared
    self.byteCount = byteCount
    self.freedBy = freedBy
    self.isWritable = isWritable
  }
}

extension Receipt: CustomStringConvertible {
  /// One line, such as "adopted 96 B by borrowing: shared, read-only, freed by the lender".
  public var description: String {
    "\(direction == .adopted ? "adopted" : "handed over") \(byteCount) B by \(operation): "
      + "\(isShared ? "shared" : "copied"), \(isWritable ? "writable" : "read-only"), "
      + "freed by the \(freedBy.rawValue)"
  }
}

extension Storage {
  /// How the memory came to be the library's: shared with a lender or a file, or its own.
  public var receipt: Receipt {
    switch kind {
    case .owned: receipt(by: "allocate", isShared: false, freedBy: .library)
    case .borrowed: receipt(by: "borrowing", isShared: true, freedBy: .lender)
    case .mapped: receipt(by: "mapping", isShared: true, freedBy: .system)
    }
  }

  private func receipt(by operation: String, isShared: Bool, freedBy: Receipt.Owner) -> Receipt {
    Receipt(
      .adopted, by: operation, isShared: isShared, byteCount: byteCount, freedBy: freedBy,
      isWritable: isWritable)
  }
}

// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts

/// What was allocated, copied and freed while a piece of code ran.
///
/// `withLedger` makes one. A copy's bytes are those that it writes, whether the memory for it is
/// fresh or not; bytes on their way through a buffer of fixed size are no copy.
public struct Ledger: Hashable, Sendable {
  /// One thing that happened to memory.
  public struct Entry: Hashable, Sendable {
    /// What happened.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// Memory for elements came from the system.
      case allocation
      /// Elements were written a second time.
      case copy
      /// Memory that was allocated in the ledger's time went back to the system.
      case free
    }

    /// What happened.
    public var kind: Kind
    /// How many bytes it concerns.
    public var byteCount: Int
    /// The operation that the program called, such as "reshaped".
    public var operation: String
    /// Why elements were copied; nil for what is no copy.
    public var reason: CopyReason?

    /// Creates an entry.
    public init(
      _ kind: Kind, byteCount: Int, operation: String, reason: CopyReason? = nil
    ) {
      self.kind = kind
      self.byteCount = byteCount
      self.operation = operation
      self.reason = reason
    }
  }

  /// What happened, in order.
  public internal(set) var entries: [Entry] = []
  /// The receipts of memory that came into the library or went out of it, in order.
  public internal(set) var receipts: [Receipt] = []
  /// The most bytes that were allocated in the ledger's time and not yet freed.
  public internal(set) var peakLiveBytes = 0
  /// The bytes that were allocated in the ledger's time and not freed at its end.
  public internal(set) var liveBytes = 0

  /// Creates an empty ledger.
  public init() {}

  /// The entries of copies, in order.
  public var copies: [Entry] { entries.filter { $0.kind == .copy } }
  /// The number of allocations.
  public var allocationCount: Int { count(.allocation) }
  /// The bytes that were allocated, freed ones included.
  public var allocatedBytes: Int { bytes(.allocation) }
  /// The number of copies.
  public var copyCount: Int { count(.copy) }
  /// The bytes that copies wrote.
  public var copiedBytes: Int { bytes(.copy) }
  /// The number of allocations that were freed.
  public var freeCount: Int { count(.free) }
  /// The bytes that were freed.
  public var freedBytes: Int { bytes(.free) }

  private func count(_ kind: Entry.Kind) -> Int {
    entries.reduce(0) { $1.kind == kind ? $0 + 1 : $0 }
  }

  private func bytes(_ kind: Entry.Kind) -> Int {
    entries.reduce(0) { $1.kind == kind ? $0 &+ $1.byteCount : $0 }
  }

  mutating func append(_ entry: Entry) {
    entries.append(entry)
    switch entry.kind {
    case .allocation:
      liveBytes &+= entry.byteCount
      peakLiveBytes = max(peakLiveBytes, liveBytes)
    case .free: liveBytes &-= entry.byteCount
    case .copy: break
    }
  }
}

extension Ledger: CustomStringConvertible {
  /// The totals in one line, such as "1 allocation 96 B, 0 copies".
  public var description: String {
    Ledger.total(allocationCount, "allocation", "allocations", allocatedBytes) + ", "
      + Ledger.total(copyCount, "copy", "copies", copiedBytes)
  }

  /// The totals and, below, a line for each entry and for each receipt.
  public var report: String {
    let lines = entries.map { $0.description } + receipts.map { $0.description }
    return lines.reduce(description) { $0 + "\n  " + $1 }
  }

  private static func total(_ count: Int, _ one: String, _ many: String, _ bytes: Int) -> String {
    "\(count) \(count == 1 ? one : many)" + (count == 0 ? "" : " \(bytes) B")
  }
}

extension Ledger.Entry: CustomStringConvertible {
  /// One line, such as "copy 96 B by reshaped: a view of [12] needs …".
  public var description: String {
    "\(kind.rawValue) \(byteCount) B by \(operation)"
      + (reason.map { ": \($0.description)" } ?? "")
  }
}

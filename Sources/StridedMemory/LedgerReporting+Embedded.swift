// SPDX-License-Identifier: Apache-2.0

// Embedded Swift has no task-locals: there is no ledger, and reports compile to nothing.
#if $Embedded
  public import StridedLayouts

  public enum LedgerReport {
    @inlinable public static var isListening: Bool { false }

    package static var isAsking: Bool { false }

    package static func takeEntries() -> [Ledger.Entry] { [] }

    package static func unreported<Result, Failure: Error>(
      _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result { try body() }

    @inlinable public static func copy(
      _ byteCount: @autoclosure () -> Int, _ reason: @autoclosure () -> CopyReason,
      operation: @autoclosure () -> String
    ) {}

    @inlinable public static func copying(
      _ byteCount: @autoclosure () -> Int, _ reason: @autoclosure () -> CopyReason,
      operation: @autoclosure () -> String
    ) throws(ArrayError) {}

    @inlinable public static func writing(to address: UnsafeRawPointer) throws(ArrayError) {}

    @inlinable public static func receipt(_ receipt: @autoclosure () -> Receipt) {}

    @inlinable @inline(__always) public static func naming<Result, Failure: Error>(
      _ operation: @autoclosure () -> String, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result { try body() }
  }

  struct LedgerTicket {
    init(allocating byteCount: Int) {}
    func free() {}
  }
#endif

// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  public import CStridedMemory
  public import StridedLayouts

  /// Where the library reports what it allocates, copies and frees.
  ///
  /// With no ledger open anywhere, a report costs one relaxed load and a branch. Reports come from
  /// the thread that plans an operation: worker threads don't inherit task-locals.
  public enum LedgerReport {
    /// Whether a ledger is open anywhere; it need not be one of this task.
    @inlinable @inline(__always) public static var isListening: Bool { strided_ledger_is_open() }

    /// The ledger of this task and the operation that it is in.
    struct Context: Sendable {
      var recorder: LedgerRecorder
      var operation: String?
      var inquiry: Inquiry?
    }

    @TaskLocal static var context: Context?

    /// Reports that `byteCount` bytes were copied.
    ///
    /// - Parameters:
    ///   - byteCount: The bytes that were written.
    ///   - reason: Why.
    ///   - operation: What did it, unless an operation around this one has a name.
    @inlinable public static func copy(
      _ byteCount: @autoclosure () -> Int, _ reason: @autoclosure () -> CopyReason,
      operation: @autoclosure () -> String
    ) {
      if isListening { report(copied: byteCount(), reason(), operation()) }
    }

    /// Reports that `byteCount` bytes are about to be copied, by an operation that can be kept from it.
    ///
    /// - Throws: `ArrayError` of kind `value` with the reason where copies are refused.
    @inlinable public static func copying(
      _ byteCount: @autoclosure () -> Int, _ reason: @autoclosure () -> CopyReason,
      operation: @autoclosure () -> String
    ) throws(ArrayError) {
      if isListening { try refuseOrReport(byteCount(), reason(), operation()) }
    }

    /// Announces the first write of an operation, of which all copies have been announced.
    ///
    /// - Throws: `ArrayError` where only a question was asked.
    @inlinable public static func writing(to address: UnsafeRawPointer) throws(ArrayError) {
      if isListening { try stop(atWriteTo: UInt(bitPattern: address)) }
    }

    /// Reports memory that came into the library or went out of it; inside an operation nothing does.
    @inlinable public static func receipt(_ receipt: @autoclosure () -> Receipt) {
      if isListening { report(receipt()) }
    }

    @usableFromInline static func report(_ receipt: Receipt) {
      if let context, context.operation == nil { context.recorder.record(receipt) }
    }

    /// Takes what this task's ledger holds so far out of it, for a watcher that attributes it to
    /// the steps of a program. The ledger's live and peak bytes go on.
    package static func takeEntries() -> [Ledger.Entry] {
      isListening ? context?.recorder.takeEntries() ?? [] : []
    }

    /// Runs `body`, of which no ledger sees anything: memory that is no array of the program's.
    @inlinable package static func unreported<Result, Failure: Error>(
      _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
      isListening ? try unheard(body) : try body()
    }

    @usableFromInline static func unheard<Result, Failure: Error>(
      _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
      try $context.withValue(nil) { outcome(of: body) }.get()
    }

    /// Runs `body` as the operation of that name; the outermost name is the one that is reported.
    @inlinable @inline(__always) public static func naming<Result, Failure: Error>(
      _ operation: @autoclosure () -> String, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
      isListening ? try named(operation(), body) : try body()
    }

    @usableFromInline static func report(
      copied byteCount: Int, _ reason: CopyReason, _ operation: String
    ) {
      guard let context else { return }
      context.recorder.record(
        Ledger.Entry(
          .copy, byteCount: byteCount, operation: context.operation ?? operation, reason: reason))
    }

    @usableFromInline @inline(never) static func named<Result, Failure: Error>(
      _ operation: String, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
      guard var inner = context, inner.operation == nil else { return try body() }
      inner.operation = operation
      // `withValue` erases typed errors, so the outcome travels as a value.
      return try $context.withValue(inner) { outcome(of: body) }.get()
    }

    static func outcome<Success, Failure: Error>(
      of body: () throws(Failure) -> Success
    ) -> Swift.Result<Success, Failure> {
      do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
    }
  }

  /// Who is told when a block of memory is freed, by whatever task.
  struct LedgerTicket: Sendable {
    private let issued: Issued?

    /// Reports an allocation to this task's ledger, if there is one.
    init(allocating byteCount: Int) {
      issued = LedgerReport.isListening ? Issued(byteCount: byteCount) : nil
    }

    /// Reports that the memory was freed to the ledger that its allocation was reported to.
    func free() { issued?.free() }

    /// What a ticket holds that was issued; a class, so that a block carries one word.
    private final class Issued: Sendable {
      let recorder: LedgerRecorder
      let byteCount: Int
      let operation: String

      init?(byteCount: Int) {
        guard let context = LedgerReport.context else { return nil }
        recorder = context.recorder
        self.byteCount = byteCount
        operation = context.operation ?? "allocate"
        recorder.record(Ledger.Entry(.allocation, byteCount: byteCount, operation: operation))
      }

      func free() {
        recorder.record(Ledger.Entry(.free, byteCount: byteCount, operation: operation))
      }
    }
  }
#endif

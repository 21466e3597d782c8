// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  public import StridedLayouts
  import Synchronization

  /// Runs `body`, in which an operation that would copy elements throws the reason instead.
  ///
  /// Results in fresh memory are no copies. What has been written before the error stays written. It
  /// is for operations that throw: those that trap on a mistake trap on a refused copy, too.
  ///
  ///     try withoutCopies { () throws(ArrayError) in try image.erased.cast(to: .float32) }
  ///     // error: cast needs a copy of 4000000 bytes, and none is allowed: …
  ///
  /// - Throws: `ArrayError` of kind `value` with a `copyReason`, or what `body` throws.
  public func withoutCopies<Result>(
    _ body: () throws(ArrayError) -> Result
  ) throws(ArrayError) -> Result {
    try LedgerReport.running(body, asking: .refused)
  }

  extension LedgerReport {
    /// What happens to copies and writes while somebody asks.
    struct Inquiry: Sendable {
      /// Where the first write ends the inquiry; nil lets everything be written.
      var target: Range<UInt>?
      /// What was found out.
      var answer: Answer?

      static let refused = Inquiry()
    }

    /// How an inquiry ended; nil while it goes on.
    final class Answer: Sendable {
      private let state = Mutex<CopyReason??>(nil)

      var reason: CopyReason?? { state.withLock { $0 } }
      func set(_ reason: CopyReason?) { state.withLock { $0 = .some(reason) } }
    }

    /// Whether somebody asks about a write and wants nothing written.
    @inlinable package static var isAsking: Bool { isListening && isInquiry }

    @usableFromInline static var isInquiry: Bool { context?.inquiry?.target != nil }

    /// Returns why `body` would copy, or nil if it reaches its first write to `target` without a
    /// copy. It is stopped at either, so that nothing is copied or written.
    package static func reason(
      writing target: UnsafeRawBufferPointer, _ body: () throws(ArrayError) -> Void
    ) throws(ArrayError) -> CopyReason? {
      let first = UInt(bitPattern: target.baseAddress)
      let answer = Answer()
      let inquiry = Inquiry(target: first..<first + UInt(target.count), answer: answer)
      do throws(ArrayError) {
        try running(body, asking: inquiry)
      } catch {
        guard let reason = answer.reason else { throw error }
        return reason
      }
      return nil
    }

    fileprivate static func running<Result>(
      _ body: () throws(ArrayError) -> Result, asking inquiry: Inquiry
    ) throws(ArrayError) -> Result {
      let isAsking = inquiry.answer != nil
      let recorder = LedgerRecorder(inside: isAsking ? nil : context?.recorder)
      var inner = Context(recorder: recorder)
      inner.inquiry = inquiry
      // `withValue` erases typed errors, so the outcome travels as a value.
      let outcome = $context.withValue(inner) { LedgerReport.outcome(of: body) }
      recorder.close()
      return try outcome.get()
    }

    /// Throws where copies are refused; else reports one.
    @usableFromInline static func refuseOrReport(
      _ byteCount: Int, _ reason: CopyReason, _ operation: String
    ) throws(ArrayError) {
      if let context, let inquiry = context.inquiry {
        inquiry.answer?.set(reason)
        throw ArrayError(
          copying: reason, for: context.operation ?? operation, byteCount: byteCount)
      }
      report(copied: byteCount, reason, operation)
    }

    /// Ends an inquiry that waits for a write to `address`.
    @usableFromInline static func stop(atWriteTo address: UInt) throws(ArrayError) {
      guard let inquiry = context?.inquiry, let target = inquiry.target,
        target.contains(address)
      else { return }
      inquiry.answer?.set(nil)
      throw ArrayError(.value, "the inquiry is over")
    }
  }
#endif

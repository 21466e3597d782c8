// SPDX-License-Identifier: Apache-2.0

import StridedMemory
public import Testing

/// Expects `body` to copy no elements; if it does, the test fails with the ledger's lines.
///
/// Fresh memory for results is no copy. Returns what `body` returns; its error passes through.
///
///     let sum = expectNoCopies { (photo[..., 0] + photo[..., 1]).sum() }
@discardableResult
public func expectNoCopies<Result, Failure: Error>(
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  try expectCopies(atMost: 0, sourceLocation: sourceLocation, body)
}

/// Expects `body` to copy no more than a number of bytes; else the test fails with the ledger's
/// lines.
///
/// Fresh memory for results is no copy. Returns what `body` returns; its error passes through.
@discardableResult
public func expectCopies<Result, Failure: Error>(
  atMost byteCount: Int, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  let (result, ledger) = try withLedger(body)
  check(ledger, byteCount, sourceLocation)
  return result
}

/// Expects asynchronous code to copy no elements; otherwise as the other form.
@discardableResult
public func expectNoCopies<Result, Failure: Error>(
  isolation: isolated (any Actor)? = #isolation,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws(Failure) -> Result
) async throws(Failure) -> Result {
  try await expectCopies(atMost: 0, isolation: isolation, sourceLocation: sourceLocation, body)
}

/// Expects asynchronous code to copy no more than a number of bytes; otherwise as the other form.
@discardableResult
public func expectCopies<Result, Failure: Error>(
  atMost byteCount: Int, isolation: isolated (any Actor)? = #isolation,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws(Failure) -> Result
) async throws(Failure) -> Result {
  let (result, ledger) = try await withLedger(isolation: isolation, body)
  check(ledger, byteCount, sourceLocation)
  return result
}

private func check(_ ledger: Ledger, _ byteCount: Int, _ location: SourceLocation) {
  // A copy of nothing is none.
  guard ledger.copiedBytes > byteCount else { return }
  let allowed = byteCount == 0 ? "no copies" : "copies of at most \(byteCount) B"
  Issue.record("expected \(allowed): \(ledger.report)", sourceLocation: location)
}

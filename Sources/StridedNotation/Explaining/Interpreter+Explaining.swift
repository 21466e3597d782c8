// SPDX-License-Identifier: Apache-2.0

internal import StridedMemory

extension Interpreter {
  /// Runs a program and tells of each statement of the program itself, once it is over, what
  /// memory did in it.
  ///
  /// What the program prints goes to `tell` instead of the interpreter's output. Where the build
  /// keeps no ledger, as for WebAssembly, nothing is known of copies and their reasons.
  ///
  /// - Returns: What the program did altogether, and the error that ended it.
  package func explain(
    _ source: Source, tell: @escaping (ExplainedUnit) -> Void
  ) -> (totals: ExplanationTotals, error: NotationError?) {
    let explainer = Explainer(machine, tell: tell)
    let output = machine.output
    machine.output = { explainer.print($0) }
    machine.observer = explainer
    defer {
      machine.output = output
      machine.observer = nil
    }
    var failure: NotationError?
    func attempt() {
      do throws(NotationError) { try run(source) } catch { failure = error }
      explainer.finish()
    }
    var totals: ExplanationTotals
    #if $Embedded
      attempt()
      totals = explainer.totals
    #else
      let ledger = withLedger { attempt() }.ledger
      totals = explainer.totals
      totals.peakBytes = ledger.peakLiveBytes
    #endif
    totals.savable = explainer.copies.result
    return (totals, failure)
  }

  /// Runs a program and returns what memory did in each statement as text, a line for each, with
  /// what the program prints in between.
  ///
  ///     12  window[0] = 999    WRITE  8 B through window[0], a view of album; changes album[1]
  ///
  /// - Parameters:
  ///   - isDetailed: Whether types, strides, flags and the ledger's entries follow each line.
  /// - Returns: The text, and the error that ended the program.
  public func explanation(
    of source: Source, isDetailed: Bool = false
  ) -> (text: String, error: NotationError?) {
    let layout = ExplanationText(source, isDetailed: isDetailed)
    var text = ""
    let (totals, error) = explain(source) { text += layout.text(of: $0) }
    return (text + layout.text(of: totals), error)
  }
}

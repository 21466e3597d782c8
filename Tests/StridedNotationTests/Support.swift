// SPDX-License-Identifier: Apache-2.0

import Foundation
import StridedNotation
import Testing

/// What a program printed, and the error that ended it.
struct Outcome {
  var text = ""
  var error: NotationError?

  /// Class and message of the error, or nothing.
  var fault: String { error.map { "\($0.type.rawValue): \($0.message)" } ?? "" }
}

/// Runs a program with NumPy imported as `np`.
func outcome(_ program: String, limits: Limits = Limits()) -> Outcome {
  var outcome = Outcome()
  let interpreter = Interpreter(limits: limits) { outcome.text += $0 }
  do throws(NotationError) {
    try interpreter.run("import numpy as np\n" + program)
  } catch { outcome.error = error }
  return outcome
}

/// What a program prints; an error is recorded.
func output(_ program: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
  let result = outcome(program)
  if let error = result.error { Issue.record("\(error)", sourceLocation: sourceLocation) }
  return result.text
}

/// Expects that an expression's `repr` is a text.
func expect(
  _ expression: String, is text: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let got = output("value = \(expression)\nprint(repr(value))", sourceLocation: sourceLocation)
  #expect(got == text + "\n", "\(expression)", sourceLocation: sourceLocation)
}

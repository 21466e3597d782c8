// SPDX-License-Identifier: Apache-2.0

// Embedded Swift can't print collections by itself; messages hold shapes and strides everywhere.
extension DefaultStringInterpolation {
  /// Adds shape, strides or axes as Swift writes them, such as `[3, 4]`.
  package mutating func appendInterpolation(_ numbers: [Int]) {
    appendLiteral("[" + joined(numbers, by: ", ") + "]")
  }

  /// Adds bytes or positions as Swift writes them, such as `0..<8`.
  package mutating func appendInterpolation(_ range: Range<Int>) {
    appendLiteral("\(range.lowerBound)..<\(range.upperBound)")
  }
}

/// A shape as Python writes it: `(3, 4)`, `(3,)` or `()`; NumPy's messages leave out the spaces.
package func tuple(_ numbers: [Int], separator: String = ", ") -> String {
  "(" + joined(numbers, by: separator) + (numbers.count == 1 ? ",)" : ")")
}

private func joined(_ numbers: [Int], by separator: String) -> String {
  var text = ""
  for (i, number) in numbers.enumerated() { text += (i == 0 ? "" : separator) + "\(number)" }
  return text
}

// SPDX-License-Identifier: Apache-2.0

extension Array where Element == AxisIndex {
  /// Reads NumPy's notation of a basic index, such as `[::-1, 100:200, 0]`; brackets may be left out.
  ///
  /// - Throws: `ArrayError` of kind `index` that names the term and what was expected.
  public init(numpy text: String) throws(ArrayError) {
    var body = Substring(text).trimmed
    if body.first == "[" {
      guard body.last == "]", body.count >= 2 else {
        throw ArrayError(.index, "the slice '\(text)' has no closing bracket")
      }
      body = body.dropFirst().dropLast().trimmed
    }
    self = []
    if body.isEmpty {
      throw ArrayError(
        .index, "the slice '\(text)' is empty; write e.g. [::-1, 100:200, 0] or [...]")
    }
    // A trailing comma is allowed, as in a tuple.
    if body.last == "," { body = body.dropLast() }
    for part in body.split(separator: ",", omittingEmptySubsequences: false) {
      append(try AxisIndex(numpy: part.trimmed, in: text))
    }
  }
}

extension AxisIndex {
  fileprivate init(numpy term: Substring, in text: String) throws(ArrayError) {
    switch term {
    case "...", "Ellipsis": self = .ellipsis
    case "None", "newaxis", "np.newaxis": self = .newAxis
    default:
      let parts = term.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 1 {
        self = .index(try number(parts[0], of: term, in: text))
        return
      }
      guard parts.count <= 3 else {
        throw ArrayError(.index, "'\(term)' in '\(text)' has more than two colons")
      }
      var numbers: [Int?] = [nil, nil, nil]
      for (i, part) in parts.enumerated() where !part.trimmed.isEmpty {
        numbers[i] = try number(part, of: term, in: text)
      }
      guard numbers[2] != 0 else {
        throw ArrayError(.value, "slice step cannot be zero: '\(term)' in '\(text)'")
      }
      self = .slice(Slice(numbers[0], numbers[1], numbers[2] ?? 1))
    }
  }
}

private func number(_ part: Substring, of term: Substring, in text: String) throws(ArrayError)
  -> Int
{
  guard let number = Int(part.trimmed) else {
    throw ArrayError(
      .index,
      "'\(term)' in '\(text)' is no integer, slice (start:stop:step), '...' or 'None'")
  }
  return number
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = self
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return rest
  }
}

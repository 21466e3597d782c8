// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// What the letters of `einsum` say.
struct EinsumNotation {
  var inputs: [[Int]]
  var output: [Int]

  init(_ text: String, ranks: [Int]) throws(ArrayError) {
    let letters = Array(text.utf8).filter { $0 != UInt8(ascii: " ") }
    var parts: [[UInt8]] = [[]]
    var result: [UInt8]?
    var i = 0
    while i < letters.count {
      if letters[i] == UInt8(ascii: "-"), i + 1 < letters.count,
        letters[i + 1] == UInt8(ascii: ">"), result == nil
      {
        result = Array(letters[(i + 2)...])
        break
      }
      if letters[i] == UInt8(ascii: ",") {
        parts.append([])
      } else {
        parts[parts.count - 1].append(letters[i])
      }
      i += 1
    }
    guard parts.count == ranks.count else {
      throw ArrayError(
        .value, "'\(text)' names \(parts.count) operands, but there are \(ranks.count)")
    }
    var lists: [[Int]] = []
    var widest = 0
    for (part, rank) in zip(parts, ranks) {
      let labels = try EinsumNotation.labels(part, rank: rank, in: text)
      widest = max(widest, labels.filter { $0 < 0 }.count)
      lists.append(labels)
    }
    inputs = lists
    let outer = (0..<widest).map { $0 - widest }
    if let result {
      let named = result.filter { $0 != UInt8(ascii: ".") }.count
      let hasEllipsis = named < result.count
      output = try EinsumNotation.labels(
        result, rank: named + (hasEllipsis ? widest : 0), in: text)
      for (i, letter) in output.enumerated() {
        guard !output[..<i].contains(letter) else {
          throw ArrayError(.value, "the result of '\(text)' names an axis twice")
        }
        guard letter < 0 || lists.contains(where: { $0.contains(letter) }) else {
          throw ArrayError(.value, "the result of '\(text)' names an axis that no operand has")
        }
      }
    } else {
      let all = lists.flatMap { $0 }.filter { $0 >= 0 }
      let once = all.filter { letter in all.filter { $0 == letter }.count == 1 }
      output = outer + once.sorted()
    }
  }

  private static func labels(
    _ part: [UInt8], rank: Int, in text: String
  ) throws(ArrayError) -> [Int] {
    var labels: [Int] = []
    var i = 0
    let named = part.filter { $0 != UInt8(ascii: ".") }.count
    var hasEllipsis = false
    while i < part.count {
      let c = part[i]
      if c == UInt8(ascii: "."), i + 2 < part.count, part[i + 1] == c, part[i + 2] == c,
        !hasEllipsis, named <= rank
      {
        hasEllipsis = true
        labels += (0..<(rank - named)).map { $0 - (rank - named) }
        i += 3
        continue
      }
      let isLetter =
        (c >= UInt8(ascii: "a") && c <= UInt8(ascii: "z"))
        || (c >= UInt8(ascii: "A") && c <= UInt8(ascii: "Z"))
      guard isLetter else {
        throw ArrayError(.value, "'\(text)' holds more than letters, commas, '...' and '->'")
      }
      labels.append(Int(c))
      i += 1
    }
    guard labels.count == rank else {
      throw ArrayError(
        .value, "'\(text)' names \(labels.count) axes of an operand that has \(rank)")
    }
    return labels
  }
}

// SPDX-License-Identifier: Apache-2.0

import Strided

/// What a request asks for: a family of work and what it is done to.
struct Work {
  typealias Body = (_ calls: Int) throws -> Void

  /// A request that this side can't serve, with the reason.
  struct Lacking: Error, CustomStringConvertible {
    let description: String
  }

  let words: [String]
  let pool: Pool

  func body() throws -> Body {
    switch words.first {
    case "unary": try unary()
    case "binary": try binary()
    case "operator": try small()
    case "view": try view()
    case "copy": try copy()
    case "cast": try cast()
    case "transpose": try transposedCopy()
    case "mixed": try mixedOrder()
    case "reduce": try reduction()
    case "scan": try scan()
    case "pick": try picking()
    case "sort": try sorting()
    case "product": try product()
    case "expression": try expression()
    case "threads": try threads()
    case "file": try file()
    case "overlap": try overlap()
    case "assemble": try assembling()
    default: throw lacking("no family '\(words.first ?? "")'")
    }
  }

  func word(_ i: Int) throws -> String {
    guard words.indices.contains(i) else { throw lacking("no word \(i)") }
    return words[i]
  }

  func number(_ i: Int) throws -> Int {
    guard let number = Int(try word(i)) else { throw lacking("word \(i) is no number") }
    return number
  }

  func arrangement(_ i: Int) throws -> Arrangement {
    guard let arrangement = Arrangement(rawValue: try word(i)) else {
      throw lacking("no arrangement '\(try word(i))'")
    }
    return arrangement
  }

  func lacking(_ text: String) -> Lacking { Lacking(description: text) }
}

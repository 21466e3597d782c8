// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

/// The replay itself: that it reads cases exactly and that it can fail.
@Suite struct ReplayTests {
  private func parse(_ text: String) throws -> JSON {
    var text = text
    return try text.withUTF8 { try JSON.parse($0) }
  }

  @Test func numbersAreExact() throws {
    #expect(
      try parse("[18446744073709551615, -9223372036854775808]")
        == .array([.uint(.max), .int(.min)]))
    #expect(try parse("-0.0") == .double(-0.0))
    guard case .double(let zero) = try parse("-0.0") else { return }
    #expect(zero.sign == .minus)
  }

  @Test func textIsUnescaped() throws {
    #expect(try parse(#""a\n\"\\\u00e9\u6f22""#) == .string("a\n\"\\é漢"))
  }

  @Test(arguments: ["", "{", "[1,]", "[1 2]", "\"a", "{\"a\" 1}", "nul", "1 2", "-"])
  func malformedTextIsRefused(_ text: String) {
    #expect(throws: MalformedCase.self) { try parse(text) }
  }

  @Test func halvesAreExact() {
    for value in 0...2048 { #expect(halfValue(halfBits(value)) == Double(value)) }
    #expect(halfValue(halfBits(2049)) == 2048)
    #expect(halfValue(halfBits(2051)) == 2052)
    #expect(halfValue(halfBits(65520)) == .infinity)
    #expect(halfValue(0x0001) == 0x1p-24)
    #expect(halfValue(0x7e00).isNaN)
  }

  @Test func wrongOutcomesFail() throws {
    let good = #"""
      {"id":"x/1","owner":{"dtype":"int16","count":4},"a":{"offset":6,"shape":[2],"strides":[-2]},
      "want":{"kind":"view","offset":6,"shape":[2],"strides":[-2],"flags":"WA","values":[3,2]}}
      """#.replacing("\n", with: "")
    let wrong = [
      ("\"kind\":\"view\"", "\"kind\":\"copy\""),
      (
        "\"offset\":6,\"shape\":[2],\"strides\":[-2],\"fl",
        "\"offset\":4,\"shape\":[2],\"strides\":[-2],\"fl"
      ),
      ("\"strides\":[-2],\"flags\"", "\"strides\":[2],\"flags\""), ("\"WA\"", "\"CWA\""),
      ("\"WA\"", "\"A\""), ("[3,2]", "[3,1]"), ("[3,2]", "[3]"),
      ("\"kind\":\"view\"", "\"error\":\"ValueError\""),
      ("\"kind\":\"view\"", "\"dtype\":\"uint16\",\"kind\":\"view\""),
    ]
    func check(_ record: JSON) throws {
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      try expectOutcome(record, memory, a) { .array(a) }
    }
    try check(parse(good))
    for (part, replacement) in wrong {
      let text = good.replacing(part, with: replacement)
      #expect(text != good)
      #expect(throws: Mismatch.self, "\(replacement)") { try check(parse(text)) }
    }
  }

  @Test func knownDifferencesMustDiffer() throws {
    let table = "| family | records | reason |\n| --- | --- | --- |\n| x | `x/1`, x/2 | why |"
    var tally = Tally(family: "x", known: try KnownDifferences(table).of("x"))
    for id in 1...3 {
      try tally.add(.object(["id": .string("x/\(id)")])) { _ in
        if id != 2 { throw Mismatch(expected: "", got: "") }
      }
    }
    tally.finish()
    #expect(tally.held == 1)
    guard CaseFiles.areBuiltIn else { return }
    #expect(tally.knownCount == 1)
    #expect(tally.failures.count == 2)
  }

  @Test func theTableNamesFamilies() throws {
    let families = [
      "reshape", "basic_index", "view_ops", "copy_order", "ufunc_layout", "flags", "overlap",
      "diophantine", "assign_overlap", "text", "npy",
      "advanced_index", "fancy_assign",
    ]
    let named = try KnownDifferences.load().names
    #expect(Set(named).isSubset(of: families))
  }

  @Test(arguments: ["| x | y/1 | why |", "| x | x/1 | |", "| x | x/1 |", "| x | no rule | why |"])
  func malformedTablesAreRefused(_ table: String) {
    #expect(throws: MalformedCase.self) { try KnownDifferences(table) }
  }
}

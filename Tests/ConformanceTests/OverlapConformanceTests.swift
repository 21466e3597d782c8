// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

@Suite struct OverlapConformanceTests {
  @Test func overlap() throws {
    try replay("overlap") { record in
      let memory = try CaseMemory(record)
      let (a, b) = (try memory.view(record, "a"), try memory.view(record, "b"))
      let want = try record.required("want")
      let (bounds, exact) = (try want.bool("bounds"), try want.bool("exact"))
      try expectEqual("bounds", expected: bounds, got: a.mayShareMemory(with: b))
      try expectEqual("bounds of b, a", expected: bounds, got: b.mayShareMemory(with: a))
      try expectEqual("exact", expected: exact, got: a.sharesMemory(with: b))
      try expectEqual("exact of b, a", expected: exact, got: b.sharesMemory(with: a))
      try expectEqual("a_internal", expected: try want.bool("a_internal"), got: a.overlapsItself)
      try expectEqual("b_internal", expected: try want.bool("b_internal"), got: b.overlapsItself)
      try expectEqual("a witness", expected: exact, got: a.overlap(with: b) != nil)
    }
  }

  @Test func diophantine() throws {
    try replay("diophantine") { record in
      let equation = Diophantine(
        coefficients: try record.ints("A"), bounds: try record.ints("U"),
        total: try record.int("b"))
      let isSolvable = try record.required("want").bool("solvable")
      switch equation.solve() {
      case .solvable(let values):
        try expectEqual("solvable", expected: isSolvable, got: true)
        try expectSolution(values, of: equation)
      case .unsolvable: try expectEqual("solvable", expected: isSolvable, got: false)
      case .undecided: throw Mismatch(expected: "an answer", got: "undecided")
      }
    }
  }

  @Test func assignOverlap() throws {
    try replay("assign_overlap") { record in
      let name = try record.string("op")
      let memory = try CaseMemory(record)
      if name == "concatenate" {
        let sources = try record.array("srcs").map { try memory.view($0) }
        try AnyNDArray.concatenate(
          sources, axis: try record.int("axis"), into: memory.view(record, "out"))
      } else if name == "ufunc_out" {
        try AnyNDArray.apply(
          operation(record), memory.view(record, "x"), memory.view(record, "y"),
          into: memory.view(record, "out"))
      } else {
        let (dst, src) = (try memory.view(record, "dst"), try memory.view(record, "src"))
        switch name {
        case "inplace": try AnyNDArray.apply(operation(record), dst, src, into: dst)
        case "assign", "assign_cast": try dst.assign(from: src)
        case "copyto": try src.copy(to: dst, where: mask(record, "where", memory))
        case "mask_assign": try dst.scatter(src, at: [.array(mask(record, "mask", memory))])
        case "fancy_assign": try dst.scatter(src, at: advancedIndex(record))
        default: throw MalformedCase("no writing operation '\(name)'")
        }
      }
      let want = try record.required("want")
      if let hex = want["after_hex"]?.asString {
        try expectEqual("owner's bytes", expected: try bytesOfHex(hex), got: memory.currentBytes)
      } else {
        try expectValues(try want.array("after"), memory.owner)
      }
    }
  }
}

/// A mask, which a record holds itself or which is a view of the owner.
private func mask(_ record: JSON, _ name: String, _ memory: CaseMemory) throws -> AnyNDArray {
  let description = try record.required(name)
  if description["view"] != nil { return try memory.view(description, "view") }
  return try caseArray(flat(description.required("bools")), of: description, .bool)
}

/// The arithmetic of a record's `ufunc`.
private func operation(_ record: JSON) throws -> BinaryOperation {
  switch try record.string("ufunc") {
  case "add": return .add
  case "subtract": return .subtract
  case "multiply": return .multiply
  case let name: throw MalformedCase("no ufunc '\(name)'")
  }
}

/// Throws unless `values` are in bounds and give the total; the sum may exceed `Int` on the way.
private func expectSolution(_ values: [Int], of equation: Diophantine) throws {
  let sum = zip(values, equation.coefficients).reduce(Int128(0)) {
    $0 + Int128($1.0) * Int128($1.1)
  }
  let areInBounds = zip(values, equation.bounds).allSatisfy { $0 >= 0 && $0 <= $1 }
  guard values.count == equation.bounds.count, areInBounds, sum == Int128(equation.total) else {
    throw Mismatch(expected: "a solution of \(equation)", got: "\(values)")
  }
}

// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

@Suite struct LayoutConformanceTests {
  @Test func reshape() throws {
    try replay("reshape") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      let (shape, order) = (try record.ints("shape"), try memoryOrder(record))
      try expectOutcome(record, memory, a) {
        try .array(a.reshaped(shape, order: order, copying: copyPolicy(record["copy"])))
      }
      // Where copying was left open, the outcome tells what forbidding and forcing it must do.
      guard record["copy"] == nil, let kind = record["want"]?["kind"]?.asString else { return }
      let forced = try a.reshaped(shape, order: order, copying: .always)
      if forced.mayShareMemory(with: memory.owner) {
        throw Mismatch(expected: "fresh memory with copying: .always", got: "a view")
      }
      let view: AnyNDArray?
      do throws(ArrayError) { view = try a.reshaped(shape, order: order, copying: .never) } catch {
        try expectEqual("kind of error", expected: .value, got: error.kind)
        view = nil
      }
      if (view != nil) != (kind == "view") {
        throw Mismatch(
          expected: "copying: .never to \(kind == "view" ? "give a view" : "fail")",
          got: "the opposite")
      }
    }
  }

  @Test func basicIndex() throws {
    try replay("basic_index") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      let terms = try indexTerms(record)
      try expectOutcome(record, memory, a) {
        let result = try a.view(at: terms)
        let areIntegers = terms.allSatisfy { if case .index = $0 { true } else { false } }
        return areIntegers && result.rank == 0 ? .scalar(result) : .array(result)
      }
    }
  }

  @Test func viewOperations() throws {
    try replay("view_ops") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      let (name, arguments) = (try record.string("op"), try record.required("args"))
      try expectOutcome(record, memory, a) { try viewOperation(name, a, arguments) }
    }
  }

  @Test func flags() throws {
    try replay("flags") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      try expectFlags(try record.required("want").string("flags"), a)
    }
  }
}

/// One operation of `view_ops`.
private func viewOperation(
  _ name: String, _ a: AnyNDArray, _ arguments: JSON
) throws -> CaseOutcome {
  switch name {
  case "T": return .array(a.transposed())
  case "mT": return try .array(a.matrixTransposed())
  case "real": return .array(a.real())
  case "imag": return try .array(a.imaginary())
  case "transpose": return try .array(a.permuted(arguments.ints("axes")))
  case "swapaxes":
    return try .array(a.swappingAxes(arguments.int("axis1"), arguments.int("axis2")))
  case "moveaxis":
    return .array(
      try a.movingAxes(arguments.ints("source"), to: arguments.ints("destination")))
  case "squeeze": return try .array(a.squeezed(axes: axes(arguments["axis"])))
  case "expand_dims": return try .array(a.expanded(axes: axes(arguments["axis"]) ?? []))
  case "atleast_1d": return try .array(a.expanded(toRank: 1))
  case "atleast_2d": return try .array(a.expanded(toRank: 2))
  case "atleast_3d": return try .array(a.expanded(toRank: 3))
  case "broadcast_to": return try .array(a.broadcast(to: arguments.ints("shape")))
  case "diagonal":
    return .array(
      try a.diagonal(
        offset: arguments.int("offset"), axes: (arguments.int("axis1"), arguments.int("axis2"))))
  case "view": return try .array(a.view(as: dtypeNamed(arguments.string("dtype"))))
  case "flip": return try .array(a.flipped(axes: axes(arguments["axis"])))
  case "rot90":
    return .array(
      try a.rotated90(times: arguments.int("k"), axes: axisPair(arguments, "axes")))
  case "sliding_window_view":
    return .array(
      try a.slidingWindows(shape: arguments.ints("window_shape"), axes: axes(arguments["axis"])))
  case "as_strided":
    return .array(
      try a.strided(shape: arguments.ints("shape"), strides: arguments.ints("strides")))
  case "ravel": return try .array(a.raveled(order: memoryOrder(arguments)))
  case "split", "array_split":
    let (axis, pieces) = (try arguments.int("axis"), try arguments.required("indices_or_sections"))
    if let positions = pieces.asInts { return .list(try a.split(at: positions, axis: axis)) }
    let sections = try arguments.int("indices_or_sections")
    return .list(
      name == "split"
        ? try a.split(into: sections, axis: axis) : try a.splitUnevenly(into: sections, axis: axis))
  default: throw MalformedCase("no view operation '\(name)'")
  }
}

// SPDX-License-Identifier: Apache-2.0

import Strided

/// What an operation of a record gave.
enum CaseOutcome {
  case array(AnyNDArray)
  /// Every axis was indexed away or reduced: an array of rank 0 stands for one value.
  case scalar(AnyNDArray)
  case list([AnyNDArray])
}

/// NumPy's exception class for a kind of error.
func exceptionName(_ kind: ArrayError.Kind) -> String {
  switch kind {
  case .index: "IndexError"
  case .type: "TypeError"
  case .axis: "AxisError"
  case .memory: "MemoryError"
  case .system: "OSError"
  case .value, .readOnly, .format: "ValueError"
  }
}

/// Runs the operation of a record on the view `a` and compares what it gives with `want`.
///
/// No operation of this kind writes, so the owner's bytes must stay as they are.
func expectOutcome(
  _ record: JSON, _ memory: CaseMemory, _ a: AnyNDArray,
  _ operation: () throws -> CaseOutcome
) throws {
  let want = try record.required("want")
  let outcome: CaseOutcome
  do {
    outcome = try operation()
  } catch let error as ArrayError {
    guard let name = want["error"]?.asString, name == exceptionName(error.kind) else {
      throw Mismatch(
        expected: "\(want)", got: "\(exceptionName(error.kind)) (\(error.kind)): \(error.message)")
    }
    return try memory.expectUnchanged()
  }
  try expect(outcome, want, a, memory)
  try memory.expectUnchanged()
}

private func expect(
  _ outcome: CaseOutcome, _ want: JSON, _ a: AnyNDArray, _ memory: CaseMemory
) throws {
  switch outcome {
  case .list(let items):
    let wanted = want["items"]?.asArray
    guard let wanted else { throw Mismatch(expected: "\(want)", got: "\(items.count) arrays") }
    try expectEqual("number of arrays", expected: wanted.count, got: items.count)
    for (item, want) in zip(items, wanted) { try expect(.array(item), want, a, memory) }
  case .scalar(let value):
    guard want["kind"]?.asString == "scalar" else {
      throw Mismatch(expected: "\(want)", got: "a scalar")
    }
    try expectEqual("rank", expected: 0, got: value.rank)
    try expectContents(value, want, a)
  case .array(let array):
    try expectArray(array, want, a, memory)
  }
}

private func expectArray(
  _ array: AnyNDArray, _ want: JSON, _ a: AnyNDArray, _ memory: CaseMemory
) throws {
  let isShared = array.storage === memory.owner.storage
  switch want["kind"]?.asString {
  case "view", "same":
    guard isShared else { throw Mismatch(expected: "\(want)", got: "fresh memory") }
    if want["kind"]?.asString == "same", array.layout != a.layout {
      throw Mismatch(expected: "the layout \(a.layout)", got: "\(array.layout)")
    }
    if let offset = want["offset"]?.asInt {
      try expectEqual("offset", expected: offset, got: array.layout.offset)
    }
    guard let base = array.base, base.storage === memory.owner.storage,
      base.layout == memory.owner.layout, base.dtype == memory.owner.dtype
    else { throw Mismatch(expected: "the owner as base", got: "another base, or none") }
  case "copy":
    if isShared || array.mayShareMemory(with: memory.owner) {
      throw Mismatch(expected: "\(want)", got: "a view of shape \(array.shape)")
    }
    // Stricter than NumPy, whose copies are sometimes views of a hidden array.
    if array.base != nil || !array.ownsMemory {
      throw Mismatch(expected: "a copy that owns its memory, without base", got: "another")
    }
  default:
    throw Mismatch(
      expected: "\(want)",
      got: "\(isShared ? "a view" : "a copy") of shape \(array.shape), strides \(array.strides)")
  }
  try expectContents(array, want, a)
  try expectLayout(array, want)
}

/// Compares element type, shape and values.
private func expectContents(_ array: AnyNDArray, _ want: JSON, _ a: AnyNDArray) throws {
  let dtype = try want["dtype"]?.asString.map(dtypeNamed) ?? a.dtype
  try expectEqual("dtype", expected: dtype, got: array.dtype)
  try expectEqual("shape", expected: try want.ints("shape"), got: array.shape)
  if let values = want["values"]?.asArray { try expectValues(values, array) }
}

/// Compares strides and flags, as far as the marks of `want` say that they matter.
private func expectLayout(_ array: AnyNDArray, _ want: JSON) throws {
  var ignored: Set<Character> = []
  if want["own_matters"]?.asBool == false { ignored = ["O"] }
  if want["layout_matters"]?.asBool == false {
    ignored = ["C", "F", "O"]
  } else {
    // The stride of an axis of length 1 addresses nothing.
    let wanted = try want.ints("strides")
    try expectEqual("rank of strides", expected: wanted.count, got: array.rank)
    for (i, axis) in array.layout.axes.enumerated() where axis.length != 1 {
      if axis.stride != wanted[i] {
        throw Mismatch(expected: "strides \(wanted)", got: "strides \(array.strides)")
      }
    }
  }
  try expectFlags(want.string("flags"), array, ignoring: ignored)
}

/// Compares flags, written as the letters that are set.
func expectFlags(
  _ wanted: String, _ array: AnyNDArray, ignoring ignored: Set<Character> = []
) throws {
  let flags = array.flags
  let letters: [(Character, Bool)] = [
    ("C", flags.isRowMajor), ("F", flags.isColumnMajor), ("O", flags.ownsMemory),
    ("W", flags.isWritable), ("A", flags.isAligned),
  ]
  let got = String(letters.filter { $0.1 && !ignored.contains($0.0) }.map(\.0))
  try expectEqual("flags", expected: wanted.filter { !ignored.contains($0) }, got: got)
}

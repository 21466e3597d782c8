// SPDX-License-Identifier: Apache-2.0

import Strided

// How records write the arguments of operations.

/// A memory order, written as NumPy's letter.
func memoryOrder(_ arguments: JSON) throws -> MemoryOrder {
  let letter = try arguments.string("order")
  guard let order = MemoryOrder(rawValue: letter) else { throw MalformedCase("order '\(letter)'") }
  return order
}

/// A copy policy, written as NumPy's `None`, `True` or `False`.
func copyPolicy(_ value: JSON?) -> CopyPolicy {
  guard let copies = value?.asBool else { return .ifNeeded }
  return copies ? .always : .never
}

/// Axes, written as an integer, a list or null.
func axes(_ value: JSON?) -> [Int]? { value?.asInt.map { [$0] } ?? value?.asInts }

/// Two axes, written as a list.
func axisPair(_ arguments: JSON, _ key: String) throws -> (Int, Int) {
  let axes = try arguments.ints(key)
  guard axes.count == 2 else { throw MalformedCase("\(axes.count) axes in place of two") }
  return (axes[0], axes[1])
}

/// The terms of a subscript that makes a view: integers, slices, newaxis and ellipsis.
func indexTerms(_ record: JSON) throws -> [AxisIndex] {
  try record.array("index").map { try axisIndex($0) }
}

/// The terms of a subscript that copies: those of a view, arrays and masks.
func advancedIndex(_ record: JSON) throws -> [AdvancedIndex] {
  try record.array("index").map { term in
    if let ints = term["ints"] { return .array(try caseArray(flat(ints), of: term, .int)) }
    if let bools = term["bools"] { return .array(try caseArray(flat(bools), of: term, .bool)) }
    return .basic(try axisIndex(term))
  }
}

/// A small array that a record holds itself, as values beside a shape.
func caseArray(
  _ values: [JSON], of description: JSON, _ dtype: DType
) throws -> AnyNDArray {
  let array = try AnyNDArray.empty(description.ints("shape"), dtype)
  guard values.count == array.count else { throw MalformedCase("values do not fill the shape") }
  for (i, value) in values.enumerated() {
    try store(value, at: array.storage.address + i * dtype.itemSize, dtype)
  }
  return array
}

private func axisIndex(_ term: JSON) throws -> AxisIndex {
  if let name = term.asString {
    if name == "newaxis" { return .newAxis }
    if name == "ellipsis" { return .ellipsis }
  }
  if let position = term["int"]?.asInt { return .index(position) }
  if let parts = term["slice"]?.asArray, parts.count == 3 {
    return .slice(Slice(parts[0].asInt, parts[1].asInt, parts[2].asInt ?? 1))
  }
  throw MalformedCase("no index term \(term)")
}

/// The values of nested lists, in order.
func flat(_ value: JSON) -> [JSON] {
  value.asArray.map { $0.flatMap(flat) } ?? [value]
}

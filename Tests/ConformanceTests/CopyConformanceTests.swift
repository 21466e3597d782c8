// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

@Suite struct CopyConformanceTests {
  @Test func copyOrder() throws {
    try replay("copy_order") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      let (name, arguments) = (try record.string("op"), try record.required("args"))
      try expectOutcome(record, memory, a) { .array(try copyOperation(name, a, arguments)) }
    }
  }

  @Test func ufuncLayout() throws {
    try replay("ufunc_layout") { record in
      let memory = try CaseMemory(record)
      let a = try memory.view(record, "a")
      try expectOutcome(record, memory, a) {
        let result: AnyNDArray
        switch try record.string("op") {
        case "add": result = try AnyNDArray.apply(.add, a, memory.view(record, "b"))
        case "sum":
          let arguments = try record.required("args")
          result = try a.sum(
            axes: axes(arguments["axis"]), keepingAxes: arguments.bool("keepdims"))
        case let name: throw MalformedCase("no operation '\(name)'")
        }
        return result.rank == 0 ? .scalar(result) : .array(result)
      }
    }
  }
}

/// One operation of `copy_order`.
private func copyOperation(
  _ name: String, _ a: AnyNDArray, _ arguments: JSON
) throws -> AnyNDArray {
  switch name {
  case "copy": return try a.copy(order: memoryOrder(arguments))
  case "flatten": return try a.flattened(order: memoryOrder(arguments))
  case "empty_like": return try AnyNDArray.empty(like: a, order: memoryOrder(arguments))
  case "ascontiguousarray": return try a.contiguous(.rowMajor, minimumRank: 1)
  case "asfortranarray": return try a.contiguous(.columnMajor, minimumRank: 1)
  case "asarray": return try a.contiguous(memoryOrder(arguments))
  case "array":
    // `A` asks nothing of an array that need not be copied: `array` then keeps any layout, unlike
    // `astype`, which keeps contiguous ones only.
    let (order, copying) = (try memoryOrder(arguments), copyPolicy(arguments["copy"]))
    let isKept = copying != .always && order == .either
    return try a.cast(to: a.dtype, order: isKept ? .keep : order, copying: copying)
  case "astype":
    // `astype(copy=False)` copies where it must; only `array(copy=False)` refuses to.
    return try a.cast(
      to: dtypeNamed(arguments.string("dtype")), order: memoryOrder(arguments),
      copying: arguments.bool("copy") ? .always : .ifNeeded)
  default: throw MalformedCase("no copying operation '\(name)'")
  }
}

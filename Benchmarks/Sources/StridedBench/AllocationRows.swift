// SPDX-License-Identifier: Apache-2.0

import CAllocations
import Strided

/// How often 1000 operations ask for memory, and how much of it their kept results hold.
///
/// The last rows must be above 0: they show that the count can see an allocation.
func allocationRows() -> Section {
  let title = "Allocations of 1000 kept results"
  guard strided_allocations_are_counted() != 0 else { return Section(title: title, rows: []) }
  let line = NDArray(0..<10)
  let square = NDArray(0..<64, shape: [8, 8])
  return Section(
    title: title,
    rows: [
      row("view a[1..<4]", limit: 0) { line[1 + $0 & 1..<4] },
      row("view a[1..<4, 2]") { square[1 + $0 & 1..<4, AxisIndex.index(2)] },
      row("transposed()", limit: 0) { _ in square.transposed() },
      row("copy()") { _ in line.copy() },
      row("a + b, 10 elements") { _ in line + line },
    ])
}

private func row(_ name: String, limit: Int? = nil, _ make: (Int) -> NDArray<Int>) -> Row {
  var kept = ContiguousArray<NDArray<Int>>()
  kept.reserveCapacity(1001)
  kept.append(make(0))
  let (count, bytes) = (strided_allocation_count(), strided_allocated_bytes())
  for i in 0..<1000 { kept.append(make(i)) }
  let made = strided_allocation_count() - count
  let grown = strided_allocated_bytes() - bytes
  keep(kept)
  return Row(
    name: name, reference: "", ratio: nil, amount: "\(made) calls, \(grown) bytes",
    floor: limit.map { ("<= \($0)", made <= $0 && grown <= $0) })
}

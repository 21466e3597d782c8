// SPDX-License-Identifier: Apache-2.0

import Strided

/// A small operation, what it is compared with, and how many nanoseconds it may take.
private struct Pair {
  let name: String
  let reference: String
  var floor: Int?
  let body: (Int) -> Void
  let other: (Int) -> Void

  var row: Row {
    let timing = Timing([Contender(name, body), Contender(reference, other)])
    let time = timing.nanoseconds(0)
    return Row(
      name: name, reference: reference, ratio: timing.ratio(0, to: 1), amount: duration(time),
      floor: floor.map { ("<= \($0) ns", time <= Double($0)) })
  }
}

/// Operations whose time is that of the calls, not of the elements.
///
/// Indices depend on the loop's variable, so that no work can be moved out of the loop.
func smallRows() -> Section {
  let list = Array(0..<10)
  let line = NDArray(list)
  let square = NDArray(0..<64, shape: [8, 8])
  let cells = Array(0..<64)
  let slice: (Int) -> Void = { calls in for i in 0..<calls { keep(list[1 + i & 1..<4]) } }
  let pairs = [
    Pair(
      name: "view a[1..<4]", reference: "ArraySlice", floor: 30,
      body: { calls in for i in 0..<calls { keep(line[1 + i & 1..<4]) } }, other: slice),
    Pair(
      name: "view a[1..<4, 2]", reference: "ArraySlice",
      body: { calls in for i in 0..<calls { keep(square[1 + i & 1..<4, AxisIndex.index(2)]) } },
      other: slice),
    Pair(
      name: "transposed()", reference: "ArraySlice",
      body: { calls in for _ in 0..<calls { keep(square.transposed()) } }, other: slice),
    Pair(
      name: "read a[i, j]", reference: "Array, flat index",
      body: { calls in for i in 0..<calls { keep(square[i & 7, i >> 3 & 7] as Int) } },
      other: { calls in for i in 0..<calls { keep(cells[(i & 7) * 8 + i >> 3 & 7]) } }),
    Pair(
      name: "a + b, 10 elements", reference: "zip and map",
      body: { calls in for _ in 0..<calls { keep(line + line) } },
      other: { calls in for _ in 0..<calls { keep(zip(list, list).map { $0 &+ $1 }) } }),
    sharing(line),
  ]
  return Section(title: "Small operations", rows: pairs.map(\.row))
}

private func sharing(_ array: NDArray<Int>) -> Pair {
  let (even, odd, tail) = (array[.every(2)], array[.slice(1, nil, 2)], array[3...])
  return Pair(
    name: "sharesMemory of slices", reference: "mayShareMemory",
    body: { calls in
      for i in 0..<calls { keep(even.sharesMemory(with: i & 1 == 0 ? odd : tail)) }
    },
    other: { calls in
      for i in 0..<calls { keep(even.mayShareMemory(with: i & 1 == 0 ? odd : tail)) }
    })
}

// SPDX-License-Identifier: Apache-2.0

import Strided

/// Contiguous copies into an existing array, against `memcpy` between the same two blocks.
func copyRows() -> Section {
  let rows = [100_000, 1_000_000, 10_000_000, 80_000_000].map { byteCount in
    let count = byteCount / 8
    let source = NDArray<Double>.full([count], 1)
    let target = NDArray<Double>.full([count], 0)
    let (from, into) = (source.storage.address, target.storage.address)
    let timing = Timing([
      Contender("assign") { calls in for _ in 0..<calls { target.assign(from: source) } },
      Contender("memcpy") { calls in
        for _ in 0..<calls { into.copyMemory(from: from, byteCount: byteCount) }
      },
    ])
    let ratio = timing.ratio(0, to: 1)
    return Row(
      name: "copy \(byteCount / 1000) kB", reference: "memcpy", ratio: ratio,
      amount: duration(timing.nanoseconds(0)), floor: ("<= 1.25", ratio <= 1.25))
  }
  return Section(title: "Contiguous copy", rows: rows)
}

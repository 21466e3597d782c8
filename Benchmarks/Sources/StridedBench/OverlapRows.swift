// SPDX-License-Identifier: Apache-2.0

import Strided

/// The pairs of layouts that NumPy's manual calls infeasible, against a `memcpy` of 10 MB.
func overlapRows() -> Section {
  let (from, into) = (
    NDArray<UInt8>.full([10_000_000], 1).storage, NDArray<UInt8>.full([10_000_000], 0).storage
  )
  let rows = [1, 1049].map { last in
    let (a, b) = always {
      (
        try Layout(shape: [1049, 1049, 1049], strides: [36674, 61119, 85569]),
        try Layout(
          shape: [1049, 1049, last], strides: [12223, 12224, 1], offset: 64_023_025)
      )
    }
    let timing = Timing([
      Contender("overlaps") { calls in
        for _ in 0..<calls { keep(a.overlaps(b, itemSize: 1, otherItemSize: 1)) }
      },
      Contender("memcpy") { calls in
        for _ in 0..<calls { into.address.copyMemory(from: from.address, byteCount: 10_000_000) }
      },
    ])
    return Row(
      name: "1049^3 against 1049 x 1049 x \(last)", reference: "memcpy 10 MB",
      ratio: timing.ratio(0, to: 1), amount: duration(timing.nanoseconds(0)))
  }
  return Section(title: "Hard instances of exact overlap", rows: rows)
}

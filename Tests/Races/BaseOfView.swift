// SPDX-License-Identifier: Apache-2.0

import Strided

// The base of a view shares its memory.
func race() async {
  let window = NDArray(0..<10)[1..<4]
  let base = window.base
  Task { window[0] = 10 }  // error: risks causing data races
  print(base?.shape ?? [])
}

// SPDX-License-Identifier: Apache-2.0

import Strided

// A view is in the region of its array: sending the one leaves nothing to do with the other.
func race() async {
  let array = NDArray(0..<10)
  let window = array[1..<4]
  Task { window[0] = 10 }  // error: risks causing data races
  array[1] = 20
}

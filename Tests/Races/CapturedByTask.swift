// SPDX-License-Identifier: Apache-2.0

import Strided

// A task and its maker would write to one array.
func race() async {
  let array = NDArray([1, 2, 3])
  Task { array[0] = 10 }  // error: risks causing data races
  array[0] = 20
}

// SPDX-License-Identifier: Apache-2.0

import Strided

// The rows that iterating gives are views, too.
func race() async {
  let matrix = NDArray(0..<12).reshaped(3, 4)
  for row in matrix {
    Task { row[0] = 1 }  // error: risks causing data races
  }
}

// SPDX-License-Identifier: Apache-2.0

import Strided

// A reader is an `NDArray`, of which the compiler doesn't know that nobody writes: send the frozen array.
func race(_ frozen: FrozenArray<Int>) async {
  let reader = frozen.reader
  async let sum = reader.sum()  // error: risks causing data races
  print(reader[0], await sum)
}

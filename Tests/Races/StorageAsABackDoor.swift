// SPDX-License-Identifier: Apache-2.0

import Strided

// Who holds a storage can make arrays that write to it, so it stays where its arrays are.
func race() async {
  let array = NDArray(0..<10)
  let storage = array.storage
  Task {  // error: risks causing data races
    let other = try AnyNDArray(storage)
    try other.assign(from: other)
  }
  array[0] = 1
}

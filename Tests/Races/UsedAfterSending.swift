// SPDX-License-Identifier: Apache-2.0

import Strided

actor Shelf {
  var kept: NDArray<Int>?
  func put(_ array: sending NDArray<Int>) { kept = array }
}

// What an actor was given is the actor's alone.
func race(_ shelf: Shelf) async {
  let array = NDArray(0..<10)
  await shelf.put(array)  // error: sending 'array' risks causing data races
  array[0] = 1
}

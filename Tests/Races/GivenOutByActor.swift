// SPDX-License-Identifier: Apache-2.0

import Strided

actor Shelf {
  let kept = NDArray(0..<10)
  // An actor can't give out what it keeps; `detached()` gives a copy of it.
  func give() -> sending NDArray<Int> {
    kept
  }  // error: risks causing data races
}

// SPDX-License-Identifier: Apache-2.0

import Strided

// Two children of one group would write to one array.
func race(_ array: sending NDArray<Double>) async {
  await withTaskGroup(of: Void.self) { group in
    group.addTask { array[0] = 1 }  // error: risks causing data races
    group.addTask { array[0] = 2 }  // error: risks causing data races
  }
}

// SPDX-License-Identifier: Apache-2.0

import Strided

// What tasks share can't be written.
func race(_ frozen: FrozenArray<Int>) {
  frozen[0] = 1  // error: subscript is get-only
  frozen.fill(0)  // error: has no member 'fill'
}

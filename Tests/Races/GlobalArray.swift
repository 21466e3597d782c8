// SPDX-License-Identifier: Apache-2.0

import Strided

// Everyone could write to it.
let everyones = NDArray([1, 2, 3])  // error: not concurrency-safe because

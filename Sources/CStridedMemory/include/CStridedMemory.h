// SPDX-License-Identifier: Apache-2.0
#pragma once

// The number of ledgers that are open in the whole process. It stands in C because a Swift global is
// reached from another module through a call, and every operation asks this.
extern long strided_ledger_listeners;

static inline _Bool strided_ledger_is_open(void) {
  return __atomic_load_n(&strided_ledger_listeners, __ATOMIC_RELAXED) != 0;
}

static inline void strided_ledger_count(long change) {
  __atomic_fetch_add(&strided_ledger_listeners, change, __ATOMIC_RELAXED);
}

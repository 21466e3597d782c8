// SPDX-License-Identifier: Apache-2.0

#pragma once

/// Whether this system lets allocations be counted: only with the GNU C library.
int strided_allocations_are_counted(void);

/// How often memory was asked for since the program began.
long strided_allocation_count(void);

/// The bytes that are given out at the moment.
long strided_allocated_bytes(void);

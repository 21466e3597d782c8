// SPDX-License-Identifier: Apache-2.0
// The kernels that sort complex numbers.
#pragma once
#include "internal.h"

void strided_sort_c64(SIGNATURE);
void strided_sort_c128(SIGNATURE);
void strided_positions_c64(SIGNATURE);
void strided_positions_c128(SIGNATURE);
// A sort is a partition too.
#define strided_partition_c64 strided_sort_c64
#define strided_partition_c128 strided_sort_c128

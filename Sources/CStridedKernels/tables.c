// SPDX-License-Identifier: Apache-2.0
// The way from operation and kind to a binary kernel, and what the driver needs of a C library.
#include "internal.h"

strided_kernel strided_binary_kernel(int operation, int kind) {
  if (kind < 0 || kind >= STRIDED_KINDS) return NULL;
  switch (operation) {
    case STRIDED_ADD:
    case STRIDED_SUBTRACT:
    case STRIDED_MULTIPLY: return strided_arithmetic[operation - STRIDED_ADD][kind];
    case STRIDED_DIVIDE: return strided_division[kind];
    case STRIDED_MINIMUM:
    case STRIDED_MAXIMUM: return strided_extrema[operation - STRIDED_MINIMUM][kind];
    default: return NULL;
  }
}

void strided_move(void *to, const void *from, size_t bytes) { __builtin_memmove(to, from, bytes); }

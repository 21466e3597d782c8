// SPDX-License-Identifier: Apache-2.0
// Elements of any meaning, told apart by their sizes.
#pragma once
#include "internal.h"

typedef struct __attribute__((packed, may_alias)) { uint64_t low, high; } w16;

// How far an element is from a first one, in bytes; an entry of a list.
typedef ptrdiff_t distance ANYWHERE;

// Returns the kernel NAME_T of elements of `size` bytes.
#define RETURN_BY_SIZE(NAME)                                                                       \
  switch (size) {                                                                                  \
    case 1: return NAME##_u8;                                                                      \
    case 2: return NAME##_u16;                                                                     \
    case 4: return NAME##_u32;                                                                     \
    case 8: return NAME##_u64;                                                                     \
    case 16: return NAME##_w16;                                                                    \
    default: return NULL;                                                                          \
  }

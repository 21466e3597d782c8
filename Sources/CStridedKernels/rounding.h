// SPDX-License-Identifier: Apache-2.0
// Rounding to whole numbers, without the instructions for it that not every processor has.
#pragma once
#include "internal.h"

// Adding and taking away the first number whose neighbours are 1 apart rounds to even; the sign is
// put back for zeros.
#define ROUNDING(W, ABS, SIGNED_AS, WHOLE)                                                         \
  INLINE W rint_##W(W x) {                                                                         \
    const W size = ABS(x);                                                                         \
    const W whole = (size + (WHOLE)) - (WHOLE);                                                    \
    return size < (WHOLE) ? SIGNED_AS(whole, x) : x;                                               \
  }                                                                                                \
  INLINE W trunc_##W(W x) {                                                                        \
    const W size = ABS(x), whole = ABS(rint_##W(x));                                               \
    return size < (WHOLE) ? SIGNED_AS(whole > size ? whole - 1 : whole, x) : x;                    \
  }                                                                                                \
  INLINE W floor_##W(W x) {                                                                        \
    const W whole = rint_##W(x);                                                                   \
    return whole > x ? whole - 1 : whole;                                                          \
  }                                                                                                \
  INLINE W ceil_##W(W x) {                                                                         \
    const W whole = rint_##W(x);                                                                   \
    return whole < x ? SIGNED_AS(whole + 1, x) : whole;                                            \
  }
ROUNDING(float, __builtin_fabsf, __builtin_copysignf, 0x1p23f)
ROUNDING(double, __builtin_fabs, __builtin_copysign, 0x1p52)

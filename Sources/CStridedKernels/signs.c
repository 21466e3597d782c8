// SPDX-License-Identifier: Apache-2.0
// negative, absolute.
#include "hypot.h"

// The most negative integer is its own negative, as in NumPy.
#define INTEGER(T, U) INLINE T negative_##T(T a) { return (T)((U)0 - (U)a); }
INTEGERS(INTEGER)
#define SIGNED_INTEGER(T, U) INLINE T absolute_##T(T a) { return a < 0 ? negative_##T(a) : a; }
SIGNED(SIGNED_INTEGER)
#define UNSIGNED_INTEGER(T, U) INLINE T absolute_##T(T a) { return a; }
UNSIGNED(UNSIGNED_INTEGER)
INLINE b8 absolute_b8(b8 a) { return a != 0; }

#define FLOAT(T, W)                                                                                \
  INLINE T negative_##T(T a) { return (T)(-(W)a); }                                                \
  INLINE T absolute_##T(T a) { return (T)__builtin_elementwise_abs((W)a); }
FLOATS(FLOAT)

#define COMPLEX(T, W)                                                                              \
  INLINE T negative_##T(T a) { return (T){-a.re, -a.im}; }                                         \
  INLINE W absolute_##T(T a) { return hypot_##W(a.re, a.im); }
COMPLEXES(COMPLEX)

#define ALL(T, U) UNARY(KERNEL, negative, T, T) UNARY(KERNEL, absolute, T, T)
INTEGERS(ALL) FLOATS(ALL)
UNARY(KERNEL, absolute, b8, b8)
#define ALL_COMPLEX(T, W) UNARY(KERNEL, negative, T, T) UNARY(KERNEL, absolute, T, W)
COMPLEXES(ALL_COMPLEX)

OPERATION(negative, OF_NUMBERS(negative))
OPERATION(absolute, OF_ALL(absolute))

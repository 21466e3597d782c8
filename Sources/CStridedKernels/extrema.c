// SPDX-License-Identifier: Apache-2.0
// minimum, maximum: a NaN wins over any number.
#include "internal.h"

#define INTEGER(T, U)                                                                              \
  INLINE T minimum_##T(T a, T b) { return a < b ? a : b; }                                         \
  INLINE T maximum_##T(T a, T b) { return a > b ? a : b; }
INTEGERS(INTEGER)

#define FLOAT(T, W)                                                                                \
  INLINE T minimum_##T(T a, T b) { return (((W)a <= (W)b) | ((W)a != (W)a)) ? a : b; }             \
  INLINE T maximum_##T(T a, T b) { return (((W)a >= (W)b) | ((W)a != (W)a)) ? a : b; }
FLOATS(FLOAT)

#define COMPLEX(T, W)                                                                              \
  INLINE T minimum_##T(T a, T b) { return LEXICOGRAPHIC(a, b, <, <=) || IS_NAN(a) ? a : b; }       \
  INLINE T maximum_##T(T a, T b) { return LEXICOGRAPHIC(a, b, >, >=) || IS_NAN(a) ? a : b; }
COMPLEXES(COMPLEX)

INLINE b8 minimum_b8(b8 a, b8 b) { return (a != 0) & (b != 0); }
INLINE b8 maximum_b8(b8 a, b8 b) { return (a | b) != 0; }

#define ALL(T, U) BINARY(KERNEL, minimum, T, T) BINARY(KERNEL, maximum, T, T)
ALL(b8, ) INTEGERS(ALL) FLOATS(ALL) COMPLEXES(ALL)

OPERATION(minimum, OF_ALL(minimum))
OPERATION(maximum, OF_ALL(maximum))

// The lower bound first: where the bounds cross, the upper one wins.
#define CLIP(T, U)                                                                                 \
  INLINE T clip_##T(T x, T low, T high) { return minimum_##T(maximum_##T(x, low), high); }         \
  TERNARY(KERNEL, clip, T, T)
CLIP(b8, ) INTEGERS(CLIP) FLOATS(CLIP) COMPLEXES(CLIP)
OPERATION(clip, OF_ALL(clip))
